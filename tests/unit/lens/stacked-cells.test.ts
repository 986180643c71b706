import { expect, test } from 'vitest';
import { readLens } from '../../../electron/core/lens/read-lens.ts';
import { withStackedCells } from '../../../electron/core/lens/table/stacked-cells.ts';

const ACCOUNTS = ['(in thousands, except per share data)', '2026', '2025', '% Change', 'Total revenue', '$', '41,205', '$', '30,118', '37', '%', 'Net loss', '$', '(12,410)', '$', '(15,020)', '17', '%', 'Diluted EPS', '$', '(0.14)', '$', '(0.18)', '22', '%', 'The notes are a part of these accounts.'].join('\n');

test('cells that stand one below the other are rows', () => {
  const text = withStackedCells(ACCOUNTS);
  expect(text.split('\n')).toEqual(['(in thousands, except per share data)\t2026\t2025\t% Change', 'Total revenue\t$ 41,205\t$ 30,118\t37 %', 'Net loss\t$ (12,410)\t$ (15,020)\t17 %', 'Diluted EPS\t$ (0.14)\t$ (0.18)\t22 %', 'The notes are a part of these accounts.']);
  expect(text.length).toBe(ACCOUNTS.length);
});

test('their sums are in what heads them, and in brackets a loss', () => {
  const told = readLens({ title: '', text: ACCOUNTS }).figures.filter(({ unit }) => unit?.normal === 'USD').map(({ low, subject }) => [low, subject.words]);
  expect(told).toEqual([['41205000', 'Total revenue'], ['30118000', 'Total revenue'], ['-12410000', 'Net loss'], ['-15020000', 'Net loss']]);
});

test('borders in lines of their own part cells, two of them rows', () => {
  const text = '|\n产品\n|\n均价(元/吨)\n|\n涨跌(元/吨)\n|\n|\n氧化铽\n|\n6400000\n|\n-25000\n|\n|\n氧化镝\n|\n1410000\n|\n-10000\n|\n行情平稳。';
  expect(withStackedCells(text).length).toBe(text.length);
  expect(readLens({ title: '', text }).figures.map(({ low, unit, kind, subject }) => [low, unit?.normal, kind, subject.words])).toEqual([
    ['6400000', 'CNY/t', 'price', '氧化铽'], ['-25000', 'CNY/t', 'change', '氧化铽涨跌'], ['1410000', 'CNY/t', 'price', '氧化镝'], ['-10000', 'CNY/t', 'change', '氧化镝涨跌'],
  ]);
});

test.each([
  ['a list of words', 'Highlights\nSales\n12\nCosts\nNotes'],
  ['two rows alone', 'Sales\n12\n14\nCosts\n9\n8'],
  ['sentences', 'Sales were 12 t.\n14\n15\nCosts fell.\n9\n8\nIt ended.\n1\n2'],
])('%s is no table', (_, text) => expect(withStackedCells(text)).toBe(text));

test('rows that are told apart by when are of what their column tells', () => {
  const text = '以下为全国钨矿开采指标情况表:\n年份 | 主采(万吨) | 综合利用(万吨)\n2016年 | 7.2 | 1.8\n2015年 | 7.1 | 1.7';
  expect(readLens({ title: '', text }).figures.map(({ low, period, subject }) => [low, period, subject.words])).toEqual([
    ['72000', '2016年', '全国钨矿开采指标主采'], ['18000', '2016年', '全国钨矿开采指标综合利用'], ['71000', '2015年', '全国钨矿开采指标主采'], ['17000', '2015年', '全国钨矿开采指标综合利用'],
  ]);
});
