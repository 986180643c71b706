/** A value of a JSON text. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const LONGEST = 300;
const MOST_STEPS = 24;
const MOST_VALUES = 2000;
const STEP = /(?:^|\.)([^.[\]{}"']+)|\[(\d{1,6}|\*|)\]|\["((?:[^"\\]|\\.){1,100})"\]/y;

/** The steps of a path such as `data.rows[*]`, `payload.0.items` or `a["odd.name"]`; null where it is none. `*` is every element. */
export function pathSteps(path: string): readonly string[] | null {
  const text = path.trim().replace(/^\$\.?/, '');
  if (text.length > LONGEST) return null;
  const steps: string[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < text.length) {
    const match = STEP.exec(text);
    if (!match || steps.length >= MOST_STEPS) return null;
    steps.push(match[1]?.trim() ?? match[3]?.replace(/\\(.)/g, '$1') ?? (match[2] === '' ? '*' : (match[2] ?? '*')));
  }
  return steps;
}

/** A step as a path writes it. */
export function pathStep(name: string): string {
  return /^[^.[\]{}"'\\\s]+$/.test(name) ? name : `["${name.replace(/["\\]/g, '\\$&')}"]`;
}

export function joinPath(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').reduce((path, part) => (path === '' || part.startsWith('[') ? path + part : `${path}.${part}`), '');
}

export function isRecord(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stepInto(value: Json, step: string): readonly Json[] {
  if (step === '*') return Array.isArray(value) ? (value as readonly Json[]) : (isRecord(value) ? Object.values(value) : []);
  if (Array.isArray(value)) {
    const element = /^\d+$/.test(step) ? (value as readonly Json[])[Number(step)] : undefined;
    return element === undefined ? [] : [element];
  }
  return isRecord(value) && Object.hasOwn(value, step) && value[step] !== undefined ? [value[step]] : [];
}

/** Every value at a path, at most 2,000. An unreadable path gives none. */
export function valuesAt(root: Json, path: string): readonly Json[] {
  let values: readonly Json[] = [root];
  for (const step of pathSteps(path) ?? ['\u0000']) values = values.flatMap((value) => stepInto(value, step)).slice(0, MOST_VALUES);
  return values;
}

/** The text or number at a path within an element as text, or null. */
export function scalarAt(value: Json, path: string): string | null {
  const [found] = valuesAt(value, path);
  if (typeof found === 'string') return found;
  return typeof found === 'number' ? String(found) : null;
}

/** The field of an element that says under which name it is kept, where days or ids are the names. */
export const KEPT_AS = '~';
/** The field of an element that holds the texts and numbers of the record that its list is a part of. */
export const HELD_BY = '^';

interface Element {
  readonly value: Json;
  readonly name: string | null;
  readonly holder: { readonly [name: string]: Json } | null;
}

/** What a record says by itself, without what it holds. */
function ownWords(record: { readonly [name: string]: Json }): { readonly [name: string]: Json } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => typeof value === 'string' || typeof value === 'number'));
}

/** The largest name that is put in order by its number (ECMA-262, array index). */
const MOST_INDEX = 4_294_967_294;

/** Whether a name is a year, or a month of one. */
const isYear = (name: string | null): boolean => name !== null && /^\d{4}(?:-\d{1,2})?$/.test(name);

/** A month or a day under its year is told with it. */
function nameWithin(outer: string | null, name: string): string {
  return outer !== null && /^\d{1,2}$/.test(name) && isYear(outer) ? `${outer}-${name}` : name;
}

/** Ids and days that are numbers come from the smallest to the largest, whatever the text says: the latest stand first in a list. */
function latestFirst(record: { readonly [name: string]: Json }, outer: string | null): readonly (readonly [string, Json])[] {
  const entries = Object.entries(record);
  // Months and days of a year, too; longer names than an index stay in the order of the text.
  const isSorted = (name: string): boolean => (/^[1-9]\d*$/.test(name) && Number(name) <= MOST_INDEX && (name.length > 2 || isYear(outer)));
  return entries.every(([name]) => isSorted(name)) ? entries.toReversed() : entries;
}

function each({ value, name, holder }: Element): readonly Element[] {
  if (Array.isArray(value)) return (value as readonly Json[]).map((element) => ({ value: element, name, holder }));
  return isRecord(value) ? latestFirst(value, name).map(([key, element]) => ({ value: element, name: nameWithin(name, key), holder })) : [];
}

/** An element with the name under which it is kept and what holds it as fields of its own. */
function withPlace({ value, name, holder }: Element): Json {
  if (!isRecord(value) || (name === null && holder === null)) return value;
  return { ...value, ...(name === null || Object.hasOwn(value, KEPT_AS) ? {} : { [KEPT_AS]: name }), ...(holder === null || Object.hasOwn(value, HELD_BY) ? {} : { [HELD_BY]: holder }) };
}

/** The elements of the list at a path: of an array, the values of an object whose names are ids, or what all of several lists hold. */
export function listAt(root: Json, path: string): readonly Json[] {
  const steps = pathSteps(path) ?? ['\u0000'];
  let found: readonly Element[] = [{ value: root, name: null, holder: null }];
  for (const [at, step] of steps.entries()) {
    found = found.flatMap((element) => {
      if (step === '*') return each(element);
      // Only of several lists does each have a holder of its own.
      const holder = steps[at - 1] === '*' && isRecord(element.value) ? ownWords(element.value) : element.holder;
      return stepInto(element.value, step).map((value) => ({ value, name: element.name, holder }));
    }).slice(0, MOST_VALUES);
  }
  const [only] = found;
  if (steps.at(-1) === '*' || only === undefined) return found.map(withPlace);
  const areLists = found.every(({ value }) => Array.isArray(value) && (found.length === 1 || (value as readonly Json[]).every(isRecord)));
  if (areLists || (found.length === 1 && isRecord(only.value) && Object.values(only.value).every(isRecord))) return found.flatMap(each).slice(0, MOST_VALUES).map(withPlace);
  return found.length === 1 ? [] : found.map(withPlace);
}

const FIELD = /\{([^{}]{1,200})\}/g;

/** Fills the fields of a template such as `/news/{id}`; null where one is missing. */
export function fillTemplate(template: string, value: Json): string | null {
  let missing = false;
  const text = template.replace(FIELD, (_, path: string) => {
    const found = scalarAt(value, path);
    if (found === null || found === '') missing = true;
    return encodeURIComponent(found ?? '').replaceAll('%2F', '/').replaceAll('%3A', ':');
  });
  return missing ? null : text;
}

export function isTemplate(link: string): boolean {
  return link.search(FIELD) !== -1;
}
