import type { TextQuote } from '../../contract/bookmark.ts';

/** A passage that a person marked, with where it stood and its note ('' where it has none). */
export interface ExportedHighlight extends TextQuote {
  readonly note: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

/** An image that is on this device. */
export interface ExportedImage {
  /** The text names it as `img/<key>`. */
  readonly key: string;
  /** Media type by its bytes. */
  readonly type: string;
  /** Where its file lies. */
  readonly path: string;
}

/** An article with all that leaves with it: whose it is, where and when it was said, and what the person made of it. */
export interface ExportedArticle {
  readonly id: number;
  readonly title: string;
  readonly outlet: string;
  readonly authors: readonly string[];
  readonly url: string | null;
  /** Epoch milliseconds, as are the others. */
  readonly publishedAt: number | null;
  /** `2026-11-23` where it was published without a time of day. */
  readonly publishedDay: string | null;
  /** When its text came from the source. */
  readonly retrievedAt: number;
  readonly savedAt: number | null;
  readonly lang: string | null;
  /** The person's. */
  readonly tags: readonly string[];
  /** The publisher's. */
  readonly topics: readonly string[];
  /** '' where there is none. */
  readonly note: string;
  readonly highlights: readonly ExportedHighlight[];
  readonly summary: string;
  /** Sanitized; images at `img/<key>`. '' where only the headline is here. */
  readonly html: string;
  /** Of that HTML as UTF-8, where it is frozen; 64 hexadecimal digits. */
  readonly sha256: string | null;
  readonly images: readonly ExportedImage[];
  /** Where each image of the text comes from, also those that are not on this device. */
  readonly addresses: readonly { readonly key: string; readonly url: string }[];
}

/** What an export says of itself. */
export interface ExportFacts {
  readonly now: number;
  /** As `Monazite 1.2.0`. */
  readonly generator: string;
  /** Of a book of several articles. */
  readonly title: string;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** The day of a moment where the person is, as numbers: what a citation says. */
export function dayParts(time: number): [year: number, month: number, day: number] {
  const date = new Date(time);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()];
}

/** `2026-11-23`, where the person is. */
export function dayOf(time: number): string {
  const [year, month, day] = dayParts(time);
  return `${year}-${two(month)}-${two(day)}`;
}

export function isoTime(time: number): string {
  return new Date(time).toISOString();
}

/** When it was published, as precisely as is known: a day, a moment in UTC, or null. */
export function publishedText({ publishedAt, publishedDay }: Pick<ExportedArticle, 'publishedAt' | 'publishedDay'>): string | null {
  return publishedDay ?? (publishedAt === null ? null : isoTime(publishedAt));
}

/** The day on which it was published, as numbers; null where unknown. */
export function publishedParts({ publishedAt, publishedDay }: Pick<ExportedArticle, 'publishedAt' | 'publishedDay'>): [number, number, number] | null {
  if (publishedDay !== null) return publishedDay.split('-').map(Number) as [number, number, number];
  return publishedAt === null ? null : dayParts(publishedAt);
}

/** `Lin Wei, Oxide & Alloy`. */
export function attribution({ authors, outlet }: Pick<ExportedArticle, 'authors' | 'outlet'>): string {
  return [...authors, outlet].filter(Boolean).join(', ');
}
