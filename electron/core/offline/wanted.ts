import { ReaderError } from '../../contract/errors.ts';
import type { ArticleId, FeedId } from '../../contract/model.ts';
import type { OfflinePlan, OfflineSettings } from '../../contract/offline.ts';
import { offlineRows } from '../store/offline-rows.ts';
import type { OfflineRow } from '../store/offline-rows.ts';
import { firstIdAt } from '../store/place-article.ts';
import { feedsOfFolder } from '../store/scope-filter.ts';
import type { Store } from '../store/open-store.ts';
import { mergeNewest } from './merge-newest.ts';

const DAY = 24 * 60 * 60_000;
const MEGABYTE = 1_000_000;
const AT_ONCE = 200;
const ABOVE_ALL = Number.MAX_SAFE_INTEGER;
/** Until enough is here to go by, bytes. */
const USUAL_TEXT = 6_000;
const USUAL_IMAGE = 120_000;
const ENOUGH = 10;

/** A page of what must be on this device. */
export interface WantedPage {
  readonly rows: readonly OfflineRow[];
  /** They count against the budget, unlike bookmarks and what is kept by hand. */
  readonly budgeted: boolean;
  /** Of the budget so far, bytes that are here. */
  readonly budgetKept: number;
  /** What is missing of these, in bytes, by the sizes seen so far. */
  readonly expected: readonly number[];
  readonly plan: OfflinePlan;
}

/**
 * What must be on this device by the settings, page by page, each with the sums so far: bookmarks and what is kept by hand, then
 * the others from the newest until the budget is used up. Every stream walks an index; other work may come between pages.
 */
export function* wantedArticles(store: Store, wish: OfflineSettings, now: number): Generator<WantedPage> {
  const sums = createSums(wish.budgetMb * MEGABYTE);
  const seen = new Set<ArticleId>();
  for (const ids of pagesOf(alwaysStream(store))) {
    for (const id of ids) seen.add(id);
    yield sums.add(offlineRows(store, ids), false);
  }
  for (const ids of pagesOf(chosenStream(store, wish, now))) {
    yield sums.add(offlineRows(store, ids.filter((id) => !seen.has(id))), true);
    if (sums.isFull()) return;
  }
}

function createSums(budget: number) {
  let plan: OfflinePlan = { articles: 0, ready: 0, summaries: 0, missingText: 0, missingImages: 0, bytesKept: 0, bytesExpected: 0, budgetReached: false };
  let used = 0;
  let budgetKept = 0;
  const sizes = { images: 0, imageBytes: 0 };
  const counted = new Set<number>();

  /** Of few images, no better is hoped for than what is usual. */
  const usualImage = (): number => {
    const mean = sizes.images === 0 ? 0 : sizes.imageBytes / sizes.images;
    return sizes.images < ENOUGH ? Math.max(USUAL_IMAGE, mean) : mean;
  };

  const measure = (row: OfflineRow): { kept: number; missing: number } => {
    let kept = row.textBytes;
    for (const { id, kept: isKept, bytes } of row.images) {
      if (!isKept || counted.has(id)) continue;
      counted.add(id);
      kept += bytes;
      sizes.images += 1;
      sizes.imageBytes += bytes;
    }
    // A page whose text is not known yet shows an image more often than not.
    return { kept, missing: row.lacksImages * usualImage() + (row.lacksText ? USUAL_TEXT + usualImage() : 0) };
  };

  return {
    isFull: () => plan.budgetReached,
    add(found: readonly OfflineRow[], isBudgeted: boolean): WantedPage {
      const rows: OfflineRow[] = [];
      const expected: number[] = [];
      for (const row of found) {
        const { kept, missing } = measure(row);
        if (isBudgeted && used + kept + missing > budget) {
          plan = { ...plan, budgetReached: true };
          break;
        }
        if (isBudgeted) {
          used += kept + missing;
          budgetKept += kept;
        }
        rows.push(row);
        expected.push(missing);
        plan = {
          ...plan,
          articles: plan.articles + 1,
          ready: plan.ready + (row.ready ? 1 : 0),
          summaries: plan.summaries + (row.summary ? 1 : 0),
          missingText: plan.missingText + (row.lacksText ? 1 : 0),
          missingImages: plan.missingImages + row.lacksImages,
          bytesKept: plan.bytesKept + kept,
          bytesExpected: Math.round(plan.bytesExpected + missing),
        };
      }
      return { rows, budgeted: isBudgeted, budgetKept, expected, plan };
    },
  };
}

function* pagesOf(ids: Iterable<ArticleId>): Generator<ArticleId[]> {
  let page: ArticleId[] = [];
  for (const id of ids) {
    page.push(id);
    if (page.length < AT_ONCE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** Ids from the newest down, asked for in pieces. */
function* walk(store: Store, sql: string, { first = [], from = 0, limit = AT_ONCE }: { first?: readonly number[]; from?: number; limit?: number }): Generator<ArticleId> {
  for (let below = ABOVE_ALL; ; ) {
    const rows = store.all<{ id: ArticleId }>(`${sql} AND article_id >= ? AND article_id < ? ORDER BY article_id DESC LIMIT ?`, ...first, from, below, limit);
    for (const { id } of rows) yield id;
    if (rows.length < limit) return;
    below = rows.at(-1)?.id ?? 0;
  }
}

function alwaysStream(store: Store): Generator<ArticleId> {
  return mergeNewest([
    walk(store, 'SELECT article_id AS id FROM statuses INDEXED BY statuses_bookmarked WHERE bookmarked = 1 AND presence = 1', {}),
    walk(store, 'SELECT article_id AS id FROM statuses INDEXED BY statuses_pinned WHERE pinned_at IS NOT NULL AND presence = 1', {}),
  ]);
}

function chosenStream(store: Store, { folders, unreadDays, evictDays }: OfflineSettings, now: number): Generator<ArticleId> {
  const oldest = evictDays === 0 ? 0 : firstIdAt(now - evictDays * DAY);
  const streams: Generator<ArticleId>[] = [];
  if (folders === 'all') {
    streams.push(walk(store, 'SELECT article_id AS id FROM statuses INDEXED BY statuses_visible WHERE visible = 1', { from: oldest }));
  } else {
    const byFeed = 'SELECT article_id AS id FROM statuses INDEXED BY statuses_by_feed WHERE visible = 1 AND feed_id = ?';
    for (const feedId of feedsOf(store, folders)) streams.push(walk(store, byFeed, { first: [feedId], from: oldest, limit: 50 }));
  }
  if (unreadDays > 0 && folders !== 'all') {
    const from = Math.max(oldest, firstIdAt(now - unreadDays * DAY));
    streams.push(walk(store, 'SELECT article_id AS id FROM statuses INDEXED BY statuses_unread WHERE visible = 1 AND read = 0', { from }));
  }
  return mergeNewest(streams);
}

/** A folder that was deleted since it was chosen asks for nothing. */
function feedsOf(store: Store, folders: readonly number[]): Set<FeedId> {
  const feeds = new Set<FeedId>();
  for (const folder of folders) {
    try {
      for (const feed of feedsOfFolder(store, folder)) feeds.add(feed);
    } catch (error) {
      if (!(error instanceof ReaderError) || error.code !== 'folder-missing') throw error;
    }
  }
  return feeds;
}
