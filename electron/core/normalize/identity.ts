import type { IdentityKeys } from './incoming-article.ts';
import type { ItemFacts } from './known-item.ts';
import { foldSpaces } from './fold-spaces.ts';
import { shortHash } from './short-hash.ts';

/** How much of a text names it: what is changed at the end of an article does not make it another. */
const NAMING = 1000;

const BEYOND_ASCII = /[^\0-\x7f]/;

/** Case, width and spaces are not what an article is known by. */
function fold(text: string): string {
  const named = text.slice(0, NAMING);
  // ASCII has one width, which a look tells sooner than the platform does.
  return foldSpaces((BEYOND_ASCII.test(named) ? named.normalize('NFKC') : named).toLowerCase());
}

/** Title and plain text as they name an article that has nothing else to be known by. */
export function namingWords(title: string, text: string): string {
  return `${fold(title)}\n${fold(text)}`;
}

export function guidName(guid: string | null): string | null {
  const trimmed = guid?.trim();
  return trimmed ? shortHash(`guid\n${trimmed}`) : null;
}

export function addressName(canonicalUrl: string | null): string | null {
  return canonicalUrl === null ? null : shortHash(`url\n${canonicalUrl}`);
}

/** `ordinal`: how many items of the document before it are alike in every word. */
export function wordsName(words: string, ordinal = 0): string {
  return shortHash(`content\n${words}${ordinal === 0 ? '' : `\n${ordinal}`}`);
}

/** An item's names before the document as a whole is looked at, and its naming words where they are at hand. */
export interface Identity {
  readonly facts: Pick<ItemFacts, 'guid' | 'address' | 'words'>;
  readonly words: string | null;
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
 * alike in every word are told apart by their order; null where that needs words that are not at hand.
 */
export function identityKeys(items: readonly Identity[]): IdentityKeys[] | null {
  const guidCounts = countOf(items.map(({ facts }) => facts.guid));
  const addressCounts = countOf(items.map(({ facts }) => facts.address));
  const seen = new Map<string, number>();
  const keys: IdentityKeys[] = [];
  for (const { facts: { guid, address, words: name }, words } of items) {
    const ordinal = seen.get(name) ?? 0;
    seen.set(name, ordinal + 1);
    if (ordinal > 0 && words === null) return null;
    keys.push({
      guid: guid !== null && guidCounts.get(guid) === 1 ? guid : null,
      url: address !== null && addressCounts.get(address) === 1 ? address : null,
      content: ordinal > 0 && words !== null ? wordsName(words, ordinal) : name,
    });
  }
  return keys;
}
