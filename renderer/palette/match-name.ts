import { foldText } from '../../electron/contract/search/fold.ts';
import { foldedName } from './folded-name.ts';
import { matchPinyin } from './match-pinyin.ts';
import type { Syllables } from './match-pinyin.ts';

export type NameSpan = readonly [from: number, to: number];

export interface NameMatch {
  /** The higher, the nearer: 6 the whole name, 5 its beginning, 4 the beginnings of its words, 3 pinyin, 2 inside words, 1 scattered letters. */
  readonly score: number;
  /** In UTF-16 units of the name, in order, none over another. */
  readonly spans: readonly NameSpan[];
}

let lastTyped = { typed: '', folded: '' };

/** The same text is asked of every name. */
function foldedTyped(typed: string): string {
  if (lastTyped.typed !== typed) lastTyped = { typed, folded: foldText(typed).trim().replaceAll(/\s+/gu, ' ') };
  return lastTyped.folded;
}

const WORD = /[\p{L}\p{N}]/u;

/** Where a part stands in a folded name: at the beginning of a word where it does anywhere. -1 where it does not. */
function placeOf(name: string, part: string): { readonly at: number; readonly begins: boolean } {
  const first = name.indexOf(part);
  for (let at = first; at !== -1; at = name.indexOf(part, at + 1)) {
    if (at === 0 || !WORD.test(name.charAt(at - 1))) return { at, begins: true };
  }
  return { at: first, begins: false };
}

/** The letters of `part` in their order, as far to the left as they go; null where some is missing. */
function scattered(name: string, part: string): readonly NameSpan[] | null {
  const spans: NameSpan[] = [];
  let at = -1;
  for (const letter of part) {
    at = name.indexOf(letter, at + 1);
    if (at === -1) return null;
    const last = spans.at(-1);
    if (last?.[1] === at) spans[spans.length - 1] = [last[0], at + letter.length];
    else spans.push([at, at + letter.length]);
  }
  return spans;
}

/** Spans in order, those joined that lie over each other: two parts may stand at the same place, as of "re refresh". */
function apart(spans: readonly NameSpan[]): readonly NameSpan[] {
  const joined: NameSpan[] = [];
  for (const [from, to] of spans.toSorted((one, other) => one[0] - other[0])) {
    const last = joined.at(-1);
    if (last && from < last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}

function inFolded(name: string, typed: string): NameMatch | null {
  if (name === typed) return { score: 6, spans: [[0, name.length]] };
  if (name.startsWith(typed)) return { score: 5, spans: [[0, typed.length]] };
  const places = typed.split(' ').map((part) => ({ ...placeOf(name, part), length: part.length }));
  if (places.every(({ at }) => at !== -1)) {
    const spans = apart(places.map(({ at, length }): NameSpan => [at, at + length]));
    return { score: places.every(({ begins }) => begins) ? 4 : 2, spans };
  }
  // One or two letters stand scattered in almost anything.
  const spans = typed.length > 2 && !typed.includes(' ') && /^[\x20-\x7e]+$/u.test(typed) ? scattered(name, typed) : null;
  return spans && spans.length <= 3 ? { score: 1, spans } : null;
}

/**
 * How a name answers to what was typed; null where it does not. Case, width, accents and the Chinese script do not count.
 * `syllables` are those of the name's characters, null while they are not known.
 */
export function matchName(name: string, typed: string, syllables: Syllables | null): NameMatch | null {
  const wanted = foldedTyped(typed);
  if (wanted === '') return null;
  const folded = foldedName(name);
  const match = inFolded(folded.text, wanted);
  const source = (spans: readonly NameSpan[]): readonly NameSpan[] => spans.map(([from, to]) => [folded.starts[from] ?? 0, folded.ends[to - 1] ?? name.length]);
  if (match && match.score > 3) return { score: match.score, spans: source(match.spans) };
  const pinyin = syllables ? matchPinyin(syllables, wanted.replaceAll(' ', '')) : null;
  if (pinyin) return { score: 3, spans: [pinyin] };
  return match ? { score: match.score, spans: source(match.spans) } : null;
}
