import type { ArticleId, FeedId } from '../../contract/model.ts';
import { SAVED_FEED } from '../../contract/saving.ts';
import type { IncomingArticle } from '../normalize/incoming-article.ts';
import { addToTally, type Added } from './add-to-tally.ts';
import { bookmark } from './bookmark-status.ts';
import { matchArticles } from './match-articles.ts';
import { freeId, placeInTime } from './place-article.ts';
import { recount } from './recount.ts';
import type { Store } from './store.ts';
import { insertArticle, reviseArticle, reviveArticle, updateAddress, updateKeys } from './write-article.ts';

/** The feed of saved pages, made where missing. */
function savedFeed(store: Store): FeedId {
  const known = store.get<{ id: FeedId }>('SELECT id FROM feeds WHERE feed_url = ?', SAVED_FEED);
  if (known) return known.id;
  const made = store.get<{ id: FeedId }>(
    "INSERT INTO feeds (kind, feed_url, title, subscribed, subscribed_at) VALUES ('page', ?, 'Saved pages', 0, ?) RETURNING id",
    SAVED_FEED, store.now(),
  );
  if (!made) throw new Error('an inserted feed has an id');
  store.run('INSERT INTO feed_tallies (feed_id) VALUES (?)', made.id);
  return made.id;
}

export interface SavedArticleOptions {
  /** Who published it; by default the host of its address. */
  readonly outlet?: string | null;
  /** When the person kept it, where that was earlier and elsewhere; epoch milliseconds. */
  readonly savedAt?: number | null;
  /** Whether it is marked read; by default as it was. */
  readonly read?: boolean;
}

/**
 * Keeps a page that came through no feed, bookmarked and frozen, in one transaction. Saved again it is the same article:
 * a text that is new takes the place of the old one, and a link without text takes nothing away. `added`: it was not
 * stored before; `bookmarked`: it was not bookmarked before.
 */
export function addSavedArticle(store: Store, article: IncomingArticle, { outlet = null, savedAt = null, read }: SavedArticleOptions = {}): { articleId: ArticleId; added: boolean; bookmarked: boolean } {
  return store.transaction(() => {
    const feedId = savedFeed(store);
    const arrivedAt = store.stamp();
    const stored = matchArticles(store, feedId, [article])[0] ?? null;
    const articleId = stored?.id ?? freeId(store, placeInTime(savedAt === null ? article : { ...article, placedAt: article.placedAt ?? savedAt }, { arrival: arrivedAt, backlog: false, index: 0 }));
    const tallied: Added = { articles: [], textBytes: 0 };
    const arrival = { feedId, arrivedAt, added: tallied };
    if (stored === null) {
      insertArticle(store, articleId, article, arrival);
    } else {
      updateKeys(store, stored, article);
      if (stored.presence !== 1) reviveArticle(store, articleId, article, arrival);
      else if (article.body.length > 0 && stored.revision !== article.revision) reviseArticle(store, articleId, article, arrival);
      else updateAddress(store, stored, article);
    }
    addToTally(store, feedId, tallied);
    const publisher = outlet ?? (article.url === null ? null : new URL(article.url).host.replace(/^www\./, ''));
    store.run('UPDATE articles SET outlet = ifnull(?, outlet) WHERE id = ?', outlet ?? (stored?.presence === 1 ? null : publisher), articleId);
    const bookmarked = keepBookmarked(store, articleId, savedAt);
    if (read !== undefined) store.run('UPDATE statuses SET read = ?1, read_at = ?2 WHERE article_id = ?3 AND read <> ?1', read ? 1 : 0, read ? arrivedAt : null, articleId);
    recount(store, [feedId]);
    return { articleId, added: stored?.presence !== 1, bookmarked };
  });
}

/** Whether a feed is the one of saved pages. */
export function isSavedFeed(store: Store, id: FeedId): boolean {
  return store.get('SELECT 1 FROM feeds WHERE id = ? AND feed_url = ?', id, SAVED_FEED) !== undefined;
}

export function isBookmarked(store: Store, id: ArticleId): boolean {
  return store.get('SELECT 1 FROM statuses WHERE article_id = ? AND bookmarked = 1', id) !== undefined;
}

/** Bookmarks a stored article, as of `savedAt` where that is given and it was not bookmarked. False where it was. */
export function keepBookmarked(store: Store, articleId: ArticleId, savedAt: number | null): boolean {
  const fresh = bookmark(store, [articleId]).length > 0;
  if (fresh && savedAt !== null) store.run('UPDATE statuses SET bookmarked_at = ? WHERE article_id = ?', savedAt, articleId);
  return fresh;
}

/** The saved page that has this guid, or null. */
export function savedArticleOf(store: Store, guid: string): ArticleId | null {
  const found = store.get<{ id: ArticleId }>(
    `SELECT s.article_id AS id FROM feeds f CROSS JOIN statuses s INDEXED BY statuses_guid ON s.feed_id = f.id AND s.guid_key = ?
     WHERE f.feed_url = ? AND s.presence = 1`,
    guid, SAVED_FEED,
  );
  return found?.id ?? null;
}

/** The stored article that has a copy of this text under this title, or null. */
export function articleOfCopy(store: Store, { sha256, title }: { readonly sha256: string; readonly title: string }): ArticleId | null {
  const found = store.get<{ id: ArticleId }>('SELECT f.article_id AS id FROM frozen_texts f JOIN statuses s ON s.article_id = f.article_id WHERE f.sha256 = ? AND f.title = ? AND s.presence = 1', sha256, title);
  return found?.id ?? null;
}

/** The stored articles that have these address keys, in whichever feed; of several the newest. */
export function articlesAtAddresses(store: Store, keys: readonly string[]): Map<string, ArticleId> {
  const rows = store.all<{ key: string; id: ArticleId }>(
    `SELECT wanted.value AS key, max(s.article_id) AS id
     FROM json_each(?) AS wanted CROSS JOIN feeds f
       CROSS JOIN statuses s INDEXED BY statuses_url ON s.feed_id = f.id AND s.url_key = wanted.value
     WHERE s.presence = 1 GROUP BY wanted.value`,
    JSON.stringify(keys),
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
}
