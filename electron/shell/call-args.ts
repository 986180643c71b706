import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { ReaderError } from '../contract/errors.ts';
import { parseArgs as parseJson } from './read-call.ts';

/** What a line of `call` asks for. */
export interface CallLine {
  readonly help: boolean;
  readonly method: string | null;
  /** JSON as written: itself, `@file`, or `-` for standard input. */
  readonly source: string;
  /** How long the end of another command on the same profile is waited for. */
  readonly waitSeconds: number;
}

const WAIT_SECONDS = 10;

/** Reads `<method> [json] [--profile <dir>] [--wait <seconds>] [--help]`. Throws `invalid-argument`. */
export function callLine(argv: readonly string[]): CallLine {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { profile: { type: 'string' }, wait: { type: 'string', default: String(WAIT_SECONDS) }, help: { type: 'boolean', short: 'h', default: false } },
    });
    if (positionals.length > 2) throw new Error(`One method and one JSON argument are expected, and "${positionals[2]}" came after them; quote the JSON`);
    const waitSeconds = values.wait.trim() === '' ? NaN : Number(values.wait);
    if (!(waitSeconds >= 0)) throw new Error(`--wait needs a number of seconds, not "${values.wait}"`);
    return { help: values.help, method: positionals[0] ?? null, source: positionals[1] ?? '{}', waitSeconds };
  } catch (error) {
    throw new ReaderError('invalid-argument', error instanceof Error ? error.message : String(error), { path: '' }, { cause: error });
  }
}

/** The arguments that a source stands for. Throws `invalid-argument` where it cannot be read or is no JSON. */
export async function readArgs(source: string, stdin: NodeJS.ReadableStream): Promise<object> {
  if (source === '-') return parseJson(await text(stdin));
  if (!source.startsWith('@')) return parseJson(source);
  const path = source.slice(1);
  try {
    return parseJson(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof ReaderError) throw error;
    throw new ReaderError('invalid-argument', `The arguments cannot be read from ${path}: ${String(error)}`, { path, reason: String(error) }, { cause: error });
  }
}
