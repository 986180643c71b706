import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { BundleHandler } from './bundle-answer.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

const NAMED = /^\/files\/([0-9a-f]{64})\/[^/]{1,4500}$/;

/** The SHA-256 that an address of a saved file names (`files/<sha256>/<name>` below the app's own), or null. */
export function savedFileOfPath(pathname: string): string | null {
  return NAMED.exec(pathname)?.[1] ?? null;
}

/** Before the window's files: hands out the PDFs that pages were saved from. As downloads: no page of ours shows a stranger's document. */
export function withSavedFiles(pathOf: (sha256: string) => string, next: BundleHandler): BundleHandler {
  return async (request) => {
    const { pathname } = new URL(request.url);
    const sha256 = savedFileOfPath(pathname);
    if (sha256 === null || (request.method !== 'GET' && request.method !== 'HEAD')) return next(request);
    const path = pathOf(sha256);
    const found = await stat(path).catch(() => null);
    const headers = { ...SECURITY_HEADERS, 'cache-control': 'no-store' };
    if (!found) return new Response('Not found', { status: 404, headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' } });
    const name = pathname.slice(pathname.lastIndexOf('/') + 1);
    const answer = {
      ...headers,
      'content-type': 'application/pdf',
      'content-length': String(found.size),
      'content-security-policy': "default-src 'none'; sandbox",
      // RFC 6266 section 4.3: the name is percent-encoded already.
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
    };
    if (request.method === 'HEAD') return new Response(null, { headers: answer });
    return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>, { headers: answer });
  };
}
