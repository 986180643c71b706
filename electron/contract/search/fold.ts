import { simplified } from './simplified.ts';

/** A text as search compares it, and where each of its UTF-16 units comes from. */
export interface Folded {
  readonly text: string;
  /** Of each unit of `text`, the offset in the source where it begins, and that where it ends. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const ASCII = /^[\0-\x7f]*$/;
const OUTSIDE_ASCII = /[^\0-\x7f]+/gu;
const CAPITALS = /[A-Z]+/g;
const WORD_CHAR = /[\p{L}\p{M}\p{N}]/u;
/** Combining marks of Latin, Greek and Cyrillic letters. */
const MARKS = /[\u0300-\u036f]/g;
/** What makes one character with the one before it: voice marks of kana, and the second and third letters of a Korean syllable. */
const VOICED = /[\u3099\u309a\u1161-\u1175\u11a8-\u11c2]/;
/** Thin, figure and no-break spaces part thousands; this one stands for them until numbers are read. */
const NARROW_SPACE = '\u00a0';
/** A decimal point inside of a number: a character that parts no words, and that folds to a space where a text has it. */
const POINT = '·';

const OTHERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '‘': "'", '’': "'", '‚': "'", '‛': "'", '′': "'", 'ʼ': "'", '＇': "'", '`': "'",
    '‐': '-', '‑': '-', '‒': '-', '–': '-', '−': '-', '﹣': '-', '－': '-',
    'ß': 'ss', 'ẞ': 'ss', 'ø': 'o', 'Ø': 'o', 'ł': 'l', 'Ł': 'l', 'đ': 'd', 'Đ': 'd', 'æ': 'ae', 'Æ': 'ae', 'œ': 'oe', 'Œ': 'oe', 'þ': 'th', 'Þ': 'th', 'ð': 'd', 'Ð': 'd', 'ı': 'i', 'ς': 'σ',
    '⁄': '/', '，': ' ', '™': ' ', '℠': ' ', '·': ' ',
    '\u00a0': NARROW_SPACE, '\u2007': NARROW_SPACE, '\u2009': NARROW_SPACE, '\u202f': NARROW_SPACE,
    '\u00ad': '', '\u200b': '', '\u200c': '', '\u200d': '', '\u2060': '', '\ufeff': '', '\ufe0e': '', '\ufe0f': '',
  }),
);

/** By code point: a number is found without a string being made and hashed for it. */
const known = new Map<number, string>();

/** One character outside of ASCII: '' where it is of no weight, ' ' where it parts words. */
function foldChar(code: number): string {
  const found = known.get(code);
  if (found !== undefined) return found;
  const char = String.fromCodePoint(code);
  const folded = simplified().get(char) ?? OTHERS.get(char) ?? foldOther(char);
  known.set(code, folded);
  return folded;
}

function foldOther(char: string): string {
  const plain = char.normalize('NFKD').toLowerCase().normalize('NFKD').replace(MARKS, '').normalize('NFC');
  let folded = '';
  for (const part of plain) {
    if (part <= '\x7f') folded += part;
    else if (part !== char && (simplified().has(part) || OTHERS.has(part))) folded += simplified().get(part) ?? OTHERS.get(part) ?? '';
    else folded += WORD_CHAR.test(part) ? part : ' ';
  }
  return folded;
}

/** A half-width kana and its voice mark are one character, as the letters of a Korean syllable are that were parted (NFD). */
function withVoice(before: string, mark: string): string | null {
  const one = (before + mark).normalize('NFC');
  return before !== '' && one.length === 1 ? one : null;
}

/** Of a UTF-16 unit: 1 where it folds to itself, 2 where it does not, 0 where nobody has looked yet. */
const units = new Uint8Array(0x10000);

function staysAsIs(run: string, at: number): boolean {
  const unit = run.charCodeAt(at);
  const seen = units[unit];
  if (seen !== 0) return seen === 1;
  const char = run.charAt(at);
  // Halves of pairs are looked at as pairs, and marks with what they stand behind.
  const stays = (unit < 0xd800 || unit > 0xdfff) && !VOICED.test(char) && foldChar(unit) === char;
  units[unit] = stays ? 1 : 2;
  return stays;
}

function foldRun(run: string): string {
  let at = 0;
  while (at < run.length && staysAsIs(run, at)) at++;
  if (at === run.length) return run;
  let folded = run.slice(0, at);
  while (at < run.length) {
    const from = at;
    while (at < run.length && staysAsIs(run, at)) at++;
    folded += run.slice(from, at);
    if (at === run.length) break;
    const code = run.codePointAt(at) ?? 0;
    at += code > 0xffff ? 2 : 1;
    const part = foldChar(code);
    const voiced = part !== ' ' && VOICED.test(part) ? withVoice(folded.slice(-1), part) : null;
    folded = voiced === null ? folded + part : folded.slice(0, -1) + voiced;
  }
  return folded;
}

const WITH_SEPARATORS = /(?<![a-z\d.,])\d{1,3}(?:([,\u00a0])\d{3})(?:\1\d{3})*(?!\d|\1\d)/g;
/** A comma of full width is one of a number where its digits are of full width, too: between others it parts clauses. */
const FULL_WIDTH_SEPARATOR = /(?<=[０-９])，(?=[０-９]{3})/g;
const DECIMAL = /(?<![\d.])\d+\.\d+(?!\.?\d)/g;
const SOME_NUMBER = /\d[,.\u00a0]\d/;

/** The same text, unit for unit, with the separators of numbers of full width told from commas. */
function withSeparators(text: string): string {
  return text.includes('，') ? text.replace(FULL_WIDTH_SEPARATOR, ',') : text;
}

/** "553,000" is 553000, and the point of "1.68" parts nothing. */
function foldNumbers(text: string): string {
  const whole = SOME_NUMBER.test(text) ? text.replace(WITH_SEPARATORS, (number) => number.replace(/[,\u00a0]/g, '')).replace(DECIMAL, (number) => number.replace('.', POINT)) : text;
  return whole.includes(NARROW_SPACE) ? whole.replaceAll(NARROW_SPACE, ' ') : whole;
}

/**
 * A text as search compares it: compatibility forms (sub- and superscripts, full width), case, diacritics, curly quotes,
 * dashes, traditional characters and the separators of thousands are folded. What it has outside of ASCII are letters, marks
 * and digits only, and the decimal point of a number.
 */
export function foldText(text: string): string {
  const plain = ASCII.test(text) ? text.toLowerCase() : withSeparators(text).replace(OUTSIDE_ASCII, foldRun).toLowerCase();
  return foldNumbers(plain);
}

/** Nearly all of a text is what it is, which is told without a look at the character itself. */
function isPlain(source: string, at: number): boolean {
  return source.charCodeAt(at) < 0x80 || staysAsIs(source, at);
}

/** 0, 1, 2, and so on: where all is plain every unit is at its own place, and thousands of texts share one array. */
let places = Uint32Array.from({ length: 1024 }, (_, at) => at);

function placesFrom(from: number, length: number): Uint32Array {
  if (places.length < from + length) places = Uint32Array.from({ length: 2 * (from + length) }, (_, at) => at);
  return places.subarray(from, from + length);
}

/** The same text, with the way back to the source. The arrays are not to be written to. */
export function foldMapped(source: string): Folded {
  const lower = ASCII.test(source) ? source.toLowerCase() : withSeparators(source).replace(CAPITALS, (letters) => letters.toLowerCase());
  let plain = 0;
  while (plain < lower.length && isPlain(lower, plain)) plain++;
  const folded = plain === lower.length ? { text: lower, starts: placesFrom(0, plain), ends: placesFrom(1, plain) } : foldUnits(lower, plain);
  return { text: foldNumbers(folded.text), ...withoutSeparators(folded) };
}

/** Folds what is in lower case as far as ASCII goes; its first `plain` units are what they are. */
function foldUnits(source: string, plain: number): Folded {
  // A single unit may become several, which is seldom.
  let starts = new Uint32Array(source.length + 64);
  let ends = new Uint32Array(source.length + 64);
  let count = 0;
  let whole = '';
  for (let at = 0, next = plain; at < source.length; next = at) {
    const from = at;
    for (; at < next || (at < source.length && isPlain(source, at)); at++) {
      if (count === starts.length) [starts, ends] = [grown(starts), grown(ends)];
      starts[count] = at;
      ends[count++] = at + 1;
    }
    if (at > from) whole += source.slice(from, at);
    if (at === source.length) break;
    const code = source.codePointAt(at) ?? 0;
    const end = at + (code > 0xffff ? 2 : 1);
    const part = foldChar(code).toLowerCase();
    const voiced = part !== ' ' && VOICED.test(part) && count > 0 && ends[count - 1] === at ? withVoice(whole.slice(-1), part) : null;
    if (voiced !== null) whole = whole.slice(0, -1) + voiced;
    if (voiced !== null || part === '') {
      if (count > 0 && ends[count - 1] === at) ends[count - 1] = end;
    } else {
      whole += part;
      for (let unit = 0; unit < part.length; unit++) {
        if (count === starts.length) [starts, ends] = [grown(starts), grown(ends)];
        starts[count] = at;
        ends[count++] = end;
      }
    }
    at = end;
  }
  return { text: whole, starts: starts.subarray(0, count), ends: ends.subarray(0, count) };
}

function grown(units: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(units.length * 2);
  more.set(units);
  return more;
}

/** The ways back of what foldNumbers leaves of a text. */
function withoutSeparators({ text, starts, ends }: Folded): Pick<Folded, 'starts' | 'ends'> {
  if (!SOME_NUMBER.test(text)) return { starts, ends };
  const gone: number[] = [];
  for (const { 0: number, index } of text.matchAll(WITH_SEPARATORS)) {
    for (let unit = 0; unit < number.length; unit++) if (/[,\u00a0]/.test(number.charAt(unit))) gone.push(index + unit);
  }
  return gone.length === 0 ? { starts, ends } : { starts: without(starts, gone), ends: without(ends, gone) };
}

/** Without some places, which are in order; to ask of each whether it is one took a third of the time of a search. */
function without(units: Uint32Array, gone: readonly number[]): Uint32Array {
  const left = new Uint32Array(units.length - gone.length);
  let from = 0;
  let to = 0;
  for (const end of [...gone, units.length]) {
    left.set(units.subarray(from, end), to);
    to += end - from;
    from = end + 1;
  }
  return left;
}
