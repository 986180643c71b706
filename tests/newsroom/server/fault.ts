import type { IncomingMessage, ServerResponse } from 'node:http';

/** The ways in which an outlet can answer badly. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string }
  /** Takes the request and never answers. */
  | { readonly kind: 'hang' }
  /** Sends one byte every `ms`. */
  | { readonly kind: 'drip'; readonly ms?: number }
  /** Sends `bytes` of well-formed feed, 64 MB unless told. */
  | { readonly kind: 'huge'; readonly bytes?: number }
  | { readonly kind: 'empty' }
  /** An HTML page that names no feed. */
  | { readonly kind: 'html' }
  /** XML that breaks off in the middle. */
  | { readonly kind: 'broken' }
  /** Plain text that is no feed of any kind. */
  | { readonly kind: 'text' }
  /** Cuts the connection. */
  | { readonly kind: 'reset' }
  /** Redirects to itself for ever. */
  | { readonly kind: 'loop' };

export type FaultKind = Fault['kind'];

const PIECE = Buffer.from(`<item><title>Padding</title><description>${'rare earth '.repeat(5900)}</description></item>\n`);

function stream(response: ServerResponse, next: () => Buffer | null): void {
  const more = (): void => {
    for (;;) {
      const piece = next();
      if (piece === null) {
        response.end();
        return;
      }
      if (!response.write(piece)) {
        response.once('drain', more);
        return;
      }
    }
  };
  more();
}

function drip(response: ServerResponse, ms: number): void {
  const text = '<?xml version="1.0"?><rss version="2.0"><channel><title>Drip</title>';
  let sent = 0;
  response.writeHead(200, { 'content-type': 'application/rss+xml' });
  const timer = setInterval(() => {
    response.write(text[sent] ?? ' ');
    sent += 1;
  }, ms);
  response.on('close', () => clearInterval(timer));
}

function huge(response: ServerResponse, bytes: number): void {
  response.writeHead(200, { 'content-type': 'application/rss+xml' });
  response.write('<?xml version="1.0"?><rss version="2.0"><channel><title>Huge</title>');
  let sent = 0;
  stream(response, () => {
    if (sent >= bytes || response.destroyed) return null;
    sent += PIECE.length;
    return PIECE;
  });
}

/** Answers a request in the way of the fault. */
export function answerBadly(fault: Fault, request: IncomingMessage, response: ServerResponse): void {
  switch (fault.kind) {
    case 'status':
      response.writeHead(fault.status, { 'content-type': 'text/html', ...(fault.retryAfter ? { 'retry-after': fault.retryAfter } : {}) });
      response.end(`<!doctype html><title>${fault.status}</title><h1>${fault.status}</h1>`);
      return;
    case 'hang':
      return;
    case 'drip':
      drip(response, fault.ms ?? 1000);
      return;
    case 'huge':
      huge(response, fault.bytes ?? 64 * 1024 * 1024);
      return;
    case 'empty':
      response.writeHead(200, { 'content-type': 'application/rss+xml', 'content-length': '0' });
      response.end();
      return;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end('<!doctype html><html lang="en"><head><title>We have moved on</title></head><body><h1>We have moved on</h1><p>This page names no feed.</p></body></html>');
      return;
    case 'broken':
      response.writeHead(200, { 'content-type': 'application/rss+xml' });
      response.end('<?xml version="1.0"?><rss version="2.0"><channel><title>Bro');
      return;
    case 'text':
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.end('This is neither XML nor JSON nor a page.');
      return;
    case 'reset':
      request.socket.destroy();
      return;
    case 'loop':
      response.writeHead(302, { location: request.url ?? '/' });
      response.end();
  }
}
