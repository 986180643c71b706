import { expect, test } from 'vitest';
import { status } from '../refresh/feed-server.ts';
import { asked, desk, follow, page, SENTENCES } from './full-text-desk.ts';

const CORRECTION = `${SENTENCES}<p>Correction: it is the fourth quarter, as the company said on Tuesday.</p>`;
const copiesOf = async (articleId: number) => (await desk.room.api.evidence({ articleId })).copies.filter(({ origin }) => origin === 'page');

test('a page that changed under an item that did not is noticed when a person looks again; both texts of a bookmark stay, and their difference is shown', async () => {
  desk.server.on('/halden', page());
  const { articleId } = await follow();
  await desk.room.api.setBookmarked({ articleId, bookmarked: true });
  await desk.room.api.keepFullText({ articleId });
  const [before] = await copiesOf(articleId);
  desk.server.on('/halden', page(CORRECTION));
  // Neither opening nor saving by name asks for what is kept.
  await desk.room.api.keepFullText({ articleId });
  expect(asked()).toEqual(['/halden']);

  expect(await desk.room.api.lookAgain({ articleId })).toEqual({ state: 'changed' });
  expect((await desk.room.api.getArticle({ articleId })).contentHtml).toContain('fourth quarter');
  const copies = await copiesOf(articleId);
  expect(copies).toHaveLength(2);
  expect(copies[0]).toEqual(before);
  const [from, to] = copies.map(({ id }) => id);
  const difference = await desk.room.api.compareCopies({ from: from ?? 0, to: to ?? 0 });
  expect(difference.blocks.filter(({ change }) => change !== 'kept')).toMatchObject([{ change: 'added', parts: [{ text: 'Correction: it is the fourth quarter, as the company said on Tuesday.' }] }]);
  expect((await desk.room.api.getCopy({ copyId: from ?? 0 })).html).not.toContain('fourth quarter');
});

test('a page that says the same in other tags is unchanged, and nothing is stored', async () => {
  desk.server.on('/halden', page());
  const { articleId } = await follow();
  await desk.room.api.setBookmarked({ articleId, bookmarked: true });
  const kept = await desk.room.api.keepFullText({ articleId });
  const before = [await copiesOf(articleId), await desk.room.api.getArticle({ articleId })];
  desk.server.on('/halden', page(SENTENCES.replace('ore, acid', 'ore,\n <em>acid</em>')));
  expect(await desk.room.api.lookAgain({ articleId })).toEqual({ state: 'unchanged', since: kept.state === 'kept' ? kept.at : 0 });
  expect([await copiesOf(articleId), await desk.room.api.getArticle({ articleId })]).toEqual(before);
  expect(asked()).toEqual(['/halden', '/halden']);
});

test('a page that is gone says so and costs nothing of what is kept; one that comes back is looked at as any', async () => {
  desk.server.on('/halden', page());
  const { articleId } = await follow();
  await desk.room.api.setBookmarked({ articleId, bookmarked: true });
  await desk.room.api.keepFullText({ articleId });
  const before = [await copiesOf(articleId), (await desk.room.api.getArticle({ articleId })).contentHtml];
  desk.server.on('/halden', status(404));
  expect(await desk.room.api.lookAgain({ articleId })).toMatchObject({ state: 'failed', code: 'not-found' });
  expect([await copiesOf(articleId), (await desk.room.api.getArticle({ articleId })).contentHtml]).toEqual(before);
  desk.server.on('/halden', page());
  expect(await desk.room.api.lookAgain({ articleId })).toMatchObject({ state: 'unchanged' });
});

test('a host that wants rest is not asked, and a text that was never kept is the first', async () => {
  desk.server.on('/halden', page());
  const { articleId } = await follow();
  expect(await desk.room.api.lookAgain({ articleId })).toEqual({ state: 'first' });
  desk.server.on('/halden', (_request, response) => void response.writeHead(429, { 'retry-after': '600' }).end());
  expect(await desk.room.api.lookAgain({ articleId })).toMatchObject({ state: 'failed', code: 'rate-limited' });
  expect(await desk.room.api.lookAgain({ articleId })).toMatchObject({ state: 'failed', code: 'rate-limited' });
  expect(asked()).toEqual(['/halden', '/halden']);
  await expect(desk.room.api.lookAgain({ articleId: 77 })).rejects.toMatchObject({ code: 'article-missing' });
});
