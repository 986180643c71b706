import { Element } from 'domhandler';
import { elementText } from './element-text.ts';
import { elementUrl } from './item-link.ts';
import { looksLikeJson } from './json-text.ts';
import { findPageLists } from './find-page-lists.ts';
import { loadPage } from './load-page.ts';
import type { PageLink } from '../../../contract/page.ts';
import { titleWidth } from './title-width.ts';

/** A link and what stands beside it. */
type FoundLink = Pick<PageLink, 'title' | 'url' | 'context'>;

const MOST = 1000;
const LONGEST_TITLE = 200;
const LONGEST_CONTEXT = 120;

/** The words around a link, up to the nearest block that says more than it. */
function contextOf(link: Element): string {
  const without = new Set([link]);
  let at = link.parent;
  for (let level = 0; at instanceof Element && level < 3 && at.name !== 'body'; level++) {
    const text = elementText(at, LONGEST_CONTEXT, without);
    if (text !== '') return text;
    at = at.parent;
  }
  return '';
}

/** The links of a page that a person can point at, in its order, each address once, at most 1,000. JSON gives those of its lists. */
export function pageLinks(text: string, url: string, now = 0): readonly FoundLink[] {
  if (!URL.canParse(url)) return [];
  const found = new Map<string, FoundLink>();
  if (looksLikeJson(text, null)) {
    for (const { title, url: address, dateText } of findPageLists(text, { url, now }).flatMap(({ items }) => items)) {
      if (address !== null && found.size < MOST && !found.has(address)) found.set(address, { title, url: address, context: dateText ?? '' });
    }
    return [...found.values()];
  }
  const page = loadPage(text, url);
  for (const element of page.elements) {
    if (found.size >= MOST) break;
    const address = elementUrl(element, page.base)?.href;
    if (address === undefined) continue;
    const title = elementText(element, LONGEST_TITLE) || (element.attribs['title'] ?? element.attribs['aria-label'] ?? '').trim().slice(0, LONGEST_TITLE);
    const known = found.get(address);
    if (title === '' || (known && titleWidth(known.title) >= titleWidth(title))) continue;
    found.set(address, { title, url: address, context: contextOf(element) });
  }
  return [...found.values()];
}
