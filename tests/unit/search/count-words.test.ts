import { describe, expect, test } from 'vitest';
import type { Light } from '../../../electron/contract/search/match-text.ts';
import { createWordCounter } from '../../../electron/core/search/count-words.ts';

const words = (text: string, prefix = false): Light => ({ kind: 'words', text, prefix });
const symbol = (text: string): Light => ({ kind: 'symbol', symbol: text });
const counted = (text: string, ...lights: Light[]): number[] => createWordCounter(lights)(text);

describe('how often words stand in a text', () => {
  test.each<[string, Light, number]>([
    ['稀土和稀土价格', words('稀土'), 2],
    ['關於產業的报告，产业', words('产业'), 2],
    ['Price, PRICE and prices', words('price'), 2],
    ['Price, PRICE and prices', words('price', true), 3],
    ['稀土price涨', words('price'), 1],
    ['rare earth, rare-earth, rare and earth', words('rare earth'), 2],
    ['the rate of 1.68 and 11.68, 1,68', words('1·68'), 1],
    ['Dy2O3, Dy oxide and Dye', symbol('Dy'), 2],
    ['In the end', symbol('In'), 0],
    ['цена, Цена, оценка', words('цена'), 2],
    ['', words('稀土'), 0],
  ])('%s', (text, light, times) => {
    expect(counted(text, light)).toEqual([times]);
  });
});

test('of each light by itself, and no further than says something', () => {
  expect(counted('稀土 价格 稀土', words('价格'), words('稀土'), words('镝'))).toEqual([1, 2, 0]);
  expect(counted('稀土。'.repeat(500), words('稀土'))).toEqual([30]);
});
