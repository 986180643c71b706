import { expect, test } from 'vitest';
import { aRoom, asked, desk, idsOf, publish, wanting } from './prepare-desk.ts';
import type { ReadingRoom } from '../reader/reading-room.ts';

/** Bytes of all images that are here and of all texts of pages. */
function bytesHere(room: ReadingRoom): number {
  return room.store.get<{ bytes: number }>('SELECT (SELECT total(bytes) FROM images) + (SELECT ifnull(sum(length(html)), 0) FROM page_texts) AS bytes')?.bytes ?? 0;
}

test('what comes larger than was thought ends where the budget does, also when much of it is used already', async () => {
  const { url } = publish(60, { pictureBytes: 900_000 });
  const settings = wanting({ folders: 'all', budgetMb: 10 });
  const room = aRoom({ settings });
  await room.api.subscribe({ url });
  for (const articleId of [...(await idsOf(room)).values()].slice(0, 8)) {
    await room.api.keepFullText({ articleId });
    await room.api.keepImages({ articleId });
  }
  await room.api.prepare({});
  expect(bytesHere(room)).toBeGreaterThan(9_000_000);
  expect(bytesHere(room)).toBeLessThanOrEqual(10_000_000);
});

test('the budget holds with everything under way at once, whatever the images turn out to take', async () => {
  const { url } = publish(40, { pictureBytes: (at) => (at % 5 === 0 ? 700_000 : 60_000), images: 2 });
  const room = aRoom({ settings: wanting({ folders: 'all', budgetMb: 3 }) });
  await room.api.subscribe({ url });
  await room.api.prepare({});
  expect(bytesHere(room)).toBeGreaterThan(2_000_000);
  expect(bytesHere(room)).toBeLessThanOrEqual(3_000_000);
});

test('a bookmark comes whatever the budget is, and takes nothing of it from the others', async () => {
  const { url } = publish(4, { pictureBytes: (at) => (at === 3 ? 5_000_000 : 250_000) });
  const room = aRoom({ settings: wanting({ folders: 'all', budgetMb: 1 }) });
  await room.api.subscribe({ url });
  room.store.run('UPDATE statuses SET bookmarked = 1, bookmarked_at = 1 WHERE article_id = ?', (await idsOf(room)).get('story-3') ?? 0);
  expect(await room.api.prepare({})).toMatchObject({ ready: true, articles: 4 });
  expect(await room.api.offlinePlan({})).toMatchObject({ ready: 4, budgetReached: false });
});

test('one that alone is too large for what is left is named, and not taken for a failure of its image', async () => {
  const { url } = publish(12, { pictureBytes: (at) => (at === 11 ? 3_000_000 : 20_000) });
  const room = aRoom({ settings: wanting({ folders: 'all', budgetMb: 2 }) });
  await room.api.subscribe({ url });
  const report = await room.api.prepare({});
  expect(report.notReady.map(({ title, images, code }) => [title, images, code])).toEqual([['story-11', 1, 'over-budget']]);
  expect(desk.server.countOf('/story-11-0.png')).toBe(1);
  expect(room.store.get("SELECT state, code FROM images WHERE url LIKE '%story-11-0.png'")).toEqual({ state: 'pending', code: null });
  await room.api.setSettings(wanting({ folders: 'all', budgetMb: 10 }));
  const before = asked().length;
  expect(await room.api.prepare({})).toMatchObject({ ready: true });
  expect(asked().slice(before)).toEqual(['/story-11-0.png']);
});
