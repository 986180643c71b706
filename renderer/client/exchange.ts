import type { CallAnswer } from '../../electron/contract/api.ts';
import { fromWireError, ReaderError } from '../../electron/contract/errors.ts';
import type { FileKey, OutgoingFile } from '../../electron/contract/exchange.ts';

/** Hands a file to the engine; a call then names it by the answer. Rejects with a ReaderError. */
export async function handIn(file: Blob): Promise<FileKey> {
  const answer = await post(file);
  if (!answer.ok) throw fromWireError(answer.error);
  return (answer.value as { readonly file: FileKey }).file;
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
