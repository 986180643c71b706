import type { IncomingMessage } from 'node:http';
import type { CallAnswer } from '../contract/api.ts';
import { ReaderError, toWireError } from '../contract/errors.ts';

/** The largest call: an OPML file of a whole newsroom fits many times. */
const MAX_CALL_BYTES = 64 * 1024 * 1024;

/** Passes the JSON body of a `POST …/call/<method>` on and answers as the engine does; a body that is none is `invalid-argument`. */
export async function answerCall(
  request: IncomingMessage,
  method: string,
  call: (method: string, args: unknown) => Promise<CallAnswer>,
): Promise<CallAnswer> {
  try {
    return await call(method, parseArgs(await readBody(request)));
  } catch (error) {
    return { ok: false, error: toWireError(error) };
  }
}

/** The address that a page asks to have opened, from a body of `{ "url": … }`; null where it is none. */
export async function readOpenCall(request: IncomingMessage): Promise<string | null> {
  const text = await readBody(request);
  try {
    const { url } = parseArgs(text) as { readonly url?: unknown };
    return typeof url === 'string' ? url : null;
  } catch (error) {
    if (error instanceof ReaderError) return null;
    throw error;
  }
}

/** The arguments as written in JSON: one object; nothing at all means `{}`. Throws `invalid-argument`. */
export function parseArgs(text: string): object {
  if (text.trim() === '') return {};
  const args = parseJson(text);
  if (typeof args === 'object' && args !== null && !Array.isArray(args)) return args;
  throw new ReaderError('invalid-argument', 'The arguments are not a JSON object', { path: '', reason: 'not an object' });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ReaderError('invalid-argument', `The arguments are not JSON: ${reason}`, { path: '', reason });
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // What is over the limit is read on and thrown away: an answer to a half-read request is lost with its connection.
    if (bytes <= MAX_CALL_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (bytes > MAX_CALL_BYTES) {
    throw new ReaderError('invalid-argument', `The arguments are larger than ${MAX_CALL_BYTES} bytes`, { path: '', reason: 'too large', limit: MAX_CALL_BYTES });
  }
  return Buffer.concat(chunks).toString('utf8');
}
