import { expect, test } from 'vitest';
import { readLens } from '../../../electron/core/lens/read-lens.ts';
import { joinText } from '../../../electron/core/lens/joined-text.ts';
import { lensCases } from '../../bench/lens/cases.ts';
import type { LensCase } from '../../bench/lens/cases.ts';

test.each([
  ['自 2026 年起，N52 牌号约占 95% 以上。', '自2026年起，N52牌号约占95%以上。'],
  ['　　全国约有 250 种，涨 5.8% 至 62.49 万元。', '　　全国约有250种，涨5.8%至62.49万元。'],
  ['日期\t2026 年 7 月 10 日', '日期\t2026年7月10日'],
])('spaces around numbers and Latin words are no part of Chinese: %s', (written, text) => expect(joinText(written)?.text).toBe(text));

test.each([['NdPr oxide was 62.49 yuan per kg, up 5 %.'], ['氧化镨钕 624000 625000 元/吨 +1000'], ['氧化镨钕价格上涨。']])('other spaces stay: %s', (written) => expect(joinText(written)).toBe(null));

test('each place of the joined text is known in the text before, and the other way', () => {
  const written = '今年 10 月出口 1280 吨，\n增 8% 。';
  const joined = joinText(written);
  expect(joined?.text).toBe('今年10月出口1280吨，\n增8%。');
  for (const [at, character] of (joined?.text ?? '').split('').entries()) {
    expect(written[joined?.before(at) ?? -1]).toBe(character);
    expect(joined?.behind(joined.before(at))).toBe(at);
  }
});

const SPACED = [/(\p{Script=Han})(?=[A-Za-z0-9+\-≥≤<>])/gu, /([A-Za-z0-9%％])(?=\p{Script=Han})/gu] as const;
const spaced = (text: string): string => SPACED.reduce((words, one) => words.replace(one, '$1 '), text);
const TYPESET = /[’‘]/g;

const bare = (words: string): string => words.replace(/\s+/g, '').replace(TYPESET, "'");

function figuresOf({ publishedAt }: LensCase, title: string, text: string): string[] {
  return readLens({ title, text, publishedAt }).figures.map(({ printed, low, high, unit, kind, qualifiers, subject, sentence, place }) => `${bare(printed)} = ${low}..${high} ${unit?.normal ?? ''} ${kind} ${qualifiers.toSorted().join(' ')} {${bare(subject.words)}} of ${bare((place.field === 'title' ? title : text).slice(sentence.start, sentence.end))} ${place.end > place.start}`);
}

const cases = lensCases('tests/fixtures/lens');
const chinese = cases.filter(({ text }) => spaced(text) !== text);
const typeset = cases.filter(({ text }) => text.includes("'"));

test(`${chinese.length} texts tell the same figures with a space around each number`, () => {
  expect(chinese.length).toBeGreaterThan(150);
  for (const one of chinese) expect([one.name, figuresOf(one, spaced(one.title), spaced(one.text))]).toEqual([one.name, figuresOf(one, one.title, one.text)]);
});

test(`${typeset.length} texts tell the same figures with a typesetter’s apostrophes`, () => {
  expect(typeset.length).toBeGreaterThan(50);
  for (const one of typeset) expect([one.name, figuresOf(one, one.title.replaceAll("'", '’'), one.text.replaceAll("'", '’'))]).toEqual([one.name, figuresOf(one, one.title, one.text)]);
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

test.each([
  ['The refinery at Tallbrook sold 1,240 tonnes of oxide in the June\nquarter, down from 1,310 tonnes in March.', 'The refinery at Tallbrook sold 1,240 tonnes of oxide in the June quarter, down from 1,310 tonnes in March.'],
  ['公司本次与关联方签订精矿供应合同，精矿价格自下月一日起调\n整为不含税26,400元/吨，并按照每个季度的价格公式再作调整，\n有效期三年。', '公司本次与关联方签订精矿供应合同，精矿价格自下月一日起调整为不含税26,400元/吨，并按照每个季度的价格公式再作调整，有效期三年。'],
  ['Quarterly sales revenue:\nA$94.5m\n(Q3\nFY26:\nA$88.1m)', 'Quarterly sales revenue: A$94.5m (Q3 FY26: A$88.1m)'],
])('a line that only its width broke goes on: %s', (written, text) => expect(joinText(written)?.text).toBe(text));

test.each([
  ['Fen project\nDrilling went on.'],
  ['Sales rose.\nprices fell.'],
  ['• five kilns were lifted into their places in the new works\n• costs fell'],
  ['产品        均价        涨跌\n氧化铽      640         2'],
  ['赣源稀土产业园二期项目今日开工建设\n项目总投资三亿元，占地二百亩，计划明年投产。'],
])('other lines end where they do: %s', (written) => expect(joinText(written)).toBe(null));
