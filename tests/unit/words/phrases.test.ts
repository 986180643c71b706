import { expect, test } from 'vitest';
import { phrases } from '../../../renderer/words/phrases.ts';

test('a text without Chinese is one part', () => {
  for (const text of ['Dysprosium oxide gains again', 'ジスプロシウム', '']) expect(phrases(text)).toEqual([text]);
});

test('Chinese may break between its words, not inside of one', () => {
  expect(phrases('商务部公布稀土出口管制清单')).toEqual(['商务部', '公布', '稀土', '出口', '管制', '清单']);
  expect(phrases('责任工程师')).toEqual(['责任', '工程师']);
});

test('a number keeps what it counts, and a sign the word that it belongs to', () => {
  expect(phrases('氨氮限值由15毫克降到10毫克')).toEqual(['氨氮限值由', '15毫克', '降到', '10毫克']);
  expect(phrases('征求意见：氨氮，“稀土”价格')).toEqual(['征求', '意见：氨氮，“稀土”价格']);
});

test('the parts together are the text', () => {
  for (const text of ['NdPr氧化物报价：每吨 545,000 元（含税）', '离子矿\n新标准', '𠮷林稀土']) expect(phrases(text).join('')).toBe(text);
});
