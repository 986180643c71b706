import type { TextQuote } from '../../contract/bookmark.ts';
import { tagKey } from '../../contract/tag-key.ts';

/** A link as a file of links gives it. */
export interface ImportedLink {
  /** Null only where `article` has a text. */
  readonly url: string | null;
  readonly title: string | null;
  readonly tags: readonly string[];
  readonly note: string;
  readonly highlights: readonly Pick<ImportedHighlight, 'quote' | 'note'>[];
  /** When it was kept, epoch milliseconds. */
  readonly savedAt: number | null;
  /** Null where the file does not say. */
  readonly read: boolean | null;
  /** What an export of ours says beyond the link. */
  readonly article?: ImportedArticle;
}

/** Of one whose place is not known, what stands around it is '' and `start` is 0. */
export interface ImportedHighlight extends TextQuote {
  readonly note: string;
  /** Epoch milliseconds. */
  readonly createdAt: number | null;
}

/** An article as it was exported: bounded, and trusted in nothing. Times are epoch milliseconds. */
export interface ImportedArticle {
  readonly outlet: string | null;
  readonly authors: readonly string[];
  /** The publisher's. */
  readonly topics: readonly string[];
  readonly publishedAt: number | null;
  readonly publishedDay: string | null;
  readonly retrievedAt: number | null;
  readonly lang: string | null;
  readonly summary: string;
  /** As written; images are `img/<key>`. */
  readonly html: string;
  /** Of the copy that was exported. */
  readonly sha256: string | null;
  readonly images: readonly { readonly key: string; readonly url: string }[];
  readonly highlights: readonly ImportedHighlight[];
}

/** A row that is no link to a web page, as written. */
export interface UnreadableLink {
  readonly unreadable: string;
}

const LONGEST_TAG = 100;
const MOST_TAGS = 50;
const LONGEST_TEXT = 20_000;

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** What a file says of a link, held to what the library takes. */
export function importedLink({ url, title, tags, note, highlights, savedAt, read }: ImportedLink & { readonly url: string }): (ImportedLink & { readonly url: string }) | UnreadableLink {
  const address = URL.parse(url.trim());
  if (!address || (address.protocol !== 'http:' && address.protocol !== 'https:') || address.href.length > 8192) return { unreadable: fold(url || title || '').slice(0, 200) };
  const unique = new Map(tags.map((tag) => fold(tag).slice(0, LONGEST_TAG).trim()).filter(Boolean).map((tag) => [tagKey(tag), tag]));
  return {
    url: address.href,
    title: title && fold(title).slice(0, 1000),
    tags: [...unique.values()].slice(0, MOST_TAGS),
    note: note.trim().slice(0, LONGEST_TEXT),
    highlights: highlights.map(({ quote, note: said }) => ({ quote: quote.trim().slice(0, 10_000), note: said.trim().slice(0, LONGEST_TEXT) })).filter(({ quote }) => quote !== ''),
    savedAt, read,
  };
}

/** A time as these files write it: seconds, milliseconds or microseconds since 1970, or a date. Null where it is none. */
export function importedTime(written: string): number | null {
  const text = written.trim();
  if (/^\d{1,17}$/.test(text)) {
    const value = Number(text);
    if (value === 0) return null;
    return value > 1e14 ? Math.floor(value / 1000) : value > 1e11 ? value : value * 1000;
  }
  const time = Date.parse(text);
  return Number.isNaN(time) || time <= 0 ? null : time;
}
