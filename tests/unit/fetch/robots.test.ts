import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFetcher } from '../../../electron/core/fetch/create-fetcher.ts';
import { createRobots } from '../../../electron/core/fetch/robots.ts';
import { createIngest } from '../../../electron/core/refresh/ingest.ts';
import { holdUntil } from '../../../electron/core/refresh/next-ask.ts';
import { feed, rss, startFeedServer, status, type FeedServer } from '../refresh/feed-server.ts';

const HOUR = 60 * 60_000;
let server: FeedServer;
let now = 0;
const fetcher = createFetcher({ userAgent: 'Monazite/test', timeoutMs: 2000 });
const robots = () => createRobots({ fetcher, now: () => now });

beforeEach(async () => {
  server = await startFeedServer();
  now = Date.UTC(2026, 10, 18);
});

afterEach(async () => {
  await server.close();
});

const link = (href: string): string => `<link rel="alternate" type="application/rss+xml" href="${href}">`;

const rules = (text: string): string => server.on('/robots.txt', (_request, response) => void response.writeHead(200).end(text));

test('rules are asked for once a day, also by many at once', async () => {
  rules('User-agent: *\nDisallow: /private\nCrawl-delay: 600');
  const { verdict } = robots();
  const [open, closed] = await Promise.all([verdict(`${server.origin}/news`, 'person'), verdict(`${server.origin}/private`, 'person')]);
  expect([open.allowed, open.delayMs, closed.allowed, closed.detail]).toEqual([true, 60_000, false, { host: new URL(server.origin).host }]);
  now += 24 * HOUR - 1;
  await verdict(`${server.origin}/news`, 'person');
  expect(server.countOf('/robots.txt')).toBe(1);
  now += 1;
  await verdict(`${server.origin}/news`, 'person');
  expect(server.countOf('/robots.txt')).toBe(2);
});

test.each([404, 401, 403])('a site that answers %i has no rules', async (code) => {
  server.on('/robots.txt', status(code));
  expect(await robots().verdict(`${server.origin}/news`, 'person')).toMatchObject({ allowed: true });
});

test('a site in trouble is left alone for an hour', async () => {
  server.on('/robots.txt', status(503));
  const { verdict } = robots();
  expect(await verdict(`${server.origin}/news`, 'person')).toMatchObject({ allowed: false, detail: { status: 503 } });
  server.on('/robots.txt', status(404));
  now += HOUR - 1;
  expect(await verdict(`${server.origin}/news`, 'person')).toMatchObject({ allowed: false });
  now += 1;
  expect(await verdict(`${server.origin}/news`, 'person')).toMatchObject({ allowed: true });
});

test('of a file beyond all measure the beginning counts, up to its last whole line', async () => {
  const line = 'Disallow: /elsewhere\n';
  rules(`User-agent: *\nDisallow: /private\n${line.repeat(40_000)}`);
  const { verdict } = robots();
  expect(await Promise.all(['/news', '/private', '/elsewhere'].map(async (path) => (await verdict(server.origin + path, 'person')).allowed))).toEqual([true, false, false]);
  // Of the rule at the cut only its slash would be left.
  const head = 'User-agent: *\nDisallow: /private\n#';
  const cut = 500 * 1024 - head.length - '\nDisallow: /'.length;
  rules(`${head}${'x'.repeat(cut)}\nDisallow: /late\n`);
  expect(await robots().verdict(`${server.origin}/news`, 'person')).toMatchObject({ allowed: true });
});

test('a file that only leads round is none', async () => {
  server.on('/robots.txt', (_request, response) => void response.writeHead(302, { location: '/robots.txt' }).end());
  expect(await robots().verdict(`${server.origin}/news`, 'person')).toMatchObject({ allowed: true });
});

test('how long a site wants rest is told with its refusal', async () => {
  server.on('/robots.txt', status(429, { 'retry-after': '7200' }));
  const ingest = createIngest({ fetcher: createFetcher({ userAgent: 'Monazite/test', now: () => now }), robots: createRobots({ fetcher: createFetcher({ userAgent: 'Monazite/test', now: () => now }), now: () => now }) });
  const result = await ingest.feed({ feedUrl: `${server.origin}/list`, validators: null, bodyHash: null, now, robots: true });
  expect(result).toMatchObject({ kind: 'failed', code: 'robots-disallowed', retryAt: now + 2 * HOUR });
});

test('a clock that was put back makes no rules last', async () => {
  rules('User-agent: *\nDisallow: /news');
  const { verdict } = robots();
  now += 3650 * 24 * HOUR;
  await verdict(`${server.origin}/news`, 'person');
  now -= 3650 * 24 * HOUR;
  rules('');
  expect(await verdict(`${server.origin}/news`, 'person')).toMatchObject({ allowed: true });
});

test('a missing network is no answer of the site, and is not remembered', async () => {
  const { verdict } = robots();
  const { origin } = server;
  await server.close();
  expect(await verdict(`${origin}/news`, 'person')).toMatchObject({ allowed: false, failure: { kind: 'failed', code: 'host-unreachable' } });
  server = await startFeedServer(Number(new URL(origin).port));
  expect(await verdict(`${origin}/news`, 'person')).toMatchObject({ allowed: true });
});

test('a page is asked only where its site allows it; a feed, which somebody follows, always', async () => {
  rules('User-agent: Monazite\nDisallow: /');
  const url = server.on('/list', feed(() => rss('list', ['one'])));
  const ingest = createIngest({ fetcher, robots: robots() });
  const job = { feedUrl: url, validators: null, bodyHash: null, now };
  expect(await ingest.feed({ ...job, robots: true })).toMatchObject({ kind: 'failed', code: 'robots-disallowed' });
  expect(server.countOf('/list')).toBe(0);
  expect(await ingest.feed(job)).toMatchObject({ kind: 'fresh' });
  expect(server.countOf('/robots.txt')).toBe(1);
});

test('a feed that is refused says so where robots.txt refuses it too', async () => {
  rules('User-agent: Monazite\nDisallow: /closed');
  const ingest = createIngest({ fetcher, robots: robots() });
  const detailOf = async (path: string): Promise<unknown> => {
    const result = await ingest.feed({ feedUrl: server.on(path, status(403)), validators: null, bodyHash: null, now });
    return result.kind === 'failed' ? [result.code, result.detail['robots']] : result.kind;
  };
  expect([await detailOf('/closed'), await detailOf('/open')]).toEqual([['forbidden', 'disallowed'], ['forbidden', undefined]]);
});

test('a search that nobody waits for asks only what the site allows', async () => {
  rules('User-agent: *\nDisallow: /feed');
  server.on('/feed', feed(() => rss('feed', ['one'])));
  server.on('/open', feed(() => rss('open', ['one'])));
  const page = server.on('/', (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(`<html><head>${link('/feed')}${link('/open')}</head></html>`));
  const ingest = createIngest({ fetcher, robots: robots() });
  expect((await ingest.discover(page, now, { unattended: { document: page } })).candidates.map(({ title }) => title)).toEqual(['open']);
  expect([server.countOf('/feed'), server.mostAtOnce]).toEqual([0, 1]);
  expect((await ingest.discover(page, now)).candidates.map(({ title }) => title).toSorted()).toEqual(['feed', 'open']);
});

test('a search that nobody waits for goes nowhere in here on the word of a public feed', async () => {
  const page = server.on('/', (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(`<html><head>${link('/feed')}</head></html>`));
  const ingest = createIngest({ fetcher, robots: robots() });
  await expect(ingest.discover(page, now, { unattended: { document: 'https://feed.example/rss' } })).rejects.toMatchObject({ code: 'private-network' });
  expect(server.requests).toEqual([]);
});

test('who gives up waiting for the rules of a site gives up for nobody else', async () => {
  const abort = new AbortController();
  server.on('/robots.txt', (_request, response) => {
    if (server.countOf('/robots.txt') === 1) abort.abort();
    else response.writeHead(200).end('User-agent: *\nDisallow: /private');
  });
  const { verdict } = robots();
  const [first, second] = await Promise.all([verdict(`${server.origin}/a`, 'person', abort.signal), verdict(`${server.origin}/b`, 'person')]);
  expect([first.failure?.code, second.allowed, second.failure]).toEqual(['engine-stopped', true, undefined]);
});

test('what a site does not allow is not asked for by the way of a redirect either', async () => {
  rules('User-agent: *\nDisallow: /private/');
  server.on('/private/1', (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Not for programs.</p>'));
  const go = server.on('/go', (_request, response) => void response.writeHead(302, { location: '/private/1' }).end());
  const ingest = createIngest({ fetcher, robots: robots() });
  const refused = { code: 'robots-disallowed', detail: { host: new URL(server.origin).host } };
  for (const staysOnHost of [true, false]) {
    expect(await ingest.article({ url: go, askedBy: 'person', robots: true, now, staysOnHost })).toMatchObject(refused);
    expect(await ingest.feed({ feedUrl: go, validators: null, bodyHash: null, now, robots: true, staysOnHost })).toMatchObject(refused);
  }
  await expect(ingest.discover(go, now, { unattended: { document: server.origin } })).rejects.toMatchObject(refused);
  expect([server.countOf('/private/1'), server.countOf('/robots.txt')]).toEqual([0, 1]);
  // A person who opens it is no program.
  await ingest.article({ url: go, askedBy: 'person', robots: false, now });
  expect(server.countOf('/private/1')).toBe(1);
});

test.each<Record<string, string>>([{ 'retry-after': '86400' }, {}])('a site that limits how often its rules are asked for rests as a whole, %o', async (headers) => {
  server.on('/robots.txt', status(429, headers));
  const dated = createFetcher({ userAgent: 'Monazite/test', now: () => now });
  const ingest = createIngest({ fetcher: dated, robots: createRobots({ fetcher: dated, now: () => now }) });
  const retryAt = 'retry-after' in headers ? now + 24 * HOUR : null;
  const article = await ingest.article({ url: `${server.origin}/news`, askedBy: 'person', robots: true, now });
  const list = await ingest.feed({ feedUrl: `${server.origin}/list`, validators: null, bodyHash: null, now, robots: true });
  for (const result of [article, list]) {
    if (result.kind !== 'failed') throw new Error(result.kind);
    const { code, detail } = result;
    expect([code, detail['status'], result.retryAt]).toEqual(['robots-disallowed', 429, retryAt]);
    expect(holdUntil({ code, status: Number(detail['status']), retryAt: result.retryAt, timesBefore: 0 }, { now, random: () => 0 })).toBe(retryAt ?? now + HOUR / 2);
  }
  await dated.close();
});
