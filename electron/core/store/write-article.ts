import type { ArticleId, FeedId } from '../../contract/model.ts';
import type { ArticleOutline, IncomingArticle } from '../normalize/incoming-article.ts';
import { writeFirstNames, writeNames } from './article-names.ts';
import type { Added } from './add-to-tally.ts';
import { assessKept } from './assess-kept.ts';
import { freezeBookmark } from './freeze.ts';
import type { StoredArticle } from './match-articles.ts';
import { FEED_IMAGES, linkImages } from './link-images.ts';
import { noteStory } from './note-story.ts';
import { noteFiguresDue, noteUnindexed, noteUnnamed } from './note-texts.ts';
import { pageIsOutdated } from './page-texts.ts';
import { bringTokens } from './search-index.ts';
import type { Store } from './store.ts';

const REVISIONS_KEPT = 10;

interface Arrival {
  readonly feedId: FeedId;
  readonly arrivedAt: number;
  /** Counts what is written; whoever writes adds it to the tally of the feed at the end. */
  readonly added: Added;
}

/** Stores an article that was never seen before. */
export function insertArticle(store: Store, id: ArticleId, article: IncomingArticle, arrival: Arrival): void {
  const { feedId, arrivedAt } = arrival;
  const { guid, url, content } = article.keys;
  store.run(
    'INSERT INTO statuses (article_id, feed_id, guid_key, url_key, content_key, arrived_at, kept_at, kept) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    id, feedId, guid, url, content, arrivedAt, arrivedAt, keptOnArrival(article),
  );
  insertText(store, id, article, arrival);
}

/** Gives back an article that had gone with its feed; whether it was read or not is still known. */
export function reviveArticle(store: Store, id: ArticleId, article: IncomingArticle, arrival: Arrival): void {
  const { arrivedAt } = arrival;
  store.run(
    'UPDATE statuses SET presence = 1, visible = (muted_at IS NULL OR bookmarked = 1), arrived_at = ?, kept = ?, kept_at = ? WHERE article_id = ?',
    arrivedAt, keptOnArrival(article), arrivedAt, id,
  );
  insertText(store, id, article, arrival);
}

/** The publisher gave it another guid, address or text: from now on it is known by these too. */
export function updateKeys(store: Store, stored: StoredArticle, { keys }: ArticleOutline): void {
  const guid = keys.guid ?? stored.guidKey;
  const url = keys.url ?? stored.urlKey;
  if (guid === stored.guidKey && url === stored.urlKey && keys.content === stored.contentKey) return;
  store.run('UPDATE statuses SET guid_key = ?, url_key = ?, content_key = ? WHERE article_id = ?', guid, url, keys.content, stored.id);
}

/** Takes over what the publisher changed, keeping the earlier title and text; of a bookmark, a copy of both. Id and status stay. */
export function reviseArticle(store: Store, id: ArticleId, article: IncomingArticle, arrival: Arrival): void {
  freezeBookmark(store, id, arrival.arrivedAt);
  takeOver(store, id, article, arrival);
  freezeBookmark(store, id, arrival.arrivedAt);
}

function takeOver(store: Store, id: ArticleId, article: IncomingArticle, { arrivedAt: at, added }: Arrival): void {
  store.run(
    `INSERT INTO revisions (article_id, replaced_at, title, html)
     SELECT id, ?, title, ifnull((SELECT html FROM bodies WHERE article_id = id), x'') FROM articles WHERE id = ?`,
    at, id,
  );
  store.run(
    'DELETE FROM revisions WHERE article_id = ?1 AND id NOT IN (SELECT id FROM revisions WHERE article_id = ?1 ORDER BY id DESC LIMIT ?2)',
    id, REVISIONS_KEPT,
  );
  store.run(
    `UPDATE articles SET title = ?, url = ifnull(?, url), authors = ?, tags = ?, lang = ?, revision = ?, revised_at = ?, enclosures = ?
     WHERE id = ?`,
    article.title, article.url, JSON.stringify(article.authors), JSON.stringify(article.tags), article.lang, article.revision, at,
    JSON.stringify(article.enclosures), id,
  );
  pageIsOutdated(store, id);
  if (article.story && article.body.length > 0) noteStory(store, id, article.story);
  // A publisher that stops sending bodies does not take back those that it sent.
  if (article.body.length === 0) return;
  store.run('UPDATE articles SET summary = ?, text_length = ?, whole = ? WHERE id = ?', article.summary, article.textLength, isWhole(article), id);
  if (store.run('UPDATE bodies SET html = ? WHERE article_id = ?', article.body, id) === 0) {
    insertBody(store, id, article, added);
    noteUnnamed(store, [id]);
    noteUnindexed(store, [id]);
    noteFiguresDue(store, [id]);
  }
  linkImages(store, id, article.images, FEED_IMAGES);
  assessKept(store, [id], at);
  // What its page says counts for more: it is looked through anew.
  if (article.names && !store.get('SELECT 1 FROM page_texts WHERE article_id = ?', id)) writeNames(store, id, article.names);
}

/** The address moved and nothing else: links should lead to where the article is now. */
export function updateAddress(store: Store, stored: StoredArticle, { url }: ArticleOutline): void {
  if (url !== null && url !== stored.url) store.run('UPDATE articles SET url = ? WHERE id = ?', url, stored.id);
}

function insertBody(store: Store, id: ArticleId, { body }: IncomingArticle, added: Added): void {
  store.run('INSERT INTO bodies (article_id, html) VALUES (?, ?)', id, body);
  added.textBytes += body.length;
}

function insertText(store: Store, id: ArticleId, article: IncomingArticle, { feedId, arrivedAt, added }: Arrival): void {
  store.run(
    `INSERT INTO articles (id, feed_id, title, url, authors, tags, lang, published_at, zone_assumed, published_day, summary, text_length, revision, enclosures, via, whole)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id, feedId, article.title, article.url, JSON.stringify(article.authors), JSON.stringify(article.tags), article.lang,
    article.publishedAt, article.zoneAssumed ? 1 : 0, article.publishedDay ?? null, article.summary, article.textLength, article.revision, JSON.stringify(article.enclosures), article.via ? JSON.stringify(article.via) : null, isWhole(article),
  );
  bringTokens(store, id, article);
  added.articles.push(id);
  if (article.story) noteStory(store, id, article.story);
  if (article.body.length > 0) insertBody(store, id, article, added);
  writeFirstNames(store, id, article.names);
  if (article.images.length === 0) return;
  linkImages(store, id, article.images, FEED_IMAGES);
  // An image that another article shows may be here already.
  assessKept(store, [id], arrivedAt);
}

function isWhole({ whole = true }: IncomingArticle): 0 | 1 {
  return whole ? 1 : 0;
}

function keptOnArrival({ body, images, whole = true }: IncomingArticle): 0 | 1 | 2 {
  if (body.length === 0 || !whole) return 0;
  return images.length === 0 ? 2 : 1;
}
