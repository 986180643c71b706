import { describe, expect, test } from 'vitest';
import { aRoom, asked, desk, follow, page, SENTENCES, TEASER } from './full-text-desk.ts';

/** What is known of the page of each article, by its title. */
const states = async (): Promise<unknown> => {
  const { articles } = await desk.room.api.listArticles({ scope: { kind: 'all' }, limit: 5 });
  return Object.fromEntries(await Promise.all(articles.map(async ({ id, title }) => [title, (await desk.room.api.getArticle({ articleId: id })).fullText] as const)));
};

describe('which pages are fetched', () => {
  test('none by a refresh, a list, a question for the article, or an article that the feed gave whole', async () => {
    desk.items.push({ slug: 'whole', text: `${'A long report with all that there is to tell. '.repeat(20)}It ends here.` });
    desk.server.on('/halden', page());
    const { articleId, feedId } = await follow();
    await desk.room.api.refresh({ feedIds: [feedId] });
    await desk.room.api.getArticle({ articleId });
    const { articles } = await desk.room.api.listArticles({ scope: { kind: 'all' }, limit: 5 });
    const whole = articles.find(({ title }) => title === 'whole');
    expect([whole?.kept, articles.find(({ title }) => title === 'halden')?.kept]).toEqual(['full', 'headline']);
    expect(await desk.room.api.keepFullText({ articleId: whole?.id ?? 0, opened: true })).toEqual({ state: 'none' });
    expect(asked()).toEqual([]);
  });

  test('the one that is opened, once, and it stands in for the summary; what the feed gave is a question away', async () => {
    desk.server.on('/halden', page());
    const { articleId } = await follow();
    const before = await desk.room.api.getArticle({ articleId });
    expect(before).toMatchObject({ textOrigin: 'feed', wholeness: 'teaser', fullText: { state: 'none' }, facts: null, kept: 'headline' });
    const [first, second] = await Promise.all([1, 2].map(() => desk.room.api.keepFullText({ articleId, opened: true })));
    expect(first).toMatchObject({ state: 'kept', url: `${desk.server.origin}/halden` });
    expect(second).toEqual(first);
    await desk.room.api.keepFullText({ articleId });
    expect(asked()).toEqual(['/halden']);
    const article = await desk.room.api.getArticle({ articleId });
    expect(article).toMatchObject({ textOrigin: 'page', kept: 'full', summary: TEASER, facts: { headline: 'Halden puts off its study', publishedAt: Date.UTC(2026, 10, 2, 8) } });
    expect(article.contentHtml).toContain('Paragraph 11');
    expect(article.contentHtml).not.toContain('Home');
    expect(await desk.room.api.getArticle({ articleId, text: 'feed' })).toMatchObject({ textOrigin: 'feed', contentHtml: before.contentHtml, kept: 'full' });
    await expect.poll(() => desk.room.events).toContainEqual({ kind: 'texts', articleIds: [articleId] });
  });

  test('the one that is bookmarked, where closing waits for it', async () => {
    desk.server.on('/halden', page());
    const { articleId } = await follow();
    await desk.room.api.setBookmarked({ articleId, bookmarked: true });
    await expect.poll(async () => (await desk.room.api.getArticle({ articleId })).textOrigin).toBe('page');
    await desk.room.api.setBookmarked({ articleId, bookmarked: false });
    await desk.room.api.setBookmarked({ articleId, bookmarked: true });
    await desk.room.close();
    expect(asked()).toEqual(['/halden']);
  });

  test('none where the source is read as its feed gives it, unless a person asks', async () => {
    desk.server.on('/halden', page());
    const { articleId } = await follow({ mode: 'feed' });
    expect(await desk.room.api.keepFullText({ articleId, opened: true })).toEqual({ state: 'none' });
    expect(asked()).toEqual([]);
    expect(await desk.room.api.keepFullText({ articleId })).toMatchObject({ state: 'kept' });
  });

  test('always: each new article after a refresh, those of before not, and never what robots.txt forbids', async () => {
    desk.room = aRoom(true);
    for (const slug of ['halden', 'second', 'private']) desk.server.on(`/${slug}`, page());
    desk.server.on('/robots.txt', (_request, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /private'));
    const { feedId, articleId } = await follow({ mode: 'always' });
    desk.items.unshift({ slug: 'second', text: TEASER }, { slug: 'private', text: TEASER });
    await desk.room.api.refresh({ feedIds: [feedId] });
    await expect.poll(states).toMatchObject({ halden: { state: 'none' }, second: { state: 'kept' }, private: { state: 'failed', code: 'robots-disallowed' } });
    expect(asked().toSorted()).toEqual(['/robots.txt', '/second']);
    // A person who opens it is no program.
    const opened = (await desk.room.api.listArticles({ scope: { kind: 'all' }, limit: 5 })).articles.find(({ title }) => title === 'private');
    expect(await desk.room.api.keepFullText({ articleId: opened?.id ?? 0 })).toMatchObject({ state: 'kept' });
    expect(desk.room.faults).toEqual([]);
    expect(articleId).toBeGreaterThan(0);
  });
});

test('a page whose header names the wrong charset is read by what it is', async () => {
  desk.server.on('/halden', (_request, response) => {
    const body = `<!doctype html><html><head><meta charset="gbk"><title>t</title></head><body><article><h1>Halden</h1>${SENTENCES}<p>`;
    const chinese = Buffer.from('cfa1cdc1bcdbb8f1d7dfb8dfa1a3', 'hex');
    response.writeHead(200, { 'content-type': 'text/html' }).end(Buffer.concat([Buffer.from(body), chinese, Buffer.from('</p></article></body></html>')]));
  });
  const { articleId } = await follow();
  await desk.room.api.keepFullText({ articleId, opened: true });
  expect((await desk.room.api.getArticle({ articleId })).contentHtml).toContain('稀土价格走高。');
});
