import type { Element } from 'domhandler';
import { elementText, foldText } from '../parse/page/element-text.ts';
import { titleText } from '../parse/title-text.ts';
import { classWords } from './class-words.ts';
import { isArticleNode, textOf } from './json-ld.ts';
import type { LinkedNode } from './json-ld.ts';
import type { MetaValues } from './meta-values.ts';

export interface Headline {
  readonly text: string | null;
  /** The element that shows it. */
  readonly element: Element | null;
}

const LONGEST = 300;
const SEPARATOR = /\s[|–—·»«:]\s|\s-\s|\s?[_｜]\s?|[-—–](?=[^-—–\s]{2,14}$)/g;
/** What programs and templates write where nobody gave a title. */
const NO_TITLE = /^(?:(?:untitled|new|blank)(?:[ -]?(?:document|page|post|article))?|(?:document|index|home|default|title|article)|\S+\.(?:s?html?|php|aspx?|jsp)|无标题(?:文档|页面?|文章)?|未命名(?:文档|页面)?|新建(?:网页|文档|页面))$/i;
/** A link without a title is named by its address. */
const ADDRESS = /^(?:https?:\/\/\S+|[\w-]+(?:\.[\w-]+)+(?::\d+)?\/\S*)$/i;
const HAN = /\p{Script=Han}/u;
const TITLE_WORDS = new Set(['title', 'headline', 'tit', 'biaoti', 'h1']);

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s"'“”‘’「」《》·.,，。:：!！?？-]+/g, '');
}

/** Whether two texts are one title, one of them perhaps cut short or followed by the name of a site. */
export function isSameTitle(a: string, b: string): boolean {
  const [one, other] = [fold(a), fold(b)];
  if (one === '' || other === '') return false;
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 8 && long.startsWith(short) && short.length > long.length * 0.6;
}

/** A title without the names of site and section at its end. */
export function withoutSite(title: string, outlet: string | null): string {
  let best = title;
  if (outlet !== null && outlet.length > 1) {
    const at = best.toLowerCase().lastIndexOf(outlet.toLowerCase());
    if (at > 5 && at + outlet.length >= best.length - 1) best = best.slice(0, at).replace(/[\s|–—·»:_｜-]+$/, '');
  }
  for (let round = 0; round < 3; round++) {
    const cuts = [...best.matchAll(SEPARATOR)];
    const last = cuts.at(-1);
    if (!last) break;
    const [head, tail] = [best.slice(0, last.index).trim(), best.slice(last.index + last[0].length).trim()];
    // Titles have dashes and colons of their own; a site's name is short, and much shorter than what it stands behind.
    if (fold(head).length < 6 || tail.length > 40 || fold(tail).length * 1.5 > fold(head).length || /^[:]$/.test(last[0].trim())) break;
    best = head;
  }
  return best;
}

function headings(elements: readonly Element[]): Headline[] {
  const found: Headline[] = [];
  for (const element of elements) {
    const isNamed = element.name !== 'h1' && /^(?:div|p|h2|h3|span|td|font|strong|center)$/.test(element.name) && [...classWords(element)].some((word) => TITLE_WORDS.has(word));
    if (element.name !== 'h1' && !isNamed) continue;
    const text = elementText(element, LONGEST + 1);
    // Two characters are a title in Chinese; elsewhere they are a mark beside one.
    if (text.length >= (element.name === 'h1' && HAN.test(text) ? 2 : 4) && text.length <= LONGEST) found.push({ text, element });
    if (found.length > 60) break;
  }
  return found;
}

/** How far a heading stands from what a page is about: in its article or main part, anywhere, or in the head of the site. */
function distance({ element }: Headline): number {
  let far = 1;
  for (let above = element?.parent ?? null; above && 'name' in above; above = above.parent) {
    if (above.name === 'article' || above.name === 'main') return 0;
    if (above.name === 'header' || above.name === 'nav' || above.name === 'footer' || above.name === 'aside') far = 2;
  }
  return far;
}

export interface TitleSources {
  readonly elements: readonly Element[];
  readonly linked: readonly LinkedNode[];
  readonly meta: MetaValues;
  readonly outlet: string | null;
  /** The title that a feed gave. */
  readonly given: string | null;
}

/** What a page calls its article, and the element that shows it: what the page shows is believed where what it says of itself begins like it. */
export function findHeadline({ elements, linked, meta, outlet, given }: TitleSources): Headline {
  const ofPage = elements.find(({ name, parent }) => name === 'title' && parent && 'name' in parent && parent.name !== 'svg');
  const title = ofPage ? titleText(foldText(childText(ofPage)), false) : null;
  const article = linked.find(isArticleNode);
  const shown = headings(elements);
  const ones = shown.filter(({ element }) => element?.name === 'h1').toSorted((one, other) => distance(one) - distance(other));
  const said = [textOf(article?.['headline']) ?? textOf(article?.['name']), meta.first('articletitle', 'citation_title'), meta.first('og:title', 'twitter:title', 'dc.title', 'parsely-title'), title, given]
    .filter((text): text is string => text !== null && text.length >= 2 && !ADDRESS.test(text) && !(ones.length > 0 && NO_TITLE.test(text)));
  for (const claim of said) {
    const matches = shown.filter(({ text }) => text !== null && (isSameTitle(text, claim) || isSameTitle(text, withoutSite(claim, outlet)) || (fold(text).length >= 8 && (fold(claim).startsWith(fold(text)) || (fold(claim).endsWith(fold(text)) && fold(text).length > fold(claim).length * 0.4)))));
    const exact = matches.find(({ text }) => text !== null && (fold(text) === fold(claim) || fold(text) === fold(withoutSite(claim, outlet))));
    // A box around the title holds more than it.
    const match = exact ?? matches.toSorted((a, b) => (a.text?.length ?? 0) - (b.text?.length ?? 0))[0];
    if (match) return match;
  }
  const [first] = said;
  if (first !== undefined) {
    const text = first === said[0] && (article || meta.first('articletitle', 'citation_title')) ? first : withoutSite(first, outlet);
    // A name of the site alone is no headline where the page shows one.
    const isSite = outlet !== null && isSameTitle(text, outlet);
    if (!isSite || ones.length === 0) return { text: text.slice(0, LONGEST), element: ones.length === 1 ? (ones[0]?.element ?? null) : null };
  }
  return ones[0] ?? { text: null, element: null };
}

function childText(element: Element): string {
  return element.children.map((child) => ('data' in child ? child.data : '')).join(' ');
}
