import { selectAll, selectOne } from 'css-select';
import type { AnyNode, Document, Element } from 'domhandler';

const MOST = 2000;

/** The elements of a page that a checked selector names (see validateRules), in the order of the document, at most 2,000. */
export function selectFrom(root: Document, selector: string): Element[] {
  return selectAll<AnyNode, Element>(selector, root.children, { cacheResults: false }).slice(0, MOST);
}

/** The first element that a selector names from an item: below it, or beside it where the selector begins with `+` or `~`. */
export function selectWithin(item: Element, selector: string): Element | null {
  if (selector.trim() === ':scope') return item;
  return selectOne<AnyNode, Element>(selector, item, { relativeSelector: true, context: item, cacheResults: false });
}
