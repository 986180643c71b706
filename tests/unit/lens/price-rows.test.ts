import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../electron/contract/lens.ts';
import { createNameFinder } from '../../../electron/core/entities/name-finder.ts';
import { readLens } from '../../../electron/core/lens/read-lens.ts';

const figuresOf = (text: string): readonly Figure[] => readLens({ title: '', text }).figures;

test.each([
  ['What the company pays for land is 180,000 yuan per mu.', []],
  ['Not below US$75 a kilogram.', []],
  ['Neodymium oxide will cost 600,000 yuan/t from 1 March 2027.', []],
  ['On 20 November 2026, neodymium oxide was 600,000 yuan/t.', ['neodymium oxide 2026-11-20']],
  ['Terbium metal prices climbed to CNY 4,900 per kilogram, up from CNY 4,700 a week ago.', ['Terbium metal prices 2026-11-26']],
  ['氧化镝价格为305万元/吨，较去年6月196.5万元/吨的均价上涨55%。', ['氧化镝价格 2026-11-26']],
])('quotes are of goods, and none is of a day to come: %s', (text, quotes) => {
  const { prices } = readLens({ title: '', text, publishedAt: Date.parse('2026-11-26') });
  expect(prices.map(({ product, asOf }) => `${product.words} ${asOf}`)).toEqual(quotes);
});

test('prices are rows with their day, basis and product', () => {
  const text = 'On 14 June 2026 dysprosium oxide was $245-260/kg FOB China, while terbium oxide rose to $1,010/kg CIF Rotterdam, up $20/kg.';
  const mentions = createNameFinder().mentions({ title: '', text });
  expect(readLens({ title: '', text, mentions }).prices).toMatchObject([
    { product: { words: 'dysprosium oxide', entityIds: ['product:dysprosium-oxide'] }, low: '245', high: '260', currency: 'USD', per: 'kg', basis: { terms: 'FOB', place: 'China', vat: null }, asOf: '2026-06-14' },
    { product: { words: 'terbium oxide', entityIds: ['product:terbium-oxide'] }, low: '1010', high: '1010', currency: 'USD', per: 'kg', basis: { terms: 'CIF', place: 'Rotterdam', vat: null }, asOf: '2026-06-14' },
  ]);
  expect(figuresOf('稀土精矿不含税26205元/吨')[0]?.basis).toEqual({ terms: null, place: null, vat: 'out' });
});

test('a table of prices gives its columns their units and its rows their products', () => {
  const { prices } = readLens({ title: '', text: '单位：元/公斤\n品名\t均价\t涨跌\n氧化镝\t1540\t-10\n氧化铽\t6200\t+50', publishedAt: Date.parse('2026-11-24T02:00:00Z') });
  expect(prices.map(({ product, low, currency, per, asOf }) => [product.words, low, currency, per, asOf])).toEqual([['氧化镝', '1540', 'CNY', 'kg', '2026-11-24'], ['氧化铽', '6200', 'CNY', 'kg', '2026-11-24']]);
});

const quotesOf = (text: string): unknown[] => readLens({ title: 'Prices', text, publishedAt: Date.UTC(2026, 10, 26), mentions: [] }).prices.map(({ product, low, high, currency, per }) => [product.words, low, high, `${currency}/${per}`]);

describe('a daily list in a table', () => {
  test('gives a quote a line, with its unit from the column behind, and no quote of what moved', () => {
    expect(quotesOf('Product\tLow\tHigh\tUnit\tDay\nDysprosium oxide\t1,710,000\t1,730,000\tCNY/t\t+1.8%\nGadolinium oxide\t168,000\t171,000\tCNY/t\t0')).toEqual([
      ['Dysprosium oxide', '1710000', '1730000', 'CNY/t'],
      ['Gadolinium oxide', '168000', '171000', 'CNY/t'],
    ]);
    expect(quotesOf('产品\t最低价\t最高价\t均价\t单位\t涨跌\n金属镝\t2150000\t2170000\t2160000\t元/吨\t+5000')).toEqual([['金属镝', '2150000', '2170000', 'CNY/t']]);
  });

  test('leaves quotes of other columns apart, by what heads them', () => {
    expect(quotesOf('Product\tUnit\tRotterdam\tChina\nTerbium oxide\tUSD/kg\t900\t850')).toEqual([
      ['Terbium oxide Rotterdam', '900', '900', 'USD/kg'],
      ['Terbium oxide China', '850', '850', 'USD/kg'],
    ]);
  });
});
