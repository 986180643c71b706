import { findDate } from './find-date.ts';
import { isRecord, joinPath, pathStep } from './json-path.ts';
import type { Json } from './json-path.ts';
import { isFullDate } from './printed-date.ts';
import { titleWidth } from './title-width.ts';

const MOST_NODES = 100_000;
const MOST_ARRAYS = 200;
const DEEPEST = 30;
const SAMPLE = 20;
/** Records under names with a number in them: fewer may be the parts of one thing. */
const FEWEST_NUMBERED = 4;
const FEWEST_IDS = 2;
/** What a record may say beside the day that it stands for. */
const WIDEST_DAY = 24;
/** A year, a month or a day. */
const DAY = /^(?:19|20)\d\d(?:[-/.年]?\d{1,2}(?:[-/.月]?\d{1,2}日?|月)?|年)?$/;

type JsonRecord = { readonly [name: string]: Json };

/** Values in a fixed order, as a table's rows are sent. */
function isRow(value: Json): boolean {
  return Array.isArray(value) && value.length >= 2 && value.length <= 40 && (value as readonly Json[]).filter((cell) => typeof cell === 'string').length >= 2 && !(value as readonly Json[]).some(isRecord);
}

function isMostly(elements: readonly Json[], test: (element: Json) => boolean): boolean {
  return elements.filter(test).length > elements.length * 0.7;
}

/** A name that is another tomorrow. */
function isDay(name: string): boolean {
  if (DAY.test(name)) return true;
  const found = name.length > 40 || !/\d/.test(name) ? null : findDate(name);
  return found !== null && found.whole && isFullDate(found.date);
}

/** A record for one day, which holds what came on it and says little else. */
function isDayOf(element: Json, list: string): boolean {
  if (!isRecord(element) || !Array.isArray(element[list]) || !(element[list] as readonly Json[]).every(isRecord)) return false;
  return !Object.values(element).some((value) => typeof value === 'string' && titleWidth(value) > WIDEST_DAY);
}

/** Names of the lists that records for days hold. */
function listsOfDays(elements: readonly Json[]): string[] {
  const [first] = elements;
  return elements.length < 2 || first === undefined || !isRecord(first) ? [] : Object.keys(first).filter((name) => isMostly(elements, (element) => isDayOf(element, name)));
}

/** Records under names that are their ids or days. */
function isKeyed(record: JsonRecord): boolean {
  const [names, values] = [Object.keys(record), Object.values(record)];
  if (names.length < FEWEST_IDS || !values.every(isRecord) || listsOfDays(values).length > 0) return false;
  return names.every((name) => /^\d+$|^[\w-]{16,}$/.test(name) || isDay(name)) || (names.length >= FEWEST_NUMBERED && names.every((name) => /\d|^[\w-]{16,}$/.test(name)));
}

/** Paths of what may be lists: of every array of records or rows, of every object of records under ids or days, and of the arrays that days hold, as one. */
export function jsonListPaths(root: Json): string[] {
  const found = new Set<string>();
  let nodes = 0;
  const visitList = (elements: readonly Json[], path: string, depth: number): void => {
    // Of the lists of several days one may be short.
    const isPart = path.includes('[*]');
    if ((elements.length >= 2 || isPart) && (isMostly(elements, isRecord) || isMostly(elements, isRow))) found.add(isPart ? `${path}[*]` : path);
    for (const name of listsOfDays(elements)) found.add(`${joinPath(`${path}[*]`, pathStep(name))}[*]`);
    for (const [at, element] of elements.slice(0, SAMPLE).entries()) visit(element, joinPath(path, String(at)), depth + 1);
  };
  const visit = (value: Json, path: string, depth: number): void => {
    if (++nodes > MOST_NODES || depth > DEEPEST || found.size >= MOST_ARRAYS || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      visitList(value as readonly Json[], path, depth);
      return;
    }
    const entries = Object.entries(value as JsonRecord);
    if (isKeyed(value as JsonRecord)) found.add(path);
    // Days are gone through together: the name of one leads nowhere once it is over.
    const areDays = entries.length > 0 && entries.every(([name]) => isDay(name) || (path.endsWith('[*]') && /^\d{1,2}$/.test(name)));
    for (const [name, element] of entries.slice(0, areDays ? SAMPLE : entries.length)) visit(element, joinPath(path, areDays ? '[*]' : pathStep(name)), depth + 1);
  };
  visit(root, '', 0);
  return [...found];
}
