import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { imagePath } from '../../../electron/core/offline/image-path.ts';
import type { ArticleId } from '../../../electron/contract/model.ts';
import type { ReadingRoom } from '../reader/reading-room.ts';
import { aRoom, publish, wanting } from './prepare-desk.ts';

const BIG = 20_000;
const DAY = 24 * 60 * 60_000;

/** So many articles that were made ready long ago and are wanted no more, the newest first. */
async function old(count: number): Promise<{ room: ReadingRoom; ids: ArticleId[] }> {
  const { url } = publish(count, { pictureBytes: BIG });
  const room = aRoom({ unattended: true, settings: { ...wanting({ folders: 'all', budgetMb: 1000 }), keepImages: false } });
  await room.api.subscribe({ url });
  await room.api.prepare({});
  room.store.run('UPDATE statuses SET arrived_at = arrived_at - ?1, kept_at = kept_at - ?1', 100 * DAY);
  const { articles } = await room.api.listArticles({ scope: { kind: 'all' }, limit: 500 });
  return { room, ids: articles.map(({ id }) => id) };
}

const keptOf = async (room: ReadingRoom): Promise<string[]> => (await room.api.listArticles({ scope: { kind: 'all' }, limit: 500 })).articles.map(({ kept }) => kept);

test('nothing goes unasked unless the person said so', async () => {
  const { room } = await old(3);
  await room.api.setSettings(wanting({ unreadDays: 0, evictDays: 90 }));
  await room.api.refresh({});
  // One at a time: an eviction of the refresh's would have ended before this one counts.
  expect(await room.api.evict({ dryRun: true })).toMatchObject({ articles: 3 });
  expect(await keptOf(room)).toEqual(['full', 'full', 'full']);
  expect((await room.api.storage({})).lastEviction).toBeNull();
});

test('after a refresh what is too old goes, what a person keeps stays, and the storage report says what it did', async () => {
  const { room, ids } = await old(130);
  const [bookmarked = 0, pinned = 0, tagged = 0, noted = 0, highlighted = 0, gone = 0] = ids;
  await room.api.setBookmarked({ articleId: bookmarked, bookmarked: true });
  await room.api.keepOffline({ articleId: pinned, keep: true });
  await room.api.tagArticles({ articleIds: [tagged], add: ['Ndfeb'] });
  await room.api.setNote({ articleId: noted, text: 'Ask them.' });
  await room.api.addHighlight({ articleId: highlighted, quote: 'Paragraph 3 of the whole article', prefix: '', suffix: '', start: 0 });
  await room.api.removeBookmarks({ articleIds: [tagged, noted, highlighted] });
  const file = imagePath(room.profile, (await room.api.getArticle({ articleId: gone })).images[0]?.key ?? '');
  expect(existsSync(file)).toBe(true);
  expect((await room.api.storage({})).lastEviction).toBeNull();
  await room.api.setSettings(wanting({ unreadDays: 0, evictDays: 90, evictUnasked: true }));
  const said = await room.api.evict({ dryRun: true });
  expect(said.articles).toBe(125);
  await room.api.refresh({});
  await expect.poll(async () => (await room.api.storage({})).lastEviction).toMatchObject({ articles: 125, bytes: said.bytes });
  // The log tells of it as well, beside what was asked.
  expect((await room.api.activity({ limit: 10 })).rows.filter(({ kind }) => kind === 'evicted')).toMatchObject([{ kind: 'evicted', articles: 125, bytes: said.bytes }]);
  expect(await keptOf(room)).toEqual(ids.map((_, at) => (at < 5 ? 'full' : 'headline')));
  expect(existsSync(file)).toBe(false);
  expect(room.faults).toEqual([]);
});

test('what shares an image says at each moment what of it is here', async () => {
  const { room, ids } = await old(120);
  // Every article shows the image of the newest, whose turn comes last.
  room.store.run(`INSERT INTO article_images SELECT a.id, 999, (SELECT image_id FROM article_images WHERE article_id = ?1) FROM articles a WHERE a.id <> ?1`, ids[0] ?? 0);
  await room.api.setSettings(wanting({ unreadDays: 0, evictDays: 90 }));
  const lies = (): unknown[] => room.store.all(`SELECT s.article_id FROM statuses s WHERE s.kept = 2 AND EXISTS (
    SELECT 1 FROM article_images ai JOIN images i ON i.id = ai.image_id WHERE ai.article_id = s.article_id AND i.state <> 'kept')`);
  const seen: number[] = [];
  const evicting = room.api.evict({});
  const eviction = { isOver: false };
  void evicting.finally(() => {
    eviction.isOver = true;
  });
  while (!eviction.isOver) {
    seen.push(lies().length);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  expect(Math.max(...seen)).toBe(0);
  expect(new Set(await keptOf(room))).toEqual(new Set(['headline']));
});
