import { expect, test } from 'vitest';
import { dayNumber, dayOfNumber } from '../../../electron/core/figures/day-number.ts';
import { decimalOf } from '../../../electron/core/lens/number/decimal.ts';
import { linesOfHtml } from '../../../electron/core/lens/table/lines-of-html.ts';
import { compareWritten, timesFraction } from '../../../electron/core/lens/number/multiply-decimals.ts';
import { noticesIn } from '../../../electron/core/lens/day/notices.ts';
import { periodSpan } from '../../../electron/core/lens/day/period-span.ts';
import { readLens } from '../../../electron/core/lens/read-lens.ts';

const AT = Date.UTC(2026, 10, 18, 4);

test.each([
  ['the third quarter', '2026-Q3', '2026-07-01', '2026-09-30'],
  ['first nine months of 2025', '2025-01/2025-09', '2025-01-01', '2025-09-30'],
  ['前三季度', '2026-01/2026-09', '2026-01-01', '2026-09-30'],
  ['1-9月', '2026-01/2026-09', '2026-01-01', '2026-09-30'],
  // December has not come yet.
  ['12月', '2025-12', '2025-12-01', '2025-12-31'],
  ['last year', '2025', '2025-01-01', '2025-12-31'],
  ['2025年上半年', '2025-H1', '2025-01-01', '2025-06-30'],
  ["Q3 '25", '2025-Q3', '2025-07-01', '2025-09-30'],
  ['September quarter 2025', '2025-Q3', '2025-07-01', '2025-09-30'],
  ['上周', '2026-11-09/2026-11-15', '2026-11-09', '2026-11-15'],
  ['first half of last year', '2025-H1', '2025-01-01', '2025-06-30'],
  ['February 2024', '2024-02', '2024-02-01', '2024-02-29'],
  ['last month', '2026-10', '2026-10-01', '2026-10-31'],
])('%s is %s', (printed, name, from, to) => {
  expect(periodSpan(printed, AT)).toEqual({ name, from, to });
});

test.each(['FY2025', 'the June half', 'soon'])('of %s no days are told', (printed) => {
  expect(periodSpan(printed, AT)).toBeNull();
});

test('a period without its year is of no days where nobody knows when it was said', () => {
  expect(periodSpan('the third quarter', null)).toBeNull();
  expect(periodSpan('Q3 2025', null)?.name).toBe('2025-Q3');
});

test('each of several notices is one', () => {
  expect(noticesIn('Announcements No. 55, 56, 57 and 58 of 2025 and Announcements No. 61 and 62 of 2025').map(({ value }) => value)).toEqual(['2025-55', '2025-56', '2025-57', '2025-58', '2025-61', '2025-62']);
  expect(noticesIn('公告2025年第55、56号以及第61号、第62号').map(({ value }) => value)).toEqual(['2025-55', '2025-56', '2025-61', '2025-62']);
});

test('a table gives its numbers the unit of their row, their column or the line above, and its changes are changes', () => {
  const html = '<p>All amounts in millions of US dollars.</p><table><tr><th></th><th>Q3 2026</th><th>Change</th></tr><tr><td>Net loss</td><td>(18.4)</td><td>-56%</td></tr><tr><td>Output (t)</td><td>13,254</td><td>9%</td></tr><tr><td>Employees</td><td>820</td><td>3%</td></tr></table>';
  expect(readLens({ title: '', text: linesOfHtml(html) }).figures.filter(({ printed }) => printed !== '3').map(({ low, unit, kind }) => [low, unit?.normal ?? null, kind])).toEqual([
    ['-18400000', 'USD', 'money'], ['-56', '%', 'change'], ['13254', 't', 'mass'], ['9', '%', 'change'], ['820', null, 'count'], ['3', '%', 'change'],
  ]);
});

test('decimals are multiplied and compared as they are written', () => {
  expect(timesFraction('1680000', decimalOf('1'), decimalOf('7100'))).toBe('236.6');
  expect(timesFraction('0.00012345678', decimalOf('1'), decimalOf('1'))).toBe('0.0001235');
  expect(timesFraction('-230', decimalOf('7100'), decimalOf('1'))).toBe('-1633000');
  expect(timesFraction('0', decimalOf('7'), decimalOf('3'))).toBe('0');
  expect([compareWritten('0.10', '0.1'), compareWritten('-2', '1'), compareWritten('-2', '-3'), compareWritten('-0', '0')]).toEqual([0, -1, 1, 0]);
});

test('days are numbers that sort as they do, a month before its days', () => {
  expect([dayNumber('2026-11-10'), dayNumber('2026-11'), dayNumber('--11-10'), dayNumber(null)]).toEqual([20_261_110, 20_261_100, null, null]);
  expect([dayOfNumber(20_261_110), dayOfNumber(20_261_100)]).toEqual(['2026-11-10', '2026-11']);
});
