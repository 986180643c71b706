import { Element } from 'domhandler';
import { hostFamily } from './article-key.ts';
import { elementText } from './element-text.ts';
import { findDate } from './find-date.ts';
import { descendants, elementUrl } from './item-link.ts';
import type { ReadItem } from './read-items.ts';
import { orderliness } from './resolve-dates.ts';
import { isNoTitle, titleWidth } from './title-width.ts';
import { shapeShares, urlShape } from './url-shape.ts';

export interface ListScore {
  /** From 0 to 1, the place of the list counted in. */
  readonly score: number;
  readonly dated: number;
  readonly order: number;
  readonly place: number;
  /** Nothing about titles and days is odd. */
  readonly plain: boolean;
}

const PRICE = /[¥￥$€£]\s?\d|\d\s?(?:元|yuan|USD|EUR)\b|\b\d+(?:\.\d+)?%\s*$/;

const FIGURE = /^[+\-−±]?\s?(?:[¥￥$€£]\s?)?\d[\d,]*\.\d+\s?%?$|^[+\-−±]?\s?\d[\d.,]*\s?%$|^[¥￥$€£]\s?\d[\d.,]*$/;

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value));
}

/** A paragraph that mentions a link, rather than an item that is one. */
function isProse({ element, link, item }: ReadItem): boolean {
  const around = element === link.element ? aroundLink(element) : element;
  if (!around || !/^(?:p|li|div|td|dd|details|section|blockquote)$/.test(around.name)) return false;
  const text = elementText(around, 600);
  const at = text.indexOf(item.title.slice(0, 40));
  return titleWidth(text) > 160 && at > 3 && titleWidth(item.title) < titleWidth(text) * 0.35 && !around.children.some((child) => 'name' in child && /^(?:h[1-6]|div|time)$/.test(child.name));
}

/** The paragraph about a link that is an item by itself, where it is the only one there. */
function aroundLink(element: Element): Element | null {
  const { parent, name } = element;
  if (name !== 'a' || !(parent instanceof Element)) return null;
  const isAlone = parent.children.filter((child) => child instanceof Element && child.name === 'a').length === 1;
  return isAlone && titleWidth(elementText(parent, 400, new Set([element]))) > 100 ? parent : null;
}

/** Whether a list or a table was taken for one of its items. */
function isListOfSeveral(element: Element, pageUrl: string): boolean {
  if (!/^(?:ul|ol|table|tbody)$/.test(element.name)) return false;
  const rows = descendants(element, 200).filter(({ name }) => name === 'li' || name === 'tr');
  const leads = rows.map((row) => descendants(row, 40).map((at) => elementUrl(at, pageUrl)?.href).find(Boolean));
  return new Set(leads.filter((href) => href !== undefined)).size >= 2;
}

/** A box that holds several articles, or a part of the page with its own links, rather than one article. */
function isCrowded({ element, link, item }: ReadItem): boolean {
  if (isListOfSeveral(element, link.url.href)) return true;
  const articles = new Set<string>();
  const peers = new Set<string>();
  const own = titleWidth(item.title);
  for (const at of descendants(element, 200)) {
    if (at.name !== 'a' || isNoTitle(elementText(at, 60))) continue;
    const url = elementUrl(at, link.url.href);
    if (!url || url.href === link.url.href) continue;
    const width = titleWidth(elementText(at, 60));
    if (urlShape(url) === urlShape(link.url) && width >= 12) articles.add(url.href);
    if (width >= 4 && width >= own * 0.6) peers.add(url.href);
  }
  return articles.size >= 2 || peers.size >= 4;
}

/** Parts of a page rather than items of a list: one is built of far more than another. */
function isUneven(items: readonly ReadItem[]): boolean {
  const sizes = items.slice(0, 20).map(({ element }) => descendants(element, 400).length).toSorted((a, b) => a - b);
  const at = (share: number) => sizes[Math.floor((sizes.length - 1) * share)] ?? 1;
  return sizes.length >= 4 && ((at(0.75) > 12 && at(0.75) > at(0.25) * 4) || (at(1) > 30 && at(1) > at(0.5) * 6));
}

/** A row of a table of prices or rates, whatever day it is of: one of its cells is a figure and nothing else. */
function isQuote({ element }: ReadItem): boolean {
  return element.name === 'tr' && element.children.some((cell) => cell instanceof Element && FIGURE.test(elementText(cell, 30)));
}

/** Titles that say enough, of more than one day: no table of today's prices. */
function isPlain(items: readonly ReadItem[], widths: readonly number[]): boolean {
  const middle = widths[Math.floor(widths.length / 2)] ?? 0;
  const days = new Set(items.map(({ item }) => (item.publishedAt === null ? null : Math.floor(item.publishedAt / 86_400_000))));
  // Words that come again and again are a button's or a section's.
  if (new Set(items.map(({ item }) => item.title)).size < items.length * 0.8) return false;
  // Rows of a form whose cells say as much one as another: which of them is the title was guessed.
  if (items.filter(({ guessed }) => guessed).length > items.length / 2) return false;
  if (items.filter((item) => isQuote(item)).length > items.length / 2) return false;
  // What is called by its day alone is an issue, a version or a meeting, of which nobody knows more.
  if (items.filter(({ item }) => findDate(item.title)?.whole === true).length > items.length / 2) return false;
  return middle >= 12 && (days.size > 1 || middle >= 28);
}

/** How much items look like a list of articles, each sign between 0 and 1. `place` is placeFactor's. */
export function scoreList(items: readonly ReadItem[], read: number, place: number, pageUrl: string): ListScore {
  const n = items.length;
  if (n === 0) return { score: 0, dated: 0, order: 0, place, plain: false };
  const family = hostFamily(URL.parse(pageUrl)?.hostname ?? '');
  const urls = items.map(({ link }) => link.url);
  const { alike, articles } = shapeShares(urls);
  const near = urls.filter(({ hostname }) => hostFamily(hostname) === family).length / n;
  const times = items.flatMap(({ item }) => item.publishedAt ?? []);
  const dated = items.filter(({ dated: from }) => from !== null).length / n;
  const shown = items.filter(({ dated: from }) => from === 'page').length / n;
  const order = orderliness(times);
  const widths = items.map(({ item }) => titleWidth(item.title)).toSorted((a, b) => a - b);
  const title = clamp(((widths[Math.floor(n / 2)] ?? 0) - 8) / 24);
  const many = clamp(Math.log2(n + 1) / Math.log2(13));
  const priced = items.slice(0, 20).filter(({ element, item }) => item.publishedAt === null && PRICE.test(elementText(element, 200))).length / Math.min(n, 20);
  // Elements that are no items, among those that are, tell of a list of something else.
  const whole = clamp(n / Math.max(1, read));
  const sum = 0.16 * many + 0.28 * (shown + (dated - shown) * 0.6) * (0.4 + 0.6 * order) + 0.22 * title + 0.1 * articles + 0.06 * alike + 0.08 * near + 0.1 * whole;
  const prose = items.slice(0, 20).filter(isProse).length / Math.min(n, 20);
  const crowded = items.slice(0, 20).filter(isCrowded).length / Math.min(n, 20);
  // Where a heading leads to the same article, its words are the title rather than those round a button.
  const buttons = items.filter(({ link }) => isNoTitle(link.text)).length / n;
  const narrow = (widths[Math.floor(n / 2)] ?? 0) < 10;
  return { score: sum * place * (priced > 0.5 || prose > 0.5 ? 0.4 : 1) * (narrow ? (dated < 0.5 ? 0.4 : 0.75) : 1) * (crowded > 0.4 ? 0.3 : 1) * (isUneven(items) ? 0.5 : 1) * (n < 3 ? 0.7 : 1) * (1 - 0.2 * buttons), dated, order, place, plain: isPlain(items, widths) };
}
