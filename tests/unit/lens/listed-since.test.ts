import { expect, test } from 'vitest';
import { readLens } from '../../../electron/core/lens/read-lens.ts';

const told = (text: string): string[] => readLens({ title: '', text }).figures.map(({ printed, kind, qualifiers }) => `${printed} ${kind} ${qualifiers.join(' ')}`.trim());

test.each([
  ['出口同比分别增长1.3倍、下降38.4%、增长7.9%。', ['1.3倍 ratio up year-on-year', '38.4% change down year-on-year', '7.9% change up year-on-year']],
  ['均价较上周跌0.4万元，跌幅0.7%。', ['0.4万元 change down week-on-week', '0.7% change down week-on-week']],
  ['Output of oxides, metal and alloy rose by 9.4%, 17.2% and 3.8% year on year.', ['9.4% change up year-on-year', '17.2% change up year-on-year', '3.8% change up year-on-year']],
  ['Futures settled at 91,480 yuan/t, up 3,120 yuan or 3.5 per cent on the week.', ['91,480 yuan/t price', '3,120 yuan change up week-on-week', '3.5 per cent change up week-on-week']],
  // Each says of itself since when.
  ['Revenue was up 18% on the previous quarter and 61% above the plan.', ['18% change up quarter-on-quarter', '61% change up']],
])('moves of one list are since one time: %s', (text, expected) => expect(told(text)).toEqual(expected));

test.each([
  ['总资产136.7亿元，较上年末增长5.2%。', ['136.7亿元 money', '5.2% change up']],
  ['越南10月进口1280吨，较9月增加三成。', ['1280吨 mass', '三成 change up month-on-month']],
  ['Shipments were 3% fewer tonnes than in the previous quarter, 18,000 fewer than last Friday.', ['3% change down quarter-on-quarter', '18,000 count down']],
  ['Sustaining capital over the 18-year life is US$96 million.', ['18-year level', 'US$96 million money']],
  ['Output was 12% above the previous quarter, and penetration broke through 51%.', ['12% change up quarter-on-quarter', '51% level more-than']],
  ['指数较前一交易日上涨1.7点，覆盖率由不足10%提高到87%，不得超过其核定产能的95%。', ['1.7点 change up day-on-day', '10% level less-than from', '87% level to', '95% share less-than']],
  ['The company employed 1,085 people, 140 more than a year earlier.', ['1,085 people count', '140 count up year-on-year']],
  ['Prices are at a premium of 38% to the domestic price.', ['38% level']],
])('and by whom and since when it is told: %s', (text, expected) => expect(told(text)).toEqual(expected));
