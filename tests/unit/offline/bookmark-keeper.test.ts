import { expect, test } from 'vitest';
import { startFeedServer, status } from '../refresh/feed-server.ts';
import { aRoom, asked, desk, idsOf, publish, wanting } from './prepare-desk.ts';

const keptOf = (room: ReturnType<typeof aRoom>, articleId: number): Promise<string> => room.api.getArticle({ articleId }).then(({ kept }) => kept);

test('what is bookmarked or kept by hand without a network comes by itself when it is back, and nothing else does', async () => {
  publish(4);
  // Nothing is fetched unasked but this.
  const room = aRoom({ unattended: true, settings: { ...wanting({}), keepImages: false } });
  await room.api.subscribe({ url: `${desk.server.origin}/feed` });
  const ids = await idsOf(room);
  const [first = 0, second = 0] = ['story-0', 'story-1'].map((title) => ids.get(title) ?? 0);
  const port = Number(new URL(desk.server.origin).port);
  await desk.server.close();
  // Tried before anything knows that there is no network, and after.
  await room.api.setBookmarked({ articleId: first, bookmarked: true });
  await expect.poll(async () => (await room.api.getArticle({ articleId: first })).fullText).toMatchObject({ state: 'failed' });
  await room.api.refresh({});
  expect((await room.api.refreshProgress({})).offlineSince).not.toBeNull();
  await room.api.keepOffline({ articleId: second, keep: true });
  desk.server = await startFeedServer(port);
  publish(4);
  await room.api.refresh({});
  await expect.poll(() => Promise.all([keptOf(room, first), keptOf(room, second)]), { timeout: 10_000 }).toEqual(['full', 'full']);
  expect(asked().toSorted()).toEqual(['/story-0', '/story-0-0.png', '/story-1', '/story-1-0.png']);
  await room.close();
  expect(room.faults).toEqual([]);
});

test('a bookmark whose page said no is not asked for at every refresh', async () => {
  publish(1);
  desk.server.on('/story-0', status(403));
  const room = aRoom({ unattended: true, settings: { ...wanting({}), keepImages: false } });
  await room.api.subscribe({ url: `${desk.server.origin}/feed` });
  await room.api.setBookmarked({ articleId: (await idsOf(room)).get('story-0') ?? 0, bookmarked: true });
  await expect.poll(asked).toEqual(['/story-0']);
  for (let times = 0; times < 3; times += 1) await room.api.refresh({});
  await room.close();
  expect(asked()).toEqual(['/story-0']);
});
