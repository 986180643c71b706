import { ReaderError } from '../../contract/errors.ts';
import type { FullText, FullTextMode } from '../../contract/full-text.ts';
import type { ArticleId, ErrorDetail, FeedId } from '../../contract/model.ts';
import type { PageFacts } from '../../contract/page-facts.ts';
import { SAVED_FEED } from '../../contract/saving.ts';
import type { AskedBy } from '../fetch/asked-by.ts';
import { deflateBody } from '../normalize/body.ts';
import type { StoryMark } from '../stories/story-mark.ts';
import type { ImageReference } from '../normalize/incoming-article.ts';
import { assessKept } from './assess-kept.ts';
import { describeSaved } from './describe-saved.ts';
import { feedRecord } from './feeds.ts';
import { freezeBookmark } from './freeze.ts';
import { linkImages, PAGE_IMAGES } from './link-images.ts';
import { noteStory } from './note-story.ts';
import { firstIdAt } from './place-article.ts';
import type { FeedRecord } from './records.ts';
import { recount } from './recount.ts';
import type { Store } from './store.ts';

const LONGEST_SUMMARY = 300;
/** What arrived earlier is no news: an `always` of today fetches no archive. */
const AHEAD_MS = 14 * 24 * 60 * 60_000;

/** What an article's page gave. */
export interface PageText {
  /** Sanitized; each image is `img/<key>`. */
  readonly html: string;
  /** The same as plain text on one line. */
  readonly text: string;
  readonly images: readonly ImageReference[];
  readonly facts: PageFacts;
  /** After every redirect. */
  readonly url: string;
  /** It came in a file: `url` is what that says. */
  readonly handedIn: boolean;
  /** Of the extractor. */
  readonly version: number;
  /** By which its story is found; left out where nobody made it. */
  readonly story?: StoryMark;
}

/**
 * Stores the text of an article's page in place of what was had of it, with its images, and says anew how much of the article is on
 * this device. `at` is when it was fetched, epoch milliseconds. Nothing is done where the article is gone, or the text would take more
 * than `most` bytes as stored.
 */
export function keepPageText(store: Store, id: ArticleId, { html, text, images, facts, url, handedIn, version, story }: PageText, at: number, most = Infinity): 'kept' | 'gone' | 'over' {
  const body = deflateBody(html);
  if (body.length > most) return 'over';
  return store.transaction(() => {
    const article = store.get<{ feedId: FeedId }>('SELECT feed_id AS feedId FROM articles WHERE id = ?', id);
    if (!article) return 'gone';
    store.run(
      `INSERT INTO page_texts (article_id, html, facts, text_length, url, fetched_at, extractor, handed_in) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (article_id) DO UPDATE SET html = excluded.html, facts = excluded.facts, text_length = excluded.text_length,
         url = excluded.url, fetched_at = excluded.fetched_at, extractor = excluded.extractor, handed_in = excluded.handed_in`,
      id, body, JSON.stringify(facts), text.length, url, at, version, handedIn ? 1 : 0,
    );
    store.run('DELETE FROM page_failures WHERE article_id = ?', id);
    store.run("UPDATE articles SET has_page = 1, summary = iif(summary = '', ?, summary), lang = ifnull(lang, ?) WHERE id = ?", summaryOf(text), facts.lang, id);
    linkImages(store, id, images, PAGE_IMAGES);
    describeSaved(store, id, facts);
    if (story) noteStory(store, id, story);
    freezeBookmark(store, id, at);
    assessKept(store, [id], store.stamp());
    recount(store, [article.feedId]);
    return 'kept';
  });
}

/** The page of an article was asked again and says what it said, as an extractor of this version reads it: what is kept stays as it is. */
export function confirmPageText(store: Store, id: ArticleId, version: number): void {
  store.transaction(() => {
    store.run('UPDATE page_texts SET extractor = ? WHERE article_id = ?', version, id);
    store.run('DELETE FROM page_failures WHERE article_id = ?', id);
  });
}

function summaryOf(text: string): string {
  return text.length <= LONGEST_SUMMARY ? text : `${text.slice(0, LONGEST_SUMMARY - 1).replace(/[\ud800-\udbff]$/, '').trimEnd()}…`;
}

/** Stands for a failure where a text was let go: nobody but a person by opening or preparing has it fetched again. */
export const EVICTED = 'evicted';

export interface PageFailureRecord {
  readonly code: string;
  readonly detail: ErrorDetail;
  readonly at: number;
  readonly retryAt: number;
}

/** Notes that the page of an article could not be had; what is kept stays. */
export function recordPageFailure(store: Store, id: ArticleId, { code, detail, at, retryAt }: PageFailureRecord): void {
  store.run(
    `INSERT INTO page_failures (article_id, code, detail, tried_at, tries, retry_at) SELECT id, ?2, ?3, ?4, 1, ?5 FROM articles WHERE id = ?1
     ON CONFLICT (article_id) DO UPDATE SET code = excluded.code, detail = excluded.detail, tried_at = excluded.tried_at,
       tries = tries + 1, retry_at = excluded.retry_at`,
    id, code, JSON.stringify(detail), at, retryAt,
  );
}

/** The feed's item was revised: its page may say something else by now, and may be there by now. */
export function pageIsOutdated(store: Store, id: ArticleId): void {
  store.run('UPDATE page_texts SET extractor = 0 WHERE article_id = ?', id);
  // A no stays a no: some feeds revise their items at every refresh.
  store.run(`DELETE FROM page_failures WHERE article_id = ? AND code NOT IN ('unauthorized', 'forbidden', 'rate-limited', 'robots-disallowed', 'login-wall', '${EVICTED}')`, id);
}

/** An article as far as its page is concerned. */
export interface PageRecord {
  readonly id: ArticleId;
  readonly feedId: FeedId;
  readonly url: string | null;
  /** The feed that named it; a person, where they saved its address or gave it in a list; nobody, where it came with its text in a file. */
  readonly askedBy: AskedBy;
  readonly signsIn: boolean;
  readonly title: string;
  readonly lang: string | null;
  readonly mode: FullTextMode;
  readonly whole: boolean;
  /** Characters of the feed's text. */
  readonly textLength: number;
  /** Of the text that is kept; null where none is. */
  readonly extractor: number | null;
  readonly tries: number;
  /** Until then nobody but a person by name asks again, epoch milliseconds: the last ask failed, whatever is kept from before. */
  readonly retryAt: number;
  readonly fullText: FullText;
}

interface PageRow {
  readonly id: ArticleId;
  readonly feedId: FeedId;
  readonly url: string | null;
  readonly feedUrl: string;
  readonly credentials: string | null;
  readonly title: string;
  readonly lang: string | null;
  readonly mode: string;
  readonly whole: number;
  readonly textLength: number;
  readonly extractor: number | null;
  readonly fetchedAt: number | null;
  readonly pageUrl: string | null;
  readonly handedIn: number | null;
  readonly code: string | null;
  readonly detail: string | null;
  readonly triedAt: number | null;
  readonly tries: number | null;
  readonly retryAt: number | null;
}

/** Throws `article-missing` {articleId}. */
export function pageRecord(store: Store, id: ArticleId): PageRecord {
  const row = store.get<PageRow>(
    `SELECT a.id, a.feed_id AS feedId, a.url, f.feed_url AS feedUrl, f.credentials, a.title, a.lang, f.full_text AS mode, a.whole,
       a.text_length AS textLength, p.extractor, p.fetched_at AS fetchedAt, p.url AS pageUrl, p.handed_in AS handedIn,
       x.code, x.detail, x.tried_at AS triedAt, x.tries, x.retry_at AS retryAt
     FROM articles a JOIN feeds f ON f.id = a.feed_id
       LEFT JOIN page_texts p ON p.article_id = a.id LEFT JOIN page_failures x ON x.article_id = a.id
     WHERE a.id = ?`,
    id,
  );
  if (!row) throw new ReaderError('article-missing', `there is no article ${id}`, { articleId: id });
  const { feedId, url, feedUrl, handedIn, credentials, title, lang, mode, whole, textLength, extractor, tries } = row;
  const askedBy: AskedBy = handedIn === 1 ? { document: null } : feedUrl === SAVED_FEED ? 'person' : { document: feedUrl };
  const retryAt = row.code === EVICTED ? 0 : row.retryAt;
  return {
    id, feedId, url, askedBy, title, lang, textLength, extractor, signsIn: credentials !== null, mode: mode as FullTextMode, whole: whole === 1, tries: tries ?? 0, retryAt: retryAt ?? 0,
    fullText: fullTextOf(row),
  };
}

function fullTextOf({ fetchedAt, pageUrl, code, detail, triedAt, retryAt }: PageRow): FullText {
  if (fetchedAt !== null) return { state: 'kept', at: fetchedAt, url: pageUrl ?? '' };
  if (code !== null && code !== EVICTED) return { state: 'failed', code, detail: JSON.parse(detail ?? '{}') as ErrorDetail, at: triedAt ?? 0, retryAt: retryAt ?? 0 };
  return { state: 'none' };
}

/** Articles whose pages are to be fetched although nobody opened them: of sources that are always read whole, the newest first. */
export function pagesAhead(store: Store, { limit, now }: { limit: number; now: number }): ArticleId[] {
  return store
    .all<{ id: ArticleId }>(
      `SELECT s.article_id AS id FROM feeds f
         CROSS JOIN statuses s INDEXED BY statuses_by_feed ON s.feed_id = f.id AND s.visible = 1 AND s.article_id >= ?1
         CROSS JOIN articles a ON a.id = s.article_id
       WHERE f.subscribed = 1 AND f.full_text = 'always' AND s.arrived_at > f.full_text_since AND a.url IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM page_texts p WHERE p.article_id = a.id AND p.extractor > 0)
         AND NOT EXISTS (SELECT 1 FROM page_failures x WHERE x.article_id = a.id AND x.retry_at > ?2)
       ORDER BY s.article_id DESC LIMIT ?3`,
      firstIdAt(now - AHEAD_MS), now, limit,
    )
    .map(({ id }) => id);
}

/** How a source's articles are read from now on. Throws `feed-missing` {feedId}. */
export function setFullText(store: Store, id: FeedId, mode: FullTextMode): FeedRecord {
  store.run('UPDATE feeds SET full_text = ?1, full_text_since = ?2 WHERE id = ?3 AND subscribed = 1 AND full_text <> ?1', mode, store.stamp(), id);
  return feedRecord(store, id);
}
