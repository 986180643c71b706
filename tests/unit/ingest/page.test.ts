import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { PageRules } from '../../../electron/contract/page.ts';
import { createFetcher } from '../../../electron/core/fetch/create-fetcher.ts';
import { createIngestPool } from '../../../electron/core/refresh/ingest-pool.ts';
import { createIngest } from '../../../electron/core/refresh/ingest.ts';
import type { Ingest, IngestJob, IngestResult } from '../../../electron/core/refresh/ingest-job.ts';
import { sends, serve } from '../fetch/serve.ts';
import { cardPage, listed, listPage } from './list-page.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const HTML = { 'content-type': 'text/html; charset=utf-8' };
const RULES: PageRules = { kind: 'html', item: 'li.news-item', title: null, link: null, date: null, summary: null };

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

function pool(): Ingest {
  const made = createIngestPool({ workerPath: join(import.meta.dirname, '../../../electron/ingest.ts'), size: 1, userAgent: 'Monazite/test' });
  open.push(made);
  return made;
}

function job(feedUrl: string, before: number | null = null, more: Partial<IngestJob> = {}): IngestJob {
  return { feedUrl, validators: null, bodyHash: null, page: { rules: RULES, before }, now: NOW, ...more };
}

function titles(result: IngestResult): readonly string[] {
  if (result.kind !== 'fresh') throw new Error(`expected articles, got ${JSON.stringify(result)}`);
  return result.articles.map(({ title }) => title);
}

describe('a page without a feed, read by its rules', () => {
  it('gives its articles in its order, with its dates, asked for as a page', async () => {
    const items = listed(8);
    const { url, requests } = await serve(sends(listPage(items), { ...HTML, etag: '"1"' }));
    const result = await pool().feed(job(`${url}/news`));
    expect(titles(result)).toEqual(items.map(({ title }) => title));
    expect(result).toMatchObject({ kind: 'fresh', feedKind: 'page', pageFound: 8, knownItems: null, facts: { title: 'Separation Notes', lang: 'en' }, validators: { etag: '"1"' } });
    if (result.kind !== 'fresh') return;
    expect(result.articles[0]).toMatchObject({ url: `${url}${items[0]?.path}`, zoneAssumed: true });
    const dates = result.articles.map(({ publishedAt }) => publishedAt ?? 0);
    expect(dates).toEqual([...dates].sort((a, b) => b - a));
    expect(Math.abs((dates[0] ?? 0) - Date.UTC(2026, 10, 20))).toBeLessThanOrEqual(12 * 3_600_000);
    expect(requests[0]?.headers.accept).toMatch(/^text\/html/);
  });

  it('costs no reading where its body is the same', async () => {
    const { url } = await serve(sends(listPage(listed(8)), HTML));
    const ingest = pool();
    const first = await ingest.feed(job(url));
    const bodyHash = first.kind === 'fresh' ? first.bodyHash : '';
    expect(await ingest.feed(job(url, 8, { bodyHash }))).toMatchObject({ kind: 'notModified' });
  });

  it('that lost its shape says how much was found and how much was before; never read, it says that there is no list', async () => {
    const { url } = await serve(sends(cardPage(listed(20)), HTML));
    const ingest = pool();
    const host = new URL(url).host;
    expect(await ingest.feed(job(url, 20))).toMatchObject({ kind: 'failed', code: 'page-shape-changed', detail: { host, found: 0, before: 20 }, retryAt: null });
    expect(await ingest.feed(job(url))).toMatchObject({ code: 'no-list-found' });
  });

  it('that scripts draw says so, as a page that is followed and before it is', async () => {
    const app = '<!doctype html><title>News</title><nav><a href="/">Home</a><a href="/about">About</a></nav><div id="root"></div><script src="/app.js"></script><noscript>You need JavaScript.</noscript>';
    const { url } = await serve(sends(app, HTML));
    const ingest = pool();
    const detail = { host: new URL(url).host, reason: 'script-only' };
    expect(await ingest.feed(job(url, 20))).toMatchObject({ code: 'page-shape-changed', detail: { ...detail, found: 0, before: 20 } });
    expect(await ingest.feed(job(url))).toMatchObject({ code: 'no-list-found', detail });
    await expect(ingest.page({ url, now: NOW })).rejects.toMatchObject({ code: 'no-list-found', detail });
    await expect(ingest.page({ url, example: { title: 'About' }, now: NOW })).rejects.toMatchObject({ code: 'no-list-found', detail });
    // Who writes rules by hand is shown what they find.
    expect(await ingest.page({ url, rules: RULES, now: NOW })).toMatchObject({ lists: [] });
  });

  it('that gives far less than before fails too, and brings what it gave', async () => {
    const { url } = await serve(sends(listPage(listed(3)), HTML));
    const ingest = pool();
    const shrunk = await ingest.feed(job(url, 20));
    expect(shrunk).toMatchObject({ kind: 'failed', code: 'page-shape-changed', detail: { found: 3, before: 20 } });
    expect(shrunk.kind === 'failed' && shrunk.part?.articles.map(({ title }) => title)).toEqual(listed(3).map(({ title }) => title));
    // Not so where a third is left, or where there never were many.
    expect(await ingest.feed(job(url, 9))).toMatchObject({ kind: 'fresh', pageFound: 3 });
    expect(await ingest.feed(job(url, 4))).toMatchObject({ kind: 'fresh' });
  });

  it.each([
    ['all', 10, { before: 10, dated: 10 }, { dated: 0, lost: true }],
    ['nearly all', 12, { before: 12, dated: 11 }, { dated: 1, lost: true }, 1],
    ['all but many', 12, { before: 12, dated: 12 }, { dated: 4, lost: false }, 4],
    ['those of a few', 10, { before: 10, dated: 6 }, { dated: 0, lost: false }],
    ['those of a list that is short', 4, { before: 4, dated: 4 }, { dated: 0, lost: false }],
    ['none, since it had none', 10, { before: 10, dated: 0 }, { dated: 0, lost: false }],
    ['those of a page that nobody counted', 10, { before: 10, dated: null }, { dated: 0, lost: false }],
    ['all, and has them not yet back', 10, { before: 10, dated: 10, datesLost: true }, { dated: 2, lost: true }, 2],
    ['all, and has them back', 10, { before: 10, dated: 10, datesLost: true }, { dated: 3, lost: false }, 3],
  ] as const)('that lost its dates, %s, gives its articles and says so', async (_which, count, was, pageDates, withDate?: number) => {
    const items = listed(count).map(({ date, ...item }, at) => (at < (withDate ?? 0) && date !== undefined ? { ...item, date } : item));
    const { url } = await serve(sends(listPage(items), HTML));
    const result = await pool().feed(job(`${url}/news`, was.before, { page: { rules: RULES, ...was } }));
    expect(result).toMatchObject({ kind: 'fresh', pageFound: count, pageDates });
  });

  it('that says that it is not there, or lets only browsers in, is told by its name', async () => {
    const missing = await serve(sends('<!doctype html><title>页面未找到</title><body><p>抱歉，您查看的页面不存在</p><a href="/">返回首页</a>', HTML));
    const blocked = await serve(sends('<!doctype html><html><head><title>Just a moment...</title></head><body><div id="challenge">Checking your browser before you access the site. Please enable JavaScript and cookies to continue.</div></body></html>', HTML));
    const ingest = pool();
    expect(await ingest.feed(job(missing.url, 20))).toMatchObject({ kind: 'failed', code: 'page-is-missing' });
    expect(await ingest.feed(job(blocked.url, 20))).toMatchObject({ kind: 'failed', code: 'bot-check' });
    await expect(ingest.page({ url: missing.url, now: NOW })).rejects.toMatchObject({ code: 'page-is-missing', detail: { host: new URL(missing.url).host } });
    await expect(ingest.page({ url: blocked.url, now: NOW })).rejects.toMatchObject({ code: 'bot-check' });
  });

  it('may be a list in JSON', async () => {
    const rows = listed(6).map(({ title, date }, at) => ({ id: 900 + at, headline: title, day: date, note: `Note ${at}` }));
    const { url } = await serve(sends(JSON.stringify({ code: 0, data: { rows } }), { 'content-type': 'application/json' }));
    const rules: PageRules = { kind: 'json', items: 'data.rows', title: 'headline', link: '/show/{id}', date: 'day', summary: 'note', id: 'id' };
    const result = await pool().feed(job(`${url}/api/list`, null, { page: { rules, before: null } }));
    expect(titles(result)).toEqual(rows.map(({ headline }) => headline));
    expect(result.kind === 'fresh' && result.articles[0]).toMatchObject({ url: `${url}/show/900`, summary: 'Note 0' });
  });

  it('in JSON that names no address is shown all the same, for the person to say where its articles are', async () => {
    const rows = [19, 18, 17, 16, 15].map((day) => ({ id: 4000 + day, title: `Terbium oxide on day ${day} of the month`, pubDate: `2026-11-${day}` }));
    const { url } = await serve(sends(JSON.stringify({ list: rows }), { 'content-type': 'application/json' }));
    const preview = await pool().page({ url: `${url}/list`, now: NOW });
    expect(preview.lists).toMatchObject([{ itemCount: 5, confidence: 'unsure', filled: { title: 5, link: 0, date: 5 }, rules: { kind: 'json', items: 'list', link: '' } }]);
    const rules: PageRules = { ...(preview.lists[0]?.rules as Extract<PageRules, { kind: 'json' }>), link: '/news/{id}.html' };
    expect((await pool().page({ url: `${url}/list`, rules, now: NOW })).lists[0]?.items[0]).toMatchObject({ url: `${url}/news/4019.html` });
  });

  it('is not fetched unattended where robots.txt keeps programs away, and is where a person asks', async () => {
    const { url, requests } = await serve(sends(listPage(listed(8)), HTML));
    const fetcher = createFetcher({ userAgent: 'Monazite/test' });
    open.push(fetcher);
    const refused = { kind: 'failed', code: 'robots-disallowed', detail: { host: new URL(url).host }, retryAt: null } as const;
    const ingest = createIngest({ fetcher, robots: { verdict: async () => ({ allowed: false, delayMs: 0, detail: refused.detail }) } });
    expect(await ingest.feed(job(url, 8, { robots: true }))).toMatchObject(refused);
    expect(requests).toHaveLength(0);
    expect(await ingest.feed(job(url))).toMatchObject({ kind: 'fresh' });
  });
});

describe('a page that a person looks at', () => {
  it('shows its lists and its links, and is not asked for again while rules are tried on it', async () => {
    const items = listed(12);
    const { url, requests } = await serve(sends(listPage(items), HTML));
    const ingest = pool();
    const preview = await ingest.page({ url, now: NOW });
    expect(preview).toMatchObject({ url: `${url}/`, title: 'Separation Notes', lang: 'en', feedId: null });
    expect(preview.lists[0]).toMatchObject({ itemCount: 12, confidence: 'sure', filled: { title: 12, link: 12, date: 12 } });
    expect(preview.lists[0]?.items.map(({ title }) => title)).toEqual(items.map(({ title }) => title));
    expect(preview.links.map(({ title }) => title)).toEqual(expect.arrayContaining(['Prices', items[3]?.title]));
    const shown = preview.lists[0]?.items[3];
    expect(preview.links.find(({ title }) => title === shown?.title)).toMatchObject({ publishedAt: shown?.publishedAt, publishedDay: shown?.publishedDay });
    expect(preview.links.find(({ title }) => title === 'Prices')).toMatchObject({ publishedAt: null, publishedDay: null });

    const byRules = await ingest.page({ url: preview.url, rules: { ...RULES, item: '.news-list > li', summary: 'span' }, now: NOW });
    expect(byRules.lists).toMatchObject([{ itemCount: 12, filled: { title: 12, summary: 12 } }]);
    const byExample = await ingest.page({ url: preview.url, example: { title: items[5]?.title }, now: NOW });
    expect(byExample.lists).toMatchObject([{ itemCount: 12 }]);
    expect(await ingest.page({ url: preview.url, rules: { ...RULES, item: '.no-such' }, now: NOW })).toMatchObject({ lists: [] });
    expect(requests).toHaveLength(1);

    await ingest.page({ url, now: NOW });
    await ingest.page({ url, rules: RULES, now: NOW + 3_600_000 });
    expect(requests).toHaveLength(3);
  });

  it('answers with the part of the rules that cannot be used, and with what keeps a page from being read', async () => {
    const { url } = await serve((request, response) => {
      if (request.url === '/list') sends(listPage(listed(8)), HTML)(request, response);
      else if (request.url === '/empty') sends('<!doctype html><title>Soon</title><p>Soon.', HTML)(request, response);
      else response.writeHead(500).end();
    });
    const ingest = pool();
    await expect(ingest.page({ url: `${url}/list`, rules: { ...RULES, date: 'span[' }, now: NOW })).rejects.toMatchObject({ code: 'bad-selector', detail: { field: 'date' } });
    await expect(ingest.page({ url: `${url}/empty`, now: NOW })).rejects.toMatchObject({ code: 'no-list-found' });
    await expect(ingest.page({ url: `${url}/list`, example: { title: 'Nothing like it' }, now: NOW })).rejects.toMatchObject({ code: 'no-list-found' });
    await expect(ingest.page({ url: `${url}/broken`, now: NOW })).rejects.toMatchObject({ code: 'server-error' });
    await expect(ingest.page({ url: 'ftp://a.example', now: NOW })).rejects.toMatchObject({ code: 'unsupported-scheme' });
  });
});
