import { simplified } from '../../contract/search/simplified.ts';

/** A text as names are looked for in it, one unit a place; `starts` and `ends` lead back to the code units of the source. */
export interface FoldedText {
  readonly length: number;
  /** Lower case, accents off, simplified, hyphens as blanks, blanks single. */
  readonly units: Uint16Array;
  /** The same places with upper and lower case and hyphens as written. */
  readonly exact: Uint16Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const UNKNOWN = 0xffff;
/** More or less than one unit comes of it. */
const ODD = 0xfffe;
const SPACE = 0x20;

const lower = new Uint16Array(0x10000).fill(UNKNOWN);
const cased = new Uint16Array(0x10000).fill(UNKNOWN);

const HYPHENS = /^[\u2010\u2011\u2012\u2013\u2212\ufe58\ufe63\uff0d]$/u;
const BLANK = /^[\s\u00a0\u3000]$/u;
/** Zero-width signs, soft hyphens, variation selectors, the byte order mark. */
const NOTHING = /^(?:\u00ad|[\u200b-\u200f]|[\u2060-\u2064]|\p{Variation_Selector}|\ufeff)$/u;
const QUOTES: ReadonlyMap<string, string> = new Map([['‘', "'"], ['’', "'"], ['ʼ', "'"], ['“', '"'], ['”', '"'], ['\u02bc', "'"]]);

/** A code point with case as written: compatibility forms resolved, accents off what is written in letters with case. */
function plain(character: string): string {
  if (BLANK.test(character)) return ' ';
  if (NOTHING.test(character)) return '';
  if (HYPHENS.test(character)) return '-';
  const quote = QUOTES.get(character);
  if (quote !== undefined) return quote;
  const composed = character.normalize('NFKC');
  if (/\p{Script=Latin}|\p{M}/u.test(composed)) return composed.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return composed;
}

/** Simplified character by character, which is enough to compare: what a phrase would decide otherwise folds alike on both sides. */
function folded(text: string): string {
  let out = '';
  for (const character of text) {
    const small = character.toLowerCase();
    const known = simplified().get(character) ?? (small.length === character.length ? small : character);
    out += known === '-' ? ' ' : known;
  }
  return out;
}

function learn(unit: number): void {
  const written = plain(String.fromCharCode(unit));
  if (written.length !== 1) {
    lower[unit] = ODD;
    return;
  }
  cased[unit] = written.charCodeAt(0);
  lower[unit] = folded(written).charCodeAt(0);
}

interface Room {
  readonly size: number;
  readonly units: Uint16Array;
  readonly exact: Uint16Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

function newRoom(size: number): Room {
  return { size, units: new Uint16Array(size), exact: new Uint16Array(size), starts: new Int32Array(size), ends: new Int32Array(size) };
}

/** Units of an article that is longer than most; room for more is not kept. */
const KEPT_ROOM = 128 * 1024;
/** Used again by the next text: allocating costs more than folding. */
let kept = newRoom(16 * 1024);

function roomFor(size: number): Room {
  if (size <= kept.size) return kept;
  const room = newRoom(size * 2);
  if (room.size <= KEPT_ROOM) kept = room;
  return room;
}

/** No compatibility form gives more units for one. */
const MOST_FOR_ONE = 18;

/** Place n is n, and ends at n + 1: of all texts of which each unit gives one. */
let sameStarts = Int32Array.from({ length: 16 * 1024 }, (_, at) => at);
let sameEnds = Int32Array.from({ length: 16 * 1024 }, (_, at) => at + 1);

function growSame(length: number): void {
  if (length <= sameStarts.length) return;
  sameStarts = Int32Array.from({ length: length * 2 }, (_, at) => at);
  sameEnds = Int32Array.from({ length: length * 2 }, (_, at) => at + 1);
}

/** What a text begins with that is ASCII and folds to itself but for its case. */
const ASCII = /^[^\t-\r\u0080-\uffff]*/;
/** Where blanks do not stand single. Two expressions take half the time of one that looks for either. */
const BLANKS = /[ -]{2}/;

function write(units: Uint16Array, text: string): void {
  Buffer.from(units.buffer, units.byteOffset, units.byteLength).write(text, 'utf16le');
}

/** Folds the plain ASCII that a text begins with, which mostly is all of it, by what the platform does at a stroke; answers with how far that is. */
function foldAscii(text: string, { units, exact }: Pick<Room, 'units' | 'exact'>): number {
  const ascii = ASCII.exec(text)?.[0] ?? '';
  const blanks = ascii.search(BLANKS);
  const plainText = blanks === -1 ? ascii : ascii.slice(0, blanks);
  write(exact, plainText);
  const small = plainText.toLowerCase();
  write(units, small.includes('-') ? small.replaceAll('-', ' ') : small);
  return plainText.length;
}

/** Folds a text as far as each unit gives one; answers with how far that is, which mostly is its end. */
function foldPlain(text: string, { units, exact }: Room): number {
  const from = foldAscii(text, { units, exact });
  let before = units[from - 1] ?? 0;
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    let small = lower[unit] ?? UNKNOWN;
    if (small === UNKNOWN && (unit & 0xf800) !== 0xd800) {
      learn(unit);
      small = lower[unit] ?? ODD;
    }
    if (small >= ODD || (small === SPACE && before === SPACE)) return at;
    units[at] = small;
    exact[at] = cased[unit] ?? small;
    before = small;
  }
  return text.length;
}

/** Folds a text for recognising. The arrays of the answer are good until the next call. */
export function foldNames(text: string): FoldedText {
  let into = roomFor(text.length + MOST_FOR_ONE);
  growSame(text.length);
  let length = foldPlain(text, into);
  if (length === text.length) return { length, units: into.units, exact: into.exact, starts: sameStarts, ends: sameEnds };
  into.starts.set(sameStarts.subarray(0, length));
  into.ends.set(sameEnds.subarray(0, length));
  for (let at = length; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    let small = lower[unit] ?? UNKNOWN;
    if (small === UNKNOWN) {
      if ((unit & 0xf800) === 0xd800) small = ODD;
      else {
        learn(unit);
        small = lower[unit] ?? ODD;
      }
    }
    if (small !== ODD) {
      if (small === SPACE && length > 0 && into.units[length - 1] === SPACE) {
        into.ends[length - 1] = at + 1;
        continue;
      }
      into.units[length] = small;
      into.exact[length] = cased[unit] ?? small;
      into.starts[length] = at;
      into.ends[length] = at + 1;
      length += 1;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const written = plain(character);
    const flat = folded(written);
    if (length + written.length + text.length - at > into.size) into = grown(into, length + written.length + text.length - at);
    if (written === '' && length > 0) into.ends[length - 1] = at + character.length;
    for (let part = 0; part < written.length; part += 1, length += 1) {
      into.units[length] = flat.charCodeAt(part);
      into.exact[length] = written.charCodeAt(part);
      into.starts[length] = at;
      into.ends[length] = at + character.length;
    }
    at += character.length - 1;
  }
  return { length, units: into.units, exact: into.exact, starts: into.starts, ends: into.ends };
}

function grown({ units, exact, starts, ends }: Room, size: number): Room {
  const next = newRoom((size + MOST_FOR_ONE) * 2);
  next.units.set(units);
  next.exact.set(exact);
  next.starts.set(starts);
  next.ends.set(ends);
  return next;
}

/** Units from `from` to `to` as a string. */
export function unitsToString(units: Uint16Array, from: number, to: number): string {
  return Buffer.from(units.buffer, units.byteOffset + Math.max(0, from) * 2, Math.max(0, to - Math.max(0, from)) * 2).toString('utf16le');
}

/** A form as it is looked for: folded, without blanks at its ends. */
export function foldForm(text: string): string {
  const { units, length } = foldNames(text.trim());
  return unitsToString(units, 0, length);
}

/** A form with its case, its hyphens as blanks. */
export function foldCased(text: string): string {
  const { exact, length } = foldNames(text.trim());
  return unitsToString(exact, 0, length).replaceAll('-', ' ');
}

/** 1 for each unit that is part of a word: looked up for every unit of every text. */
const wordUnits = new Uint8Array(0x10000).fill(1, 0x30, 0x3a).fill(1, 0x41, 0x5b).fill(1, 0x61, 0x7b).fill(1, 0xc0, 0x250).fill(1, 0x370, 0x530);
wordUnits[0xd7] = 0;
wordUnits[0xf7] = 0;

/** Whether a unit is part of a word that blanks end: a Latin, Greek or Cyrillic letter, or a digit. */
export function isWordUnit(unit: number): boolean {
  return wordUnits[unit] === 1;
}

