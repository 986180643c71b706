import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { toWireError } from '../contract/errors.ts';
import type { FileKey } from '../contract/exchange.ts';
import type { BundleHandler } from './bundle-answer.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

/** Where files lie between a person and a call. */
export interface Exchange {
  /** Takes a file in, as it comes. Rejects with a ReaderError. */
  readonly receive: (body: AsyncIterable<Uint8Array>) => Promise<{ file: FileKey; bytes: number }>;
  readonly path: (file: FileKey) => string;
}

/** A form cannot send this type, and a script of another origin must ask first, which is refused. */
const HANDED_IN = 'application/octet-stream';
const NO_STORE = { ...SECURITY_HEADERS, 'cache-control': 'no-store' };

/**
 * Before the window's files: `POST exchange` takes a file in and answers `{ ok, value: { file, bytes } }` or `{ error }`
 * as a call does; `GET exchange/<key>/<name>` hands one out, as a download that no page shows.
 */
export function withExchange(exchange: Exchange, next: BundleHandler): BundleHandler {
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/exchange') return takeIn(exchange, request);
    const named = /^\/exchange\/([0-9a-f]{32})\/([^/]{1,600})$/.exec(pathname);
    if (!named) return next(request);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, 'Method not allowed');
    return handOut(exchange.path(named[1] ?? ''), named[2] ?? '', request.method);
  };
}

async function takeIn({ receive }: Exchange, request: Request): Promise<Response> {
  if (request.method !== 'POST') return refusal(405, 'Method not allowed');
  if (request.headers.get('content-type') !== HANDED_IN) return refusal(415, `Send ${HANDED_IN}`);
  try {
    const body = request.body ? Readable.fromWeb(request.body as NodeReadableStream<Uint8Array>) : Readable.from([]);
    return Response.json({ ok: true, value: await receive(body) }, { headers: NO_STORE });
  } catch (error) {
    return Response.json({ ok: false, error: toWireError(error) }, { headers: NO_STORE });
  }
}

async function handOut(path: string, name: string, method: string): Promise<Response> {
  const found = await stat(path).catch(() => null);
  if (!found) return refusal(404, 'Not found');
  const headers = {
    ...NO_STORE,
    'content-type': HANDED_IN,
    'content-length': String(found.size),
    // RFC 6266 section 4.3: the name is percent-encoded already.
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(decoded(name))}`,
  };
  if (method === 'HEAD') return new Response(null, { headers });
  return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>, { headers });
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function refusal(status: number, text: string): Response {
  return new Response(text, { status, headers: { ...NO_STORE, 'content-type': 'text/plain; charset=utf-8' } });
}
