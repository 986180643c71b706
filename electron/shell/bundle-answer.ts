import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Serves the window's files and images: the one pure handler that the app's own scheme uses too, told in node:http. */
export type BundleHandler = (request: Request) => Promise<Response>;

/** Answers with what the handler says to the same request. @param origin - without a trailing slash */
export async function answerFromBundle(handler: BundleHandler, origin: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = new Headers();
  for (const name of ['accept', 'if-none-match', 'if-modified-since', 'range'] as const) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const path = request.url ?? '/';
  const answer = await handler(new Request(`${origin}${path.startsWith('/') ? path : '/'}`, { method: request.method ?? 'GET', headers }));
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (!answer.body || request.method === 'HEAD') {
    response.end();
    return;
  }
  await pipeline(Readable.fromWeb(answer.body), response);
}
