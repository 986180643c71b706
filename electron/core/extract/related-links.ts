import type { Element } from 'domhandler';
import type { PageReference } from '../../contract/page-facts.ts';
import { elementText } from '../parse/page/element-text.ts';
import { webUrl } from '../parse/page/web-url.ts';
import { withoutTracking } from '../normalize/tracking.ts';
import { hasWord } from './class-words.ts';
import { weightOf } from './family-rules.ts';
import { isSameTitle } from './headline.ts';
import { namesRelated } from './line-rules.ts';
import { elementsBelow } from './page-tree.ts';

const MOST = 20;
const LONGEST_TITLE = 200;
/** Of a title; shorter ones are menus and tags. */
const LIGHTEST = 12;
const RELATED_WORDS = new Set(['related', 'relate', 'relatednews', 'relatedposts', 'recommend', 'recommended', 'recommendations', 'xiangguan', 'tuijian', 'jp', 'yarpp']);
const HEADING = /^(?:h[1-6]|p|div|span|strong|dt|b|header|legend|summary|section)$/;

/** Links to other articles, gathered from wherever a page has them. */
export class RelatedLinks {
  readonly #base: string;
  readonly #headline: string | null;
  readonly #found = new Map<string, string>();

  constructor(base: string, headline: string | null) {
    this.#base = base;
    this.#headline = headline;
  }

  get found(): PageReference[] {
    return [...this.#found].map(([url, title]) => ({ title, url }));
  }

  add(element: Element): void {
    const links = element.name === 'a' ? [element] : elementsBelow(element).filter(({ name }) => name === 'a');
    for (const link of links) {
      const url = webUrl(link.attribs['href'] ?? '', this.#base);
      const title = elementText(link, LONGEST_TITLE).replace(/\s?[»>]+$/, '');
      if (!url || weightOf(title) < LIGHTEST || this.#found.size >= MOST || url.href.split('#', 1)[0] === this.#base.split('#', 1)[0]) continue;
      if (/^(?:read more|more|view all|see all|查看更多|更多)\b/i.test(title) || (this.#headline !== null && isSameTitle(title, this.#headline))) continue;
      url.hash = '';
      const address = withoutTracking(url);
      if (!this.#found.has(address)) this.#found.set(address, title);
    }
  }
}

/** The parts of a page that hold links to other articles by what they are called or by what stands above them. */
export function relatedParts(elements: readonly Element[]): Element[] {
  const parts: Element[] = [];
  for (const element of elements) {
    if (/^(?:body|html|main|article|a|li|nav)$/.test(element.name)) continue;
    const isNamed = hasWord(element, RELATED_WORDS) && !/^h[1-6]$/.test(element.name);
    const isHeading = HEADING.test(element.name) && namesRelated(elementText(element, 71));
    if (isNamed) parts.push(element);
    else if (isHeading) {
      // What follows the heading, or what follows the box that holds it alone.
      for (let at: Element | null = element, level = 0; at && level < 3; level++) {
        const next: Element[] = [];
        for (let after = at.next; after && next.length < 30; after = after.next) {
          if (!('name' in after)) continue;
          if (/^h[1-6]$/.test(after.name)) break;
          next.push(after as Element);
        }
        const linked = next.filter((one) => one.name === 'a' || elementsBelow(one).some(({ name }) => name === 'a'));
        if (linked.length > 0) {
          parts.push(...linked.filter((one) => isMostlyLinks(one)));
          break;
        }
        at = at.parent && 'name' in at.parent ? at.parent : null;
      }
    }
  }
  return parts;
}

function isMostlyLinks(element: Element): boolean {
  if (element.name === 'a') return true;
  const text = elementText(element, 6000).length;
  const links = elementsBelow(element).filter(({ name }) => name === 'a').reduce((sum, link) => sum + elementText(link, 400).length, 0);
  return text > 0 && links / text > 0.35;
}
