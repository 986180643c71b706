import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';

/** Serves the window's files and images: the one pure handler that the app's own scheme uses too, told in node:http. */
export type BundleHandler = (request: Request) => Promise<Response>;

/** Answers with what the handler says to the same request. @param url - where the file would lie if the bundle were all that the origin has */
export async function answerFromBundle(handler: BundleHandler, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = new Headers();
  for (const name of ['accept', 'content-type', 'if-none-match', 'if-modified-since', 'range'] as const) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const method = request.method ?? 'GET';
  const body = method === 'GET' || method === 'HEAD' ? null : (Readable.toWeb(request) as ReadableStream<Uint8Array>);
  // A body that streams needs `duplex`, which the types of the web do not know.
  const answer = await handler(new Request(url, { method, headers, ...(body && { body, duplex: 'half' }) }));
  // A request that was refused unread would be lost with its connection, and its answer with it.
  if (body && !request.readableEnded) request.resume();
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (!answer.body || request.method === 'HEAD') {
    response.end();
    return;
  }
  await pipeline(Readable.fromWeb(answer.body as NodeReadableStream<Uint8Array>), response);
}
