import type { Element } from 'domhandler';
import { itemLinks } from './item-link.ts';
import type { ItemLink } from './item-link.ts';
import type { LoadedPage } from './load-page.ts';
import { urlShape } from './url-shape.ts';

/** The share of a list whose addresses have one shape, from which another is taken for a stray. */
const MOST_ALIKE = 0.6;
const FEWEST = 4;

/**
 * One link for each item of a list. An address to which several items lead is none's article (what they cite, where they are filed)
 * where an item has another link that is built as those of its like are.
 */
export function listLinks(page: LoadedPage, items: readonly Element[], labels: (item: Element) => readonly Element[]): (ItemLink | null)[] {
  const links = items.map((item) => itemLinks(item, page.base, page.url, labels(item)));
  const uses = new Map<string, number>();
  const shapes = new Map<string, number>();
  for (const [first] of links) {
    if (!first) continue;
    uses.set(first.url.href, (uses.get(first.url.href) ?? 0) + 1);
    shapes.set(urlShape(first.url), (shapes.get(urlShape(first.url)) ?? 0) + 1);
  }
  const [shape, count] = [...shapes].toSorted((a, b) => b[1] - a[1])[0] ?? ['', 0];
  const isSettled = count >= FEWEST && count >= items.length * MOST_ALIKE;
  return links.map((own) => {
    const first = own[0] ?? null;
    if (first === null || !isSettled || (uses.get(first.url.href) ?? 0) < 2 || urlShape(first.url) === shape) return first;
    return own.find(({ url }) => urlShape(url) === shape) ?? first;
  });
}
