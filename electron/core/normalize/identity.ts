import type { IdentityKeys } from './incoming-article.ts';
import { canonicalUrl } from './canonical-url.ts';
import { shortHash } from './short-hash.ts';

/** What an item is known by, before the document as a whole is looked at. */
export interface Identity {
  readonly guid: string | null;
  /** Absolute. */
  readonly url: string | null;
  readonly title: string;
  /** Plain text of the body. */
  readonly text: string;
}

/** How much of a text names it: what is changed at the end of an article does not make it another. */
const NAMING = 1000;

/** Case, width and spaces are not what an article is known by. */
function fold(text: string): string {
  return text.slice(0, NAMING).normalize('NFKC').toLowerCase().replace(/\s\s+|[^\S ]/g, ' ').trim();
}

function countOf(values: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/**
 * The names of each item of one document. A guid or address that several items share names none of them. Items that are
 * alike in every word are told apart by their order.
 */
export function identityKeys(items: readonly Identity[]): IdentityKeys[] {
  const guids = items.map(({ guid }) => guid?.trim() || null);
  const urls = items.map(({ url }) => (url === null ? null : canonicalUrl(url)));
  const guidCounts = countOf(guids);
  const urlCounts = countOf(urls);
  const seen = new Map<string, number>();
  return items.map(({ title, text }, at) => {
    const guid = guids[at] ?? null;
    const url = urls[at] ?? null;
    const words = `${fold(title)}\n${fold(text)}`;
    const ordinal = seen.get(words) ?? 0;
    seen.set(words, ordinal + 1);
    return {
      guid: guid !== null && guidCounts.get(guid) === 1 ? shortHash(`guid\n${guid}`) : null,
      url: url !== null && urlCounts.get(url) === 1 ? shortHash(`url\n${url}`) : null,
      content: shortHash(`content\n${words}${ordinal === 0 ? '' : `\n${ordinal}`}`),
    };
  });
}
