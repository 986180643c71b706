import type { IncomingMessage, ServerResponse } from 'node:http';

/** Serves the window's files and images: the one pure handler that the app's own scheme uses too, told in node:http. */
export type BundleHandler = (request: Request) => Promise<Response>;

/** Answers with what the handler says to the same request. @param url - where the file would lie if the bundle were all that the origin has */
export async function answerFromBundle(handler: BundleHandler, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = new Headers();
  for (const name of ['accept', 'if-none-match', 'if-modified-since', 'range'] as const) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const answer = await handler(new Request(url, { method: request.method ?? 'GET', headers }));
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (!answer.body || request.method === 'HEAD') {
    response.end();
    return;
  }
  // The handler has read the whole file already.
  response.end(Buffer.from(await answer.arrayBuffer()));
}
