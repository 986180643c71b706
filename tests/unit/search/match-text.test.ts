import { expect, test } from 'vitest';
import { foldMapped, foldText } from '../../../electron/contract/search/fold.ts';
import { matchText, type Light } from '../../../electron/contract/search/match-text.ts';
import { runsOf } from '../../../electron/contract/search/tokens.ts';
import { fixtureTexts, newsroomTexts, oddTexts } from './corpus.ts';

const word = (text: string, prefix = false): Light => ({ kind: 'words', text, prefix });
const lit = (text: string, ...lights: Light[]): string[] => matchText(text, lights).map(([from, to]) => text.slice(from, to));

test.each([
  { text: 'A person per paper, as per usual: super per-cent', lights: [word('per')], is: ['per', 'per', 'per'] },
  { text: 'A person per paper, super', lights: [word('per', true)], is: ['person', 'per'] },
  { text: '稀土oxide氧化物 oxide-ore peroxide', lights: [word('oxide')], is: ['oxide', 'oxide'] },
  // Letters and characters beyond sixteen bits, and halves of them.
  { text: '𐐨ore ore𐐨 𠮷ore ore𠮷 😀ore \ud800ore', lights: [word('ore')], is: ['ore', 'ore', 'ore', 'ore'] },
  { text: '12,500 tonnes, 2,500 and 2500', lights: [word('2500')], is: ['2,500', '2500'] },
  { text: 'Rare-Earth, rare earths, U.S. and us', lights: [word('rareearth'), word('us')], is: ['Rare-Earth', 'U.S.', 'us'] },
  { text: '中重稀土与稀、土', lights: [word('稀土')], is: ['稀土'] },
  { text: 'Der Preis in Straßen: Strasse', lights: [word('stras', true)], is: ['Straßen', 'Strasse'] },
  { text: 'rare earth oxides, rare earths oxide', lights: [word('rare earth ox', true)], is: ['rare earth oxides'] },
])('lights $is in "$text"', ({ text, lights, is }) => {
  expect(lit(text, ...lights)).toEqual(is);
});

test('each word of a text is lit wherever it is a word of the folded text, and nowhere else', () => {
  for (const { text } of [...oddTexts(11, 60), ...fixtureTexts().slice(0, 20), ...newsroomTexts().slice(0, 20)]) {
    const source = text.slice(0, 1500);
    const runs = runsOf(foldText(source));
    const { starts, ends } = foldMapped(source);
    for (const { text: wanted, dense } of runs.filter((_, at) => at % 7 === 0)) {
      if (dense) continue;
      const spans = matchText(source, [word(wanted)]).map(([from, to]) => `${from}-${to}`);
      const words = runs.filter((run) => run.text === wanted).map(({ from, to }) => `${starts[from]}-${ends[to - 1]}`);
      expect(spans).toEqual(expect.arrayContaining(words));
      // What hyphens and points join is lit as one word beside them.
      for (const span of spans.filter((one) => !words.includes(one))) expect(source.slice(...span.split('-').map(Number))).toMatch(/[-.‐-―−]/u);
    }
  }
});

test('a text that folds to a longer one knows the way back', () => {
  const source = 'ﷺ'.repeat(100);
  const { text, starts, ends } = foldMapped(source);
  expect(text).toBe(foldText(source));
  expect(text.length).toBeGreaterThan(source.length + 64);
  expect([starts.length, ends.length, starts.at(-1), ends.at(-1)]).toEqual([text.length, text.length, 99, 100]);
});
