import type { TextQuote } from '../../contract/bookmark.ts';
import { LONGEST_NOTE, LONGEST_QUOTE, LONGEST_TAG, LONGEST_TITLE_BROUGHT, MOST_HIGHLIGHTS_BROUGHT, MOST_TAGS_BROUGHT } from '../../contract/bookmark-limits.ts';
import { tagKey } from '../../contract/tag-key.ts';
import { createClip } from './clip.ts';
import type { Clip } from './clip.ts';

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
  /** The file gives more of it than the library takes. */
  readonly isCut: boolean;
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

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** A link as its file writes it. */
export type WrittenLink = Omit<ImportedLink, 'url' | 'isCut' | 'article'> & { readonly url: string };

/** What a file says of a link, held to what the library takes. `clip` has held the rest of it. */
export function importedLink({ url, title, tags, note, highlights, savedAt, read }: WrittenLink, clip: Clip = createClip()): (ImportedLink & { readonly url: string }) | UnreadableLink {
  const address = URL.parse(url.trim());
  if (!address || (address.protocol !== 'http:' && address.protocol !== 'https:') || address.href.length > 8192) return { unreadable: fold(url || title || '').slice(0, 200) };
  const unique = new Map(tags.map((tag) => clip.text(fold(tag), LONGEST_TAG).trim()).filter(Boolean).map((tag) => [tagKey(tag), tag]));
  const held = {
    title: title && clip.text(fold(title), LONGEST_TITLE_BROUGHT),
    tags: clip.list([...unique.values()], MOST_TAGS_BROUGHT),
    note: clip.text(note.trim(), LONGEST_NOTE),
    highlights: clip.list(highlights.filter(({ quote }) => quote.trim() !== ''), MOST_HIGHLIGHTS_BROUGHT).map(({ quote, note: said }) => ({ quote: clip.text(quote.trim(), LONGEST_QUOTE), note: clip.text(said.trim(), LONGEST_NOTE) })),
  };
  return { url: address.href, ...held, savedAt, read, isCut: clip.isCut };
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
