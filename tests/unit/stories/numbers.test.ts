import { describe, expect, test } from 'vitest';
import { datesAndNoticesIn } from '../../../electron/core/stories/dates-and-notices.ts';
import { decimalOf, decimalText } from '../../../electron/core/lens/number/decimal.ts';
import { foldText } from '../../../electron/core/lens/fold-text.ts';
import { numbersIn } from '../../../electron/core/stories/numbers.ts';

function read(text: string): string[] {
  const folded = foldText(text);
  return numbersIn(folded, datesAndNoticesIn(folded).covers).map(({ value, unit, repaired }) => `${decimalText(value)}${unit === null ? '' : ` ${unit}`}${repaired ? ' repaired' : ''}`);
}

describe('numbers with what they count', () => {
  test.each([
    ['A$202.4m in sales', ['202400000 aud']],
    ['$400 million', ['400000000 usd']],
    ['€5.5 billion', ['5500000000 eur']],
    ['销售收入2.024亿澳元', ['202400000 aud']],
    ['3.88万元', ['38800 cny']],
    ['27万吨', ['270000 t']],
    ['增长１２．５％', ['12.5 %']],
    ['提高1.7个百分点', ['1.7 pp']],
    ['up 1.7 percentage points', ['1.7 pp']],
    ['约两成, 3成', ['20 %', '30 %']],
    ['成立3个', ['3']],
    ['1,500 tpa', ['1500 t']],
    ['2,003 t of oxide', ['2003 t']],
    ['每公斤110美元', ['110 usd']],
    ['1.2万亿越南盾', ['1200000000000 vnd']],
    ['Rs 72.8 bn', ['72800000000 inr']],
    ['0.1% de minimis', ['0.1 %']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    ['620,000-625,000 yuan/mt', ['620000 cny', '625000 cny']],
    ['620-625k', ['620000', '625000']],
    ['1.68-1.7 million yuan per tonne', ['1680000 cny', '1700000 cny']],
    ['4.1 million-4.15 million', ['4100000', '4150000']],
    ['12200 to 12700', ['12200', '12700']],
    ['36万-36.5万元/吨', ['360000 cny', '365000 cny']],
    ['22-22.5万元/吨', ['220000 cny', '225000 cny']],
    ['RMB318, 000- 320000', ['318000 cny', '320000 cny']],
    ['$870–930', ['870 usd', '930 usd']],
  ])('both ends of %s', (text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    ['36-365000 yuan / ton', '360000'], ['36.5-370000 yuan / ton', '365000'], ['410-4.15 million yuan / ton', '4100000'], ['21-220000 yuan / ton', '210000'],
    ['18.5-190000 yuan / ton', '185000'], ['40-410000 yuan / ton', '400000'], ['14.2-145000 yuan / ton', '142000'], ['27.6-280000 yuan / ton', '276000'],
  ])('a machine lost 万 in %s', (text, low) => expect(read(text)[0]).toBe(`${low} cny repaired`));

  test.each(['128-148 usd', '180-200', '940-950 yuan', '100-300 yuan', '9,000-940,950 yuan', '50 to 4,000'])('%s stays as it is', (text) => {
    expect(read(text).filter((one) => one.includes('repaired'))).toEqual([]);
  });

  test.each(['in 2025', '2025年', 'on June 14', '6月14日', 'N52 magnets', 'a 10X plant', 'Announcement No. 18 of 2025', '公告2025年第18号', '第7批'])('%s is no number', (text) => expect(read(text)).toEqual([]));

  test('decimals are never rounded', () => {
    expect(decimalText(decimalOf('0.1'))).toBe('0.1');
    expect(decimalText(decimalOf('9007199254740993'))).toBe('9007199254740993');
    expect(decimalText(decimalOf('36.5', 4))).toBe('365000');
    expect(decimalText(decimalOf('0.0000100'))).toBe('0.00001');
    expect(decimalText(decimalOf('000'))).toBe('0');
  });

  test('a place in the folded text is the place in the text', () => {
    const text = '氧化镝报１６８万－170万元／吨，￥50 — 60';
    expect(foldText(text)).toHaveLength(text.length);
  });
});

function found(text: string) {
  const { days, notices, quarters } = datesAndNoticesIn(foldText(text));
  return { days, notices, quarters };
}

test('days, notices and quarters of both languages are one', () => {
  expect(found('Announcement No. 18 of 2025 on April 4, 2025').notices).toEqual(['2025-18']);
  expect(found('商务部 海关总署公告2025年第18号')).toEqual({ days: [], notices: ['2025-18'], quarters: [] });
  expect(found('In a notice known as No. 18, Beijing').notices).toEqual(['-18']);
  expect(found('Notice 41: new form, Notice 30 days before').notices).toEqual(['-41']);
  expect(found('until 10 Nov 2026 and November 27th').days).toEqual(['11-27', '11-10']);
  expect(found('SMM6 month 14 news').days).toEqual(['06-14']);
  expect(found('2026年08月24日').days).toEqual(['08-24']);
  expect(found('the December quarter').quarters).toEqual(found('四季度').quarters);
  expect(found('No. 18 blast furnace, May 5% and march 200 tonnes')).toEqual({ days: [], notices: [], quarters: [] });
});
