import { expect, test } from 'vitest';
import { getArticle } from '../../../electron/core/query/get-article.ts';
import { counts } from '../../../electron/core/query/counts.ts';
import { listArticles } from '../../../electron/core/query/list-articles.ts';
import { unsubscribe } from '../../../electron/core/store/feeds.ts';
import { forgetImages, pendingImages, recordImage, twinOf, unreferencedImages } from '../../../electron/core/store/images.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { DAY, HOUR, NOON, documentOf, follow, imageKey, incoming, testStore } from './library.ts';

const KEPT = { state: 'kept', type: 'image/png', bytes: 700 } as const;
const A = 'https://img.example/a.png';
const B = 'https://img.example/b.png';

function draft(name: string, age: number, images: string[], text = `<p>${name}</p>`): ReturnType<typeof incoming> {
  return incoming({ guid: name, title: name, url: `https://metals.example/${name}`, text, publishedAt: NOON - age * HOUR, images });
}

test('an article is full once every image is here, text until then, headline without a text', () => {
  const store = testStore();
  const feed = follow(store);
  const { added } = storeDocument(store, feed.id, documentOf([draft('two', 1, [A, B]), draft('none', 2, []), draft('empty', 3, [], '')]), NOON);
  const kept = (): string[] => added.map((id) => getArticle(store, id).kept);
  expect(kept()).toEqual(['text', 'full', 'headline']);
  expect(recordImage(store, imageKey(A), KEPT)).toEqual([added[0]]);
  expect(kept()).toEqual(['text', 'full', 'headline']);
  recordImage(store, imageKey(B), KEPT);
  expect(kept()).toEqual(['full', 'full', 'headline']);
  expect(getArticle(store, added[0] ?? 0)).toMatchObject({ thumbnail: imageKey(A), images: [{ key: imageKey(A), state: 'kept' }, { key: imageKey(B), state: 'kept' }] });
  expect(listArticles(store, { scope: { kind: 'offline' }, limit: 9 }, NOON).total).toBe(2);
});

test('an image that is here makes a later article that shows it full at once', () => {
  const store = testStore();
  const feed = follow(store);
  storeDocument(store, feed.id, documentOf([draft('first', 2, [A])]), NOON);
  recordImage(store, imageKey(A), KEPT);
  const { added } = storeDocument(store, feed.id, documentOf([draft('second', 1, [A]), draft('first', 2, [A])]), NOON);
  expect(getArticle(store, added[0] ?? 0).kept).toBe('full');
});

test('one image tells every article that shows it', () => {
  const store = testStore();
  const feed = follow(store);
  const { added } = storeDocument(store, feed.id, documentOf([draft('one', 1, [A]), draft('two', 2, [A, B])]), NOON);
  expect(recordImage(store, imageKey(A), KEPT)).toEqual(added);
  expect(recordImage(store, 'unknown', KEPT)).toEqual([]);
});

test('images of the newest articles are fetched first, with the address of their article', () => {
  const store = testStore();
  const feed = follow(store);
  const { added } = storeDocument(store, feed.id, documentOf([draft('old', 9, [A]), draft('new', 1, [B])]), NOON);
  expect(pendingImages(store, { limit: 5 })).toEqual([
    { key: imageKey(B), url: B, referrer: 'https://metals.example/new', chosenUrl: 'https://metals.example/feed' },
    { key: imageKey(A), url: A, referrer: 'https://metals.example/old', chosenUrl: 'https://metals.example/feed' },
  ]);
  expect(pendingImages(store, { limit: 1 }).map((image) => image.url)).toEqual([B]);
  expect(pendingImages(store, { limit: 5, articleId: added[0] ?? 0 }).map((image) => image.url)).toEqual([A]);
});

test('behaviour 6: a failed image is tried again after an hour, two, four, and then each day; it costs the article nothing', () => {
  const clock = { time: NOON };
  const store = testStore({ clock });
  const feed = follow(store);
  const { added } = storeDocument(store, feed.id, documentOf([draft('one', 1, [A])]), NOON);
  const due = (at: number): boolean => {
    clock.time = at;
    return pendingImages(store, { limit: 5, retryFailed: true }).length === 1;
  };
  for (const wait of [1, 2, 4, 8, 16, 24, 24]) {
    const failed = clock.time;
    recordImage(store, imageKey(A), { state: 'failed' });
    expect(pendingImages(store, { limit: 5 })).toEqual([]);
    expect(pendingImages(store, { limit: 5, articleId: added[0] ?? 0, retryNow: true })).toHaveLength(1);
    expect([due(failed + wait * HOUR - 1), due(failed + wait * HOUR)]).toEqual([false, true]);
  }
  expect(getArticle(store, added[0] ?? 0)).toMatchObject({ kept: 'text', contentHtml: expect.stringContaining('one') as string });
  recordImage(store, imageKey(A), KEPT);
  recordImage(store, imageKey(A), { state: 'failed' });
  expect(getArticle(store, added[0] ?? 0).kept).toBe('full');
});

test('images that no article shows any more are named, and forgotten unless one shows them again', () => {
  const store = testStore();
  const feed = follow(store);
  const other = follow(store, { url: 'https://other.example/feed' });
  storeDocument(store, feed.id, documentOf([draft('one', 1, [A]), draft('two', 1, [B])]), NOON);
  storeDocument(store, other.id, documentOf([draft('three', 1, [B])]), NOON);
  for (const url of [A, B]) recordImage(store, imageKey(url), KEPT);
  const before = counts(store, NOON).offlineBytes;
  expect(unreferencedImages(store)).toEqual([]);
  unsubscribe(store, feed.id);
  expect(unreferencedImages(store)).toEqual([imageKey(A)]);
  expect(pendingImages(store, { limit: 5 })).toEqual([]);
  forgetImages(store, [imageKey(A), imageKey(B)]);
  expect(unreferencedImages(store)).toEqual([]);
  expect(store.all('SELECT url FROM images')).toEqual([{ url: B }]);
  expect(counts(store, NOON).offlineBytes).toBeLessThan(before - 700);
});

test('what the server says is gone stays missing and costs no more asks, unless a person asks', () => {
  const clock = { time: NOON };
  const store = testStore({ clock });
  const feed = follow(store);
  const { added } = storeDocument(store, feed.id, documentOf([draft('one', 1, [A, B])]), NOON);
  const id = added[0] ?? 0;
  recordImage(store, imageKey(B), KEPT);
  for (let tries = 0; tries < 3; tries++) {
    expect(getArticle(store, id).images[0]).toMatchObject({ state: tries === 0 ? 'pending' : 'failed' });
    recordImage(store, imageKey(A), { state: 'failed', code: 'not-found' });
  }
  clock.time += 1000 * DAY;
  expect(pendingImages(store, { limit: 5, retryFailed: true })).toEqual([]);
  expect(getArticle(store, id)).toMatchObject({ kept: 'text', images: [{ state: 'gone', code: 'not-found' }, { state: 'kept', code: null }] });
  expect(pendingImages(store, { limit: 5, articleId: id, retryNow: true })).toHaveLength(1);
  recordImage(store, imageKey(A), KEPT);
  expect(getArticle(store, id)).toMatchObject({ kept: 'full', images: [{ state: 'kept', code: null }, { state: 'kept' }] });
});

test('what is refused for a while is asked again for as long as it takes', () => {
  const store = testStore();
  const feed = follow(store);
  const { added } = storeDocument(store, feed.id, documentOf([draft('one', 1, [A])]), NOON);
  for (let tries = 0; tries < 40; tries++) recordImage(store, imageKey(A), { state: 'failed', code: 'server-error' });
  expect(getArticle(store, added[0] ?? 0).images).toMatchObject([{ state: 'failed', code: 'server-error' }]);
});

test('an image that is there to count readers does not keep an article from being whole', () => {
  const store = testStore();
  const feed = follow(store);
  const { added } = storeDocument(store, feed.id, documentOf([draft('one', 1, [A, B])]), NOON);
  recordImage(store, imageKey(A), KEPT);
  recordImage(store, imageKey(B), { state: 'dropped' });
  expect(getArticle(store, added[0] ?? 0)).toMatchObject({ kept: 'full', images: [{ state: 'kept' }, { state: 'dropped' }] });
  expect(pendingImages(store, { limit: 5, articleId: added[0] ?? 0, retryNow: true })).toEqual([]);
  // Another article that shows it is whole too.
  const later = storeDocument(store, feed.id, documentOf([draft('two', 0, [B])]), NOON);
  expect(getArticle(store, later.added[0] ?? 0).kept).toBe('full');
});

test('bytes that have two addresses count once, for as long as one of them is shown', () => {
  const store = testStore();
  const feed = follow(store);
  const other = follow(store, { url: 'https://other.example/feed' });
  storeDocument(store, feed.id, documentOf([draft('one', 1, [A])]), NOON);
  storeDocument(store, other.id, documentOf([draft('two', 1, [B])]), NOON);
  const imageBytes = (): unknown => store.get('SELECT image_bytes AS bytes FROM library');
  const same = { ...KEPT, hash: 'a'.repeat(64), width: 3, height: 4 };
  recordImage(store, imageKey(A), same);
  expect(twinOf(store, imageKey(B), same.hash)).toBe(imageKey(A));
  recordImage(store, imageKey(B), { ...same, shared: true });
  expect(imageBytes()).toEqual({ bytes: 700 });
  unsubscribe(store, feed.id);
  forgetImages(store, [imageKey(A)]);
  expect(imageBytes()).toEqual({ bytes: 700 });
  expect(twinOf(store, imageKey(A), same.hash)).toBe(imageKey(B));
  unsubscribe(store, other.id);
  forgetImages(store, [imageKey(B)]);
  expect(imageBytes()).toEqual({ bytes: 0 });
});

test('of two addresses of one file the other carries its bytes once the first is gone', () => {
  const store = testStore();
  const going = follow(store);
  storeDocument(store, going.id, documentOf([draft('going', 1, [A])]), NOON);
  const stays = follow(store, { url: 'https://ores.example/feed' });
  storeDocument(store, stays.id, documentOf([draft('stays', 2, [B])]), NOON);
  recordImage(store, imageKey(A), { ...KEPT, hash: 'ab' });
  recordImage(store, imageKey(B), { ...KEPT, hash: 'ab', shared: true });
  const bytes = (): unknown => store.all('SELECT key, bytes FROM images ORDER BY bytes DESC');
  expect(bytes()).toEqual([{ key: imageKey(A), bytes: 700 }, { key: imageKey(B), bytes: 0 }]);
  unsubscribe(store, going.id);
  forgetImages(store, unreferencedImages(store));
  expect(bytes()).toEqual([{ key: imageKey(B), bytes: 700 }]);
  expect(store.get('SELECT image_bytes FROM library')).toEqual({ image_bytes: 700 });
});
