import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { receiveFile } from '../../../electron/core/exchange/exchange-file.ts';
import { startFeedServer, status } from '../refresh/feed-server.ts';
import { setBookmarked } from '../../../electron/core/store/status.ts';
import { aRoom, asked, desk, idsOf, page, publish, wanting } from './prepare-desk.ts';

/** robots.txt keeps programs away from the first story, as a person may still open it. */
const forbidFirst = (): void => void desk.server.on('/robots.txt', (_request, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /story-0'));

const textOf = async (room: ReturnType<typeof aRoom>, slug: string): Promise<unknown> => {
  const { bookmarks } = await room.api.listBookmarks({ limit: 10 });
  const found = bookmarks.find(({ url }) => url?.endsWith(slug));
  const { fullText } = await room.api.getArticle({ articleId: found?.id ?? 0 });
  return fullText.state === 'failed' ? fullText.code : fullText.state;
};

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
  await expect.poll(async () => (await room.api.getArticle({ articleId: first })).fullText, { timeout: 10_000 }).toMatchObject({ state: 'failed' });
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

test('what a rule bookmarks is fetched as robots.txt allows, and for the person who opens it', async () => {
  publish(2);
  forbidFirst();
  const room = aRoom({ unattended: true, settings: { ...wanting({}), keepImages: false } });
  await room.api.addRule({ title: 'Stories', enabled: true, when: { query: 'story' }, effects: { bookmark: true } });
  await room.api.subscribe({ url: `${desk.server.origin}/feed` });
  await expect.poll(() => Promise.all(['story-0', 'story-1'].map((slug) => textOf(room, slug))), { timeout: 10_000 }).toEqual(['robots-disallowed', 'kept']);
  expect(asked()).not.toContain('/story-0');
  await room.api.keepFullText({ articleId: (await idsOf(room)).get('story-0') ?? 0, opened: true });
  expect(await textOf(room, 'story-0')).toBe('kept');
});

test('links of a file are fetched as robots.txt allows', async () => {
  publish(2);
  forbidFirst();
  const room = aRoom({ unattended: true, settings: { ...wanting({}), keepImages: false } });
  const { file } = await receiveFile(room.profile, Readable.from([Buffer.from(`url,title\n${desk.server.origin}/story-0,One\n${desk.server.origin}/story-1,Two\n`)]));
  await room.api.importFile({ file, name: 'links.csv' });
  await room.api.subscribe({ url: `${desk.server.origin}/feed` });
  await room.api.refresh({});
  await expect.poll(() => Promise.all(['story-0', 'story-1'].map((slug) => textOf(room, slug))), { timeout: 10_000 }).toEqual(['robots-disallowed', 'kept']);
  expect(asked()).not.toContain('/story-0');
});

test('a bookmark that is taken back while others come first is not fetched', async () => {
  publish(2);
  const room = aRoom({ unattended: true, settings: { ...wanting({}), keepImages: false } });
  await room.api.subscribe({ url: `${desk.server.origin}/feed` });
  const ids = await idsOf(room);
  const [first = 0, second = 0] = ['story-0', 'story-1'].map((title) => ids.get(title) ?? 0);
  const gate = Promise.withResolvers<null>();
  const story = page('story-0');
  desk.server.on('/story-0', (request, response) => void gate.promise.then(() => story(request, response)));
  for (const articleId of [first, second]) setBookmarked(room.store, articleId, true);
  await room.api.refresh({});
  await expect.poll(asked).toEqual(['/story-0']);
  await room.api.setBookmarked({ articleId: second, bookmarked: false });
  gate.resolve(null);
  await expect.poll(() => keptOf(room, first)).toBe('full');
  await room.close();
  expect(asked()).not.toContain('/story-1');
  expect(room.faults).toEqual([]);
});
