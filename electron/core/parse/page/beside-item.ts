import { Element, Text } from 'domhandler';
import type { ChildNode } from 'domhandler';
import { dateBeside, datesWithin } from './date-evidence.ts';
import type { DateEvidence } from './date-evidence.ts';
import { elementText, foldText } from './element-text.ts';
import { findDate } from './find-date.ts';
import type { LoadedPage } from './load-page.ts';
import { isFullDate } from './printed-date.ts';
import type { PrintedDate } from './printed-date.ts';

const MOST_SIBLINGS = 6;
/** How far above its first item a list's head may stand, in elements. */
const HEAD_REACH = 12;
const LONGEST_HEAD = 40;
const LONGEST_WORDS = 90;
/** Of the words before a date, those that are compared. */
const SAME_WORDS = 12;
const LONGEST_LINE = 300;
const INLINE = /^(?:b|strong|i|em|font|span|small|u|code|tt)$/;
const LONGEST_YEAR = 16;
/** How many elements of a list are looked at for heads. */
const MOST_BETWEEN = 10_000;

/** Where each element of a page stands in it, counted once a page. */
const counted = new WeakMap<LoadedPage, ReadonlyMap<Element, number>>();

function placesOf(page: LoadedPage): ReadonlyMap<Element, number> {
  const known = counted.get(page) ?? new Map(page.elements.map((element, at) => [element, at]));
  counted.set(page, known);
  return known;
}

/** What stands between an item and the next one, or the one before it: rows and definitions that belong to it. */
export function besideItem(item: Element, items: ReadonlySet<Element>, side: 'after' | 'before'): ChildNode[] {
  const found: ChildNode[] = [];
  const step = (node: ChildNode) => (side === 'after' ? node.next : node.prev);
  for (let node = step(item); node && found.length < MOST_SIBLINGS; node = step(node)) {
    if (node instanceof Element && items.has(node)) break;
    if (node instanceof Element || (node instanceof Text && node.data.trim() !== '')) found.push(node);
  }
  return found;
}

/** Dates that stand beside an item, nearest first. */
export function datesBeside(item: Element, items: ReadonlySet<Element>, side: 'after' | 'before'): DateEvidence[] {
  return besideItem(item, items, side).flatMap((node) => {
    if (node instanceof Element) return /^h[1-6]$/.test(node.name) ? [] : datesWithin(node, null).map((evidence) => ({ ...evidence, slot: `${side} ${node.name}${evidence.slot}` }));
    const text = node instanceof Text ? foldText(node.data) : '';
    const evidence = text === '' ? null : dateBeside(text.slice(0, 80), side);
    return evidence ? [evidence] : [];
  });
}

interface Head {
  readonly date: PrintedDate;
  /** What it says before its date; '' where it says the date alone. */
  readonly words: string;
}

/** A heading that is a day, a month or a year and nothing else, or that ends in one: `Published in the Journal of 2/19/2026:`. */
function headOf(element: Element): Head | null {
  if (element.name === 'a' || element.children.length > 8) return null;
  const text = elementText(element, LONGEST_WORDS + 1);
  if (text.length > LONGEST_WORDS || text.length < 2) return null;
  const found = findDate(text);
  if (!found || (found.date.year === null && found.date.month === null && found.date.numbers === null && found.date.ago?.unit !== 'days')) return null;
  // `2026年公告` and `News 2026` head a year, too.
  const isYear = found.date.year !== null && found.date.month === null && found.date.numbers === null && text.length <= LONGEST_YEAR;
  if (text.length <= LONGEST_HEAD && (found.whole || isYear)) return { date: found.date, words: '' };
  const { date, line } = found;
  // What does not end in a colon may be said of the item before it.
  const ends = /^h[1-6]$/.test(element.name) ? /^[\s:：.)\]）]*$/ : /^\s*[:：]$/;
  const words = line.slice(0, date.start).trim().toLowerCase();
  return isFullDate(date) && ends.test(line.slice(date.end)) && words !== '' && !holdsLink(element) ? { date, words: words.slice(-SAME_WORDS) } : null;
}

function holdsLink({ children }: Element): boolean {
  return children.some((child) => child instanceof Element && (child.name === 'a' || holdsLink(child)));
}

/**
 * The date above each item, where items stand in groups by day, month or year. The first head counts only where it stands
 * right above the list, so that a page's own clock dates nothing.
 */
export function headDates(page: LoadedPage, items: readonly Element[]): (PrintedDate | null)[] {
  const places = placesOf(page);
  const order = items.map((item) => places.get(item) ?? 0);
  const first = order[0] ?? 0;
  const last = Math.min(order.at(-1) ?? 0, first + MOST_BETWEEN);
  const within = new Set(items);
  const found: (Head & { readonly at: number })[] = [];
  let skipTo: Element | null = null;
  for (let at = Math.max(0, first - HEAD_REACH); at <= last; at++) {
    const element = page.elements[at];
    if (!element || (skipTo && isBelow(element, skipTo))) continue;
    skipTo = null;
    if (within.has(element)) {
      skipTo = element;
      continue;
    }
    const head = headOf(element);
    if (head) {
      found.push({ ...head, at });
      skipTo = element;
    }
  }
  // Words head a part of a list where they head others too.
  const heads = found.filter(({ words }) => words === '' || found.filter((other) => other.words === words).length > 1);
  const start = items[0];
  const above = order.map((at) => {
    const head = heads.findLast((candidate) => candidate.at < at);
    if (!head) return null;
    const element = page.elements[head.at];
    const box = element?.parent instanceof Element ? element.parent : null;
    const near = head.at > first || (start && box && isBelow(start, box) && !/^(?:body|html|header)$/.test(box.name));
    return near ? head.date : null;
  });
  // What stands between items only, and above none of the first, are dates of the items before.
  return above[0] === null && heads.every(({ words }) => words === '') ? above.map(() => null) : above;
}

function isBelow(element: Element, ancestor: { readonly children: unknown }): boolean {
  for (let at: Element['parent'] = element; at; at = at.parent) if (at === ancestor) return true;
  return false;
}

/** Whether white space stands as it is written. */
function isPreformatted(item: Element): boolean {
  for (let at: Element['parent'] = item; at instanceof Element; at = at.parent) if (at.name === 'pre') return true;
  return false;
}

/** The words that follow an item on its own line, where nothing but the line's end closes it; '' where none do. */
export function wordsAfter(item: Element, items: ReadonlySet<Element>): string {
  let text = '';
  for (const node of besideItem(item, items, 'after')) {
    if (node instanceof Text) text += node.data;
    else if (node instanceof Element && INLINE.test(node.name)) text += elementText(node, LONGEST_LINE);
    else break;
    if (text.length > LONGEST_LINE) break;
  }
  const [line] = isPreformatted(item) ? text.replace(/^\s*\n/, '').split(/\r?\n/) : [text];
  return foldText(line ?? '').slice(0, LONGEST_LINE);
}
