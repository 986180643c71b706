import { expect, it } from 'vitest';
import { copiedFigures, FIGURE_COLUMNS, type CopySource } from '../../../../renderer/lens/figure-copy.ts';
import { createFormats } from '../../../../renderer/words/formats.ts';
import { wordsIn } from '../../../../renderer/words/words.ts';

const words = { t: wordsIn('en'), format: createFormats('en') };
const source: CopySource = { title: 'Prices "firm", says desk', feedTitle: 'Oxide & Alloy', url: 'https://example.com/a', day: '2026-11-18' };
const price = {
  printed: '1.68 million yuan a tonne', low: '1680000', high: '1680000', unit: { normal: 'CNY/t', printed: 'yuan a tonne' }, currency: 'CNY', kind: 'price' as const, qualifiers: [], subject: { words: 'dysprosium oxide', entityIds: [] },
  period: null, role: null, basis: null, sentenceText: 'Dysprosium oxide was quoted\nat 1.68 million yuan a tonne.',
};
const formula = { ...price, printed: '=1+1', low: '-2', high: '-1', subject: { words: '=HYPERLINK("x")', entityIds: [] } };

it('copies text with what was printed, source, date and address', () => {
  expect(copiedFigures([price], source, 'text', words)).toBe('Dysprosium oxide: 1,680,000 CNY/t (“1.68 million yuan a tonne”)\nPrices "firm", says desk, Oxide & Alloy, 2026-11-18, https://example.com/a');
});

it('copies a table of one line a figure, tabs and line ends in none of its cells', () => {
  const [head, row, ...rest] = copiedFigures([price], source, 'table', words).split('\n');
  expect(head?.split('\t')).toEqual([...FIGURE_COLUMNS]);
  expect(row?.split('\t')).toEqual(['1680000', '', 'CNY/t', 'price', 'dysprosium oxide', '', '', '1.68 million yuan a tonne', 'Dysprosium oxide was quoted at 1.68 million yuan a tonne.', source.title, source.feedTitle, '2026-11-18', source.url]);
  expect(rest).toEqual([]);
});

it('copies CSV that no spreadsheet runs, and leaves numbers numbers', () => {
  const csv = copiedFigures([formula], source, 'csv', words);
  expect(csv).toContain('\r\n-2,-1,CNY/t,price,"\'=HYPERLINK(""x"")",');
  expect(csv).toContain(",'=1+1,");
  expect(csv).toContain('"Prices ""firm"", says desk"');
});

it('copies JSON with values as strings, so that no digit is lost', () => {
  expect(JSON.parse(copiedFigures([{ ...price, low: '12345678901234567890.5' }], { ...source, url: null }, 'json', words))).toMatchObject([{ value: '12345678901234567890.5', unit: 'CNY/t', subject: 'dysprosium oxide', url: null, day: '2026-11-18' }]);
});
