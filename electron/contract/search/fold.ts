import { SIMPLIFIED } from './simplified.ts';

/** A text as search compares it, and where each of its UTF-16 units comes from. */
export interface Folded {
  readonly text: string;
  /** Of each unit of `text`, the offset in the source where it begins, and that where it ends. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const ASCII = /^[\0-\x7f]*$/;
const OUTSIDE_ASCII = /[^\0-\x7f]+/gu;
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

const known = new Map<string, string>();

/** One character outside of ASCII: '' where it is of no weight, ' ' where it parts words. */
function foldChar(char: string): string {
  const found = known.get(char);
  if (found !== undefined) return found;
  const folded = SIMPLIFIED.get(char) ?? OTHERS.get(char) ?? foldOther(char);
  known.set(char, folded);
  return folded;
}

function foldOther(char: string): string {
  const plain = char.normalize('NFKD').toLowerCase().normalize('NFKD').replace(MARKS, '').normalize('NFC');
  let folded = '';
  for (const part of plain) {
    if (part <= '\x7f') folded += part;
    else if (part !== char && (SIMPLIFIED.has(part) || OTHERS.has(part))) folded += SIMPLIFIED.get(part) ?? OTHERS.get(part) ?? '';
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
  const stays = (unit < 0xd800 || unit > 0xdfff) && !VOICED.test(char) && foldChar(char) === char;
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
    const char = String.fromCodePoint(run.codePointAt(at) ?? 0);
    at += char.length;
    const part = foldChar(char);
    const voiced = VOICED.test(part) ? withVoice(folded.slice(-1), part) : null;
    folded = voiced === null ? folded + part : folded.slice(0, -1) + voiced;
  }
  return folded;
}

const WITH_SEPARATORS = /(?<![a-z\d.,])\d{1,3}(?:([,\u00a0])\d{3})(?:\1\d{3})*(?!\d|\1\d)/g;
const DECIMAL = /(?<![\d.])\d+\.\d+(?!\.?\d)/g;
const SOME_NUMBER = /\d[,.\u00a0]\d/;

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
  const plain = ASCII.test(text) ? text.toLowerCase() : text.replace(OUTSIDE_ASCII, foldRun).toLowerCase();
  return foldNumbers(plain);
}

/** The same text, with the way back to the source. */
export function foldMapped(source: string): Folded {
  const chars: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < source.length; ) {
    const unit = source.charCodeAt(at);
    // Nearly all of a text is what it is, which is told without a look at the character itself.
    if (unit < 0x80 || staysAsIs(source, at)) {
      chars.push(unit >= 0x41 && unit <= 0x5a ? String.fromCharCode(unit + 0x20) : source.charAt(at));
      starts.push(at);
      ends.push(at + 1);
      at += 1;
      continue;
    }
    const char = String.fromCodePoint(source.codePointAt(at) ?? 0);
    const end = at + char.length;
    const part = foldChar(char).toLowerCase();
    const voiced = VOICED.test(part) && ends.at(-1) === at ? withVoice(chars.at(-1) ?? '', part) : null;
    if (voiced !== null) chars[chars.length - 1] = voiced;
    if (voiced !== null || part === '') {
      if (ends.at(-1) === at) ends[ends.length - 1] = end;
    } else {
      for (let unit = 0; unit < part.length; unit++) {
        chars.push(part.charAt(unit));
        starts.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  const whole = chars.join('');
  const gone = new Set<number>();
  for (const { 0: number, index } of whole.matchAll(WITH_SEPARATORS)) {
    for (let unit = 0; unit < number.length; unit++) if (/[,\u00a0]/.test(number.charAt(unit))) gone.add(index + unit);
  }
  const stays = (_: unknown, unit: number): boolean => !gone.has(unit);
  return {
    text: foldNumbers(whole),
    starts: Uint32Array.from(gone.size === 0 ? starts : starts.filter(stays)),
    ends: Uint32Array.from(gone.size === 0 ? ends : ends.filter(stays)),
  };
}
