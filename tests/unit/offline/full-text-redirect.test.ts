import { beforeEach, describe, expect, test } from 'vitest';
import { startFeedServer, status, type FeedServer, type Handler } from '../refresh/feed-server.ts';
import { aRoom, asked, desk, follow, page, TEASER } from './full-text-desk.ts';

describe('a page that its address redirects to at another host', () => {
  let other: FeedServer;
  beforeEach(async () => {
    other = await startFeedServer();
    desk.open.push(() => other.close());
    desk.server.on('/halden', (_request, response) => void response.writeHead(302, { location: `${other.origin}/story` }).end());
  });
  const askedThere = (): string[] => other.requests.map(({ path }) => path);

  test('is read there', async () => {
    other.on('/story', page());
    const { articleId } = await follow();
    expect(await desk.room.api.keepFullText({ articleId })).toMatchObject({ state: 'kept', url: `${other.origin}/story` });
    expect([asked(), askedThere()]).toEqual([['/halden'], ['/story']]);
  });

  test('is not asked for while that host wants rest', async () => {
    desk.items.push({ slug: 'second', text: TEASER });
    desk.server.on('/second', (_request, response) => void response.writeHead(302, { location: `${other.origin}/second` }).end());
    other.on('/story', status(429, { 'retry-after': '3600' }));
    await follow();
    const { articles } = await desk.room.api.listArticles({ scope: { kind: 'all' }, limit: 5 });
    for (const { id } of articles.toSorted((one) => (one.title === 'halden' ? -1 : 1))) {
      expect(await desk.room.api.keepFullText({ articleId: id })).toMatchObject({ state: 'failed', code: 'rate-limited' });
    }
    expect([asked(), askedThere()]).toEqual([['/halden', '/second'], ['/story']]);
  });

  test('is not read by a program where the robots.txt of that host forbids it', async () => {
    desk.room = aRoom(true);
    desk.items = [];
    other.on('/story', page());
    other.on('/robots.txt', (_request, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /'));
    desk.server.on('/robots.txt', status(404));
    const { feedId } = await follow({ mode: 'always' });
    desk.items = [{ slug: 'halden', text: TEASER }];
    await desk.room.api.refresh({ feedIds: [feedId] });
    const [article] = (await desk.room.api.listArticles({ scope: { kind: 'all' }, limit: 1 })).articles;
    await expect.poll(async () => (await desk.room.api.getArticle({ articleId: article?.id ?? 0 })).fullText).toMatchObject({ state: 'failed', code: 'robots-disallowed' });
    expect(askedThere()).toEqual(['/robots.txt']);
  });
});

describe('a page that leads on to another host by itself', () => {
  let other: FeedServer;
  const leadsTo = (path: string): Handler => (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><title>Moved</title><meta http-equiv="refresh" content="0; url=${other.origin}${path}"><p>Moved.</p>`);
  beforeEach(async () => {
    other = await startFeedServer();
    desk.open.push(() => other.close());
    desk.server.on('/halden', leadsTo('/story'));
  });

  test('is read there, once', async () => {
    other.on('/story', page());
    const { articleId } = await follow();
    expect(await desk.room.api.keepFullText({ articleId })).toMatchObject({ state: 'kept', url: `${other.origin}/story` });
    expect([asked(), other.requests.map(({ path }) => path)]).toEqual([['/halden'], ['/story']]);
  });

  test('leads no further: who leads on and on is left', async () => {
    other.on('/story', (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><title>Moved</title><meta http-equiv="refresh" content="0; url=${desk.server.origin}/halden"><p>Moved.</p>`));
    const { articleId } = await follow();
    expect(await desk.room.api.keepFullText({ articleId })).toMatchObject({ state: 'failed', code: 'no-article-text' });
    expect([asked(), other.requests.map(({ path }) => path)]).toEqual([['/halden'], ['/story']]);
  });

  test('is not asked for there while that host wants rest', async () => {
    desk.items.push({ slug: 'second', text: TEASER });
    desk.server.on('/second', leadsTo('/second'));
    other.on('/story', status(429, { 'retry-after': '3600' }));
    await follow();
    const { articles } = await desk.room.api.listArticles({ scope: { kind: 'all' }, limit: 5 });
    for (const { id } of articles.toSorted((one) => (one.title === 'halden' ? -1 : 1))) {
      expect(await desk.room.api.keepFullText({ articleId: id })).toMatchObject({ state: 'failed', code: 'rate-limited' });
    }
    expect([asked(), other.requests.map(({ path }) => path)]).toEqual([['/halden', '/second'], ['/story']]);
  });
});
