import type { Element, ElementContent, Root } from 'hast';

/** In a book each is held to its content model; a page may be looser. */
const LISTS: ReadonlySet<string> = new Set(['ul', 'ol']);
/** Elements whose model a page rarely keeps, and what says the same without one. */
const PLAINER: Readonly<Record<string, string>> = { time: 'span', details: 'div', summary: 'p', dl: 'div', dt: 'p', dd: 'p' };

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

/** Elements of a list that are no items become items. */
function asItem(node: ElementContent): ElementContent {
  return (node.type === 'element' && node.tagName === 'li') || isBlank(node) ? node : { type: 'element', tagName: 'li', properties: {}, children: [node] };
}

/** EPUB takes valid URLs only; what browsers mend is written out, what cannot be read is no link. */
function bookAddress(written: unknown): string | null {
  const url = typeof written === 'string' ? URL.parse(written) : null;
  return url && url.href.replace(/[|\\^`{}<>"]/g, encodeURIComponent).replace(/(?<=[?#/].*)[[\]]/g, encodeURIComponent);
}

function mend(element: Element, inList: boolean): void {
  const { tagName, properties } = element;
  if (tagName === 'time') delete properties['dateTime'];
  if (tagName === 'li' && !inList) element.tagName = 'p';
  else element.tagName = PLAINER[tagName] ?? tagName;
  for (const name of ['width', 'height']) if (name in properties && !/^\d{1,5}$/.test(String(properties[name]))) delete properties[name];
  if ('href' in properties) {
    const address = bookAddress(properties['href']);
    if (address === null) delete properties['href'];
    else properties['href'] = address;
  }
  if (LISTS.has(tagName)) element.children = element.children.map(asItem);
}

/** Makes the tree of an article what a book may hold, in place: items in lists, whole numbers, valid addresses. */
export function mendForBook(parent: Root | Element): void {
  const inList = parent.type === 'element' && LISTS.has(parent.tagName);
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    mend(child, inList);
    mendForBook(child);
  }
}
