import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createFetcher } from '../../../electron/core/fetch/create-fetcher.ts';
import { createIngest } from '../../../electron/core/refresh/ingest.ts';
import { createIssuer } from './certificates.ts';
import { sends, serve } from './serve.ts';

const issuer = createIssuer();
const FEED = '<rss version="2.0"><channel><title>Metals</title><item><guid>1</guid><title>One</title></item></channel></rss>';
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function aFetcher(): ReturnType<typeof createFetcher> {
  const fetcher = createFetcher({ userAgent: 'Monazite/test', timeoutMs: 5000, systemRoots: () => [issuer.root] });
  closing.unshift(() => fetcher.close());
  return fetcher;
}

async function serveSecure(listener: RequestListener): Promise<string> {
  const server = createServer(issuer.issue('IP:127.0.0.1'), listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())));
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Sends on for good: `/to-plain` to the plain server, `/home` within the secure one first. */
async function twoServers(plainListener: RequestListener): Promise<{ secure: string; plain: string }> {
  const { url: plain } = await serve(plainListener);
  const secure = await serveSecure((request, response) => {
    if (request.url === '/there') sends(FEED)(request, response);
    else response.writeHead(301, { location: request.url === '/home' ? '/to-plain' : `${plain}/feed` }).end();
  });
  return { secure, plain };
}

test('what leads from https to http for good is followed each time, and moves nothing', async () => {
  const { secure, plain } = await twoServers(sends(FEED));
  const fetcher = aFetcher();
  expect(await fetcher({ askedBy: 'person', url: `${secure}/to-plain` })).toMatchObject({ kind: 'fresh', finalUrl: `${plain}/feed`, permanentUrl: null });
  expect(await fetcher({ askedBy: 'person', url: `${secure}/home` })).toMatchObject({ finalUrl: `${plain}/feed`, permanentUrl: `${secure}/to-plain` });
});

test('nor does what leads on from there, back to https, for the line to there is open', async () => {
  let secure = '';
  const servers = await twoServers((_request, response) => void response.writeHead(301, { location: `${secure}/there` }).end());
  secure = servers.secure;
  const fetcher = aFetcher();
  expect(await fetcher({ askedBy: 'person', url: `${secure}/to-plain` })).toMatchObject({ kind: 'fresh', finalUrl: `${secure}/there`, permanentUrl: null });
  expect(await fetcher({ askedBy: 'person', url: `${servers.plain}/feed` })).toMatchObject({ permanentUrl: `${secure}/there` });
});

test('a trip that waited before the other host goes on the same', async () => {
  const { secure, plain } = await twoServers(sends(FEED));
  const fetcher = aFetcher();
  const stopped = await fetcher({ askedBy: 'person', url: `${secure}/to-plain`, staysOnHost: true });
  expect(stopped).toMatchObject({ onward: { url: `${plain}/feed`, permanentUrl: null, unbroken: false } });
  const onward = stopped.kind === 'failed' ? stopped.onward : null;
  expect(await fetcher({ askedBy: 'person', url: `${secure}/to-plain`, onward })).toMatchObject({ kind: 'fresh', permanentUrl: null });
});

test('a feed that is found so is followed at its https address', async () => {
  const { secure } = await twoServers(sends(FEED));
  const { url, candidates } = await createIngest({ fetcher: aFetcher() }).discover(`${secure}/to-plain`, Date.UTC(2026, 10, 20));
  expect([url, candidates[0]?.feedUrl]).toEqual([`${secure}/to-plain`, `${secure}/to-plain`]);
});
