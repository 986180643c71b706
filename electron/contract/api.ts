import type { Discovery } from './discovery.ts';
import type {
  AppInfo,
  Article,
  ArticleId,
  ArticleOrder,
  ArticlePage,
  Counts,
  Feed,
  FeedId,
  Folder,
  FolderId,
  GapFill,
  RefreshProgress,
  RefreshSummary,
  Scope,
} from './model.ts';
import type { Settings } from './settings.ts';
import type { SettingsPlace } from './settings-place.ts';
import type { ImportProgress, OpmlSummary } from './opml.ts';
import type { BookmarksApi } from './bookmark.ts';
import type { ArchiveApi, TransferApi } from './transfer.ts';
import type { BackupApi } from './backup.ts';
import type { CatalogueApi } from './catalogue.ts';
import type { WindowCommand } from './command.ts';
import type { AddressKeys, Credentials } from './credentials.ts';
import type { DesktopApi } from './desktop.ts';
import type { WireError } from './errors.ts';
import type { FirstScreenApi } from './first-screen.ts';
import type { FullTextApi, TextOrigin } from './full-text.ts';
import type { GazetteerApi } from './gazetteer.ts';
import type { LensApi } from './lens-api.ts';
import type { OfflineApi } from './offline.ts';
import type { PageExample, PagePreview, PageRules } from './page.ts';
import type { ReadingApi } from './reading.ts';
import type { RulesApi } from './rules.ts';
import type { SavingApi } from './saving.ts';
import type { SearchApi } from './search.ts';
import type { StoriesApi } from './stories.ts';
import type { ActivityPage, SourcesReport, SourceTry } from './source.ts';
import type { WatchApi } from './watch.ts';

/** The whole surface of the engine. Every method takes one object and answers with one; each rejects with a ReaderError only. */
export interface ReaderApi extends
  BackupApi,
  BookmarksApi,
  CatalogueApi,
  FirstScreenApi,
  FullTextApi,
  GazetteerApi,
  LensApi,
  OfflineApi,
  ReadingApi,
  TransferApi,
  ArchiveApi,
  SavingApi,
  WatchApi,
  RulesApi,
  SearchApi,
  StoriesApi,
  DesktopApi {
  // following
  /** The feeds at an address: the address itself, or those that its page names, each one tried. */
  discover(args: { url: string; credentials?: Credentials }): Promise<Discovery>;
  /**
   * Follows a feed, or the best feed that a page names, and stores what it holds now. `folder` is a title path ("Trade press/Europe", made where missing) or an id. `notice` is
   * there where its sign-in could only be kept until the app is closed. Without `credentials`, those are used with which a
   * discovery found the address lately.
   */
  subscribe(args: {
    url: string;
    folder?: string | FolderId | null;
    title?: string;
    page?: PageRules;
    credentials?: Credentials;
  }): Promise<{ feedId: FeedId; feed: Feed; added: number; notice?: 'keychain-missing' }>;
  /** What following a page without a feed would take: the lists found in it, or the one that `rules` read or that holds `example`. */
  previewPage(args: { url: string; rules?: PageRules; example?: PageExample; credentials?: Credentials }): Promise<PagePreview>;
  /** Reads a followed page by other rules from now on, and reads it at once. */
  setPageRules(args: { feedId: FeedId; rules: PageRules }): Promise<{ feed: Feed; added: number }>;
  /** Asks a source at another address from now on, after that address has answered with a feed. Articles and bookmarks stay. */
  setFeedAddress(args: { feedId: FeedId; url: string }): Promise<{ feed: Feed; added: number; notice?: 'keychain-missing' }>;
  /**
   * Signs a source in with something else from now on, once it has answered to that; null signs it out. Rejects with what the
   * source answered (`unauthorized`, …), and then nothing has changed.
   */
  setCredentials(args: { feedId: FeedId; credentials: Credentials | AddressKeys | null }): Promise<{ feed: Feed; notice?: 'keychain-missing' }>;
  /** A paused source is asked only when a person names it. */
  pauseFeed(args: { feedId: FeedId; paused: boolean }): Promise<{ feed: Feed }>;
  /** Bookmarked articles stay; the others go. */
  unsubscribe(args: { feedId: FeedId }): Promise<{ kept: number; removed: number }>;
  /** What unsubscribing would keep and remove. */
  unsubscribePreview(args: { feedId: FeedId }): Promise<{ kept: number; removed: number }>;
  /** Every source, or those of `feedIds` that are followed; the folders in any case. */
  listFeeds(args: { feedIds?: readonly FeedId[] }): Promise<{ feeds: readonly Feed[]; folders: readonly Folder[] }>;
  /** An empty title gives the publisher's own back. */
  renameFeed(args: { feedId: FeedId; title: string }): Promise<{ feed: Feed }>;
  moveFeed(args: { feedId: FeedId; folderId: FolderId | null }): Promise<{ feed: Feed }>;
  createFolder(args: { title: string; parentId?: FolderId | null }): Promise<{ folder: Folder }>;
  renameFolder(args: { folderId: FolderId; title: string }): Promise<{ folder: Folder }>;
  /** Its feeds and folders move to the folder above. */
  deleteFolder(args: { folderId: FolderId }): Promise<Record<string, never>>;
  /** What an import of this list would answer now; nothing is written. */
  previewOpml(args: { opml: string }): Promise<OpmlSummary>;
  /** Answers when done; a file that was imported in part is imported to its end by importing it again. */
  importOpml(args: { opml: string }): Promise<OpmlSummary>;
  importProgress(args: Record<string, never>): Promise<ImportProgress>;
  /** `withoutKeys`: whatever in the path of an address looks like a person's key is `***`, as keys in queries always are; an import then asks for it. */
  exportOpml(args: { withoutKeys?: boolean }): Promise<{ opml: string }>;

  // refreshing
  /** Answers when done. Without `feedIds` or `folderId`: every feed. `onlyDue` leaves out those whose time has not come. */
  refresh(args: { feedIds?: readonly FeedId[]; folderId?: FolderId; onlyDue?: boolean }): Promise<RefreshSummary>;
  cancelRefresh(args: Record<string, never>): Promise<Record<string, never>>;
  refreshProgress(args: Record<string, never>): Promise<RefreshProgress>;
  /** Asks a source for what its gap lacks, document by document until it is closed. Joins the fill that is under way. Rejects with `nothing-to-fill` where there is no gap. */
  fillGap(args: { feedId: FeedId }): Promise<GapFill>;
  /** Forgets the gap of a source. */
  dismissGap(args: { feedId: FeedId }): Promise<{ feed: Feed }>;

  // how the sources do
  /** Every source, or those of `feedIds` that are followed; the last day of the engine in any case. */
  sources(args: { feedIds?: readonly FeedId[] }): Promise<SourcesReport>;
  /** The last asks of a source, newest first. `limit` 1 to 100. */
  sourceTries(args: { feedId: FeedId; limit: number }): Promise<{ tries: readonly SourceTry[] }>;
  /** The engine's log, newest first. `limit` 1 to 500. */
  activity(args: { limit: number; before?: number | null }): Promise<ActivityPage>;
  /** The sources page as a table: UTF-8 with a byte order mark, RFC 4180. */
  exportSources(args: Record<string, never>): Promise<{ csv: string }>;

  // reading
  /**
   * `limit` 1 to 500. `unreadOnly` narrows any scope. With `stories`, articles of one story are one row: the first of them that was
   * published, of those that the listing holds, at its own place; the others are left out, so that no row moves as more reports
   * come. `total` and every count go on counting articles, and markAllRead goes on marking all of the scope that had arrived.
   * Bookmarks are never taken together.
   */
  listArticles(args: { scope: Scope; limit: number; cursor?: string | null; order?: ArticleOrder; unreadOnly?: boolean; stories?: boolean }): Promise<ArticlePage>;
  /** With the text of its page where that is kept, unless the feed's is asked for; `page` where there is none gives the feed's. */
  getArticle(args: { articleId: ArticleId; text?: TextOrigin }): Promise<Article>;
  /** How many articles of the scope arrived after `since` (an `asOf`). */
  countArrived(args: { scope: Scope; since: number; unreadOnly?: boolean }): Promise<{ count: number }>;
  counts(args: Record<string, never>): Promise<Counts>;
  setRead(args: { articleIds: readonly ArticleId[]; read: boolean }): Promise<{ changed: number }>;
  /** Touches only what had arrived by `before` (an `asOf`). `batch` undoes it. */
  markAllRead(args: { scope: Scope; before: number }): Promise<{ changed: number; batch: number }>;
  undoMarkAllRead(args: { batch: number }): Promise<{ changed: number }>;
  setBookmarked(args: { articleId: ArticleId; bookmarked: boolean }): Promise<{ bookmarked: boolean }>;
  /** Fetches the images of an article that are not on this device yet; answers when tried. */
  keepImages(args: { articleId: ArticleId }): Promise<{ kept: number; failed: number }>;
  /** Removes articles that arrived before `before`, are read, not bookmarked and without a tag, note or highlight. With `dryRun`, only counts them. */
  cleanUp(args: { before: number; dryRun?: boolean }): Promise<{ removed: number; bytes: number }>;

  // the app
  getSettings(args: Record<string, never>): Promise<Settings>;
  setSettings(args: Partial<Settings>): Promise<Settings>;
  appInfo(args: Record<string, never>): Promise<AppInfo>;
}

export type ReaderMethod = keyof ReaderApi;
export type ArgsOf<M extends ReaderMethod> = Parameters<ReaderApi[M]>[0];
export type AnswerOf<M extends ReaderMethod> = Awaited<ReturnType<ReaderApi[M]>>;

/** What changed; never the new state. Whoever shows it asks again. */
export type ReaderEvent =
  | { readonly kind: 'articles'; readonly feedIds: readonly FeedId[] }
  | { readonly kind: 'status'; readonly articleIds: readonly ArticleId[] | 'many' }
  | { readonly kind: 'images'; readonly articleIds: readonly ArticleId[] }
  /** The text of their pages came, or could not be had. */
  | { readonly kind: 'texts'; readonly articleIds: readonly ArticleId[] }
  /** What some articles name was found, or found anew. */
  | { readonly kind: 'names'; readonly articleIds: readonly ArticleId[] | 'many' }
  /** Their stories have other articles now than before. */
  | { readonly kind: 'stories'; readonly articleIds: readonly ArticleId[] | 'many' }
  /** What the lens reads of them is known now, or changed: by their texts, by its rules, or by a person's correction. */
  | { readonly kind: 'figures'; readonly articleIds: readonly ArticleId[] | 'many' }
  /** Names were added, corrected or taken away. */
  | { readonly kind: 'gazetteer' }
  /** Of named ones what is known of them; `many`: which sources there are, their names or folders. */
  | { readonly kind: 'feeds'; readonly feedIds: readonly FeedId[] | 'many' }
  | { readonly kind: 'refresh' }
  | { readonly kind: 'import' }
  | { readonly kind: 'prepare' }
  | { readonly kind: 'transfer' }
  /** More can be found: what a fill of the index has come to. */
  | { readonly kind: 'search' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'backups' }
  /** Sources of the catalogue were tried. */
  | { readonly kind: 'catalogue' }
  /** Which watches there are, or what they match. */
  | { readonly kind: 'watch' }
  /** Stories came that are to be told of, became due, or were seen. */
  | { readonly kind: 'alerts' }
  /** Which rules there are, or how far a run is. */
  | { readonly kind: 'rules' }
  /** A person asked for an article outside of the window: by a notification. Told by the door. */
  | { readonly kind: 'open'; readonly articleId: ArticleId }
  /** A person asked for what is unread outside of the window: in the tray. Told by the door. */
  | { readonly kind: 'open-unread' }
  /** Another program handed something over, which waits to be taken. */
  | { readonly kind: 'offers' }
  /** Another library took the place of the one that was open: everything may have changed. */
  | { readonly kind: 'library' }
  /** Of the application menu, to the one window that it is for: nothing changed, something is wanted. */
  | { readonly kind: 'command'; readonly command: WindowCommand }
  /** To the settings' own window alone: a person asked for a section of it, or one setting. Told by the door. */
  | ({ readonly kind: 'show-settings' } & SettingsPlace);

export type ReaderEventListener = (event: ReaderEvent) => void;

/** The engine as any carrier offers it. */
export interface Reader {
  readonly api: ReaderApi;
  /** Returns the way to stop listening. */
  onEvent(listener: ReaderEventListener): () => void;
}

/** A call as it crosses a carrier, and its answer. */
export type CallAnswer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: WireError };

/** The one object that a preload exposes, as `window.reader`. */
export interface ReaderBridge {
  call(method: string, args: unknown): Promise<CallAnswer>;
  onEvent(listener: ReaderEventListener): () => void;
}
