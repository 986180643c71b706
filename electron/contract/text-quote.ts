import search from 'approx-string-match';
import type { QuotePlace, TextQuote } from './bookmark.ts';

/** What is left out wherever passages are counted and compared: blanks of every kind, and marks that only say where a word may break. */
const UNCOUNTED = /[\s\u00ad\u200b\u2060]+/gu;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** A character of an East Asian script says as much as three letters. */
const WIDE_LETTERS = 3;
/** Letters that tell a passage from every other, whatever stands around it. */
const TELLING_LETTERS = 24;
/** Fewer letters than these are found word for word and in their place only. */
const LEAST_LETTERS = 8;
/** Letters of what stood around it that must still stand there. */
const CONTEXT_LETTERS = 6;
/** The share of a passage that may have changed. */
const CHANGED_SHARE = 0.25;
/** No text repeats a passage that is worth marking more often. */
const MOST_OCCURRENCES = 500;
const CONTEXT = 64;

/** A text without what does not count; places in it are what `start` and `end` of a passage mean. */
export function bareText(text: string): string {
  return text.replace(UNCOUNTED, '');
}

export interface FoundQuote {
  /** In the bare text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly place: Exclude<QuotePlace, 'lost'>;
}

function letters(text: string): number {
  return text.length + (WIDE_LETTERS - 1) * (text.match(WIDE)?.length ?? 0);
}

function sharedEnd(one: string, other: string): string {
  let length = 0;
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length++;
  return one.slice(one.length - length);
}

function sharedStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length++;
  return one.slice(0, length);
}

interface Context {
  readonly prefix: string;
  readonly suffix: string;
}

/** How many letters of what stood around a passage stand around this place. */
function sharedContext(bare: string, start: number, end: number, { prefix, suffix }: Context): number {
  const before = sharedEnd(prefix, bare.slice(Math.max(0, start - prefix.length), start));
  const after = sharedStart(suffix, bare.slice(end, end + suffix.length));
  return letters(before) + letters(after);
}

interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
  readonly context: number;
}

function wordForWord(bare: string, needle: string, context: Context): Candidate[] {
  const found: Candidate[] = [];
  for (let at = bare.indexOf(needle); at !== -1 && found.length < MOST_OCCURRENCES; at = bare.indexOf(needle, at + 1)) {
    const end = at + needle.length;
    found.push({ start: at, end, errors: 0, context: sharedContext(bare, at, end, context) });
  }
  return found;
}

function alike(bare: string, needle: string, context: Context): Candidate[] {
  const most = Math.floor(needle.length * CHANGED_SHARE);
  return search(bare, needle, most).map(({ start, end, errors }) => ({ start, end, errors, context: sharedContext(bare, start, end, context) }));
}

function best(candidates: readonly Candidate[], start: number): Candidate | null {
  let chosen: Candidate | null = null;
  for (const one of candidates) {
    if (!chosen) chosen = one;
    else if (one.context - 2 * one.errors !== chosen.context - 2 * chosen.errors) chosen = one.context - 2 * one.errors > chosen.context - 2 * chosen.errors ? one : chosen;
    else if (Math.abs(one.start - start) < Math.abs(chosen.start - start)) chosen = one;
  }
  return chosen;
}

/**
 * Where a passage stands in a bare text, or null where it is lost: first word for word, at the place whose surroundings are
 * most like those it had, then what is most like it. The nearest to where it was decides between equals.
 */
export function findQuote(bare: string, quote: TextQuote): FoundQuote | null {
  const needle = bareText(quote.quote);
  if (needle === '') return null;
  const context = { prefix: bareText(quote.prefix), suffix: bareText(quote.suffix) };
  const telling = letters(needle);
  const there = wordForWord(bare, needle, context);
  const exact = best(there, quote.start);
  // What stood around it in full counts as enough, however short: a text may hold nothing else.
  const enough = Math.min(CONTEXT_LETTERS, letters(context.prefix) + letters(context.suffix));
  if (exact && (exact.context >= enough || telling >= TELLING_LETTERS)) return { start: exact.start, end: exact.end, place: 'here' };
  if (telling < LEAST_LETTERS) return null;
  if (exact && there.length === 1) return { start: exact.start, end: exact.end, place: 'moved' };
  const like = best(alike(bare, needle, context), quote.start);
  return like ? { start: like.start, end: like.end, place: 'moved' } : null;
}

/** The passage between two places of a bare text, for where the text itself is at hand as a whole. */
export function quoteAt(bare: string, start: number, end: number, words: string = bare.slice(start, end)): TextQuote {
  return { quote: words, prefix: bare.slice(Math.max(0, start - CONTEXT), start), suffix: bare.slice(end, end + CONTEXT), start };
}
