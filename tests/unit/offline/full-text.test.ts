import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FullTextMode } from '../../../electron/contract/full-text.ts';
import type { ArticleId } from '../../../electron/contract/model.ts';
import { exchangePath } from '../../../electron/core/exchange/exchange-file.ts';
import { isWanted } from '../../../electron/core/offline/full-text.ts';
import { retryPageAt } from '../../../electron/core/offline/page-retry.ts';
import { feed, startFeedServer, status, type FeedServer, type Handler } from '../refresh/feed-server.ts';
import { openReadingRoom, type ReadingRoom } from '../reader/reading-room.ts';
import { png } from '../image/made-images.ts';

const HOUR = 60 * 60_000;
const TEASER = 'Halden puts off its study to the third quarter. The shares fell.';
const SENTENCES = Array.from({ length: 12 }, (_, at) => `<p>Paragraph ${at} of the whole article, which tells of ore, acid and the price of both in some detail.</p>`).join('');

let server: FeedServer;
let room: ReadingRoom;
let items: { slug: string; text: string }[];
const open: (() => Promise<void>)[] = [];

beforeEach(async () => {
  server = await startFeedServer();
  open.push(() => server.close());
  items = [{ slug: 'halden', text: TEASER }];
  room = aRoom(false);
});

afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

function aRoom(unattended: boolean): ReadingRoom {
  const opened = openReadingRoom({ unattended });
  open.push(() => opened.close());
  return opened;
}

const document = (): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Oxide</title>${items
    .map(({ slug, text }) => `<item><guid isPermaLink="false">${slug}</guid><title>${slug}</title><link>${server.origin}/${slug}</link><description>${text}</description></item>`)
    .join('')}</channel></rss>`;

const page = (body = SENTENCES, type = 'text/html; charset=utf-8'): Handler => (_request, response) =>
  void response.writeHead(200, { 'content-type': type }).end(`<!doctype html><html lang="en"><title>Halden puts off its study</title><meta property="article:published_time" content="2026-11-02T08:00:00Z"><body><nav><a href="/">Home</a></nav><article><h1>Halden puts off its study</h1>${body}</article></body></html>`);

/** Follows the feed; the id of the newest article. */
async function follow({ mode }: { mode?: FullTextMode } = {}): Promise<{ feedId: number; articleId: ArticleId }> {
  const { feedId } = await room.api.subscribe({ url: server.on('/feed', feed(document)) });
  if (mode) await room.api.setFullText({ feedId, mode });
  const { articles } = await room.api.listArticles({ scope: { kind: 'all' }, limit: 1 });
  return { feedId, articleId: articles[0]?.id ?? 0 };
}

const asked = (): string[] => server.requests.map(({ path }) => path).filter((path) => path !== '/feed');

describe('which pages are fetched', () => {
  test('none by a refresh, a list, a question for the article, or an article that the feed gave whole', async () => {
    items.push({ slug: 'whole', text: `${'A long report with all that there is to tell. '.repeat(20)}It ends here.` });
    server.on('/halden', page());
    const { articleId, feedId } = await follow();
    await room.api.refresh({ feedIds: [feedId] });
    await room.api.getArticle({ articleId });
    const { articles } = await room.api.listArticles({ scope: { kind: 'all' }, limit: 5 });
    const whole = articles.find(({ title }) => title === 'whole');
    expect([whole?.kept, articles.find(({ title }) => title === 'halden')?.kept]).toEqual(['full', 'headline']);
    expect(await room.api.keepFullText({ articleId: whole?.id ?? 0, opened: true })).toEqual({ state: 'none' });
    expect(asked()).toEqual([]);
  });

  test('the one that is opened, once, and it stands in for the summary; what the feed gave is a question away', async () => {
    server.on('/halden', page());
    const { articleId } = await follow();
    const before = await room.api.getArticle({ articleId });
    expect(before).toMatchObject({ textOrigin: 'feed', wholeness: 'teaser', fullText: { state: 'none' }, facts: null, kept: 'headline' });
    const [first, second] = await Promise.all([1, 2].map(() => room.api.keepFullText({ articleId, opened: true })));
    expect(first).toMatchObject({ state: 'kept', url: `${server.origin}/halden` });
    expect(second).toEqual(first);
    await room.api.keepFullText({ articleId });
    expect(asked()).toEqual(['/halden']);
    const article = await room.api.getArticle({ articleId });
    expect(article).toMatchObject({ textOrigin: 'page', kept: 'full', summary: TEASER, facts: { headline: 'Halden puts off its study', publishedAt: Date.UTC(2026, 10, 2, 8) } });
    expect(article.contentHtml).toContain('Paragraph 11');
    expect(article.contentHtml).not.toContain('Home');
    expect(await room.api.getArticle({ articleId, text: 'feed' })).toMatchObject({ textOrigin: 'feed', contentHtml: before.contentHtml, kept: 'full' });
    await expect.poll(() => room.events).toContainEqual({ kind: 'texts', articleIds: [articleId] });
  });

  test('the one that is bookmarked, where closing waits for it', async () => {
    server.on('/halden', page());
    const { articleId } = await follow();
    await room.api.setBookmarked({ articleId, bookmarked: true });
    await expect.poll(async () => (await room.api.getArticle({ articleId })).textOrigin).toBe('page');
    await room.api.setBookmarked({ articleId, bookmarked: false });
    await room.api.setBookmarked({ articleId, bookmarked: true });
    await room.close();
    expect(asked()).toEqual(['/halden']);
  });

  test('none where the source is read as its feed gives it, unless a person asks', async () => {
    server.on('/halden', page());
    const { articleId } = await follow({ mode: 'feed' });
    expect(await room.api.keepFullText({ articleId, opened: true })).toEqual({ state: 'none' });
    expect(asked()).toEqual([]);
    expect(await room.api.keepFullText({ articleId })).toMatchObject({ state: 'kept' });
  });

  test('always: each new article after a refresh, those of before not, and never what robots.txt forbids', async () => {
    room = aRoom(true);
    for (const slug of ['halden', 'second', 'private']) server.on(`/${slug}`, page());
    server.on('/robots.txt', (_request, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /private'));
    const { feedId, articleId } = await follow({ mode: 'always' });
    items.unshift({ slug: 'second', text: TEASER }, { slug: 'private', text: TEASER });
    await room.api.refresh({ feedIds: [feedId] });
    const states = async (): Promise<unknown> => {
      const { articles } = await room.api.listArticles({ scope: { kind: 'all' }, limit: 5 });
      return Object.fromEntries(await Promise.all(articles.map(async ({ id, title }) => [title, (await room.api.getArticle({ articleId: id })).fullText] as const)));
    };
    await expect.poll(states).toMatchObject({ halden: { state: 'none' }, second: { state: 'kept' }, private: { state: 'failed', code: 'robots-disallowed' } });
    expect(asked().toSorted()).toEqual(['/robots.txt', '/second']);
    // A person who opens it is no program.
    const opened = (await room.api.listArticles({ scope: { kind: 'all' }, limit: 5 })).articles.find(({ title }) => title === 'private');
    expect(await room.api.keepFullText({ articleId: opened?.id ?? 0 })).toMatchObject({ state: 'kept' });
    expect(room.faults).toEqual([]);
    expect(articleId).toBeGreaterThan(0);
  });
});

describe('what cannot be had', () => {
  test.each([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [429, 'rate-limited'],
  ])('%i means no: it is not asked again by opening, and what the feed gave stays', async (code, name) => {
    server.on('/halden', status(code));
    const { articleId } = await follow();
    expect(await room.api.keepFullText({ articleId, opened: true })).toMatchObject({ state: 'failed', code: name });
    await room.api.keepFullText({ articleId, opened: true });
    expect(asked()).toEqual(['/halden']);
    expect(await room.api.getArticle({ articleId })).toMatchObject({ textOrigin: 'feed', kept: 'headline', contentHtml: TEASER, fullText: { state: 'failed', code: name } });
  });

  test('a host that answered 429 has its rest from a person too, and from its other pages', async () => {
    items.push({ slug: 'second', text: TEASER });
    server.on('/halden', status(429, { 'retry-after': '3600' }));
    const { articleId } = await follow();
    await room.api.keepFullText({ articleId });
    const answer = await room.api.keepFullText({ articleId });
    expect(answer).toMatchObject({ state: 'failed', code: 'rate-limited' });
    const { articles } = await room.api.listArticles({ scope: { kind: 'all' }, limit: 5 });
    for (const { id } of articles) await room.api.keepFullText({ articleId: id, opened: true });
    expect(asked()).toEqual(['/halden']);
  });

  test('a login wall says so, and is tried again when a person asks', async () => {
    server.on('/halden', page('<p>Halden puts off its study.</p><p>Subscribe to continue reading.</p>'));
    const { articleId } = await follow();
    expect(await room.api.keepFullText({ articleId, opened: true })).toMatchObject({ state: 'failed', code: 'login-wall' });
    server.on('/halden', page());
    expect(await room.api.keepFullText({ articleId, opened: true })).toMatchObject({ state: 'failed', code: 'login-wall' });
    expect(await room.api.keepFullText({ articleId })).toMatchObject({ state: 'kept' });
  });

  test('a page that says less than the feed is not taken for its article', async () => {
    items[0] = { slug: 'halden', text: `${'A long report of which the end is missing. '.repeat(30)} […]` };
    server.on('/halden', page('<p>This page holds one sentence only, about the ore, the acid and the shares, and then no more.</p>'));
    const { articleId } = await follow();
    expect(await room.api.keepFullText({ articleId, opened: true })).toMatchObject({ state: 'failed', code: 'no-article-text' });
  });

  test('an article that is not there', async () => {
    await expect(room.api.keepFullText({ articleId: 12_345 })).rejects.toMatchObject({ code: 'article-missing' });
    await expect(room.api.setFullText({ feedId: 99, mode: 'always' })).rejects.toMatchObject({ code: 'feed-missing' });
  });
});

test('a page whose header names the wrong charset is read by what it is', async () => {
  server.on('/halden', (_request, response) => {
    const body = `<!doctype html><html><head><meta charset="gbk"><title>t</title></head><body><article><h1>Halden</h1>${SENTENCES}<p>`;
    const chinese = Buffer.from('cfa1cdc1bcdbb8f1d7dfb8dfa1a3', 'hex');
    response.writeHead(200, { 'content-type': 'text/html' }).end(Buffer.concat([Buffer.from(body), chinese, Buffer.from('</p></article></body></html>')]));
  });
  const { articleId } = await follow();
  await room.api.keepFullText({ articleId, opened: true });
  expect((await room.api.getArticle({ articleId })).contentHtml).toContain('稀土价格走高。');
});

test('an item that its feed revises has its page read again when it is opened next', async () => {
  server.on('/halden', page());
  const { feedId, articleId } = await follow();
  await room.api.keepFullText({ articleId, opened: true });
  items[0] = { slug: 'halden', text: 'Halden puts off its study once more. The shares fell again.' };
  server.on('/halden', page(`${SENTENCES}<p>Correction: it is the fourth quarter, as the company said on Tuesday.</p>`));
  await room.api.refresh({ feedIds: [feedId] });
  expect(await room.api.getArticle({ articleId })).toMatchObject({ textOrigin: 'page', kept: 'full' });
  await room.api.keepFullText({ articleId, opened: true });
  await room.api.keepFullText({ articleId, opened: true });
  expect((await room.api.getArticle({ articleId })).contentHtml).toContain('fourth quarter');
  expect(asked()).toEqual(['/halden', '/halden']);
});

test('a page that fails after its item was revised keeps its text, and opening does not ask again and again', async () => {
  server.on('/halden', page());
  const { feedId, articleId } = await follow();
  await room.api.keepFullText({ articleId, opened: true });
  items[0] = { slug: 'halden', text: 'Halden puts off its study once more. The shares fell again.' };
  server.on('/halden', status(403));
  await room.api.refresh({ feedIds: [feedId] });
  for (let times = 0; times < 3; times += 1) expect(await room.api.keepFullText({ articleId, opened: true })).toMatchObject({ state: 'kept' });
  expect(asked()).toEqual(['/halden', '/halden']);
  expect((await room.api.getArticle({ articleId })).contentHtml).toContain('Paragraph 11');
});

test('a no stays a no for a source that revises its items at every refresh', async () => {
  room = aRoom(true);
  server.on('/robots.txt', status(404));
  const { feedId } = await follow({ mode: 'always' });
  server.on('/second', status(401));
  for (const text of ['Read 1 time.', 'Read 2 times.', 'Read 3 times.']) {
    items = [{ slug: 'second', text: `The shares fell. ${text}` }];
    await room.api.refresh({ feedIds: [feedId] });
    const [article] = (await room.api.listArticles({ scope: { kind: 'all' }, limit: 1 })).articles;
    await expect.poll(async () => (await room.api.getArticle({ articleId: article?.id ?? 0 })).fullText).toMatchObject({ state: 'failed', code: 'unauthorized' });
  }
  await room.api.refresh({ feedIds: [feedId] });
  await room.close();
  expect(asked().filter((path) => path === '/second')).toEqual(['/second']);
});

describe('what a person adds bookmarks an article, whose page comes as that of any bookmark', () => {
  const ADDED: Record<string, (articleId: ArticleId) => Promise<unknown>> = {
    tag: (articleId) => room.api.tagArticles({ articleIds: [articleId], add: ['quota'] }),
    note: (articleId) => room.api.setNote({ articleId, text: 'Ask them.' }),
    highlight: (articleId) => room.api.addHighlight({ articleId, quote: 'The shares fell', prefix: '', suffix: '.', start: 40 }),
    undo: async (articleId) => {
      room.store.run('UPDATE statuses SET bookmarked_at = 1, unbookmarked_at = 5 WHERE article_id = ?', articleId);
      await room.api.restoreBookmarks({ batch: 5 });
    },
  };

  test.each(Object.keys(ADDED))('by a %s', async (how) => {
    server.on('/halden', page());
    const { articleId } = await follow();
    await ADDED[how]?.(articleId);
    await expect.poll(async () => (await room.api.getArticle({ articleId })).textOrigin).toBe('page');
    expect((await room.api.evidence({ articleId })).copies.map(({ origin }) => origin)).toEqual(['feed', 'page']);
  });
});

test('a highlight of one of two texts says in which it stands', async () => {
  server.on('/halden', page());
  const { articleId } = await follow();
  const mark = (quote: string): Promise<unknown> => room.api.addHighlight({ articleId, quote, prefix: '', suffix: '', start: 0 });
  await mark('The shares fell');
  await expect.poll(async () => (await room.api.getArticle({ articleId })).textOrigin).toBe('page');
  await mark('tells of ore, acid and the price of both');
  await mark('what neither of them ever said of gallium');
  const { highlights } = await room.api.evidence({ articleId });
  expect(highlights.map(({ quote, place, inOtherText }) => [quote.slice(0, 9), place, inOtherText])).toEqual([['tells of ', 'here', false], ['The share', 'lost', true], ['what neit', 'lost', false]]);
});

test('an export says what the page says where the feed does not, and counts the images of its text alone', async () => {
  items[0] = { slug: 'halden', text: `${TEASER} &lt;img src=&quot;/gone.png&quot; width=&quot;300&quot; height=&quot;200&quot;&gt;` };
  server.on('/halden', (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><html lang="en"><head><title>Halden</title><meta property="og:site_name" content="Metals Daily"><meta name="author" content="Lin Wei"><meta property="article:tag" content="Terbium"><meta property="article:published_time" content="2026-11-02T08:00:00Z"></head><body><article><h1>Halden</h1>${SENTENCES}</article></body></html>`));
  const { articleId } = await follow();
  await room.api.keepFullText({ articleId });
  expect((await room.api.getArticle({ articleId })).images).toHaveLength(1);
  const { file, imagesMissing } = await room.api.exportArticles({ articleIds: [articleId], format: 'json' });
  const [article] = (JSON.parse(readFileSync(exchangePath(room.profile, file), 'utf8')) as { articles: unknown[] }).articles;
  expect(article).toMatchObject({ outlet: 'Metals Daily', authors: ['Lin Wei'], published: '2026-11-02T08:00:00.000Z', publishedDay: null, topics: ['Terbium'] });
  expect(imagesMissing).toBe(0);
});

test('a clean-up that takes nothing but the copies of a bookmark taken back takes their images too', async () => {
  server.on('/pit.png', (_request, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(png(600, 400)));
  server.on('/halden', page(`<p><img src="/pit.png" alt="The pit" width="600" height="400"></p>${SENTENCES}`));
  const { articleId, feedId } = await follow();
  await room.api.keepFullText({ articleId });
  await room.api.setBookmarked({ articleId, bookmarked: true });
  await room.api.keepImages({ articleId });
  items[0] = { slug: 'halden', text: 'Halden puts off its study once more. The shares fell again.' };
  server.on('/halden', page());
  await room.api.refresh({ feedIds: [feedId] });
  await room.api.keepFullText({ articleId, opened: true });
  const images = (): unknown[] => room.store.all('SELECT key FROM images');
  await room.api.cleanUp({ before: Date.now() + HOUR });
  expect(images()).toHaveLength(1);
  await room.api.setBookmarked({ articleId, bookmarked: false });
  expect(await room.api.cleanUp({ before: Date.now() + HOUR })).toMatchObject({ removed: 0 });
  await expect.poll(images).toEqual([]);
});

describe('a page that its address redirects to at another host', () => {
  let other: FeedServer;
  beforeEach(async () => {
    other = await startFeedServer();
    open.push(() => other.close());
    server.on('/halden', (_request, response) => void response.writeHead(302, { location: `${other.origin}/story` }).end());
  });
  const askedThere = (): string[] => other.requests.map(({ path }) => path);

  test('is read there', async () => {
    other.on('/story', page());
    const { articleId } = await follow();
    expect(await room.api.keepFullText({ articleId })).toMatchObject({ state: 'kept', url: `${other.origin}/story` });
    expect([asked(), askedThere()]).toEqual([['/halden'], ['/story']]);
  });

  test('is not asked for while that host wants rest', async () => {
    items.push({ slug: 'second', text: TEASER });
    server.on('/second', (_request, response) => void response.writeHead(302, { location: `${other.origin}/second` }).end());
    other.on('/story', status(429, { 'retry-after': '3600' }));
    await follow();
    const { articles } = await room.api.listArticles({ scope: { kind: 'all' }, limit: 5 });
    for (const { id } of articles.toSorted((one) => (one.title === 'halden' ? -1 : 1))) {
      expect(await room.api.keepFullText({ articleId: id })).toMatchObject({ state: 'failed', code: 'rate-limited' });
    }
    expect([asked(), askedThere()]).toEqual([['/halden', '/second'], ['/story']]);
  });

  test('is not read by a program where the robots.txt of that host forbids it', async () => {
    room = aRoom(true);
    items = [];
    other.on('/story', page());
    other.on('/robots.txt', (_request, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /'));
    server.on('/robots.txt', status(404));
    const { feedId } = await follow({ mode: 'always' });
    items = [{ slug: 'halden', text: TEASER }];
    await room.api.refresh({ feedIds: [feedId] });
    const [article] = (await room.api.listArticles({ scope: { kind: 'all' }, limit: 1 })).articles;
    await expect.poll(async () => (await room.api.getArticle({ articleId: article?.id ?? 0 })).fullText).toMatchObject({ state: 'failed', code: 'robots-disallowed' });
    expect(askedThere()).toEqual(['/robots.txt']);
  });
});

test('an article is full once the images of its page are here, and the images of both texts are its own', async () => {
  server.on('/pit.png', (_request, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(png(600, 400)));
  server.on('/halden', page(`<p><img src="/pit.png" alt="The pit" width="600" height="400"></p>${SENTENCES}`));
  const { articleId } = await follow();
  await room.api.keepFullText({ articleId, opened: true });
  expect(await room.api.getArticle({ articleId })).toMatchObject({ kept: 'text', images: [{ state: 'pending' }] });
  await room.api.keepImages({ articleId });
  expect(await room.api.getArticle({ articleId })).toMatchObject({ kept: 'full', images: [{ state: 'kept' }] });
  expect((await room.api.counts({})).offline).toBe(1);
});

test('the share with full text counts page texts', async () => {
  server.on('/halden', page());
  const { articleId } = await follow();
  const share = async (): Promise<unknown> => (await room.api.sources({})).sources[0]?.fullText;
  expect(await share()).toBe(0);
  await room.api.keepFullText({ articleId, opened: true });
  expect(await share()).toBe(1);
});

test('whether a page is wanted', () => {
  const cut = { mode: 'opened', whole: false, extractor: null, retryAt: 0, fullText: { state: 'none' } } as const;
  expect(isWanted(cut, 'opened', 0)).toBe(true);
  expect(isWanted({ ...cut, whole: true }, 'opened', 0)).toBe(false);
  expect(isWanted({ ...cut, whole: true, mode: 'always' }, 'ahead', 0)).toBe(true);
  expect([isWanted({ ...cut, retryAt: 5 * HOUR }, 'opened', 0), isWanted({ ...cut, retryAt: 5 * HOUR }, 'opened', 5 * HOUR), isWanted({ ...cut, retryAt: 5 * HOUR }, 'asked', 0)]).toEqual([false, true, true]);
  // An older extractor's text is read anew for the person who opens it, and for nobody else.
  expect([isWanted({ ...cut, extractor: 1e6 }, 'asked', 0), isWanted({ ...cut, extractor: 0.5 }, 'opened', 0), isWanted({ ...cut, mode: 'always', extractor: 0.5 }, 'ahead', 0)]).toEqual([false, true, false]);
});

const at = (code: string, tries = 0, restsUntil: number | null = null): number => retryPageAt({ code, tries, restsUntil, now: 0 });

test('when a page may be asked for again', () => {
  expect([at('timeout'), at('timeout', 1), at('timeout', 30)]).toEqual([HOUR / 6, HOUR / 3, 24 * HOUR]);
  expect([at('forbidden'), at('login-wall', 4)]).toEqual([30 * 24 * HOUR, 30 * 24 * HOUR]);
  expect(at('rate-limited', 0, 8 * HOUR)).toBe(8 * HOUR);
});
