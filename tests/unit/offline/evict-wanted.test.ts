import { expect, test } from 'vitest';
import type { ArticleId } from '../../../electron/contract/model.ts';
import type { Settings } from '../../../electron/contract/settings.ts';
import type { ReadingRoom } from '../reader/reading-room.ts';
import { aRoom, publish, wanting } from './prepare-desk.ts';

const BIG = 300_000;

/** So many articles that were made ready, the newest first, and what is wanted of them from then on. */
async function prepared(count: number, offline: Partial<Settings['offline']>): Promise<{ room: ReadingRoom; ids: ArticleId[] }> {
  const { url } = publish(count, { pictureBytes: BIG });
  const room = aRoom({ settings: wanting({ folders: 'all', budgetMb: 1000 }) });
  await room.api.subscribe({ url });
  await room.api.prepare({});
  await room.api.setSettings(wanting(offline));
  const { articles } = await room.api.listArticles({ scope: { kind: 'all' }, limit: 100 });
  return { room, ids: articles.map(({ id }) => id) };
}

const keptOf = async (room: ReadingRoom, ids: readonly ArticleId[]): Promise<string[]> => Promise.all(ids.map(async (articleId) => (await room.api.getArticle({ articleId })).kept));

test('what Prepare wants is neither too old nor past the budget: what it does not want goes in its place', async () => {
  // Five of 300 kB, of which 1 MB may stay: the two newest are read, and wanted no more.
  const { room, ids } = await prepared(5, { unreadDays: 7, budgetMb: 1, evictDays: 0 });
  await room.api.setRead({ articleIds: ids.slice(0, 2), read: true });
  const said = await room.api.evict({ dryRun: true });
  expect(said).toMatchObject({ articles: 2, wanted: 0, short: 0 });
  await room.api.evict({});
  expect(await keptOf(room, ids)).toEqual(['headline', 'headline', 'full', 'full', 'full']);
  expect(await room.api.offlinePlan({})).toMatchObject({ articles: 3, ready: 3 });
});

test('what Prepare wants goes only where nothing else is left to free so much, and that is said before', async () => {
  const { room, ids } = await prepared(4, { unreadDays: 7, budgetMb: 1000 });
  await room.api.setRead({ articleIds: ids.slice(0, 2), read: true });
  expect(await room.api.evict({ dryRun: true, free: BIG })).toMatchObject({ articles: 1, wanted: 0, short: 0 });
  const said = await room.api.evict({ dryRun: true, free: 3 * BIG });
  expect(said).toMatchObject({ articles: 3, wanted: 1, short: 0 });
  expect(await room.api.evict({ free: 3 * BIG })).toEqual(said);
  expect(await keptOf(room, ids)).toEqual(['headline', 'headline', 'full', 'headline']);
});

test('where less may go than is asked for, the answer says how much is short', async () => {
  const { room, ids } = await prepared(2, { unreadDays: 0 });
  await room.api.setBookmarked({ articleId: ids[0] ?? 0, bookmarked: true });
  const said = await room.api.evict({ dryRun: true, free: 10 * BIG });
  expect(said.articles).toBe(1);
  expect(said.short).toBe(10 * BIG - said.bytes);
  expect(await room.api.evict({ free: 10 * BIG })).toEqual(said);
});

test('images that several articles show are counted once, so that as much is freed as was asked for', async () => {
  const { room } = await prepared(6, { unreadDays: 0 });
  // Each of the three oldest shows the images of the other two as well.
  room.store.run(`INSERT INTO article_images SELECT a.id, 1500 + i.id, i.id FROM (SELECT id FROM articles ORDER BY id LIMIT 3) a
    CROSS JOIN (SELECT image_id AS id FROM article_images WHERE article_id IN (SELECT id FROM articles ORDER BY id LIMIT 3)) i
    WHERE NOT EXISTS (SELECT 1 FROM article_images x WHERE x.article_id = a.id AND x.image_id = i.id)`);
  const said = await room.api.evict({ dryRun: true, free: 3.5 * BIG });
  expect(said.bytes).toBeGreaterThanOrEqual(3.5 * BIG);
  const before = (await room.api.storage({})).images;
  await room.api.evict({ free: 3.5 * BIG });
  expect(before - (await room.api.storage({})).images).toBeGreaterThan(3.4 * BIG);
});
