import { describe, expect, test } from 'vitest';
import { foldMapped, foldText } from '../../../electron/contract/search/fold.ts';
import { matchText } from '../../../electron/contract/search/match-text.ts';
import { Random } from '../../fuzz/random.ts';
import { textOfSanitized } from '../../../electron/core/normalize/sanitized-text.ts';
import { fixtureTexts, newsroomTexts, oddTexts, type CorpusText } from './corpus.ts';
import { find, libraryOf } from './library.ts';
import { naiveFold, naiveHolds } from './naive-search.ts';

const SEED = 20261123;
/** Milliseconds: every text is read for every query, on whatever machine. */
const SLOW = 180_000;

interface Asked {
  /** As it is typed. */
  readonly query: string;
  /** Its words in a row. */
  readonly words: string;
  readonly isPrefix: boolean;
}

/** Hyphened words are also found joined, which the naive scan does not know. */
function isOdd(words: string): boolean {
  return /[a-z]-|-[a-z]|\b[a-z]\./i.test(naiveFold(words)) || naiveFold(words).trim() === '';
}

/** A piece of one of the texts, asked for in one of the ways of the language: a phrase, one word, its beginning, some characters. */
function drawQuery(random: Random, texts: readonly CorpusText[]): Asked | null {
  const { title, text } = random.pick(texts);
  const source = random.chance(0.2) ? title : text;
  const parts = source.match(/[\p{L}\p{M}\p{N}]+(?:[-'’‑,.][\p{L}\p{N}]+)*/gu) ?? [];
  if (parts.length === 0) return null;
  const at = random.int(parts.length);
  const part = (parts[at] ?? '').replace(/["“”*]/g, '');
  const isDense = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u.test(part);
  if (isDense) {
    const chars = Array.from(part);
    const from = random.int(chars.length);
    const words = chars.slice(from, from + 1 + random.int(4)).join('');
    return random.chance(0.5) ? { query: `"${words}"`, words, isPrefix: false } : { query: words, words, isPrefix: false };
  }
  const kind = random.int(3);
  if (kind === 0) {
    const words = parts.slice(at, at + 2 + random.int(2)).join(' ');
    return isOdd(words) ? null : { query: `"${words}"`, words, isPrefix: false };
  }
  if (kind === 1) return isOdd(part) ? null : { query: `${part} `, words: part, isPrefix: false };
  const begin = part.slice(0, 2 + random.int(5));
  return isOdd(part) || !/^\p{Script=Latin}{2,}$/u.test(begin) ? null : { query: `${begin}* `, words: begin, isPrefix: true };
}

/** What search and the scan differ in, and how many queries found anything. */
function compare(texts: readonly CorpusText[], queries: number): { wrong: unknown[]; hits: number } {
  const random = new Random(SEED);
  const { store, ids } = libraryOf(texts.map(({ title, text }) => ({ title: title || 'untitled', text })));
  const stored = ids.map((id, at) => ({ id, folded: [texts[at]?.title || 'untitled', textOfSanitized(`<p>${texts[at]?.text ?? ''}</p>`)].map(naiveFold) }));
  let asked = 0;
  let hits = 0;
  const wrong: unknown[] = [];
  while (asked < queries) {
    const drawn = drawQuery(random, texts);
    if (!drawn) continue;
    asked++;
    const expected = stored.filter(({ folded }) => folded.some((text) => naiveHolds(text, drawn.words, drawn.isPrefix))).map(({ id }) => id);
    if (expected.length > 0) hits++;
    const page = find(store, drawn.query);
    const found = page.articles.map(({ id }) => id);
    if (expected.join() !== found.join()) {
      const differing = [...expected.filter((id) => !found.includes(id)), ...found.filter((id) => !expected.includes(id))];
      wrong.push({ ...drawn, expected: expected.length, found: found.length, where: differing.slice(0, 2).map((id) => texts[ids.indexOf(id)]?.text.slice(0, 300)) });
    }
    // What is found is lit, in what the article view shows.
    for (const { id, title, snippet } of page.articles) {
      const text = texts[ids.indexOf(id)]?.text ?? '';
      if (matchText(title, page.lights).length + matchText(text, page.lights).length === 0) wrong.push({ unlit: drawn.query, title, text: text.slice(0, 200) });
      else if (matchText(title, page.lights).length === 0 && snippet === null) wrong.push({ withoutPassage: drawn.query, title });
    }
  }
  return { wrong: wrong.slice(0, 3), hits };
}

describe('what search finds is what a naive scan of the folded texts finds, newest first', () => {
  test.each([
    { name: 'in odd mixtures', texts: () => oddTexts(SEED, 120), queries: 300 },
    { name: 'in the pages of the fixtures', texts: fixtureTexts, queries: 150 },
    { name: 'in the stories of the newsroom', texts: newsroomTexts, queries: 150 },
  ])('$name', ({ texts, queries }) => {
    const { wrong, hits } = compare(texts(), queries);
    expect(wrong).toEqual([]);
    // Some pieces hang together by what is of no weight, and are then found by nothing.
    expect(hits).toBeGreaterThan(queries * 0.9);
  }, SLOW);
});

test('a folded text knows the way back, whatever is folded', () => {
  for (const { title, text } of [...oddTexts(SEED + 1, 300), ...fixtureTexts(), ...newsroomTexts()]) {
    for (const source of [title, text]) {
      const { text: folded, starts, ends } = foldMapped(source);
      expect(folded).toBe(foldText(source));
      expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
      for (let at = 0; at < folded.length; at++) {
        if ((starts[at] ?? 0) >= (ends[at] ?? 0) || (at > 0 && (starts[at - 1] ?? 0) > (starts[at] ?? 0))) throw new Error(`${source}: unit ${at} leads nowhere`);
      }
    }
  }
});
