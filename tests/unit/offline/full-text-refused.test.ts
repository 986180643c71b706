import { describe, expect, test } from 'vitest';
import { status } from '../refresh/feed-server.ts';
import { asked, desk, follow, page, TEASER } from './full-text-desk.ts';

describe('what cannot be had', () => {
  test.each([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [429, 'rate-limited'],
  ])('%i means no: it is not asked again by opening, and what the feed gave stays', async (code, name) => {
    desk.server.on('/halden', status(code));
    const { articleId } = await follow();
    expect(await desk.room.api.keepFullText({ articleId, opened: true })).toMatchObject({ state: 'failed', code: name });
    await desk.room.api.keepFullText({ articleId, opened: true });
    expect(asked()).toEqual(['/halden']);
    expect(await desk.room.api.getArticle({ articleId })).toMatchObject({ textOrigin: 'feed', kept: 'headline', contentHtml: TEASER, fullText: { state: 'failed', code: name } });
  });

  test('a host that answered 429 has its rest from a person too, and from its other pages', async () => {
    desk.items.push({ slug: 'second', text: TEASER });
    desk.server.on('/halden', status(429, { 'retry-after': '3600' }));
    const { articleId } = await follow();
    await desk.room.api.keepFullText({ articleId });
    const answer = await desk.room.api.keepFullText({ articleId });
    expect(answer).toMatchObject({ state: 'failed', code: 'rate-limited' });
    const { articles } = await desk.room.api.listArticles({ scope: { kind: 'all' }, limit: 5 });
    for (const { id } of articles) await desk.room.api.keepFullText({ articleId: id, opened: true });
    expect(asked()).toEqual(['/halden']);
  });

  test('a login wall says so, and is tried again when a person asks', async () => {
    desk.server.on('/halden', page('<p>Halden puts off its study.</p><p>Subscribe to continue reading.</p>'));
    const { articleId } = await follow();
    expect(await desk.room.api.keepFullText({ articleId, opened: true })).toMatchObject({ state: 'failed', code: 'login-wall' });
    desk.server.on('/halden', page());
    expect(await desk.room.api.keepFullText({ articleId, opened: true })).toMatchObject({ state: 'failed', code: 'login-wall' });
    expect(await desk.room.api.keepFullText({ articleId })).toMatchObject({ state: 'kept' });
  });

  test('a page that says less than the feed is not taken for its article', async () => {
    desk.items[0] = { slug: 'halden', text: `${'A long report of which the end is missing. '.repeat(30)} […]` };
    desk.server.on('/halden', page('<p>This page holds one sentence only, about the ore, the acid and the shares, and then no more.</p>'));
    const { articleId } = await follow();
    expect(await desk.room.api.keepFullText({ articleId, opened: true })).toMatchObject({ state: 'failed', code: 'no-article-text' });
  });

  test('an article that is not there', async () => {
    await expect(desk.room.api.keepFullText({ articleId: 12_345 })).rejects.toMatchObject({ code: 'article-missing' });
    await expect(desk.room.api.setFullText({ feedId: 99, mode: 'always' })).rejects.toMatchObject({ code: 'feed-missing' });
  });
});
