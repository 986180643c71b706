import { Element } from 'domhandler';
import { elementText } from './element-text.ts';
import { isNoTitle, titleWidth } from './title-width.ts';
import { webUrl } from './web-url.ts';

export interface ItemLink {
  readonly url: URL;
  readonly element: Element;
  /** Its own words, or its title attribute where those are cut short; '' for a picture. */
  readonly text: string;
  /** The words of the page say that it is paid for. */
  readonly sponsored: boolean;
}

const MOST_LINKS = 24;
const LONGEST_TITLE = 400;
const BESIDE = /(?:^|[\s_-])(?:tags?|cat(?:egory|egories)?|author|byline|more|comments?|share|source|section|topic|label|badge|type)(?:$|[\s_-])/i;
const BESIDE_PATH = /\/(?:tags?|categor(?:y|ies)|authors?|users?|member|topics?|u|profile|search|login|register)(?:\/|$)/i;
const ADVERT = /(?:^|[\s_-])(?:ads?|adv|advert\w*|sponsor\w*|promo(?:tion|ted)?|gg|guanggao)(?:$|[\s_-])/i;
/** Where scripts say what no href does. */
const DATA = ['data-href', 'data-url', 'data-link'];
const ON_CLICK = /(?:location(?:\.href)?\s*=|(?:open|go|jump|to|view|show)\w*\()\s*['"]([^'"\s]{2,400})['"]/i;

/** Elements below one, itself first, in the order of the document, at most `most`. */
export function descendants(element: Element, most: number): Element[] {
  const found: Element[] = [];
  const visit = (node: Element): void => {
    if (found.length >= most) return;
    found.push(node);
    for (const child of node.children) if (child instanceof Element) visit(child);
  };
  visit(element);
  return found;
}

/** Where an element leads by itself: an anchor's address, or one that its script attributes name. */
export function elementUrl(element: Element, base: string): URL | null {
  const href = element.attribs['href'];
  if (href !== undefined && (element.name === 'a' || element.name === 'area')) {
    // What goes nowhere by itself may be sent on by a script.
    const url = /^\s*#/.test(href) ? null : webUrl(href, base);
    if (url) return url;
  }
  for (const name of DATA) {
    const value = element.attribs[name];
    if (value) return webUrl(value, base);
  }
  const click = element.attribs['onclick'];
  const target = click === undefined ? undefined : ON_CLICK.exec(click.slice(0, 500))?.[1];
  return target !== undefined && /[/.?]/.test(target) ? webUrl(target, base) : null;
}

function isWithin(element: Element, limit: Element, test: (element: Element) => boolean): boolean {
  for (let at: Element | null = element; at; at = at.parent instanceof Element ? at.parent : null) {
    if (test(at)) return true;
    if (at === limit) return false;
  }
  return false;
}

/** The words of a link; its title attribute where they end in an ellipsis. */
function linkText(element: Element): string {
  const text = elementText(element, LONGEST_TITLE);
  const title = element.attribs['title']?.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE) ?? '';
  const cut = /(?:\.{2,}|…)\s*$/.test(text);
  return titleWidth(title) > 3 && (text === '' || cut || isNoTitle(text)) && !isNoTitle(title) ? title : text;
}

const isHeading = ({ name, attribs }: Element): boolean => /^h[1-6]$/.test(name) || /(?:^|[\s_-])(?:title|headline|tit|bt|subject)/i.test(attribs['class'] ?? '');

/** Every link within an item, or the one that it stands in, with how likely it is to be the article's. */
function ranked(item: Element, base: string, pageUrl: string, labels: readonly Element[]): { link: ItemLink; rank: number }[] {
  const links: { link: ItemLink; rank: number }[] = [];
  const here = new URL(pageUrl);
  for (const element of descendants(item, 400)) {
    const url = elementUrl(element, base);
    if (!url || links.length >= MOST_LINKS) continue;
    if (url.hostname === here.hostname && url.pathname === here.pathname && url.search === here.search) continue;
    const text = linkText(element);
    const rel = ` ${element.attribs['rel']?.toLowerCase() ?? ''} `;
    const sponsored = /\ssponsored\s/.test(rel) || isWithin(element, item, ({ attribs }) => ADVERT.test(attribs['class'] ?? '') || ADVERT.test(attribs['id'] ?? ''));
    const beside = /\s(?:tag|category|author|nofollow tag)\s/.test(rel) || BESIDE_PATH.test(url.pathname) || isWithin(element, item, (at) => at !== item && BESIDE.test(at.attribs['class'] ?? ''));
    const rank = (isNoTitle(text) ? 0 : Math.min(titleWidth(text), 60)) + (isWithin(element, item, (at) => at !== item && isHeading(at)) ? 40 : 0)
      + (descendants(element, 40).some(isHeading) ? 40 : 0) - (beside || labels.includes(element) ? 60 : 0) - (url.hostname === here.hostname ? 0 : 10) + (url.pathname.length > 1 ? 5 : 0);
    links.push({ link: { url, element, text, sponsored }, rank });
  }
  return links;
}

/** Every link by which an item may lead to its article, likeliest first: the best words of all that lead to one address, those that many items share last. */
export function itemLinks(item: Element, base: string, pageUrl: string, labels: readonly Element[] = []): ItemLink[] {
  const links = ranked(item, base, pageUrl, labels);
  const totals = new Map<string, number>();
  for (const { link, rank } of links) totals.set(link.url.href, Math.max(totals.get(link.url.href) ?? -Infinity, rank) + (totals.has(link.url.href) ? 8 : 0));
  return links.toSorted((a, b) => (totals.get(b.link.url.href) ?? 0) - (totals.get(a.link.url.href) ?? 0) || b.rank - a.rank).map(({ link }) => link);
}

/** The likeliest of an item's links; null where none leads anywhere. */
export function itemLink(item: Element, base: string, pageUrl: string, labels: readonly Element[] = []): ItemLink | null {
  return itemLinks(item, base, pageUrl, labels)[0] ?? null;
}
