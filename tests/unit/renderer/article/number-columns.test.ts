import { expect, test } from 'vitest';
import { numberColumns } from '../../../../renderer/article/number-columns.ts';

test('prices and changes are numbers; what they are of, their unit and dates are not', () => {
  const lines = [
    ['Dysprosium oxide, 99.5%', '1,710,000', '1,730,000', 'CNY/t', '+1.8%', '22 Nov'],
    ['NdPr oxide, 75/25', '543,000', '547,000', 'CNY/t', '−0.2%', '23 Nov'],
  ];
  expect(numberColumns(lines)).toEqual([1, 2, 4]);
});

test('ranges and amounts of money are, and a line may lack its number or say that it did not change', () => {
  expect(numberColumns([['N35', '148 to 152', 'US$395', '平'], ['N52', '230–238', '€1.2', '+0.9%'], ['N50', '—', 'n/a', '-2%']])).toEqual([1, 2, 3]);
});

test('the first column names its line, and one line is no column', () => {
  expect(numberColumns([['2024', '12'], ['2025', '13']])).toEqual([1]);
  expect(numberColumns([['Dy', '12']])).toEqual([]);
  expect(numberColumns([['Dy', '—'], ['Tb', '']])).toEqual([]);
  expect(numberColumns([])).toEqual([]);
});
