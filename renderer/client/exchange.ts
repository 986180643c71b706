import type { CallAnswer } from '../../electron/contract/api.ts';
import { fromWireError, ReaderError } from '../../electron/contract/errors.ts';
import { MOST_INCOMING_BYTES } from '../../electron/contract/exchange.ts';
import type { FileKey, OutgoingFile } from '../../electron/contract/exchange.ts';
import { call } from './transport.ts';

/** Hands a file to the engine; a call then names it by the answer. One of more than `mostBytes` is refused before it is read. Rejects with a ReaderError. */
export async function handIn(file: Blob, mostBytes: number = MOST_INCOMING_BYTES): Promise<FileKey> {
  if (file.size > mostBytes) throw new ReaderError('file-too-large', `the file has more than ${mostBytes} bytes`, { bytes: mostBytes });
  const answer = await post(file);
  if (!answer.ok) throw fromWireError(answer.error);
  return (answer.value as { readonly file: FileKey }).file;
}

/** Has the engine throw away a file that was handed in and is wanted no more. What fails costs no more than its room for a day. */
export async function letGo(file: FileKey | Promise<FileKey>): Promise<void> {
  try {
    await call('forgetFile', { file: await file });
  } catch {
    // It never arrived, or the engine is gone: a later start sweeps.
  }
}

async function post(file: Blob): Promise<CallAnswer> {
  try {
    const response = await fetch(new URL('exchange', document.baseURI), { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file });
    return (await response.json()) as CallAnswer;
  } catch (error) {
    throw new ReaderError('engine-stopped', String(error), {}, { cause: error });
  }
}

/** Gives the person a file that a call made, as a download under its own name. */
export function takeOut({ file, name }: OutgoingFile): void {
  const link = document.createElement('a');
  link.href = new URL(`exchange/${file}/${encodeURIComponent(name)}`, document.baseURI).href;
  link.download = name;
  link.click();
}
