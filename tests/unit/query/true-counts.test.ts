import { expect, test } from 'vitest';
import type { Scope } from '../../../electron/contract/model.ts';
import { countArrived } from '../../../electron/core/query/count-arrived.ts';
import { counts } from '../../../electron/core/query/counts.ts';
import { listArticles } from '../../../electron/core/query/list-articles.ts';
import { cleanUp } from '../../../electron/core/store/clean-up.ts';
import { moveFeed, unsubscribe } from '../../../electron/core/store/feeds.ts';
import { createFolder, deleteFolder } from '../../../electron/core/store/folders.ts';
import { recordImage } from '../../../electron/core/store/images.ts';
import { markAllRead, setBookmarked, setRead, undoMarkAllRead } from '../../../electron/core/store/status.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { seededRandom } from '../../seeded-random.ts';
import { HOUR, NOON, documentOf, failureOf, follow, imageKey, incoming, testStore } from '../store/library.ts';
import type { Draft } from '../store/library.ts';
import { NaiveLibrary } from './naive-library.ts';
import type { Drawn } from './naive-library.ts';

const OPERATIONS = 10_000;
const FEEDS = 8;
const WINDOW = 12;

test('behaviour 15: after 10,000 random operations every count equals the stored count', async () => {
  const random = seededRandom(15);
  const below = (limit: number): number => Math.floor(random() * limit);
  const clock = { time: NOON };
  const store = testStore({ clock });
  const naive = new NaiveLibrary();
  const drafts = new Map<string, Draft[]>();
  const idOf = new Map<string, number>();
  const ids: number[] = [];
  const batches: number[] = [];
  let drawn: Drawn = { asOf: store.stamp(), tick: 0 };
  let tick = 0;
  let made = 0;

  const anyOf = <T>(items: readonly T[]): T | undefined => items[below(items.length)];
  /** Mostly one of the latest, as a person reads. */
  const anyArticle = (): number => ids[random() < 0.7 ? Math.max(0, ids.length - 1 - below(200)) : below(ids.length)] ?? 0;
  const followedFeeds = (): number[] => [...naive.feeds].filter(([, feed]) => feed.followed).map(([id]) => id);
  const anyScope = (): Scope => {
    const feed = anyOf(followedFeeds());
    const folder = anyOf([...naive.folders.keys()]);
    const scopes: Scope[] = [{ kind: 'all' }, { kind: 'unread' }, { kind: 'today' }, { kind: 'bookmarks' }, { kind: 'offline' }];
    if (feed !== undefined) scopes.push({ kind: 'feed', id: feed });
    if (folder !== undefined) scopes.push({ kind: 'folder', id: folder });
    return anyOf(scopes) ?? { kind: 'all' };
  };

  function publish(): void {
    const address = `https://outlet-${below(FEEDS)}.example/feed`;
    const feedId = idOf.get(address);
    if (feedId === undefined || !naive.feeds.get(feedId)?.followed) return;
    const items = drafts.get(address) ?? [];
    for (let count = below(3); count > 0; count -= 1) {
      made += 1;
      items.unshift({
        guid: `${made}`, title: `Article ${made}`, text: random() < 0.8 ? `<p>${made}</p>` : '',
        // Every second one apart, so that a moment tells one article.
        publishedAt: clock.time - below(72) * HOUR - made, images: random() < 0.4 ? [`https://img.example/${below(60)}`] : [],
      });
    }
    const edited = below(items.length * 4);
    const old = items[edited];
    if (old?.text) items[edited] = { ...old, text: `${old.text}<p>more</p>`, images: random() < 0.5 ? [`https://img.example/${below(60)}`] : [] };
    items.splice(WINDOW);
    drafts.set(address, items);
    const changes = storeDocument(store, feedId, documentOf(items.map(incoming)), clock.time);
    const byTime = new Map(items.map((item) => [item.publishedAt ?? 0, item]));
    for (const id of [...changes.added, ...changes.updated]) {
      const sortAt = Math.floor(id / 2048);
      const item = byTime.get(sortAt);
      const known = naive.articles.get(id);
      const fresh = { stored: true, arrived: tick, images: item?.images ?? [], text: (item?.text ?? '') !== '' || (item?.images?.length ?? 0) > 0 };
      if (!known) ids.push(id);
      if (!known) naive.articles.set(id, { id, feedId, sortAt, comesBack: false, read: false, batch: null, bookmarked: null, full: null, ...fresh });
      else Object.assign(known, changes.updated.includes(id) ? { ...fresh, arrived: known.arrived } : { ...fresh, full: null });
    }
    naive.assess(tick);
  }

  function mark(): void {
    const scope = anyScope();
    const { changed, batch } = markAllRead(store, scope, drawn.asOf, clock.time);
    const expected = naive.inScope(scope, { now: Math.min(drawn.asOf, clock.time), tick: drawn.tick }).filter((article) => !article.read);
    for (const article of expected) Object.assign(article, { read: true, batch });
    expect(changed).toBe(expected.length);
    batches.push(batch);
  }

  function undo(): void {
    const batch = batches.pop() ?? 1;
    const expected = [...naive.articles.values()].filter((article) => article.read && article.batch === batch);
    const answer = expected.length > 0 ? undoMarkAllRead(store, batch) : failureOf(() => undoMarkAllRead(store, batch)).code;
    expect(answer).toEqual(expected.length > 0 ? { changed: expected.length } : 'nothing-to-undo');
    for (const article of expected) Object.assign(article, { read: false, batch: null });
  }

  function read(): void {
    const chosen = Array.from({ length: 1 + below(4) }, anyArticle);
    const value = random() < 0.7;
    setRead(store, chosen, value);
    for (const id of chosen) {
      const article = naive.articles.get(id);
      if (article && article.read !== value) Object.assign(article, { read: value, batch: null });
    }
  }

  function bookmark(): void {
    const article = naive.articles.get(anyArticle());
    if (!article?.stored) return;
    const value = random() < 0.6;
    setBookmarked(store, article.id, value);
    article.bookmarked = value ? (article.bookmarked ?? tick) : null;
  }

  function follows(): void {
    const address = `https://outlet-${below(FEEDS)}.example/feed`;
    const known = idOf.get(address);
    if (known !== undefined && naive.feeds.get(known)?.followed) {
      unsubscribe(store, known);
      naive.feeds.set(known, { followed: false, folderId: null });
      for (const article of naive.articles.values()) {
        if (article.feedId === known && article.stored && article.bookmarked === null) Object.assign(article, { stored: false, comesBack: true });
      }
      naive.assess(tick);
      return;
    }
    const folderId = anyOf([null, ...naive.folders.keys()]) ?? null;
    const { id } = follow(store, { url: address, folderId });
    idOf.set(address, id);
    naive.feeds.set(id, { followed: true, folderId });
  }

  function arrange(): void {
    const feed = anyOf(followedFeeds());
    const folder = anyOf([...naive.folders.keys()]) ?? null;
    const turn = random();
    if (turn < 0.4) {
      made += 1;
      naive.folders.set(createFolder(store, { title: `Folder ${made}`, parentId: folder }).id, folder);
    } else if (turn < 0.7 && feed !== undefined) {
      moveFeed(store, feed, folder);
      naive.feeds.set(feed, { followed: true, folderId: folder });
    } else if (folder !== null && naive.folders.size > 3) {
      deleteFolder(store, folder);
      const above = naive.folders.get(folder) ?? null;
      naive.folders.delete(folder);
      for (const [id, parent] of naive.folders) if (parent === folder) naive.folders.set(id, above);
      for (const entry of naive.feeds.values()) if (entry.folderId === folder) entry.folderId = above;
    }
  }

  async function clean(): Promise<void> {
    if (random() < 0.9) return;
    const expected = [...naive.articles.values()].filter((article) => article.stored && article.bookmarked === null && article.arrived <= drawn.tick && (article.read || !naive.followed(article)));
    expect((await cleanUp(store, { before: drawn.asOf })).removed).toBe(expected.length);
    for (const article of expected) article.stored = false;
    naive.assess(tick);
  }

  function image(): void {
    const url = `https://img.example/${below(60)}`;
    const known = store.get('SELECT 1 FROM images WHERE key = ?', imageKey(url));
    const kept = random() < 0.7;
    recordImage(store, imageKey(url), kept ? { state: 'kept', type: 'image/png', bytes: 1 + below(1000) } : { state: 'failed' });
    if (known && kept) naive.keptImages.add(url);
    naive.assess(tick);
  }

  const operations: readonly (() => unknown)[] = [publish, publish, publish, read, read, bookmark, mark, undo, follows, arrange, clean, image, image];
  for (let operation = 0; operation < OPERATIONS; operation += 1) {
    if (random() < 0.3) clock.time += below(HOUR);
    if (random() < 0.2) drawn = { asOf: listArticles(store, { scope: anyScope(), limit: 1 }, clock.time).asOf, tick };
    tick += 1;
    await anyOf(operations)?.();

    if (operation % 10 !== 0) continue;
    const { offlineBytes, ...badges } = counts(store, clock.time);
    expect(badges, `after operation ${operation}`).toEqual(naive.counts(clock.time));
    if (operation % 50 !== 0) continue;
    const scope = anyScope();
    const unreadOnly = random() < 0.5;
    const expected = naive.inScope(scope, { now: clock.time, tick }).filter((article) => !unreadOnly || !article.read).map((article) => article.id).sort((a, b) => b - a);
    const page = listArticles(store, { scope, limit: 500, unreadOnly }, clock.time);
    expect(page.articles.map((article) => article.id)).toEqual(expected.slice(0, 500));
    expect(page.total).toBe(expected.length);
    expect(countArrived(store, { scope, since: 0, unreadOnly }, clock.time).count).toBe(expected.length);
    expect(offlineBytes).toBe(
      store.get<{ n: number }>('SELECT (SELECT ifnull(sum(length(html)), 0) FROM bodies) + (SELECT ifnull(sum(length(html)), 0) FROM frozen_texts) + (SELECT ifnull(sum(bytes), 0) FROM images) AS n')?.n,
    );
  }
  expect(naive.articles.size).toBeGreaterThan(1000);
  expect(store.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
}, 120_000);
