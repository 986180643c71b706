import { describe, expect, test } from 'vitest';
import { counts } from '../../../electron/core/query/counts.ts';
import { getArticle } from '../../../electron/core/query/get-article.ts';
import { listArticles } from '../../../electron/core/query/list-articles.ts';
import { removeBookmarks } from '../../../electron/core/store/bookmark-status.ts';
import { cleanUp } from '../../../electron/core/store/clean-up.ts';
import { findFeedByUrl, unsubscribe, unsubscribePreview } from '../../../electron/core/store/feeds.ts';
import { addHighlight } from '../../../electron/core/store/highlights.ts';
import { recordImage, unreferencedImages } from '../../../electron/core/store/images.ts';
import { setNote } from '../../../electron/core/store/notes.ts';
import { markAllRead, setBookmarked, setRead } from '../../../electron/core/store/status.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { tagArticles } from '../../../electron/core/store/tags.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { DAY, HOUR, NOON, documentOf, failureOf, follow, imageKey, incoming, testStore } from './library.ts';

const PHOTO = 'https://metals.example/photo.jpg';
const DRAFTS = Array.from({ length: 5 }, (_, index) => ({
  guid: `${index}`, url: `https://metals.example/${index}`, title: `Article ${index}`, text: `<p>Text ${index}</p>`,
  publishedAt: NOON - (index + 1) * HOUR, images: index === 2 ? [PHOTO] : [],
}));

/** Five articles, the third bookmarked, with its image kept. */
function libraryWithBookmark(clock = { time: NOON }): { store: Store; feedId: number; ids: readonly number[]; bookmark: number } {
  const store = testStore({ clock });
  const feedId = follow(store).id;
  const ids = storeDocument(store, feedId, documentOf(DRAFTS.map(incoming)), NOON).added;
  const bookmark = ids[2] ?? 0;
  setBookmarked(store, bookmark, true);
  recordImage(store, imageKey(PHOTO), { state: 'kept', type: 'image/jpeg', bytes: 5000 });
  return { store, feedId, ids, bookmark };
}

const titles = (store: Store, kind: 'all' | 'bookmarks' | 'offline' | 'unread'): string[] =>
  listArticles(store, { scope: { kind }, limit: 100 }, NOON).articles.map((article) => article.title);

describe('behaviour 7: a bookmark is forever', () => {
  test('behaviour 7: it stays through unsubscribing, with text, image and the title of its feed', () => {
    const { store, feedId, bookmark } = libraryWithBookmark();
    const before = getArticle(store, bookmark);
    expect(unsubscribePreview(store, feedId)).toEqual({ kept: 1, removed: 4 });
    expect(unsubscribe(store, feedId)).toEqual({ kept: 1, removed: 4 });
    expect(getArticle(store, bookmark)).toEqual(before);
    expect(before).toMatchObject({ feedTitle: 'Metals', contentHtml: expect.stringContaining('Text 2'), thumbnail: imageKey(PHOTO), kept: 'full' });
    for (const kind of ['all', 'bookmarks', 'offline'] as const) expect(titles(store, kind)).toEqual(['Article 2']);
    expect(unreferencedImages(store)).toEqual([]);
    expect(findFeedByUrl(store, 'https://metals.example/feed')).toBeNull();
    expect(counts(store, NOON)).toMatchObject({ all: 1, bookmarks: 1, feeds: {} });
  });

  test('behaviour 7: it stays through every clean-up, and through the item leaving its feed', async () => {
    const clock = { time: NOON };
    const { store, feedId, bookmark } = libraryWithBookmark(clock);
    clock.time = NOON + 400 * DAY;
    storeDocument(store, feedId, documentOf([incoming({ guid: 'new', title: 'New', publishedAt: clock.time })]), clock.time);
    markAllRead(store, { kind: 'all' }, store.stamp(), clock.time);
    expect(await cleanUp(store, { before: store.stamp() })).toMatchObject({ removed: 5 });
    expect(titles(store, 'all')).toEqual(['Article 2']);
    expect(getArticle(store, bookmark).contentHtml).toContain('Text 2');
  });

  test('a feed that is followed again finds its statuses: what was read is read, what was bookmarked is bookmarked', () => {
    const { store, feedId, ids } = libraryWithBookmark();
    setRead(store, ids.slice(0, 2), true);
    unsubscribe(store, feedId);
    const again = follow(store);
    expect(again).toMatchObject({ id: feedId, validators: null, bodyHash: null });
    const changes = storeDocument(store, again.id, documentOf(DRAFTS.map(incoming)), NOON);
    expect([...changes.added].sort((a, b) => b - a)).toEqual(ids.filter((_, index) => index !== 2));
    expect(changes.gap).toBe(false);
    expect(titles(store, 'all')).toEqual(DRAFTS.map((draft) => draft.title));
    expect(titles(store, 'unread')).toEqual(['Article 2', 'Article 3', 'Article 4']);
    expect(titles(store, 'bookmarks')).toEqual(['Article 2']);
  });

  test('a bookmark taken back after unsubscribing hides the article, and can be set again', async () => {
    const { store, feedId, bookmark } = libraryWithBookmark();
    unsubscribe(store, feedId);
    setBookmarked(store, bookmark, false);
    expect(titles(store, 'all')).toEqual([]);
    setBookmarked(store, bookmark, true);
    expect(titles(store, 'all')).toEqual(['Article 2']);
    setBookmarked(store, bookmark, false);
    expect((await cleanUp(store, { before: store.stamp() })).removed).toBe(1);
    expect(failureOf(() => setBookmarked(store, bookmark, true)).code).toBe('article-missing');
    expect(unreferencedImages(store)).toEqual([imageKey(PHOTO)]);
  });
});

test('a clean-up removes only what is read, not bookmarked and old enough, and says what it frees; asked to, it only counts', async () => {
  const clock = { time: NOON };
  const { store, feedId, ids } = libraryWithBookmark(clock);
  setRead(store, ids.slice(0, 4), true);
  clock.time = NOON + DAY;
  storeDocument(store, feedId, documentOf([incoming({ guid: 'new', title: 'New' }), ...DRAFTS.map(incoming)]), clock.time);
  const before = counts(store, NOON).offlineBytes;
  const dry = await cleanUp(store, { before: NOON + HOUR, dryRun: true });
  expect(dry).toMatchObject({ removed: 3 });
  expect(titles(store, 'all')).toHaveLength(6);
  expect(await cleanUp(store, { before: NOON + HOUR })).toEqual(dry);
  expect(titles(store, 'all').sort()).toEqual(['Article 2', 'Article 4', 'New']);
  expect(before - counts(store, NOON).offlineBytes).toBe(dry.bytes);
});

test('a clean-up leaves what a person added something to, whose bookmark was taken back', async () => {
  const { store, ids } = libraryWithBookmark();
  const [noted = 0, tagged = 0, , marked = 0] = ids;
  setNote(store, noted, 'Ask the ministry.');
  tagArticles(store, { articleIds: [tagged], add: ['Quota'], remove: [] });
  addHighlight(store, { articleId: marked, quote: 'Text', prefix: '', suffix: '', start: 0 });
  removeBookmarks(store, ids);
  setRead(store, ids, true);
  expect((await cleanUp(store, { before: NOON + DAY })).removed).toBe(2);
  expect(titles(store, 'all')).toEqual(['Article 0', 'Article 1', 'Article 3']);
});

test('it leaves that also where no list shows it any more', async () => {
  const { store, feedId, ids: [noted = 0] } = libraryWithBookmark();
  setNote(store, noted, 'Ask the ministry.');
  unsubscribe(store, feedId);
  setBookmarked(store, noted, false);
  expect((await cleanUp(store, { before: NOON + DAY })).removed).toBe(0);
  setBookmarked(store, noted, true);
  expect(getArticle(store, noted).contentHtml).toContain('Text 0');
});

test('what was cleaned up does not come back while its feed still sends it', async () => {
  const { store, feedId } = libraryWithBookmark();
  markAllRead(store, { kind: 'all' }, store.stamp(), NOON);
  await cleanUp(store, { before: store.stamp() });
  const changes = storeDocument(store, feedId, documentOf(DRAFTS.map((draft) => incoming({ ...draft, guid: `new-${draft.guid}` }))), NOON);
  expect(changes).toEqual({ added: [], updated: [], gap: false });
  expect(titles(store, 'all')).toEqual(['Article 2']);
});

test('an unknown article is an error, not a silent success', () => {
  const store = testStore();
  expect(failureOf(() => setBookmarked(store, 12, true))).toEqual({ code: 'article-missing', detail: { articleId: 12 } });
  expect(failureOf(() => getArticle(store, 12))).toEqual({ code: 'article-missing', detail: { articleId: 12 } });
  expect(setRead(store, [12], true)).toBe(0);
});
