import { constants } from 'node:fs';
import { copyFile, open, rm, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { CallAnswer } from '../contract/api.ts';
import { ReaderError } from '../contract/errors.ts';
import type { OutgoingFile } from '../contract/exchange.ts';
import type { Exchange } from './exchange-door.ts';

export interface CallFiles {
  /** As the method takes them: `path` has become `file` and `name`, `to` is gone. */
  readonly args: unknown;
  /** Puts the file of an answer where `to` says; the answer then tells its `path`. */
  readonly finish: (answer: CallAnswer) => Promise<CallAnswer>;
}

/** What a method takes, asked before a file is copied. */
export interface CallRules {
  /** Throws where the method does not take these; a file that is still to be handed in has a key that no file has. */
  readonly check: (args: unknown) => void;
  /** Of the file, bytes. */
  readonly mostBytes: number;
}

const NO_FILE = '0'.repeat(32);

/**
 * On a command line a file is named by where it lies: `path` is handed in, and goes again once the call is answered; `to` is a
 * file or folder that the answer's file is copied to. Throws `invalid-argument` where `path` cannot be read, `file-too-large`
 * {bytes}, and whatever `check` throws, before anything is copied.
 */
export async function callFiles(args: object, exchange: Exchange, rules: CallRules): Promise<CallFiles> {
  const { path, to, ...others } = args as { readonly path?: unknown; readonly to?: unknown };
  const rest = { ...others, ...(path !== undefined && typeof path !== 'string' && { path }), ...(to !== undefined && typeof to !== 'string' && { to }) };
  rules.check({ ...rest, ...(typeof path === 'string' && { file: NO_FILE, name: basename(path) }) });
  const incoming = typeof path === 'string' ? await handIn(path, exchange, rules.mostBytes) : null;
  return {
    args: { ...rest, ...incoming },
    finish: async (answer) => {
      try {
        return typeof to === 'string' && answer.ok && isOutgoing(answer.value) ? { ok: true, value: { ...answer.value, path: await copyOut(answer.value, to, exchange) } } : answer;
      } finally {
        if (incoming) await rm(exchange.path(incoming.file), { force: true });
      }
    },
  };
}

async function handIn(path: string, { receive }: Exchange, mostBytes: number): Promise<{ file: string; name: string }> {
  try {
    // Opened first: a stream that cannot open ends the command before anybody listens.
    await using opened = await open(resolve(path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    // A device never ends, and a folder has no bytes.
    const found = await opened.stat();
    if (!found.isFile()) throw new Error('not a file');
    if (found.size > mostBytes) throw new ReaderError('file-too-large', `the file has more than ${mostBytes} bytes`, { bytes: mostBytes });
    const { file } = await receive(opened.createReadStream({ autoClose: false }));
    return { file, name: basename(path) };
  } catch (error) {
    if (error instanceof ReaderError) throw error;
    throw new ReaderError('invalid-argument', `The file cannot be read from ${path}: ${String(error)}`, { path: 'path', reason: String(error) }, { cause: error });
  }
}

async function copyOut({ file, name }: OutgoingFile, to: string, exchange: Exchange): Promise<string> {
  const target = resolve(to);
  const path = (await stat(target).catch(() => null))?.isDirectory() ? join(target, name) : target;
  try {
    await copyFile(exchange.path(file), path);
  } catch (error) {
    throw new ReaderError('invalid-argument', `The file cannot be written to ${path}: ${String(error)}`, { path: 'to', reason: String(error) }, { cause: error });
  }
  return path;
}

function isOutgoing(value: unknown): value is OutgoingFile {
  return typeof value === 'object' && value !== null && 'file' in value && typeof value.file === 'string' && 'name' in value && typeof value.name === 'string';
}
