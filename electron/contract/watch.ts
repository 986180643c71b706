import type { EntityKind } from './gazetteer.ts';
import type { ReaderErrorCode } from './errors.ts';
import type { ArticleId, ArticleSummary, ErrorDetail } from './model.ts';

/**
 * What a person follows across all sources: an entity of the gazetteer, or a query of the search, which is a saved search.
 * Both are one thing here, since both stand in one order in the sidebar, are counted, listed and alert alike.
 */

export type WatchId = number;
export type AlertId = number;

/** What it is drawn with: the kind of its entity; `phrase` is a query of one quoted phrase. */
export type WatchMark = EntityKind | 'phrase' | 'search';

/** Whether new headlines are told of: not at all, at once, or together once a day. Quiet hours hold back both. */
export type AlertMode = 'off' | 'notify' | 'digest';

/** Why its query cannot be asked. It matches nothing until that is mended; what it matched stays. */
export interface QueryFailure {
  readonly code: ReaderErrorCode;
  readonly detail: ErrorDetail;
}

/** What is watched: one entity, or one query of the search's language; `exact`: without the words that the glossary adds. */
export type Watched =
  | { readonly kind: 'entity'; readonly entityId: string }
  | { readonly kind: 'search'; readonly query: string; readonly exact: boolean };

export interface Watch {
  readonly id: WatchId;
  readonly watched: Watched;
  /** The person's own; '' leaves it to what is watched. */
  readonly title: string;
  readonly mark: WatchMark;
  /** From 0 at the top, without holes. */
  readonly position: number;
  readonly alert: AlertMode;
  readonly createdAt: number;
  /** Articles that lists can show, and those of them that are unread. */
  readonly total: number;
  readonly unread: number;
  /** Older articles are still being looked through. */
  readonly looking: boolean;
  readonly failure: QueryFailure | null;
}

export interface WatchDraft {
  readonly watched: Watched;
  readonly title?: string;
  readonly alert?: AlertMode;
  /** Left out: at the end. */
  readonly position?: number;
}

export interface WatchReport {
  /** Oldest first; every day of the span, in the zone that was asked with. */
  readonly days: readonly { readonly day: string; readonly count: number }[];
  readonly total: number;
  /** Date of its oldest article, or null. */
  readonly since: number | null;
  /** Entities named in its articles of the last 30 days, most often first; its own left out. */
  readonly often: readonly { readonly entityId: string; readonly count: number }[];
}

/** Why an article is told of. `words`: those of the query that stand in it; none where conditions alone matched. */
export interface AlertReason {
  readonly kind: 'watch' | 'rule';
  /** Of the watch or the rule. */
  readonly id: number;
  /** What it was called then; '' where a watch had no title of its own. */
  readonly title: string;
  readonly entityId: string | null;
  readonly words: readonly string[];
}

/** One story that is told of, once, however many articles report it and however many watches match it. */
export interface Alert {
  readonly id: AlertId;
  readonly at: number;
  /** When it may be told; epoch milliseconds. */
  readonly dueAt: number;
  readonly seen: boolean;
  readonly reasons: readonly AlertReason[];
  /** Newest first; those that are gone are left out. */
  readonly articles: readonly ArticleSummary[];
}

export interface AlertPage {
  readonly alerts: readonly Alert[];
  /** Of all of them, whatever the page. */
  readonly unseen: number;
  readonly total: number;
  readonly nextCursor: string | null;
}

/** What a door shows as one notification: one story, or several that are due together. */
export interface Notice {
  readonly alertIds: readonly AlertId[];
  /** Of the first. */
  readonly articleId: ArticleId;
  readonly articleTitle: string;
  readonly feedTitle: string;
  readonly reasons: readonly AlertReason[];
  /** Stories in it. */
  readonly count: number;
}

/** Minutes from local midnight, 0 to 1439. Equal ends: no quiet hours. */
export interface AlertSettings {
  readonly quietFrom: number;
  readonly quietTo: number;
  readonly quiet: boolean;
  /** When a digest is told of. */
  readonly digestAt: number;
  /** Also by the system's notifications, where the door has them. */
  readonly notify: boolean;
}

export interface WatchApi {
  /** Every watch in its order, with its counts. */
  watches(args: Record<string, never>): Promise<{ watches: readonly Watch[] }>;
  /** Older articles are looked through afterwards. Rejects with what a query fails with, `entity-missing`. */
  addWatch(args: WatchDraft): Promise<{ watch: Watch }>;
  /** A query that changed is looked for anew. Rejects with `watch-missing`, and as addWatch does. */
  changeWatch(args: { watchId: WatchId; watched?: Watched; title?: string; alert?: AlertMode }): Promise<{ watch: Watch }>;
  /** `removed` added again undoes it. Its alerts stay. Rejects with `watch-missing`. */
  removeWatch(args: { watchId: WatchId }): Promise<{ removed: Required<WatchDraft> }>;
  /** `before` moved to again undoes it. Rejects with `watch-missing`. */
  moveWatch(args: { watchId: WatchId; position: number }): Promise<{ watches: readonly Watch[]; before: number }>;
  /** `days` 1 to 366, the last of them today in `zone` (IANA). Rejects with `watch-missing`. */
  watchReport(args: { watchId: WatchId; days: number; zone: string }): Promise<WatchReport>;
  /** Newest first. `limit` 1 to 200. */
  alerts(args: { limit: number; cursor?: string | null }): Promise<AlertPage>;
  /** `changed` are those that were not so before: given back with the other `seen`, they undo it. */
  setAlertsSeen(args: { alertIds: readonly AlertId[] | 'all'; seen: boolean }): Promise<{ changed: readonly AlertId[] }>;
  /** What is due and was not told yet; it counts as told from now on. For the one door that shows it. */
  takeNotices(args: Record<string, never>): Promise<{ notices: readonly Notice[] }>;
}
