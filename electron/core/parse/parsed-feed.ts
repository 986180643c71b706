import type { ErrorDetail, FeedKind } from '../../contract/model.ts';
import type { ReaderErrorCode } from '../../contract/errors.ts';
import type { Pace } from './pace.ts';

export interface ParsedEnclosure {
  readonly url: string;
  readonly type: string | null;
  readonly bytes: number | null;
}

/** One item as its publisher wrote it: trusted in nothing, sanitized in nothing, its addresses still relative. */
export interface ParsedItem {
  readonly guid: string | null;
  readonly link: string | null;
  /** Plain text, or null. */
  readonly title: string | null;
  /** The fullest HTML that the item carries, or null. */
  readonly html: string | null;
  /** The shorter HTML or text, where the item carries both, else null. */
  readonly summaryHtml: string | null;
  /** xml:base in force for the item's bodies, absolute or relative, or null. */
  readonly base: string | null;
  readonly publishedAt: number | null;
  /** `2026-11-18` where its date names no time of day. */
  readonly publishedDay?: string | null;
  /** Its date names no zone, so that one was taken from its host or language. */
  readonly zoneAssumed?: boolean;
  readonly updatedAt: number | null;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  /** The feed or outlet that it was taken over from, as plain text, and its address as written. */
  readonly via?: { readonly title: string; readonly url: string | null } | null;
  readonly lang: string | null;
  readonly enclosures: readonly ParsedEnclosure[];
  /** Lead image that stands outside the body (media:thumbnail, JSON Feed image, …), or null. */
  readonly image: string | null;
}

export interface ParsedFeed {
  readonly kind: FeedKind;
  readonly title: string | null;
  readonly siteUrl: string | null;
  readonly lang: string | null;
  /** The feed's own clock (lastBuildDate, pubDate, updated), or null. */
  readonly updatedAt: number | null;
  /** The document's own address as it says itself (rel=self, JSON Feed's feed_url), absolute, or null. */
  readonly selfUrl: string | null;
  /** Plain text, or null. */
  readonly description: string | null;
  /** The feed's picture (image, logo, icon), absolute, or null. */
  readonly image: string | null;
  /** What it names as its icon, a small square (Atom's icon, JSON Feed's favicon), absolute; left out or null where it names none. */
  readonly icon?: string | null;
  /** The program that wrote the document, as it names itself, or null. */
  readonly generator: string | null;
  readonly pace: Pace;
  /** `previousUrl`: where older items stand (RFC 5005: rel prev-archive, else next; JSON Feed's next_url), absolute, or null. */
  readonly archive: { readonly previousUrl: string | null };
  readonly items: readonly ParsedItem[];
  /** Items that could not be read; each costs itself only. */
  readonly lost: number;
}

export type ParseResult =
  /** `mended`: characters that XML forbids were taken out of the text, which may have moved the bounds of an item, or dates told of each other what comes first. */
  /** `cut`: the document ends before it is closed, so that there was more. */
  | { readonly kind: 'feed'; readonly feed: ParsedFeed; readonly mended: boolean; readonly cut: boolean }
  | { readonly kind: 'failed'; readonly code: ReaderErrorCode; readonly detail: ErrorDetail };
