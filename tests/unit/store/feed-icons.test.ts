import { expect, test } from 'vitest';
import { listFeeds } from '../../../electron/core/query/list-feeds.ts';
import { addFeedIcons } from '../../../electron/core/store/add-feed-icons.ts';
import { cleanUp } from '../../../electron/core/store/clean-up.ts';
import { awaitIcon, dueIcons, keepIcon, missIcon } from '../../../electron/core/store/feed-icons.ts';
import { addFeed, pauseFeed, unsubscribe } from '../../../electron/core/store/feeds.ts';
import { moveFeedTo } from '../../../electron/core/store/follow-move.ts';
import { forgetImages, missImage, pendingImages, recordImage, unreferencedImages } from '../../../electron/core/store/images.ts';
import { MIGRATIONS } from '../../../electron/core/store/migrations.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { DAY, documentOf, follow, HOUR, imageKey, incoming, NOON, testStore } from './library.ts';

const KEY = 'a'.repeat(32);
const HASH = 'a'.repeat(64);
const MARK = 'https://metals.example/favicon.ico';

/** A followed source that answered once. */
function answered(store: Store, url?: string): number {
  const feed = follow(store, url === undefined ? {} : { url });
  storeDocument(store, feed.id, documentOf([]), NOON);
  return feed.id;
}

function give(store: Store, feedId: number, key = KEY): void {
  if (!awaitIcon(store, key, MARK)) recordImage(store, key, { state: 'kept', type: 'image/x-icon', bytes: 900, hash: key + key });
  expect(keepIcon(store, feedId, { key, nextAt: NOON + 30 * DAY })).toBe(true);
}

const iconsOf = (store: Store): (string | null)[] => listFeeds(store).feeds.map(({ icon }) => icon);
const due = (store: Store): number[] => dueIcons(store, 9).map(({ feedId }) => feedId);
const imageBytes = (store: Store): unknown => store.get('SELECT image_bytes AS bytes FROM library');

test('a library of before has sources without an icon, whose icons are looked for', () => {
  const old = testStore({ migrations: MIGRATIONS.slice(0, MIGRATIONS.indexOf(addFeedIcons)) });
  old.run("INSERT INTO feeds (kind, feed_url, title, subscribed_at, succeeded_at) VALUES ('rss', 'https://metals.example/feed', 'Metals', 1, 1)");
  old.close();
  const store = testStore({ profile: old.profile });
  expect(listFeeds(store).feeds).toMatchObject([{ title: 'Metals', icon: null }]);
  expect(dueIcons(store, 9)).toEqual([{ feedId: 1, feedUrl: 'https://metals.example/feed', siteUrl: null, iconUrl: null, tries: 0 }]);
});

test('what a feed names as its icon is kept for whoever looks for it', () => {
  const store = testStore();
  const { id } = follow(store);
  const document = documentOf([]);
  storeDocument(store, id, { ...document, facts: { ...document.facts, iconUrl: 'https://metals.example/icon.png' } }, NOON);
  expect(dueIcons(store, 9)).toMatchObject([{ feedId: id, iconUrl: 'https://metals.example/icon.png' }]);
});

test('one is looked for where a source answered, is asked unasked, and was not looked at', () => {
  const clock = { time: NOON };
  const store = testStore({ clock });
  const [id, paused] = [answered(store), answered(store, 'https://paused.example/feed')];
  follow(store, { url: 'https://never-asked.example/feed' });
  pauseFeed(store, paused, true);
  expect(due(store)).toEqual([id]);
  give(store, id);
  expect(iconsOf(store)).toEqual([KEY, null, null]);
  expect(due(store)).toEqual([]);
  clock.time = NOON + 30 * DAY;
  expect(due(store)).toEqual([id]);
});

test('a failure waits for its time and leaves the icon that is here; a site that has none any more takes it', () => {
  const clock = { time: NOON };
  const store = testStore({ clock });
  const id = answered(store);
  give(store, id);
  expect(missIcon(store, id, { code: 'server-error', nextAt: NOON + 7 * DAY, tries: 1 })).toBe(false);
  expect([iconsOf(store), due(store)]).toEqual([[KEY], []]);
  clock.time = NOON + 7 * DAY;
  expect(dueIcons(store, 9)).toMatchObject([{ feedId: id, tries: 1 }]);
  expect(missIcon(store, id, { code: null, nextAt: NOON + 37 * DAY, tries: 0 })).toBe(true);
  expect(iconsOf(store)).toEqual([null]);
  expect(missIcon(store, id, { code: null, nextAt: NOON + 37 * DAY, tries: 0 })).toBe(false);
});

test('a source that moved is looked at anew, and a time that a wrong clock set is not believed', () => {
  const clock = { time: NOON };
  const store = testStore({ clock });
  const id = answered(store);
  give(store, id);
  moveFeedTo(store, id, 'https://elsewhere.example/feed');
  expect(due(store)).toEqual([id]);
  give(store, id);
  clock.time = NOON - 400 * DAY;
  expect(due(store)).toEqual([id]);
});

test('an icon is on this device once, goes with the last source that shows it, and its bytes with it', () => {
  const store = testStore();
  const [one, two] = [answered(store), answered(store, 'https://metals.example/other')];
  give(store, one);
  give(store, two);
  expect(imageBytes(store)).toEqual({ bytes: 900 });
  unsubscribe(store, one);
  expect(unreferencedImages(store)).toEqual([]);
  forgetImages(store, [KEY]);
  expect(iconsOf(store)).toEqual([KEY]);
  unsubscribe(store, two);
  expect(unreferencedImages(store)).toEqual([KEY]);
  forgetImages(store, [KEY]);
  expect(imageBytes(store)).toEqual({ bytes: 0 });
  // Followed again, it is looked for again.
  const { id } = addFeed(store, { feedUrl: 'https://metals.example/feed', kind: 'rss', facts: { title: 'Metals', siteUrl: null, lang: null }, folderId: null, title: null });
  storeDocument(store, id, documentOf([]), NOON);
  expect([iconsOf(store), due(store)]).toEqual([[null], [id]]);
});

test('an icon is no image of an article: nobody fetches it as one, and one whose file is gone is looked for anew', () => {
  const store = testStore();
  const id = answered(store);
  awaitIcon(store, KEY, MARK);
  expect(pendingImages(store, { limit: 9, retryNow: true })).toEqual([]);
  expect(keepIcon(store, id, { key: KEY, nextAt: NOON + DAY })).toBe(false);
  give(store, id);
  missImage(store, KEY);
  expect([iconsOf(store), due(store)]).toEqual([[null], [id]]);
  expect(pendingImages(store, { limit: 9, retryNow: true })).toEqual([]);
});

test('a clean-up frees no bytes that a source goes on showing', async () => {
  const clock = { time: NOON };
  const store = testStore({ clock });
  const { id } = follow(store);
  const shown = 'https://metals.example/logo.png';
  const { added } = storeDocument(store, id, documentOf([incoming({ guid: 'g', title: 'G', text: '', publishedAt: NOON - HOUR, images: [shown] })]), NOON);
  recordImage(store, imageKey(shown), { state: 'kept', type: 'image/png', bytes: 900, hash: HASH });
  store.run('UPDATE statuses SET read = 1 WHERE article_id = ?', added[0] ?? 0);
  clock.time = NOON + DAY;
  const before = await cleanUp(store, { before: clock.time, dryRun: true });
  awaitIcon(store, KEY, MARK);
  recordImage(store, KEY, { state: 'kept', type: 'image/png', bytes: 900, hash: HASH, shared: true });
  keepIcon(store, id, { key: KEY, nextAt: clock.time + DAY });
  const after = await cleanUp(store, { before: clock.time, dryRun: true });
  expect([before.removed, before.bytes - after.bytes]).toEqual([1, 900]);
});
