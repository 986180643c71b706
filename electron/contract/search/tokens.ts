import { lazily } from '../lazily.ts';

/**
 * Of what the index holds. To be raised with every change by which a text has other tokens (fold.ts, this file, symbols.ts): a
 * library that was indexed by another version is indexed anew in the background.
 */
export const TOKENS_VERSION = 2;

/** Scripts that part no words: their runs are read character by character. */
const DENSE = '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}';
/** The point of a number is a Han character to Unicode's extensions. */
const WORD = `[[[^\\0-\\x7f]--[${DENSE}]]a-z\\d·]`;
const OF_DENSE = `[[^\\0-\\x7f·]&&[${DENSE}]]`;

/** Made when they are first wanted: their classes take milliseconds to make, and every thread of ours loads this file. */
const runs = lazily(() => new RegExp(`(${OF_DENSE}+)|${WORD}+`, 'gv'));
const denseRuns = lazily(() => new RegExp(`${OF_DENSE}+`, 'gv'));
const wordAt = lazily(() => new RegExp(`${WORD}+`, 'vy'));
const wordBefore = lazily(() => new RegExp(`^${WORD}$`, 'v'));
// Begins and ends with whole words: in the midst of a long one the rest of it would be read again from each letter on.
const hyphened = lazily(() => new RegExp(`(?<!-|${WORD})${WORD}+(?:-${WORD}+)+(?!-|${WORD})`, 'gv'));
const DOTTED = /(?<![\p{L}\p{N}.])(?:[a-z]\.){2,}[a-z]?(?![\p{L}\p{N}])/gu;
/** What DOTTED finds has this: most points end sentences, and to look around each takes long. */
const SOME_DOTTED = /[a-z]\.[a-z]\./;
/** The point of a number, which many texts in ASCII have once they are folded, is no character of a script. */
const WITHIN_ASCII = /^[\0-\x7f·]*$/;
const IS_PAIR = /^[\ud800-\udbff][\udc00-\udfff]$/;

/** More parts than this are a chain of words, not one. */
const MOST_PARTS = 4;

/** Parts what lies behind it from what stands before: no query has it, so that no phrase crosses it. */
export const GAP = '¶';

/** A word, or characters of a script that parts no words. Offsets are of the folded text. */
export interface Run {
  readonly text: string;
  readonly dense: boolean;
  readonly from: number;
  readonly to: number;
}

/** Words written with hyphens or as an abbreviation with dots, as one word. */
export interface Compound {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The words of a folded text and its runs of characters, in their order. */
export function runsOf(folded: string): Run[] {
  return Array.from(folded.matchAll(runs()), ({ 0: text, 1: dense, index }) => ({ text, dense: dense !== undefined, from: index, to: index + text.length }));
}

/** Where the word that begins at a place of a folded text ends; the place itself where none begins there, or one has begun before. */
export function wordEnd(folded: string, from: number): number {
  const pair = folded.slice(Math.max(0, from - 2), from);
  const before = IS_PAIR.test(pair) ? pair : folded.charAt(from - 1);
  if (before !== '' && wordBefore().test(before)) return from;
  const word = wordAt();
  word.lastIndex = from;
  return word.test(folded) ? word.lastIndex : from;
}

/** Whether the unit of a text in ASCII is part of a word; the point of a number is. */
function isOfWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0xb7;
}

/** What `hyphened` finds in a text in ASCII, of which it would look at each word. */
function hyphenedInAscii(text: string): { readonly 0: string; readonly index: number }[] {
  const found: { readonly 0: string; readonly index: number }[] = [];
  for (let hyphen = text.indexOf('-'); hyphen !== -1; ) {
    let start = hyphen;
    while (isOfWord(text, start - 1)) start--;
    let end = hyphen;
    while (text.charAt(end) === '-' && isOfWord(text, end + 1)) {
      end++;
      while (isOfWord(text, end)) end++;
    }
    if (start < hyphen && end > hyphen && text.charAt(start - 1) !== '-' && text.charAt(end) !== '-') found.push({ 0: text.slice(start, end), index: start });
    hyphen = text.indexOf('-', Math.max(end, hyphen + 1));
  }
  return found;
}

/** "rare-earth" also is rareearth, and "u.s." is us. */
export function compoundsOf(folded: string): Compound[] {
  const found: Compound[] = [];
  if (folded.includes('-')) {
    for (const { 0: text, index } of WITHIN_ASCII.test(folded) ? hyphenedInAscii(folded) : folded.matchAll(hyphened())) {
      const parts = text.split('-');
      if (parts.length <= MOST_PARTS && parts.some((part) => !/^[\d·]+$/.test(part))) found.push({ text: parts.join(''), from: index, to: index + text.length });
    }
  }
  if (SOME_DOTTED.test(folded)) {
    for (const { 0: text, index } of folded.matchAll(DOTTED)) found.push({ text: text.replaceAll('.', ''), from: index, to: index + text.length });
  }
  return found;
}

/** Ends each run of characters in the index, so that those of two runs are no phrase. */
const RUN_END = '‖';

/** The tokens of a run as the index reads it; `isOpen` where it may go on behind, as the last of a phrase may. */
export function tokensOf({ text, dense }: Pick<Run, 'text' | 'dense'>, isOpen: boolean): string[] {
  if (!dense) return [text];
  return isOpen ? Array.from(text) : [...Array.from(text), RUN_END];
}

/**
 * A folded text as the index reads it, words parted by anything of ASCII that is no letter or digit. What its hyphens join
 * stands behind a gap, so that phrases are what they are in the text.
 */
export function streamOf(folded: string): string {
  const stream = WITHIN_ASCII.test(folded) ? folded : folded.replace(denseRuns(), (run) => ` ${tokensOf({ text: run, dense: true }, false).join(' ')} `);
  const joined = new Set(compoundsOf(folded).map(({ text }) => text));
  return joined.size === 0 ? stream : `${stream} ${GAP} ${[...joined].join(' ')}`;
}
