import type { ArticleId, FeedId } from '../../contract/model.ts';
import type { ArticleOutline } from '../normalize/incoming-article.ts';
import type { Store } from './store.ts';

/** What we hold of an article that an incoming one may be; the article's own columns are null where it is gone. */
export interface StoredArticle {
  readonly id: ArticleId;
  /** 1 stored; 0 cleaned up; 2 gone with its feed. */
  readonly presence: 0 | 1 | 2;
  readonly guidKey: string | null;
  readonly urlKey: string | null;
  readonly contentKey: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly publishedAt: number | null;
  readonly revision: string | null;
}

const BY_GUID = storedBy('statuses_guid', 'guid_key');
const BY_URL = storedBy('statuses_url', 'url_key');
const BY_CONTENT = storedBy('statuses_content', 'content_key');

/** One statement for a document: `place` is that of the key in the JSON array. */
function storedBy(index: string, column: string): string {
  return `
    SELECT wanted.key AS place, s.article_id AS id, s.presence, s.guid_key AS guidKey, s.url_key AS urlKey,
      s.content_key AS contentKey, a.title, a.url, a.published_at AS publishedAt, a.revision
    FROM json_each(?) AS wanted
      CROSS JOIN statuses s INDEXED BY ${index} ON s.feed_id = ? AND s.${column} = wanted.value
      LEFT JOIN articles a ON a.id = s.article_id
    ORDER BY wanted.key, s.article_id DESC`;
}

/** Publishers that touch a date touch it by less; those that reuse an address do so for another day's article. */
const ANOTHER_DAY = 24 * 60 * 60_000;
/** A short text may be said again the next morning ("Prices unchanged."); a corrected date differs by less. */
const SAME_ISSUE = 12 * 60 * 60_000;
/** Characters of text from which two equal texts are one article, whatever else differs. */
const TELLING_TEXT = 200;

/**
 * Finds for each incoming article the one that it is, by guid, then address, then content, each stored article at most
 * once. Answers in the order of `incoming`, null where it is new. Cost grows with the document, never with the library.
 */
export function matchArticles(store: Store, feedId: FeedId, incoming: readonly ArticleOutline[]): (StoredArticle | null)[] {
  const matches: (StoredArticle | null)[] = incoming.map(() => null);
  const taken = new Set<ArticleId>();

  function pass(sql: string, keyOf: (article: ArticleOutline) => string | null, accept: (stored: StoredArticle, article: ArticleOutline) => boolean): void {
    const keys = incoming.map((article, place) => (matches[place] ? null : keyOf(article)));
    if (keys.every((key) => key === null)) return;
    // The row itself: a copy of each without its place took as long as the statement.
    for (const stored of store.all<StoredArticle & { readonly place: number }>(sql, JSON.stringify(keys), feedId)) {
      const { place } = stored;
      const article = incoming[place];
      if (!article || matches[place] || taken.has(stored.id) || !accept(stored, article)) continue;
      taken.add(stored.id);
      matches[place] = stored;
    }
  }

  pass(BY_GUID, (article) => article.keys.guid, (stored, article) => !reusesGuid(stored, article));
  pass(BY_URL, (article) => article.keys.url, (stored, article) => !reusesAddress(stored, article));
  const namesHold = taken.size > 0;
  pass(BY_CONTENT, (article) => article.keys.content, (stored, article) => isSameText(stored, article, namesHold));
  return matches;
}

/** A feed that numbers its guids 1 to 10 by place: the same guid, and address, title, text and day all others. */
function reusesGuid(stored: StoredArticle, { keys, title, publishedAt }: ArticleOutline): boolean {
  return differ(stored.urlKey, keys.url) && stored.contentKey !== keys.content && isAnother(stored, { title, publishedAt });
}

/** A feed whose items all link to one page: the same address, and guid, title, text and day all others. */
function reusesAddress(stored: StoredArticle, { keys, title, publishedAt }: ArticleOutline): boolean {
  return differ(stored.guidKey, keys.guid) && stored.contentKey !== keys.content && isAnother(stored, { title, publishedAt });
}

function isAnother(stored: StoredArticle, { title, publishedAt }: { title: string; publishedAt: number | null }): boolean {
  if (stored.title === null || stored.title === title) return false;
  return stored.publishedAt !== null && publishedAt !== null && Math.abs(stored.publishedAt - publishedAt) >= ANOTHER_DAY;
}

/**
 * Whether equal title and text mean the same article. A short text may come back every day ("Prices unchanged"): then the
 * dates must be near, where there are any. A headline without text may come back every hour: then they must agree, or,
 * without dates, no name may speak against it while the feed's other names hold.
 */
function isSameText(stored: StoredArticle, { keys, textLength, publishedAt }: ArticleOutline, namesHold: boolean): boolean {
  if (textLength >= TELLING_TEXT) return true;
  const apart = stored.publishedAt !== null && publishedAt !== null ? Math.abs(stored.publishedAt - publishedAt) : null;
  if (textLength > 0) return apart === null || apart < SAME_ISSUE;
  if (apart !== null) return apart === 0;
  return !(namesHold && (differ(stored.guidKey, keys.guid) || differ(stored.urlKey, keys.url)));
}

function differ(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}
