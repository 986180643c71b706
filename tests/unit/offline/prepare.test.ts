import { expect, test } from 'vitest';
import { feed } from '../refresh/feed-server.ts';
import { png } from './png.ts';
import { aProfile, aRoom, asked, desk, idsOf, illustrated, picture, publish, wanting } from './prepare-desk.ts';

test('brings every text and image, tells how far it is, and ends in one light; nothing is fetched twice', async () => {
  const { url, slugs } = publish(8);
  const room = aRoom({ settings: wanting({ folders: 'all' }) });
  await room.api.subscribe({ url });
  expect(await room.api.offlinePlan({})).toMatchObject({ articles: 8, ready: 0, missingText: 8 });
  const [first, second] = await Promise.all([room.api.prepare({}), room.api.prepare({})]);
  expect(first).toMatchObject({ ready: true, articles: 8, notReadyCount: 0, stopped: null });
  expect(second).toEqual(first);
  expect(first.bytes).toBeGreaterThan(8 * 200);
  await room.api.prepare({});
  expect(asked().toSorted()).toEqual(slugs.flatMap((slug) => [`/${slug}`, `/${slug}-0.png`]).toSorted());
  await expect.poll(() => room.events).toContainEqual({ kind: 'prepare' });
  expect(await room.api.prepareProgress({})).toMatchObject({ running: false, report: { ready: true } });
  expect((await room.api.counts({})).offline).toBe(8);
});

test('stopped in the middle and started anew in another process, it goes on where it was', async () => {
  const { url, slugs } = publish(30);
  const profile = aProfile();
  const settings = wanting({ folders: 'all' });
  const room = aRoom({ profile, settings });
  await room.api.subscribe({ url });
  const preparing = room.api.prepare({});
  await expect.poll(() => asked().length, { interval: 1 }).toBeGreaterThan(8);
  expect(await room.api.prepareProgress({})).toMatchObject({ running: true, total: 30, report: null });
  await room.api.cancelPrepare({});
  const report = await preparing;
  expect(report).toMatchObject({ ready: false, articles: 30, stopped: { code: 'prepare-stopped' } });
  expect(report.notReady.map(({ code }) => code)).toContain('prepare-stopped');
  expect(report.notReadyCount).toBeGreaterThan(0);
  await room.close();
  const again = aRoom({ profile, settings });
  expect(await again.api.prepare({})).toMatchObject({ ready: true });
  const counts = new Map<string, number>();
  for (const path of asked()) counts.set(path, (counts.get(path) ?? 0) + 1);
  expect(slugs.filter((slug) => counts.get(`/${slug}-0.png`) === undefined)).toEqual([]);
  // What was cut off under way is asked for again, and nothing that came.
  expect([...counts.values()].filter((count) => count > 1).length).toBeLessThanOrEqual(16);
});

test('what waits for its turn when it is stopped is not asked for, unless somebody else wants it', async () => {
  const { url } = publish(1, { images: 30 });
  const held: (() => void)[] = [];
  for (let at = 0; at < 30; at += 1) {
    const answer = picture(png(200, at));
    desk.server.on(`/story-0-${at}.png`, (request, response) => void held.push(() => answer(request, response)));
  }
  const room = aRoom({ settings: wanting({ folders: 'all' }) });
  await room.api.subscribe({ url });
  const articleId = (await idsOf(room)).get('story-0') ?? 0;
  const preparing = room.api.prepare({});
  await expect.poll(() => held.length, { interval: 1, timeout: 20_000 }).toBe(2);
  await room.api.cancelPrepare({});
  expect(await preparing).toMatchObject({ stopped: { code: 'prepare-stopped' } });
  for (const answer of held.splice(0)) answer();
  const kept = async (): Promise<number> => (await room.api.getArticle({ articleId })).images.filter(({ state }) => state === 'kept').length;
  await expect.poll(kept, { interval: 1, timeout: 20_000 }).toBe(2);
  for (let round = 0; round < 5; round += 1) await fetch(`${desk.server.origin}/feed`);
  expect(held).toEqual([]);
  const again = room.api.prepare({});
  await expect.poll(() => held.length, { interval: 1, timeout: 20_000 }).toBe(2);
  const keeping = room.api.keepImages({ articleId });
  await room.api.cancelPrepare({});
  await again;
  for (let at = 0; at < 30; at += 1) desk.server.on(`/story-0-${at}.png`, picture(png(200, at)));
  for (const answer of held.splice(0)) answer();
  expect(await keeping).toEqual({ kept: 28, failed: 0 });
});

test('an image that only counts readers is not missing, also where the source is read as its feed gives it', async () => {
  desk.server.on('/story-0-0.png', picture(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')));
  const url = desk.server.on('/feed', feed(() => `<rss version="2.0"><channel><title>Oxide</title>${illustrated('story-0')}</channel></rss>`));
  const room = aRoom({ settings: wanting({ folders: 'all' }) });
  const { feedId } = await room.api.subscribe({ url });
  await room.api.setFullText({ feedId, mode: 'feed' });
  expect(await room.api.prepare({})).toMatchObject({ ready: true, articles: 1 });
  expect(await room.api.offlinePlan({})).toMatchObject({ ready: 0, summaries: 1, missingText: 0, missingImages: 0 });
});
