import { expect, test } from 'vitest';
import { withSpacedCells } from '../../../electron/core/lens/table/spaced-cells.ts';

test('columns that were set with spaces are cells', () => {
  expect(withSpacedCells('Output      Q1    Q2\nNdPr (t)    684   616')).toBe('Output\t\t\t\t\t\tQ1\t\t\t\tQ2\nNdPr (t)\t\t\t\t684\t\t\t616');
});

test.each([
  ['two spaces behind full stops', 'It sold 5 t.  It paid $3.  It left.\nIt sold 6 t.  It paid $4.  It left.'],
  ['a line by itself', 'ASX: KRR   ABN 61 555   28 April 2026\n\nNext'],
  ['single spaces', 'Output Q1 Q2\nNdPr 684 616'],
])('%s part none', (_, text) => expect(withSpacedCells(text)).toBe(text));

test('a text of mostly spaces is read in no time', () => {
  const began = performance.now();
  withSpacedCells(`a  b${' '.repeat(100_000)}\n`.repeat(3));
  expect(performance.now() - began).toBeLessThan(200);
});
