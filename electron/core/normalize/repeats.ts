import type { ParsedItem } from '../parse/parsed-feed.ts';
import { canonicalUrl } from './canonical-url.ts';

/**
 * Leaves out what a document lists twice: items of one title whose link, and whose guid where it is an address, differ in
 * nothing but how the address is written (http and https, with and without `www.`, the slash at the end).
 */
export function withoutRepeats(items: readonly ParsedItem[], base: string): ParsedItem[] {
  const seen = new Map<string, Set<string>>();
  return items.filter(({ guid, link, title }) => {
    const address = link === null ? null : (URL.parse(link, base)?.href ?? null);
    const canonical = address && canonicalUrl(address);
    if (!canonical || title === null) return true;
    const name = `${title}\n${canonical}\n${guid === null ? '' : (canonicalUrl(guid) ?? guid)}`;
    const written = `${guid ?? ''}\n${address}`;
    const known = seen.get(name);
    if (!known) {
      seen.set(name, new Set([written]));
      return true;
    }
    // Written alike to the letter, they are two items that their publisher failed to tell apart, and both stay.
    const isVariant = !known.has(written);
    known.add(written);
    return !isVariant;
  });
}
