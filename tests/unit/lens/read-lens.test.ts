import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../electron/contract/lens.ts';
import { createNameFinder } from '../../../electron/core/entities/name-finder.ts';
import { readLens } from '../../../electron/core/lens/read-lens.ts';

const figuresOf = (text: string, publishedAt: number | null = null): readonly Figure[] => readLens({ title: '', text, publishedAt }).figures;
test('dates say what they are the date of', () => {
  const text = 'Published on 16 November 2026, the rule takes effect on 1 January 2027. Comments must be submitted by 14 December 2026. It is suspended until 10 Nov 2026, prices are as of June 14.';
  expect(figuresOf(text, Date.parse('2026-06-20')).filter(({ kind }) => kind === 'date').map(({ low, role }) => `${low} ${role}`)).toEqual(['2026-11-16 published', '2027-01-01 effective', '2026-12-14 deadline', '2026-11-10 expiry', '2026-06-14 as-of']);
  expect(figuresOf('自2025年4月4日起实施，有效期至2031年9月30日').map(({ low, role }) => `${low} ${role}`)).toEqual(['2025-04-04 effective', '2031-09-30 expiry']);
  expect(figuresOf('31 June 2026')[0]?.doubts).toEqual(['no-such-day']);
});

const noticeOf = (text: string): string[] => figuresOf(text).filter(({ kind }) => kind === 'notice').map(({ low }) => low);

test('a notice is the same in both languages', () => {
  expect(noticeOf('Announcement No. 18 of 2025')).toEqual(['2025-18']);
  expect(noticeOf('公告2025年第18号')).toEqual(['2025-18']);
  expect(noticeOf('Announcement No. 18 of 2025 stays. Notice No. 18 names seven.')).toEqual(['2025-18', '2025-18']);
});

describe('what cannot be right is doubted, with the reason', () => {
  test.each([
    ['Terbium oxide was sold at 9,000 yuan/kg, but mainstream offers stayed at 940-950 yuan/kg.', 'contradicts', 2],
    ['Magnets accounted for 140% of exports.', 'over-whole', 1],
    ['Offers were $ 50.877 a tonne.', 'point-or-comma', 1],
    ['A range of 90-20 tonnes.', 'inverted', 1],
  ])('%s', (text, doubt, count) => expect(figuresOf(text).filter(({ doubts }) => (doubts as readonly string[]).includes(doubt))).toHaveLength(count));

  test('prices of other products, units and terms contradict nothing', () => {
    const text = 'Lanthanum oxide FOB was $870-930/mt, neodymium oxide FOB $128-148/kg and dysprosium oxide CIF Rotterdam $880-920/kg.';
    expect(readLens({ title: '', text, mentions: createNameFinder().mentions({ title: '', text }) }).figures.flatMap(({ doubts }) => doubts)).toEqual([]);
  });
});

test('currency by context', () => {
  expect(figuresOf('The ministry in Tokyo set aside ¥39 billion.')[0]?.currency).toBe('JPY');
  expect(figuresOf('In Baotou cerium oxide fetched ¥9,500/t.')[0]?.currency).toBe('CNY');
  expect(figuresOf('All amounts are in Australian dollars. Cash was $512 million.')[0]?.currency).toBe('AUD');
  expect(figuresOf('The company (ASX: LYC) sold at $US48/kg and has $1.03 billion.').map(({ currency, doubts }) => [currency, doubts])).toEqual([['USD', []], ['AUD', ['currency']]]);
});

test('places are those of the text as given, and ids stay', () => {
  const text = '价格：氧化镝报１６８－１７０万元／吨。\n氧化镝报１６８－１７０万元／吨。';
  const [first, second] = figuresOf(text);
  expect(text.slice(first?.place.start, first?.place.end)).toBe(first?.printed);
  expect(text.slice(second?.sentence.start, second?.sentence.end)).toBe('氧化镝报１６８－１７０万元／吨。');
  expect(new Set([first?.id, second?.id]).size).toBe(2);
  expect(figuresOf(`Before it another sentence. ${text}`).map(({ id }) => id)).toEqual([first?.id, second?.id]);
});

test('no text makes it throw', () => {
  for (const text of ['', '1'.repeat(5000), '-'.repeat(3000), '1-'.repeat(2000), '一'.repeat(3000), '$'.repeat(2000), '1,000,'.repeat(1000), '\ud800 5%', '百分之', '10% to', '((((1', '\t|\t|5\t|', 'No. '.repeat(500)]) expect(Array.isArray(figuresOf(text))).toBe(true);
});
