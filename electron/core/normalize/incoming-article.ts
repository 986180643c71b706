import type { Enclosure, Via } from '../../contract/model.ts';
import type { StoryMark } from '../stories/story-mark.ts';
import type { Pace } from '../parse/pace.ts';
import type { SearchTokens } from './search-tokens.ts';

/**
 * The names by which a publisher's item is known again, strongest first. Each is a short hash, or null where the item
 * (or its document, by using it twice) gives no such name. Matching tries them in this order.
 */
export interface IdentityKeys {
  /** Of the guid; null where absent or shared by several items of one document. */
  readonly guid: string | null;
  /** Of the canonical link: no scheme, no www, no tracking or session parameters, no trailing slash. */
  readonly url: string | null;
  /** Of folded title and plain text. Never null: an item with nothing else still has one stable row. */
  readonly content: string;
}

export interface ImageReference {
  /** First 32 hexadecimal digits of the SHA-256 of the absolute URL; the HTML names it as `img/<key>`. */
  readonly key: string;
  readonly url: string;
}

/** An article as far as names, place and state go. All that comes of an item that is byte for byte what it was last time. */
export interface ArticleOutline {
  readonly keys: IdentityKeys;
  readonly title: string;
  readonly url: string | null;
  /** Null where absent or unbelievable (before 1990, or more than a day ahead of `now`). */
  readonly publishedAt: number | null;
  /** Where it goes in time, as far as the document tells: its own date, else its neighbours' or the feed's; null where nothing tells. */
  readonly placedAt: number | null;
  /** Characters of plain text in the body. */
  readonly textLength: number;
  /** Changes when title or body change; short hash. */
  readonly revision: string;
}

/** An entity that an article names. */
export interface FoundEntity {
  readonly id: string;
  readonly inTitle: boolean;
  readonly count: number;
  /** Where it is named first: a code unit of the title, or of the plain text where the title does not name it. */
  readonly firstAt: number;
}

/** What an article names, found with one version of the gazetteer. */
export interface ArticleNames {
  readonly version: string;
  readonly found: readonly FoundEntity[];
}

/** A normal article on its way to the store: absolute, dated or honestly undated, sanitized. */
export interface IncomingArticle extends ArticleOutline {
  /** `publishedAt` was written without a zone, which was assumed. */
  readonly zoneAssumed?: boolean;
  /** `2026-11-18` where `publishedAt` was written without a time of day. */
  readonly publishedDay?: string | null;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  /** Whom it was taken over from, where that is another than its feed. */
  readonly via?: Via | null;
  readonly lang: string | null;
  /** Plain text, at most 300 characters. */
  readonly summary: string;
  /** Nothing says that its text is not all of it; left out where that is so. */
  readonly whole?: boolean;
  /** Sanitized HTML, raw-deflated UTF-8; empty (length 0) where the item brought no body. */
  readonly body: Uint8Array;
  readonly images: readonly ImageReference[];
  readonly enclosures: readonly Enclosure[];
  /** Of title, text and tags; left out where the store is to make them. */
  readonly tokens?: SearchTokens;
  /** Left out where nobody looked. */
  readonly names?: ArticleNames;
  /** By which its story is found; left out where nobody made it. */
  readonly story?: StoryMark;
}

/** What a document says of its feed. */
export interface FeedFacts {
  readonly title: string | null;
  readonly siteUrl: string | null;
  readonly lang: string | null;
  /** How often it wants to be asked; left out or null where it says nothing. */
  readonly wishes?: Pace | null;
  /** RFC 5005: where its older items are. */
  readonly archiveUrl?: string | null;
  /** What it names as its icon, else as its picture. */
  readonly iconUrl?: string | null;
}
