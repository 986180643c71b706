import type { ArticleId, FeedId } from '../../contract/model.ts';
import type { Validators } from '../fetch/fetch-result.ts';
import type { ArticleOutline, IncomingArticle } from '../normalize/incoming-article.ts';
import { addToTally } from './add-to-tally.ts';
import type { Added } from './add-to-tally.ts';
import { feedRecord } from './feeds.ts';
import { followMove } from './follow-move.ts';
import { gapAfterDocument, pinnedItems, recordGap } from './gap.ts';
import { rememberItems, WholeDocumentNeeded } from './known-items.ts';
import { matchArticles } from './match-articles.ts';
import type { StoredArticle } from './match-articles.ts';
import { freeId, placeInTime, sortAtOf } from './place-article.ts';
import { recount } from './recount.ts';
import type { ArticleChanges, FetchFailureRecord, FreshDocument, PageDates } from './records.ts';
import type { Store } from './store.ts';
import { insertArticle, reviseArticle, reviveArticle, updateAddress, updateKeys } from './write-article.ts';

/** The refresher sends no validators that are older, so an answer after this was to an unconditional request. */
const VALIDATORS_LAST = 8 * 24 * 60 * 60_000;

/**
 * Stores a fresh document of a feed: articles, validators, body hash and what the feed says of itself, in one
 * transaction, so that a crash leaves the old validators beside the old articles. `now` is epoch milliseconds.
 * Throws `feed-missing` {feedId}, `disk-full`, `database-failed`, or WholeDocumentNeeded where outlines are not enough.
 */
export function storeDocument(store: Store, feedId: FeedId, document: FreshDocument, now: number): ArticleChanges {
  return store.transaction(() => {
    const feed = feedRecord(store, feedId);
    const titleBefore = store.get<{ title: string }>('SELECT title FROM feeds WHERE id = ?', feedId)?.title;
    const known = store.get('SELECT 1 FROM statuses WHERE feed_id = ? LIMIT 1', feedId) !== undefined;
    const matches = known ? matchArticles(store, feedId, document.articles) : document.articles.map(() => null);
    if (document.articles.some((article, index) => needsMore(article, matches[index] ?? null))) throw new WholeDocumentNeeded(feedId);
    const arrivedAt = store.stamp();
    const place = { feedId, arrivedAt, arrival: Math.min(now, arrivedAt), backlog: feed.succeededAt === null, added: { articles: [], textBytes: 0 } };

    const updated: ArticleId[] = [];
    const added: ArticleId[] = [];
    // From the last to the first: of articles of one moment the first in the document gets the greatest id.
    for (const [index, article] of [...document.articles.entries()].toReversed()) {
      const stored = matches[index] ?? null;
      const change = stored ? follow(store, stored, article, place) : null;
      if (change === 'updated' && stored) updated.unshift(stored.id);
      if (change === 'added' && stored) added.unshift(stored.id);
      if (stored) continue;
      const id = freeId(store, placeInTime(article, { ...place, index }));
      insertArticle(store, id, wholeOf(article, feedId), place);
      added.unshift(id);
    }

    const overlaps = matches.some((match) => match !== null);
    const pinned = pinnedItems(document.articles, matches);
    const inWindow = { articles: document.articles.slice(pinned), matches: matches.slice(pinned) };
    // Taken up again after a time away, a feed owes no overlap.
    const gap = known && feed.succeededAt !== null && inWindow.articles.length > 0 && inWindow.matches.every((match) => match === null);
    const gapNow = gapAfterDocument(store, feed, { ...inWindow, arrivedAt, moved: gap });
    if (gapNow !== feed.gap) recordGap(store, feedId, gapNow);
    rememberItems(store, feedId, document.knownItems ?? null);
    if (!document.part) {
      recordFresh(store, feedId, document, { now, newest: newestOf(added) });
      followMove(store, feed, { permanentUrl: document.permanentUrl, isSame: overlaps || document.facts.title === titleBefore, now });
    }
    addToTally(store, feedId, place.added);
    if (added.length > 0 || updated.length > 0) recount(store, [feedId]);
    return { added, updated, gap };
  });
}

interface Place {
  readonly feedId: FeedId;
  readonly arrivedAt: number;
  readonly added: Added;
}

/** Whether an outline stands where text will have to be written. */
function needsMore(article: ArticleOutline | IncomingArticle, stored: StoredArticle | null): boolean {
  if ('body' in article || stored?.presence === 0) return false;
  return stored?.presence !== 1 || stored.revision !== article.revision;
}

function wholeOf(article: ArticleOutline | IncomingArticle, feedId: FeedId): IncomingArticle {
  if (!('body' in article)) throw new WholeDocumentNeeded(feedId);
  return article;
}

/** An article that we know came again: takes over what changed. What was cleaned up stays away. */
function follow(store: Store, stored: StoredArticle, article: ArticleOutline | IncomingArticle, place: Place): 'added' | 'updated' | null {
  updateKeys(store, stored, article);
  if (stored.presence === 2) {
    reviveArticle(store, stored.id, wholeOf(article, place.feedId), place);
    return 'added';
  }
  if (stored.presence === 0) return null;
  if (stored.revision === article.revision) {
    updateAddress(store, stored, article);
    return null;
  }
  reviseArticle(store, stored.id, wholeOf(article, place.feedId), place);
  return 'updated';
}

function newestOf(added: readonly ArticleId[]): number | null {
  return added.length === 0 ? null : sortAtOf(added.reduce((newest, id) => Math.max(newest, id)));
}

function recordFresh(store: Store, id: FeedId, document: FreshDocument, { now, newest }: { now: number; newest: number | null }): void {
  const { facts, feedKind, validators, bodyHash, nextAt, articles } = document;
  store.run(
    `UPDATE feeds SET kind = ?, title = ifnull(?, title), site_url = ifnull(?, site_url), lang = ifnull(?, lang),
       etag = ?, last_modified = ?, validators_at = ?, body_hash = ?, fetched_at = ?, succeeded_at = ?, next_at = ?,
       newest_at = nullif(max(ifnull(newest_at, 0), ?), 0), window_items = ?, page_found = ifnull(?, page_found), wishes = ?, archive_url = ?, found_url = NULL,
       failure_code = NULL, failure_detail = NULL, failing_since = NULL, failures = 0
     WHERE id = ?`,
    feedKind, facts.title, facts.siteUrl, facts.lang, validators.etag, validators.lastModified, now, bodyHash, now, now, nextAt,
    newest ?? 0, articles.length, document.pageFound ?? null, facts.wishes ? JSON.stringify(facts.wishes) : null, facts.archiveUrl ?? null, id,
  );
  if (document.pageDates) recordDates(store, id, document.pageDates, now);
  // Few change it ever; one that names none any more has it gone where it was.
  if (facts.iconUrl) store.run('UPDATE feeds SET icon_url = ?1 WHERE id = ?2 AND icon_url IS NOT ?1', facts.iconUrl, id);
}

/** The most that had one is kept: dates are lost one by one, too, as old articles leave the list. */
function recordDates(store: Store, id: FeedId, { dated, lost }: PageDates, now: number): void {
  if (lost) store.run('UPDATE feeds SET dates_lost_at = ?1 WHERE id = ?2 AND dates_lost_at IS NULL', now, id);
  else store.run('UPDATE feeds SET page_dated = max(coalesce(page_dated, 0), ?1), dates_lost_at = NULL WHERE id = ?2', dated, id);
}

export interface NotModifiedRecord {
  readonly validators: Validators;
  readonly permanentUrl: string | null;
  /** When the next unattended ask is allowed. */
  readonly nextAt: number;
  readonly at: number;
}

/**
 * The server, or the hash of its answer, said that nothing changed. The age of the validators goes on growing, so that
 * they are dropped in time for a server that answers 304 to everything. False, and nothing done, for a feed that is not followed.
 */
export function recordNotModified(store: Store, feedId: FeedId, { validators, permanentUrl, nextAt, at }: NotModifiedRecord): boolean {
  return store.transaction(() => {
    const row = store.get<{ movedUrl: string | null }>(
      `UPDATE feeds SET etag = ifnull(?1, etag), last_modified = ifnull(?2, last_modified),
         validators_at = CASE
           WHEN validators_at IS NULL OR abs(?3 - validators_at) >= ${VALIDATORS_LAST} THEN ?3
           WHEN ifnull(?1, etag) IS NOT etag OR ifnull(?2, last_modified) IS NOT last_modified THEN ?3
           ELSE validators_at END,
         fetched_at = ?3, succeeded_at = ?3, next_at = ?4, found_url = NULL,
         failure_code = NULL, failure_detail = NULL, failing_since = NULL, failures = 0
       WHERE id = ?5 AND subscribed = 1 RETURNING moved_url AS movedUrl`,
      validators.etag, validators.lastModified, at, nextAt, feedId,
    );
    // What nobody changed is what we know.
    if (row && (permanentUrl !== null || row.movedUrl !== null)) followMove(store, feedRecord(store, feedId), { permanentUrl, isSame: true, now: at });
    return row !== undefined;
  });
}

/** Counts a failure; validators and articles stay as they are. False, and nothing done, for a feed that is not followed. */
export function recordFailure(store: Store, feedId: FeedId, { code, detail, nextAt }: FetchFailureRecord, at: number): boolean {
  const changed = store.run(
    `UPDATE feeds SET failure_code = ?, failure_detail = ?, failing_since = ifnull(failing_since, ?), failures = failures + 1,
       fetched_at = ?, next_at = ?
     WHERE id = ? AND subscribed = 1`,
    code, JSON.stringify(detail), at, at, nextAt, feedId,
  );
  return changed > 0;
}
