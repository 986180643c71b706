import type { ParsedItem } from '../parse/parsed-feed.ts';
import type { CanonicalUrls } from './canonical-url.ts';
import type { RepeatNames } from './known-item.ts';
import { shortHash } from './short-hash.ts';

/** Names an item by its title, link and, where it is an address, its guid; null where it has no link or no title. */
export function repeatNames({ guid, link, title }: ParsedItem, base: string, urls: CanonicalUrls): RepeatNames | null {
  const address = link === null || title === null ? null : (URL.parse(link, base)?.href ?? null);
  const canonical = address && urls.canonical(address);
  if (!canonical) return null;
  const guidName = guid === null ? '' : (urls.canonical(guid) ?? guid);
  return { name: shortHash(`${title}\n${canonical}\n${guidName}`), written: shortHash(`${guid ?? ''}\n${address}`) };
}

/**
 * Tells, for each item of a document in turn, whether it was listed before: items of one title whose link, and whose guid
 * where it is an address, differ in nothing but how the address is written (http and https, with and without `www.`, the
 * slash at the end).
 */
export function areRepeats(items: readonly (RepeatNames | null)[]): boolean[] {
  const seen = new Map<string, string[]>();
  return items.map((names) => {
    if (names === null) return false;
    const known = seen.get(names.name);
    if (!known) {
      seen.set(names.name, [names.written]);
      return false;
    }
    // Written alike to the letter, they are two items that their publisher failed to tell apart, and both stay.
    const isVariant = !known.includes(names.written);
    if (isVariant) known.push(names.written);
    return isVariant;
  });
}
