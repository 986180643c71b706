import { Element } from 'domhandler';
import { classStems } from './class-stem.ts';
import type { ClassStem } from './class-stem.ts';
import type { LoadedPage } from './load-page.ts';
import { MOST_SELECTED, selectFrom } from './select.ts';

const MOST_ANCESTORS = 14;
const MOST_TRIES = 24;
/** Each try looks at every element of a page. */
const LARGE = 30_000;
const FEW_TRIES = 8;
const TELLING = /item|news|article|post|story|entry|card|list|release|row(?:s|$)/i;

function identifier(text: string): string {
  return text.replace(/^-?\d|[^\w\u0080-\uffff-]/g, (sign) => (/^\d$/.test(sign) ? `\\3${sign} ` : `\\${sign}`));
}

/** A class as a selector: its stem where a build added a hash to it. */
function classPart({ text, hashed }: ClassStem): string {
  return hashed ? `[class*="${text}"]` : `.${identifier(text)}`;
}

/** An id that people gave and that another build or day will have too. */
function stableId(element: Element): string | null {
  const id = element.attribs['id'];
  return id !== undefined && /^[A-Za-z][\w-]{1,40}$/.test(id) && !/\d{3,}/.test(id) && !/[a-z]\d[a-z]|[A-Z]{2}\d/.test(id) ? id : null;
}

/** The classes that all elements share, told by the first. */
function sharedStems(elements: readonly Element[]): ClassStem[] {
  const [first, ...others] = elements;
  const sets = others.map((element) => new Set(classStems(element.attribs['class']).map(({ text }) => text)));
  return classStems(first?.attribs['class']).filter(({ text }) => sets.every((set) => set.has(text)));
}

function part(elements: readonly Element[]): string {
  const name = elements[0]?.name ?? '*';
  const stems = sharedStems(elements);
  const stem = stems.find(({ text }) => TELLING.test(text)) ?? stems[0];
  return stem === undefined ? name : `${name}${classPart(stem)}`;
}

function ancestorsOf(element: Element): Element[] {
  const found: Element[] = [];
  for (let at = element.parent; at instanceof Element && found.length < MOST_ANCESTORS; at = at.parent) found.push(at);
  return found;
}

/** The same level above every element: one ancestor where they share it, else several. */
function levelsAbove(elements: readonly Element[]): Element[][] {
  const lines = elements.map(ancestorsOf);
  const depth = Math.min(...lines.map((line) => line.length));
  return Array.from({ length: depth }, (_, level) => [...new Set(lines.flatMap((line) => line[level] ?? []))]);
}

function nth(element: Element): string {
  const alike = (element.parent?.children ?? []).filter((child) => child instanceof Element && child.name === element.name);
  return alike.length > 1 ? `${element.name}:nth-of-type(${alike.indexOf(element) + 1})` : element.name;
}

/** Paths from the general to the exact. */
function* attempts(elements: readonly Element[]): Generator<string> {
  const own = part(elements);
  if (own !== elements[0]?.name || own.includes('-')) yield own;
  const levels = levelsAbove(elements);
  const parts = levels.map((level) => {
    const id = level.length === 1 && level[0] ? stableId(level[0]) : null;
    return id === null ? part(level) : `#${id}`;
  });
  const named = (at: number) => /[.#[]|^(?:main|article)$/.test(parts[at] ?? '');
  for (let at = 0; at < parts.length; at++) if (named(at)) yield `${parts[at]} ${own}`;
  for (let at = 0; at < parts.length; at++) if (named(at)) yield [...parts.slice(0, at + 1).toReversed(), own].join(' > ');
  // One of several boxes that share their first name often has another to itself.
  for (const level of levels) {
    const [only, ...others] = level;
    if (!only || others.length > 0) continue;
    for (const stem of sharedStems([only]).slice(0, 4)) yield `${only.name}${classPart(stem)} ${own}`;
  }
  // Where names do not tell two lists apart, places do.
  for (let at = 0; at < levels.length; at++) {
    const level = levels[at];
    if (level?.length !== 1 || !level[0]) continue;
    const anchor = levels.findIndex((above, rank) => rank > at && above.length === 1 && named(rank));
    const from = anchor === -1 ? levels.length : anchor;
    const path = levels.slice(at, from).map((above, rank) => (above.length === 1 && above[0] ? (named(at + rank) && rank > 0 ? (parts[at + rank] ?? '') : nth(above[0])) : (parts[at + rank] ?? '')));
    yield [...(anchor === -1 ? [] : [parts[anchor]]), ...path.toReversed(), ...parts.slice(0, at).toReversed(), own].join(' > ');
    if (anchor !== -1) {
      const exact = levels.slice(at).filter((above) => above.length === 1).map((above) => (above[0] ? nth(above[0]) : '*'));
      yield [...exact.toReversed(), ...parts.slice(0, at).toReversed(), own].join(' > ');
    }
  }
  yield own;
}

/**
 * The simplest selector that names these elements, and beside them only such as `harmless` allows; null where none is found. It
 * holds no hash of a build and no number of an article, so that it outlives the next one.
 */
export function itemSelector(page: LoadedPage, elements: readonly Element[], harmless: (element: Element) => boolean): string | null {
  const most = page.elements.length > LARGE ? FEW_TRIES : MOST_TRIES;
  // No more are ever read.
  const wanted = new Set(elements.slice(0, MOST_SELECTED));
  let tries = 0;
  for (const selector of attempts(elements)) {
    if (++tries > most || selector.length > 400) break;
    const found = selectFrom(page, selector);
    if (found.length < wanted.size || found.length > wanted.size * 3 + 20) continue;
    const hits = found.filter((element) => wanted.has(element)).length;
    if (hits === wanted.size && found.every((element) => wanted.has(element) || harmless(element))) return selector;
  }
  return null;
}
