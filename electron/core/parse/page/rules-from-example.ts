import { Element } from 'domhandler';
import { articleKey } from './article-key.ts';
import { classStems } from './class-stem.ts';
import { elementText, foldText } from './element-text.ts';
import { candidateSelector, htmlCandidates } from './find-html-lists.ts';
import type { HtmlCandidate } from './find-html-lists.ts';
import { findPageLists } from './find-page-lists.ts';
import { elementUrl } from './item-link.ts';
import { looksLikeJson } from './json-text.ts';
import { loadPage } from './load-page.ts';
import type { LoadedPage } from './load-page.ts';
import type { PageItem, PageList } from './page-list.ts';
import type { HtmlRules } from './page-rules.ts';
import { readHtmlRules } from './read-rules.ts';
import { selectFrom, selectWithin } from './select.ts';

/** One item that a person points at: by its element, its words or its address. */
export interface PageExample {
  readonly selector?: string;
  readonly title?: string;
  readonly url?: string;
}

export interface ExampleOptions {
  readonly url: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly example: PageExample;
}

const SAMPLE = 5;
const MOST_POINTED = 8;

const fold = (text: string): string => foldText(text.normalize('NFKC').toLowerCase());

function sameAddress(a: string, b: string): boolean {
  return a === b || (articleKey(a) !== null && articleKey(a) === articleKey(b));
}

/** The links that the example means, the likeliest first. */
function pointedLinks(page: LoadedPage, { selector, title, url }: PageExample): Element[] {
  if (selector !== undefined) {
    const picked = selectFrom(page, selector).slice(0, MOST_POINTED);
    const links = picked.flatMap((element) => {
      for (let at: Element | null = element; at; at = at.parent instanceof Element ? at.parent : null) if (elementUrl(at, page.base)) return [at];
      return [selectWithin(element, 'a[href]') ?? element];
    });
    if (links.length > 0) return links;
  }
  const address = url === undefined ? null : (URL.parse(url, page.base)?.href ?? null);
  const words = title === undefined ? null : fold(title);
  const ranked = page.elements.flatMap((element) => {
    const own = elementUrl(element, page.base)?.href;
    if (own === undefined) return [];
    const isThere = address !== null && sameAddress(own, address);
    const text = words === null ? '' : fold(elementText(element, 400) || (element.attribs['title'] ?? ''));
    const says = words === null || words === '' ? 0 : (text === words ? 3 : (text.includes(words) || (text.length > 10 && words.includes(text)) ? 1 : 0));
    return isThere || says > 0 ? [{ element, rank: (isThere ? 2 : 0) + says }] : [];
  });
  return ranked.toSorted((a, b) => b.rank - a.rank).slice(0, MOST_POINTED).map(({ element }) => element);
}

function holds(outer: Element, inner: Element): boolean {
  for (let at: Element | null = inner; at; at = at.parent instanceof Element ? at.parent : null) if (at === outer) return true;
  return false;
}

/** A selector from an item to a link within it, where the one that is found without help is another. */
function linkWithin(item: Element, link: Element): string | null {
  const stem = classStems(link.attribs['class'])[0];
  const own = stem === undefined ? link.name : `${link.name}${stem.hashed ? `[class*="${stem.text}"]` : `.${stem.text}`}`;
  const parent = link.parent instanceof Element && link.parent !== item ? link.parent : null;
  const above = parent === null ? null : classStems(parent.attribs['class'])[0];
  const tries = [own, ...(parent ? [`${parent.name} > ${own}`] : []), ...(parent && above && !above.hashed ? [`${parent.name}.${above.text} ${own}`] : [])];
  return tries.find((selector) => selectWithin(item, selector) === link) ?? null;
}

function proposal(page: LoadedPage, candidate: HtmlCandidate, link: Element, now: number): PageList | null {
  const item = candidateSelector(page, candidate, now);
  const element = candidate.elements.find((outer) => holds(outer, link));
  if (item === null || !element) return null;
  const read = candidate.items.find((own) => own.element === element);
  const wanted = elementUrl(link, page.base)?.href;
  const own = wanted === undefined || read?.link.url.href === wanted ? null : linkWithin(element, link);
  if (wanted !== undefined && read?.link.url.href !== wanted && own === null) return null;
  const rules: HtmlRules = { kind: 'html', item, title: own, link: own, date: null, summary: null };
  const { items } = readHtmlRules(page, rules, now);
  if (items.length < 2 || (wanted !== undefined && !items.some(({ url }) => url !== null && sameAddress(url, wanted)))) return null;
  return { rules, items, sample: items.slice(0, SAMPLE), heading: candidate.heading, score: Math.round(candidate.score.score * 1000) / 1000, confidence: 'sure' };
}

function isMeant({ title, url }: PageItem, example: PageExample, base: string): boolean {
  const address = example.url === undefined ? null : (URL.parse(example.url, base)?.href ?? null);
  return (address !== null && url !== null && sameAddress(url, address)) || (example.title !== undefined && fold(title) === fold(example.title));
}

/**
 * The list that holds the item which a person points at, or null where it stands in none. A person who points is sure: where the
 * list stands on the page tells nothing against it.
 */
export function rulesFromExample(text: string, { url, now, example }: ExampleOptions): PageList | null {
  if (!URL.canParse(url)) return null;
  const listed = () => findPageLists(text, { url, now }).find(({ items }) => items.some((item) => isMeant(item, example, url))) ?? null;
  if (looksLikeJson(text, null)) {
    const list = listed();
    return list && { ...list, confidence: 'sure' };
  }
  const page = loadPage(text, url);
  const candidates = htmlCandidates(page, now, true);
  for (const link of pointedLinks(page, example)) {
    const around = candidates.filter(({ elements }) => elements.some((outer) => holds(outer, link)));
    const ranked = around.toSorted((a, b) => b.score.score / b.score.place - a.score.score / a.score.place || b.items.length - a.items.length);
    const leading = [...ranked.filter(({ items }) => items.some((item) => holds(item.element, link) && item.link.url.href === elementUrl(link, page.base)?.href)), ...ranked];
    for (const candidate of new Set(leading)) {
      const made = proposal(page, candidate, link, now);
      if (made) return made;
    }
  }
  const list = listed();
  return list && { ...list, confidence: 'sure' };
}
