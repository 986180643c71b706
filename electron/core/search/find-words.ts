import { foldText } from '../../contract/search/fold.ts';
import type { Light } from '../../contract/search/match-text.ts';
import { symbolToken } from '../../contract/search/symbols.ts';
import { compoundsOf, runsOf, tokensOf } from '../../contract/search/tokens.ts';

/** Words as the index is asked for them: an FTS5 expression, and what it lights. */
export interface Found {
  readonly match: string;
  readonly lights: readonly Light[];
}

/** Shorter beginnings of words would find half of everything. */
const LEAST_PREFIX = { typing: 3, marked: 2 };

const PLURAL = /^[a-z]{4,}$/;

/** An English word in its other number, as far as the common rules go. */
function otherNumber(word: string): string | null {
  if (!PLURAL.test(word)) return null;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word)) return null;
  if (word.endsWith('s')) return word.slice(0, -1);
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

function quote(tokens: readonly string[], star: boolean): string {
  return `"${tokens.join(' ')}"${star ? ' *' : ''}`;
}

/** How text may be read more widely than it stands. */
export interface Widening {
  /** Its last word may go on. */
  readonly prefix: 'no' | 'marked' | 'typing';
  /** An English word also in its other number. */
  readonly numbers: boolean;
}

/** What finds an element by its symbol, in exact case and where it can be nothing else. */
export function findSymbol(symbol: string): Found {
  return { match: quote([symbolToken(symbol)], false), lights: [{ kind: 'symbol', symbol }] };
}

const NEAR = 10;

/** What finds words where one of some others stands within ten words of them; null where there is nothing to find. */
export function findNear(text: string, near: readonly string[]): Found | null {
  const found = findWords(text, { prefix: 'no', numbers: false });
  const places = near.flatMap((place) => plainPhrase(place) ?? []);
  const phrase = plainPhrase(text);
  if (!found || phrase === null || places.length === 0) return null;
  return { match: `(${places.map((place) => `NEAR(${phrase} ${place}, ${NEAR})`).join(' OR ')})`, lights: found.lights };
}

/** One phrase of the index, as NEAR takes them. */
function plainPhrase(text: string): string | null {
  const runs = runsOf(foldText(text));
  const last = runs.at(-1);
  if (!last) return null;
  return quote([...runs.slice(0, -1).flatMap((run) => tokensOf(run, false)), ...tokensOf(last, true)], false);
}

/** What finds a word, several in a row, or characters; null where there is nothing to find in it. */
export function findWords(text: string, { prefix, numbers }: Widening): Found | null {
  const folded = foldText(text);
  const runs = runsOf(folded);
  const last = runs.at(-1);
  if (!last) return null;
  const isWord = !last.dense;
  const star = isWord && prefix !== 'no' && last.text.length >= LEAST_PREFIX[prefix];
  const tokens = runs.slice(0, -1).flatMap((run) => tokensOf(run, false));
  const ways = [quote([...tokens, ...tokensOf(last, true)], star)];
  const words = runs.map((run) => run.text);
  const lights: Light[] = [{ kind: 'words', text: folded, prefix: star }];
  const other = isWord && numbers && !(star && otherNumber(last.text)?.startsWith(last.text)) ? otherNumber(last.text) : null;
  if (other !== null) {
    ways.push(quote([...tokens, other], false));
    lights.push({ kind: 'words', text: [...words.slice(0, -1), other].join(' '), prefix: false });
  }
  const whole = compoundsOf(folded).find(({ from, to }) => from === runs[0]?.from && to === last.to);
  if (whole) {
    ways.push(quote([whole.text], star));
    lights.push({ kind: 'words', text: whole.text, prefix: star });
  }
  return { match: ways.length > 1 ? `(${ways.join(' OR ')})` : (ways[0] ?? ''), lights };
}
