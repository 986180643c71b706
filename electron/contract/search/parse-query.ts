import { foldText } from './fold.ts';
import { queryTime } from './query-date.ts';
import { IS_NAMES, type ParsedQuery, type QueryField, type QueryNode, type QueryNote, type QueryNoteCode } from './query-node.ts';
import { queryParts, type Operator, type QueryPart } from './query-parts.ts';
import { runsOf } from './tokens.ts';

/** What comes behind it is left out: nobody types so much, and every word costs. */
const MOST_PARTS = 64;
const DEEPEST = 16;

const FIELDS: Partial<Record<Operator, QueryField>> = { title: 'title', note: 'note', tag: 'tag' };

/**
 * Reads a query: words and "phrases", -not, OR, brackets, and operators such as title: or before:. Words that stand beside each
 * other must all be there; OR binds less than that. An operator before a bracket, title:(a OR b), is that of each word in it. A word may end in an asterisk. Whatever is wrong with it is noted, and what
 * is right still asked for. `now` (epoch milliseconds) is what dates like 30d count from.
 */
export function parseQuery(query: string, now: number): ParsedQuery {
  const notes: QueryNote[] = [];
  const parts = queryParts(query);
  const note = (what: QueryNoteCode, at: number, to: number): void => {
    notes.push({ at, to, what, text: query.slice(at, to) });
  };
  const beyond = parts[MOST_PARTS];
  if (beyond) note('too-long', beyond.at, query.length);
  const reading: Reading = { query, now, parts: parts.slice(0, MOST_PARTS), place: 0, within: null, note };
  const found: QueryNode[] = [];
  while (reading.place < reading.parts.length) {
    const node = anyOf(reading, 0);
    if (node) found.push(node);
    const extra = reading.parts[reading.place];
    if (extra?.kind === 'close') {
      note('bracket-unopened', extra.at, extra.to);
      reading.place++;
    }
  }
  return { node: joined('all', found), notes: notes.toSorted((a, b) => a.at - b.at) };
}

interface Reading {
  readonly query: string;
  readonly now: number;
  readonly parts: readonly QueryPart[];
  place: number;
  /** The operator before the bracket that is open: what stands inside are its values. */
  within: Operator | null;
  readonly note: (what: QueryNoteCode, at: number, to: number) => void;
}

function joined(kind: 'all' | 'any', of: readonly QueryNode[]): QueryNode | null {
  const flat = of.flatMap((node) => (node.kind === kind ? node.of : [node]));
  return flat.length > 1 ? { kind, of: flat } : (flat[0] ?? null);
}

function anyOf(reading: Reading, depth: number): QueryNode | null {
  const sides: QueryNode[] = [];
  for (;;) {
    const side = allOf(reading, depth);
    if (side) sides.push(side);
    const next = reading.parts[reading.place];
    if (next?.kind !== 'or') return joined('any', sides);
    reading.place++;
    const after = reading.parts[reading.place];
    if (!side || !after || after.kind === 'close' || after.kind === 'or') reading.note('operator-alone', next.at, next.to);
  }
}

function allOf(reading: Reading, depth: number): QueryNode | null {
  const found: QueryNode[] = [];
  for (let part = reading.parts[reading.place]; part && part.kind !== 'or' && part.kind !== 'close'; part = reading.parts[reading.place]) {
    const node = one(reading, depth);
    if (node) found.push(node);
  }
  return joined('all', found);
}

/** What is left out is left out as far as it is typed: the beginnings of words would take away what nobody named. */
function finished(node: QueryNode): QueryNode {
  switch (node.kind) {
    case 'all':
    case 'any':
      return { ...node, of: node.of.map(finished) };
    case 'not':
      return { ...node, of: finished(node.of) };
    case 'text':
      return node.prefix === 'typing' ? { ...node, prefix: 'no' } : node;
    default:
      return node;
  }
}

function one(reading: Reading, depth: number): QueryNode | null {
  const part = reading.parts[reading.place++];
  switch (part?.kind) {
    case 'not': {
      const next = reading.parts[reading.place];
      if (!next || next.kind === 'or' || next.kind === 'close') {
        reading.note('operator-alone', part.at, part.to);
        return null;
      }
      const of = one(reading, depth);
      return of && { kind: 'not', of: finished(of) };
    }
    case 'open':
      return inBrackets(reading, part, depth);
    case 'operator':
      return ofOperator(reading, part, depth);
    case 'word':
    case 'phrase':
      return reading.within === null ? textOf(reading, part, 'any') : valueOf(reading, { name: reading.within, at: part.at }, part);
    default:
      return null;
  }
}

function inBrackets(reading: Reading, open: QueryPart, depth: number): QueryNode | null {
  if (depth >= DEEPEST) {
    reading.note('too-long', open.at, open.to);
    return null;
  }
  const inside = anyOf(reading, depth + 1);
  if (reading.parts[reading.place]?.kind === 'close') reading.place++;
  else reading.note('bracket-unclosed', open.at, open.to);
  return inside;
}

type Text = Extract<QueryPart, { kind: 'word' | 'phrase' }>;

function textOf({ query, note }: Reading, part: Text, field: QueryField): QueryNode | null {
  const quoted = part.kind === 'phrase';
  if (quoted && !part.closed) note('quote-unclosed', part.at, part.at + 1);
  const marked = /\*+$/.test(part.text);
  const text = part.text.replace(/\*+$/, '');
  if (runsOf(foldText(text)).length === 0) {
    note('nothing-in-it', part.at, part.to);
    return null;
  }
  const typing = part.to === query.length && !(quoted && part.closed);
  return { kind: 'text', field, text, quoted, prefix: marked ? 'marked' : typing ? 'typing' : 'no', at: part.at, to: part.to };
}

function ofOperator(reading: Reading, operator: Extract<QueryPart, { kind: 'operator' }>, depth: number): QueryNode | null {
  const part = reading.parts[reading.place];
  // A value follows its colon; behind a space it is a word of its own.
  const value = part?.at === operator.to ? part : undefined;
  if (value?.kind === 'word' || value?.kind === 'phrase') {
    reading.place++;
    return valueOf(reading, operator, value);
  }
  if (value?.kind !== 'open' || reading.parts[reading.place + 1]?.kind === 'close') reading.note('value-missing', operator.at, operator.to);
  if (value?.kind !== 'open') return null;
  reading.place++;
  const { within } = reading;
  reading.within = operator.name;
  const inside = inBrackets(reading, value, depth);
  reading.within = within;
  return inside;
}

function valueOf(reading: Reading, { name, at }: { readonly name: Operator; readonly at: number }, part: Text): QueryNode | null {
  const { note, now } = reading;
  const { to } = part;
  const field = FIELDS[name];
  if (field) {
    const node = textOf(reading, part, field);
    return node?.kind === 'text' ? { ...node, at } : node;
  }
  if (part.kind === 'phrase' && !part.closed) note('quote-unclosed', part.at, part.at + 1);
  const value = part.text.replace(/\*+$/, '').trim();
  if (runsOf(foldText(value)).length === 0) {
    note('value-missing', at, to);
    return null;
  }
  switch (name) {
    case 'is': {
      const is = IS_NAMES.get(value.toLowerCase());
      if (is) return { kind: 'is', value: is, at, to };
      note('is-unknown', at, to);
      return null;
    }
    case 'before':
    case 'after': {
      const time = queryTime(value, now);
      if (time !== null) return { kind: name, value, time, at, to };
      note('date-unknown', at, to);
      return null;
    }
    case 'feed':
    case 'folder':
    case 'lang':
      return { kind: name, value, at, to };
    case 'title':
    case 'note':
    case 'tag':
      return null;
    default:
      return { kind: 'entity', entity: name, value, at, to };
  }
}
