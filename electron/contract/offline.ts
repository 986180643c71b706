import type { ArticleId, ErrorDetail, FeedId, FolderId } from './model.ts';

/** What must be on this device besides bookmarks and what a person keeps by hand, which always are. */
export interface OfflineSettings {
  /** Whose articles, with those of the folders below. */
  readonly folders: readonly FolderId[] | 'all';
  /** Unread articles of the last so many days as well; 0 for none. */
  readonly unreadDays: number;
  /** Megabytes (of 1000² bytes) for all of these; the newest come first. */
  readonly budgetMb: number;
  /** Older articles than this many days are not made ready, and may be evicted; 0: none is too old. */
  readonly evictDays: number;
  /** What is too old or past the budget goes after a refresh, unasked. */
  readonly evictUnasked: boolean;
}

/** What is to be on this device, and how much of it is. Bytes as stored. */
export interface OfflinePlan {
  readonly articles: number;
  /** With their whole text and every image: those of them that the Offline list shows. */
  readonly ready: number;
  /** Of which a summary is all that is to come: their sources are read as their feeds give them, or they have no page. */
  readonly summaries: number;
  /** Articles whose text is not here. */
  readonly missingText: number;
  /** Images that are known of and not here. */
  readonly missingImages: number;
  readonly bytesKept: number;
  /** Of what is missing, by the sizes of what is here. */
  readonly bytesExpected: number;
  /** Older ones than fit were left out. */
  readonly budgetReached: boolean;
}

export interface NotReady {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly feedTitle: string;
  /** Its text is not here. */
  readonly text: boolean;
  /** How many of its images are not. */
  readonly images: number;
  /** A ReaderErrorCode: why. */
  readonly code: string;
  readonly detail: ErrorDetail;
  /** It was not asked for this time, since its last try failed in this way: not before then, epoch milliseconds. Null where it was. */
  readonly until: number | null;
}

export interface PrepareReport {
  /** Everything that must be there is there. */
  readonly ready: boolean;
  readonly articles: number;
  /** What is not, newest first; at most 500. */
  readonly notReady: readonly NotReady[];
  /** How many articles that are in all. */
  readonly notReadyCount: number;
  /** What ended it early: `prepare-stopped`, `offline`, `disk-full`, `profile-unwritable`, …; null where it came to its end. */
  readonly stopped: { readonly code: string; readonly detail: ErrorDetail } | null;
  readonly bytes: number;
  readonly endedAt: number;
}

export interface PrepareProgress {
  readonly running: boolean;
  /** Of `total`, those that were tried or ready when it began. */
  readonly done: number;
  readonly total: number;
  /** Fetched so far. */
  readonly bytes: number;
  /** What is left to fetch, by the sizes of what is here. */
  readonly bytesExpected: number;
  readonly startedAt: number | null;
  /** Null while too little is done to tell. */
  readonly secondsLeft: number | null;
  /** What the last one came to, also before a restart. */
  readonly report: PrepareReport | null;
}

export interface SourceBytes {
  readonly feedId: FeedId;
  readonly feedUrl: string;
  readonly title: string;
  readonly bytes: number;
}

/** What uses space, in bytes. */
export interface StorageReport {
  /** Of the disk that holds the profile; null where the system does not tell. */
  readonly disk: { readonly free: number; readonly total: number } | null;
  /** `images`: under 2 GB free, no new images are kept unasked; `texts`: under 500 MB, nor are texts of pages. */
  readonly short: 'images' | 'texts' | null;
  /** The database with its log. */
  readonly database: number;
  /** Of the database, texts as stored. */
  readonly texts: number;
  readonly images: number;
  readonly files: number;
  readonly backups: number;
  /** The sources that use most, the largest first. */
  readonly byFeed: readonly SourceBytes[];
  /** Texts and images of bookmarks. */
  readonly bookmarks: number;
  /** Null where nothing ever was. */
  readonly lastEviction: LastEviction | null;
}

export interface Eviction {
  readonly articles: number;
  /** Of these, what Prepare would bring back: it goes only where nothing else is left. */
  readonly wanted: number;
  readonly images: number;
  readonly bytes: number;
  /** Of what was to be freed, bytes that cannot be. */
  readonly short: number;
}

/** What was evicted unattended, after a refresh. */
export interface LastEviction {
  readonly at: number;
  readonly articles: number;
  readonly bytes: number;
}

export interface OfflineApi {
  offlinePlan(args: Record<string, never>): Promise<OfflinePlan>;
  /**
   * Brings what the plan lacks onto this device; answers when done or stopped, and joins one that is under way. What is here is
   * not fetched again; with `retry`, images that failed are asked for again at once, also where it joins one that began without. What
   * counts against the budget stays within it, with what is under way.
   */
  prepare(args: { retry?: boolean }): Promise<PrepareReport>;
  cancelPrepare(args: Record<string, never>): Promise<Record<string, never>>;
  prepareProgress(args: Record<string, never>): Promise<PrepareProgress>;
  /** Keeps an article on this device, whatever its age, or lets it go. Rejects with `article-missing`. */
  keepOffline(args: { articleId: ArticleId; keep: boolean }): Promise<{ kept: boolean }>;
  /** `top`: how many sources are named, 0 to 100; left out, 8. */
  storage(args: { top?: number }): Promise<StorageReport>;
  /**
   * Takes images and texts of pages off this device: of articles that are too old or past the budget, and with `free` of the oldest
   * others until so many bytes are free. Never of bookmarks, of what is kept by hand, or of what has a tag, a note or a highlight;
   * of what Prepare would bring back only where `free` wants it and nothing else is left. Headlines and what the feeds gave stay.
   * With `dryRun`, only counts.
   */
  evict(args: { dryRun?: boolean; free?: number }): Promise<Eviction>;
}
