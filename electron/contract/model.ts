import type { CredentialsKind } from './credentials.ts';
import type { ArticleImage } from './article-image.ts';
import type { DesktopAbilities } from './desktop.ts';
import type { ArticleTexts, FullTextMode } from './full-text.ts';
import type { SavedFile } from './saving.ts';
import type { StoryOfArticle } from './stories.ts';
import type { PageRules } from './page.ts';
import type { WatchId } from './watch.ts';

/** The nouns that cross every carrier. Readonly, JSON-safe. All times are epoch milliseconds. */

export type FeedId = number;
export type FolderId = number;
/** Grows with the article's date, so that ordering by id is ordering by time. */
export type ArticleId = number;

export type FeedKind = 'rss' | 'atom' | 'json' | 'page';

export interface Folder {
  readonly id: FolderId;
  readonly parentId: FolderId | null;
  readonly title: string;
}

/** Why the last ask of a feed brought nothing, and since when that is so. */
export interface FeedFailure {
  readonly code: string;
  readonly detail: ErrorDetail;
  readonly since: number;
  readonly count: number;
}

/** A document held nothing that we already had: between the two moments items may have been missed. */
export interface FeedGap {
  readonly foundAt: number;
  /** Date of the newest article before it; null where nothing is dated. */
  readonly after: number | null;
  /** Date of the oldest article behind it; null where nothing is dated. */
  readonly before: number | null;
}

export interface Feed {
  readonly id: FeedId;
  readonly kind: FeedKind;
  /** Without user and password; a key in it stands as `***`. */
  readonly feedUrl: string;
  readonly siteUrl: string | null;
  /** The person's own title where there is one, else the publisher's, else the host. */
  readonly title: string;
  readonly folderId: FolderId | null;
  /** BCP 47 tag that the feed claims, or null. */
  readonly lang: string | null;
  readonly subscribedAt: number;
  readonly fetchedAt: number | null;
  readonly succeededAt: number | null;
  readonly newestAt: number | null;
  /** When the next unattended ask is allowed; null where none will follow (410). */
  readonly nextAt: number | null;
  readonly failure: FeedFailure | null;
  /** Set where items may have been missed, until it is closed or dismissed. */
  readonly gap: FeedGap | null;
  /** Asked only when a person names it. */
  readonly paused: boolean;
  /** How a page without a feed is read; null for a feed. */
  readonly page: PageRules | null;
  /** Which kind of sign-in it has; what that is, nothing tells. */
  readonly credentials: CredentialsKind | null;
  readonly fullText: FullTextMode;
  /** Key of its icon, which is on this device and served at `img/<key>`; null where it has none. */
  readonly icon: string | null;
}

/** How much of an article is on this device: its headline and at most a summary, its text, or text and every image. */
export type Kept = 'headline' | 'text' | 'full';

export interface ArticleSummary {
  readonly id: ArticleId;
  readonly feedId: FeedId;
  readonly feedTitle: string;
  readonly title: string;
  readonly summary: string;
  readonly url: string | null;
  readonly lang: string | null;
  /** As the publisher says, or null where it says nothing believable. */
  readonly publishedAt: number | null;
  /** `2026-11-18` where the publisher named a day without a time, whose first moment `publishedAt` then is. The day in the publisher's zone. */
  readonly publishedDay: string | null;
  readonly arrivedAt: number;
  /** The one clock that lists order by: publishedAt where believable, never after arrivedAt. */
  readonly sortAt: number;
  /** When the publisher changed title or body after we had stored them. */
  readonly revisedAt: number | null;
  readonly read: boolean;
  readonly bookmarked: boolean;
  /** Kept on this device by hand, whatever its age. */
  readonly pinned: boolean;
  /** The person highlighted a passage of it. */
  readonly highlighted: boolean;
  /** Marked as important by a rule. */
  readonly raised: boolean;
  readonly kept: Kept;
  /** Key of an image that is on this device, served at `img/<key>`. */
  readonly thumbnail: string | null;
  /** Symbols of the elements and metals that it speaks of most, at most four, the most prominent first. */
  readonly elements: readonly string[];
  /** Null where no other article that lists show reports the same event. */
  readonly story: StoryOfArticle | null;
}

export interface Enclosure {
  readonly url: string;
  readonly type: string | null;
  readonly bytes: number | null;
}

/** The outlet that an article was taken over from, as an aggregating feed names it; `url` is its site or feed, absolute. */
export interface Via {
  readonly title: string;
  readonly url: string | null;
}

export interface Article extends ArticleSummary, ArticleTexts {
  /** Sanitized; every image source is `img/<key>`, every link absolute. */
  readonly contentHtml: string;
  /** The file that it was saved from, where that is kept. */
  readonly savedFile: SavedFile | null;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly via: Via | null;
  readonly enclosures: readonly Enclosure[];
  /** Of the feed's text and of the page's. */
  readonly images: readonly ArticleImage[];
  /** `publishedAt` was written without a time zone, which was taken from the source's host and language. */
  readonly zoneAssumed: boolean;
  /** How far it was read, see `setReadingPlace`. */
  readonly readingPlace: number | null;
  /** Number of earlier texts that are kept beside this one. */
  readonly revisions: number;
}

export type Scope =
  | { readonly kind: 'all' | 'unread' | 'today' | 'bookmarks' | 'offline' }
  | { readonly kind: 'feed'; readonly id: FeedId }
  | { readonly kind: 'folder'; readonly id: FolderId }
  | { readonly kind: 'watch'; readonly id: WatchId };

/** `time`: newest first. `kept`: what is on this device first, each part newest first. */
export type ArticleOrder = 'time' | 'kept';

export interface ArticlePage {
  readonly articles: readonly ArticleSummary[];
  /** Opaque; null at the end. Pages of one listing never gain articles that arrived after its first page. */
  readonly nextCursor: string | null;
  /** How many articles the whole listing holds, those included that a row of their story stands for. */
  readonly total: number;
  /** Pass as `before` to markAllRead, or as `since` to countArrived: the moment the listing was drawn. */
  readonly asOf: number;
}

export interface Counts {
  readonly all: number;
  readonly unread: number;
  /** Unread of the last 24 hours. */
  readonly today: number;
  readonly bookmarks: number;
  readonly offline: number;
  /** Bytes of text and images kept on this device. */
  readonly offlineBytes: number;
  /** Unread by feed and by folder (subfolders included). Zeros are left out. */
  readonly feeds: Readonly<Record<FeedId, number>>;
  readonly folders: Readonly<Record<FolderId, number>>;
}

export interface FeedError {
  readonly feedId: FeedId;
  readonly code: string;
  readonly detail: ErrorDetail;
}

export type SkipReason = 'notDue' | 'hostHeld' | 'gone' | 'paused' | 'offline' | 'proxy' | 'cancelled';

export interface RefreshSummary {
  readonly asked: number;
  readonly fresh: number;
  readonly notModified: number;
  readonly failed: readonly FeedError[];
  readonly skipped: readonly { readonly feedId: FeedId; readonly reason: SkipReason }[];
  readonly added: number;
  readonly updated: number;
  readonly cancelled: boolean;
  /** No feed of several answered, or a proxy kept some from being asked: taken for a missing network, counted against no feed. */
  readonly offline: boolean;
}

export interface RefreshProgress {
  readonly running: boolean;
  readonly asked: number;
  readonly done: number;
  readonly added: number;
  readonly failed: readonly FeedError[];
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly cancelled: boolean;
  /** When the last unattended or asked-for refresh that reached a server ended. */
  readonly updatedAt: number | null;
  /** When the next unattended refresh starts; null where the person turned it off or this door has none. */
  readonly nextAt: number | null;
  /** Since when no server answers; null while any does. */
  readonly offlineSince: number | null;
  /** What a proxy kept sources from being asked with at the last refresh, counted against none of them; null where none did. */
  readonly proxyTrouble: ProxyTrouble | null;
}

/** `proxy-sign-in` or `proxy-failed`; detail.proxy is its host and port, where that is known. */
export interface ProxyTrouble {
  readonly code: FeedError['code'];
  readonly detail: ErrorDetail;
}

/** How the items of a gap were asked for: an archive (RFC 5005), older pages of the feed, or of the page that is the source. */
export type GapWay = 'archive' | 'paging' | 'listPage';

export interface GapFill {
  /** Documents asked for. */
  readonly asked: number;
  readonly added: number;
  /** What was had before has been reached: nothing is missing any more. */
  readonly closed: boolean;
  /** Null where the source offers nothing older. */
  readonly via: GapWay | null;
}

export interface AppInfo {
  readonly version: string;
  readonly door: 'electron' | 'loopback' | 'command';
  readonly platform: string;
  readonly profile: string;
  /** Left out by a door without a window. */
  readonly desktop?: DesktopAbilities;
}

/** Where the person was, so that a new start opens there. */
/** A search that stands over the list of its place, and where that list was left. */
export interface SearchPlace {
  readonly query: string;
  /** Only what the scope of the place holds. */
  readonly inScope: boolean;
  readonly order: 'time' | 'rank';
  readonly exact: boolean;
  readonly articleId: ArticleId | null;
  readonly listTopId: ArticleId | null;
}

export interface Place {
  readonly scope: Scope;
  readonly articleId: ArticleId | null;
  /** First visible row of the list. */
  readonly listTopId: ArticleId | null;
  /** Share of the article scrolled past, 0 to 1. */
  readonly articleScroll: number;
  /** Set where search results are listed; `articleId` and `listTopId` are then of them. */
  readonly search?: SearchPlace | null;
}

/** Values that an error's words are filled with: host, status, path, … */
export type ErrorDetail = Readonly<Record<string, string | number | null>>;
