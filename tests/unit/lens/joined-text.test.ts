import { expect, test } from 'vitest';
import { readLens } from '../../../electron/core/lens/read-lens.ts';
import { joinHan } from '../../../electron/core/lens/joined-text.ts';
import { lensCases } from '../../bench/lens/cases.ts';
import type { LensCase } from '../../bench/lens/cases.ts';

test.each([
  ['自 2026 年起，N52 牌号约占 95% 以上。', '自2026年起，N52牌号约占95%以上。'],
  ['　　全国约有 250 种，涨 5.8% 至 62.49 万元。', '　　全国约有250种，涨5.8%至62.49万元。'],
  ['日期\t2026 年 7 月 10 日', '日期\t2026年7月10日'],
])('spaces around numbers and Latin words are no part of Chinese: %s', (written, text) => expect(joinHan(written)?.text).toBe(text));

test.each([['NdPr oxide was 62.49 yuan per kg, up 5 %.'], ['氧化镨钕 624000 625000 元/吨 +1000'], ['氧化镨钕价格上涨。']])('other spaces stay: %s', (written) => expect(joinHan(written)).toBe(null));

test('each place of the joined text is known in the text before, and the other way', () => {
  const written = '今年 10 月出口 1280 吨，\n增 8% 。';
  const joined = joinHan(written);
  expect(joined?.text).toBe('今年10月出口1280吨，\n增8%。');
  for (const [at, character] of [...(joined?.text ?? '')].entries()) {
    expect(written[joined?.before(at) ?? -1]).toBe(character);
    expect(joined?.behind(joined.before(at))).toBe(at);
  }
});

const SPACED = [/(\p{Script=Han})(?=[A-Za-z0-9+\-≥≤<>])/gu, /([A-Za-z0-9%％])(?=\p{Script=Han})/gu] as const;
const spaced = (text: string): string => SPACED.reduce((words, one) => words.replace(one, '$1 '), text);
const TYPESET = /[’‘]/g;

function figuresOf({ publishedAt }: LensCase, title: string, text: string): string[] {
  const bare = (words: string): string => words.replace(/\s+/g, '').replace(TYPESET, "'");
  return readLens({ title, text, publishedAt }).figures.map(({ printed, low, high, unit, kind, qualifiers, subject, sentence, place }) => `${bare(printed)} = ${low}..${high} ${unit?.normal ?? ''} ${kind} ${qualifiers.toSorted().join(' ')} {${bare(subject.words)}} of ${bare((place.field === 'title' ? title : text).slice(sentence.start, sentence.end))} ${place.end > place.start}`);
}

const cases = lensCases('tests/fixtures/lens');
const chinese = cases.filter(({ text }) => spaced(text) !== text);
const typeset = cases.filter(({ text }) => text.includes("'"));

test(`${chinese.length} texts tell the same figures with a space around each number`, () => {
  expect(chinese.length).toBeGreaterThan(150);
  for (const one of chinese) expect(figuresOf(one, spaced(one.title), spaced(one.text)), one.name).toEqual(figuresOf(one, one.title, one.text));
});

test(`${typeset.length} texts tell the same figures with a typesetter’s apostrophes`, () => {
  expect(typeset.length).toBeGreaterThan(50);
  for (const one of typeset) expect(figuresOf(one, one.title.replaceAll("'", '’'), one.text.replaceAll("'", '’')), one.name).toEqual(figuresOf(one, one.title, one.text));
});

test('a figure of a spaced text is printed as it stands there, and found there', () => {
  const text = '氧化镨钕均价每吨 62.49 万元，较前一日上涨 2.4% 。';
  for (const { printed, place, sentence } of readLens({ title: '', text }).figures) {
    expect(text.slice(place.start, place.end)).toBe(printed);
    expect(text.slice(sentence.start, sentence.end)).toBe(text);
  }
  expect(readLens({ title: '', text }).figures.map(({ printed, unit }) => [printed, unit?.normal])).toEqual([['每吨 62.49 万元', 'CNY/t'], ['2.4%', '%']]);
});

test('traditional characters are read as simplified ones and told as they were written', () => {
  const text = '氧化鐠釹均價每噸 62.49 萬元，氧化鋱擬調高。';
  expect(readLens({ title: '', text }).figures.map(({ low, unit, subject }) => [low, unit?.normal, subject.words])).toEqual([['624900', 'CNY/t', '氧化鐠釹均價']]);
});
