import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pageHtml, pdf, PNG } from '../../fixtures/saved/made-files.ts';
import { test as base } from './test.ts';

/** With a site that has one article, `/ponds`, one PDF, `/quota.pdf`, and everything else behind a sign-in. */
export const test = base.extend<{ site: string }>({
  // oxlint-disable-next-line no-empty-pattern
  site: async ({}, use) => {
    const server = createServer((request, response) => {
      if (request.url === '/pond.png') response.writeHead(200, { 'content-type': 'image/png' }).end(PNG);
      else if (request.url === '/ponds') response.writeHead(200, { 'content-type': 'text/html' }).end(pageHtml());
      else if (request.url === '/quota.pdf') response.writeHead(200, { 'content-type': 'application/pdf' }).end(pdf());
      else response.writeHead(401).end('sign in');
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.close();
    server.closeAllConnections();
  },
});
