import { queryParts } from '../../electron/contract/search/query-parts.ts';
import type { Operator, QueryPart } from '../../electron/contract/search/query-parts.ts';

/** Where the words of a query are looked for, as the field's menu has it. */
export const SEARCH_FIELDS = ['any', 'title', 'note', 'tag'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

/** From when on and up to when, as written behind `after:` and `before:`. */
export interface SearchTime {
  readonly after?: string;
  readonly before?: string;
}

interface Filter {
  readonly name: Operator;
  readonly value: string;
  readonly at: number;
  readonly to: number;
}

interface Read {
  readonly parts: readonly QueryPart[];
  /** Operators with a value that hold for the whole query: outside of brackets, not denied. */
  readonly filters: readonly Filter[];
  /** It has alternatives outside of brackets. */
  readonly hasOr: boolean;
}

function read(query: string): Read {
  const parts = queryParts(query);
  const filters: Filter[] = [];
  let depth = 0;
  let hasOr = false;
  for (const [place, part] of parts.entries()) {
    if (part.kind === 'open') depth += 1;
    else if (part.kind === 'close') depth = Math.max(0, depth - 1);
    else if (part.kind === 'or' && depth === 0) hasOr = true;
    const value = parts[place + 1];
    if (part.kind !== 'operator' || depth > 0 || parts[place - 1]?.kind === 'not') continue;
    if (value && (value.kind === 'word' || value.kind === 'phrase') && value.at === part.to) filters.push({ name: part.name, value: value.text, at: part.at, to: value.to });
  }
  return { parts, filters, hasOr };
}

function without(query: string, gone: readonly { readonly at: number; readonly to: number }[]): string {
  const left = gone.toReversed().reduce((text, { at, to }) => `${text.slice(0, at).trimEnd()} ${text.slice(to).trimStart()}`, query);
  return left.trim();
}

/** Adds what holds for all of a query, whose alternatives are put in brackets where it has any. */
export function narrowed(query: string, added: readonly string[]): string {
  if (added.length === 0) return query;
  const words = query.trim();
  const whole = read(words).hasOr ? `(${words})` : words;
  return [whole, ...added].filter(Boolean).join(' ');
}

/** The time that a query is narrowed to. What was not understood as a date (`unknown`, as typed with its operator) narrows nothing. */
export function timeOf(query: string, unknown: readonly string[] = []): SearchTime {
  const filters = read(query).filters.filter(({ at, to }) => !unknown.includes(query.slice(at, to)));
  const after = filters.findLast(({ name }) => name === 'after')?.value;
  const before = filters.findLast(({ name }) => name === 'before')?.value;
  return { ...(after === undefined ? {} : { after }), ...(before === undefined ? {} : { before }) };
}

/** The query narrowed to another time, or with nothing to none. */
export function withTime(query: string, { after, before }: SearchTime): string {
  const gone = read(query).filters.filter(({ name }) => name === 'after' || name === 'before');
  return narrowed(without(query, gone), [...(after ? [`after:${after}`] : []), ...(before ? [`before:${before}`] : [])]);
}

/** The query for unread articles only, or for all again. */
export function toggleUnread(query: string): string {
  const asked = read(query).filters.filter(({ name, value }) => name === 'is' && /^(?:unread|未读)$/iu.test(value));
  return asked.length > 0 ? without(query, asked) : narrowed(query, ['is:unread']);
}

function isField(name: Operator): name is Exclude<SearchField, 'any'> {
  return (SEARCH_FIELDS as readonly string[]).includes(name);
}

interface Words {
  readonly field: SearchField;
  /** Where the words begin, and where what stands before them for their field does. */
  readonly at: number;
  readonly from: number;
}

function wordsIn(query: string): Words[] {
  const parts = queryParts(query);
  const words: Words[] = [];
  // Of each bracket that is open, the operator that its words are values of.
  const brackets: (Operator | null)[] = [];
  for (const [place, part] of parts.entries()) {
    const before = parts[place - 1];
    const operator = before?.kind === 'operator' && before.to === part.at ? before : null;
    const within = brackets.at(-1) ?? null;
    if (part.kind === 'open') brackets.push(operator?.name ?? within);
    else if (part.kind === 'close') brackets.pop();
    if (part.kind !== 'word' && part.kind !== 'phrase') continue;
    const name = operator?.name ?? within;
    if (name === null || isField(name)) words.push({ field: name ?? 'any', at: part.at, from: operator?.at ?? part.at });
  }
  return words;
}

/** What says of all words in a bracket where they are looked for. */
function fieldsOfBrackets(query: string): Words[] {
  const parts = queryParts(query);
  return parts.flatMap((part, place) => {
    const next = parts[place + 1];
    return part.kind === 'operator' && isField(part.name) && next?.kind === 'open' && next.at === part.to ? [{ field: part.name, from: part.at, at: part.to }] : [];
  });
}

/** Where all words of a query are looked for; `any` where that differs. */
export function fieldOf(query: string): SearchField {
  const words = wordsIn(query);
  const [first] = words;
  return first && words.every(({ field }) => field === first.field) ? first.field : 'any';
}

/** The query with all of its words looked for in another place. One without words is begun so. */
export function withField(query: string, field: SearchField): string {
  const before = field === 'any' ? '' : `${field}:`;
  const words = wordsIn(query);
  if (words.length === 0) return before === '' ? query : [query.trim(), before].filter(Boolean).join(' ');
  const edits = [...words.map(({ from, at }) => ({ from, at, put: before })), ...fieldsOfBrackets(query).map(({ from, at }) => ({ from, at, put: '' }))];
  return edits.toSorted((one, other) => other.from - one.from).reduce((text, { at, from, put }) => `${text.slice(0, from)}${put}${text.slice(at)}`, query);
}

/** Elements that a query begins with, and where what follows them begins: the field draws them as cells. */
export interface LeadingCells {
  readonly symbols: readonly string[];
  readonly restAt: number;
}

/** Reads `element:Dy` at the beginning of a query, once it is typed to its end: a space follows. */
export function leadingCells(query: string, isSymbol: (text: string) => boolean): LeadingCells {
  const symbols: string[] = [];
  let restAt = 0;
  const parts = queryParts(query);
  for (let place = 0; place + 1 < parts.length; place += 2) {
    const [operator, value] = [parts[place], parts[place + 1]];
    if (operator?.kind !== 'operator' || operator.name !== 'element' || value?.kind !== 'word' || value.at !== operator.to) break;
    const space = /^\s+/u.exec(query.slice(value.to));
    if (!space || !isSymbol(value.text)) break;
    symbols.push(value.text);
    restAt = value.to + space[0].length;
  }
  // Behind an element that is an alternative or denied, it is no longer one of those that hold for all.
  return read(query).hasOr ? { symbols: [], restAt: 0 } : { symbols, restAt };
}
