import type { Json } from './json-path.ts';
import { readJson } from './json-text.ts';

/** A value that a script gives a name: `window.__INITIAL_STATE__ = {…}`, `var rows = […]`, `x = JSON.parse("…")`. */
const ASSIGNED = /(?:^|[\s;,{(])(?:(?:window|self|globalThis)\s?(?:\.\s?|\[\s?["']))?([A-Za-z_$][\w$.]{0,60})(?:["']\s?\])?\s?=\s?(?=\[\s*[[{]|\{\s*["}]|JSON\.parse\(\s*["'])/g;
/** Rows of components that Next.js sends with its page, a piece in each script. */
const PIECE = /__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g;
const MOST_VALUES = 20;
/** Characters that are looked through for where values end. */
const MOST_SCANNED = 3_000_000;
const SHORTEST = 100;

/** Whether a script is one of those that send rows in pieces. */
export function isStreamed(script: string): boolean {
  return script.includes('__next_f.push([1,');
}

/** Whether a script may hold a list: it is kept with its page then. */
export function holdsValues(script: string): boolean {
  return script.length >= SHORTEST && (script.search(ASSIGNED) !== -1 || isStreamed(script));
}

/** Where the value that begins here ends; `from` where it does not. */
function endOf(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 92) at++;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 123 || code === 91) depth++;
    else if ((code === 125 || code === 93) && --depth === 0) return at + 1;
  }
  return from;
}

/** How JSON writes what a script escapes. */
function escapedInJson(written: string, escaped: string | undefined): string {
  if (escaped === undefined) return written === '"' ? String.raw`\"` : ' ';
  if (escaped === 'x') return String.raw`\u00`;
  if (escaped === '\n') return '';
  return /["\\/bfnrtu]/.test(escaped) ? written : escaped;
}

/** The text that a script's string literal stands for, and where it ends; null where it is none. */
export function literalAt(text: string, from: number): { readonly value: string; readonly end: number } | null {
  const quote = text[from];
  let end = from + 1;
  while (end < text.length && text[end] !== quote) end += text[end] === '\\' ? 2 : 1;
  const json = text.slice(from + 1, end).replace(/\\([\s\S])|["\t\n\r]/g, escapedInJson);
  try {
    return { value: String(JSON.parse(`"${json}"`)), end: end + 1 };
  } catch {
    return null;
  }
}

/** JSON as programs write it into a page, where what is not there stands as `undefined`. */
function readValue(text: string): Json | null {
  return readJson(text) ?? (text.includes('undefined') ? readJson(text.replace(/([:,[]\s?)undefined(?=\s?[,}\]])/g, '$1null')) : null);
}

/** The values that a script names, by their names; null where it names none. */
export function scriptValues(script: string): Json | null {
  const values: Record<string, Json> = {};
  let scanned = 0;
  let from = 0;
  for (const match of script.matchAll(ASSIGNED)) {
    const [whole, name] = match;
    if (match.index < from || name === undefined) continue;
    if (scanned > MOST_SCANNED || Object.keys(values).length >= MOST_VALUES) break;
    const start = match.index + whole.length;
    const isParsed = script.startsWith('JSON', start);
    const literal = isParsed ? literalAt(script, script.indexOf('(', start) + script.slice(script.indexOf('(', start)).search(/["']/)) : null;
    const end = isParsed ? (literal?.end ?? start) : endOf(script, start);
    scanned += (end === start ? script.length : end) - start;
    const value = end === start ? null : readValue(literal?.value ?? script.slice(start, end));
    if (value === null || Object.hasOwn(values, name)) continue;
    values[name] = value;
    from = end;
  }
  return Object.keys(values).length === 0 ? null : values;
}

/** The rows that the scripts of a page send in pieces; null where they send none. A row is `id:JSON`, or a text with its length. */
export function streamedRows(scripts: readonly string[]): Json | null {
  const sent = scripts.filter((script) => script.includes('__next_f')).flatMap((script) => [...script.matchAll(PIECE)].flatMap((match) => {
    try {
      return [String(JSON.parse(match[1] ?? '""'))];
    } catch {
      return [];
    }
  })).join('');
  const rows: Record<string, Json> = {};
  const head = /([0-9a-f]{1,6}):(?:T([0-9a-f]{1,6}),|([[{]))?/y;
  for (let at = 0; at < sent.length;) {
    head.lastIndex = at;
    const match = head.exec(sent);
    const line = sent.indexOf('\n', at);
    const next = line === -1 ? sent.length : line + 1;
    if (match?.[2] !== undefined) {
      // The length of a text is told in bytes.
      const bytes = Number.parseInt(match[2], 16);
      at = head.lastIndex + Buffer.from(sent.slice(head.lastIndex, head.lastIndex + bytes)).subarray(0, bytes).toString().length;
      continue;
    }
    if (match?.[1] !== undefined && match[3] !== undefined) {
      const value = readJson(sent.slice(head.lastIndex - 1, next));
      if (value !== null) rows[match[1]] = value;
    }
    at = next;
  }
  return Object.keys(rows).length === 0 ? null : { __next_f: rows };
}

/** Names under which Nuxt wraps a value. */
const WRAPS = new Set(['Reactive', 'ShallowReactive', 'Ref', 'ShallowRef', 'EmptyRef', 'EmptyShallowRef', 'Date', 'Island', 'NuxtError', 'Object', 'URL', 'BigInt']);

/** A value that Nuxt writes flat, each part once and others by their numbers, as it was. What is no such value is left as it is. */
export function unflattened(flat: Json): Json {
  if (!Array.isArray(flat)) return flat;
  const parts = flat as readonly Json[];
  const known = new Map<number, Json>();
  const at = (index: Json | undefined, depth: number): Json => {
    if (typeof index !== 'number' || index < 0 || index >= parts.length || depth > 60) return null;
    const done = known.get(index);
    if (done !== undefined) return done;
    const part = parts[index] ?? null;
    // What holds itself ends here.
    known.set(index, null);
    const made = valueOf(part, depth);
    known.set(index, made);
    return made;
  };
  const valueOf = (part: Json, depth: number): Json => {
    if (Array.isArray(part)) {
      const [name, ...rest] = part as readonly Json[];
      if (typeof name !== 'string') return (part as readonly Json[]).map((index) => at(index, depth + 1));
      if (name === 'Set') return rest.map((index) => at(index, depth + 1));
      return WRAPS.has(name) ? (typeof rest[0] === 'number' ? at(rest[0], depth + 1) : (rest[0] ?? null)) : null;
    }
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, index]) => [name, at(index, depth + 1)]));
  };
  return at(0, 0);
}
