import { expect, test } from 'vitest';
import { status } from '../refresh/feed-server.ts';
import { aRoom, asked, desk, follow, page, SENTENCES, TEASER } from './full-text-desk.ts';

test('an item that its feed revises has its page read again when it is opened next', async () => {
  desk.server.on('/halden', page());
  const { feedId, articleId } = await follow();
  await desk.room.api.keepFullText({ articleId, opened: true });
  desk.items[0] = { slug: 'halden', text: 'Halden puts off its study once more. The shares fell again.' };
  desk.server.on('/halden', page(`${SENTENCES}<p>Correction: it is the fourth quarter, as the company said on Tuesday.</p>`));
  await desk.room.api.refresh({ feedIds: [feedId] });
  expect(await desk.room.api.getArticle({ articleId })).toMatchObject({ textOrigin: 'page', kept: 'full' });
  await desk.room.api.keepFullText({ articleId, opened: true });
  await desk.room.api.keepFullText({ articleId, opened: true });
  expect((await desk.room.api.getArticle({ articleId })).contentHtml).toContain('fourth quarter');
  expect(asked()).toEqual(['/halden', '/halden']);
});

test('a page that fails after its item was revised keeps its text, and opening does not ask again and again', async () => {
  desk.server.on('/halden', page());
  const { feedId, articleId } = await follow();
  await desk.room.api.keepFullText({ articleId, opened: true });
  desk.items[0] = { slug: 'halden', text: 'Halden puts off its study once more. The shares fell again.' };
  desk.server.on('/halden', status(403));
  await desk.room.api.refresh({ feedIds: [feedId] });
  for (let times = 0; times < 3; times += 1) expect(await desk.room.api.keepFullText({ articleId, opened: true })).toMatchObject({ state: 'kept' });
  expect(asked()).toEqual(['/halden', '/halden']);
  expect((await desk.room.api.getArticle({ articleId })).contentHtml).toContain('Paragraph 11');
});

test('a no stays a no for a source that revises its items at every refresh', async () => {
  desk.room = aRoom(true);
  desk.server.on('/robots.txt', status(404));
  const { feedId } = await follow({ mode: 'always' });
  desk.server.on('/second', status(401));
  for (const text of ['Read 1 time.', 'Read 2 times.', 'Read 3 times.']) {
    desk.items = [{ slug: 'second', text: `The shares fell. ${text}` }];
    await desk.room.api.refresh({ feedIds: [feedId] });
    const [article] = (await desk.room.api.listArticles({ scope: { kind: 'all' }, limit: 1 })).articles;
    await expect.poll(async () => (await desk.room.api.getArticle({ articleId: article?.id ?? 0 })).fullText).toMatchObject({ state: 'failed', code: 'unauthorized' });
  }
  await desk.room.api.refresh({ feedIds: [feedId] });
  await desk.room.close();
  expect(asked().filter((path) => path === '/second')).toEqual(['/second']);
});

test('a title that its feed revises makes no other copy of the page of a bookmark, whose text was fetched when it was', async () => {
  desk.server.on('/halden', page());
  const { feedId, articleId } = await follow();
  await desk.room.api.keepFullText({ articleId });
  await desk.room.api.setBookmarked({ articleId, bookmarked: true });
  const copies = async (): Promise<unknown> => (await desk.room.api.evidence({ articleId })).copies.filter(({ origin }) => origin === 'page');
  const before = await copies();
  expect(before).toHaveLength(1);
  desk.items[0] = { slug: 'halden', text: TEASER, title: 'Halden puts off its study, and says why' };
  await desk.room.api.refresh({ feedIds: [feedId] });
  expect((await desk.room.api.getArticle({ articleId })).title).toBe('Halden puts off its study, and says why');
  expect(await copies()).toEqual(before);
});
