import { describe, expect, test } from 'vitest';
import { readLens } from '../../../electron/core/lens/read-lens.ts';

const told = (text: string): string[] => readLens({ title: '', text, publishedAt: Date.parse('2026-11-20') }).figures.filter(({ kind }) => kind !== 'date').map(({ low, high, unit, qualifiers }) => [low === high ? low : `${low}..${high}`, unit?.normal, ...qualifiers].filter((one) => one !== undefined).join(' '));

describe('tables set with wide spaces', () => {
  test('rows of one number are in the unit of the line above', () => {
    expect(told('各省指标分配（单位：吨）\n江西　　38600\n湖南　　26750\n合计　　65350')).toEqual(['38600 t', '26750 t', '65350 t']);
  });
  test('a negative cell is no end of a range, and what heads a column goes before the unit of its row', () => {
    expect(told('分产品情况（单位：万元）\n分产品　营业收入　毛利率（%）　比上年增减（%）\n稀土精矿　52,118.03　58.85　-3.92\n稀土金属　231,905.12　5.30　30.66')).toEqual(['521180300 CNY', '58.85 %', '3.92 % down year-on-year', '2319051200 CNY', '5.3 %', '30.66 % up year-on-year'].map((one) => one.replace('3.92 %', '-3.92 %')));
    expect(told('产品　单位　生产量　比上年增减（%）\n稀土精矿　吨　24,310　6.15\n稀土氧化物　吨　13,742　11.37')).toEqual(['24310 t', '6.15 % up year-on-year', '13742 t', '11.37 % up year-on-year']);
  });
});

describe('numbers as pages print them', () => {
  test.each([
    ['A stock of 5 or 6 per cent.', ['5..6 % from-to']],
    ['库存相当于全球1年半的用量。', ['1.5 year']],
    ['Exports rose 9.1% over the same period last year (the same below). Imports fell 0.8%.', ['9.1 % up year-on-year', '0.8 % down year-on-year']],
    ['上调明年均价预测500元至15,500元/公斤。', ['500 CNY', '15500 CNY/kg']],
    ['The price fell from $169/kg in early 2022 to under $50 in 2024.', ['169 USD/kg from', '50 USD/kg less-than']],
    ['氧化镨钕55.4万元/吨，周涨7000元/吨。55.8万元以上的报价一度出现，周四回落至55.3万元附近。', ['554000 CNY/t', '7000 CNY/t up week-on-week', '558000 CNY/t more-than', '553000 CNY/t about to']],
    ['The nitrogen was 31.4 mg/L and the harvest 130,000 jin.', ['31.4 mg/l', '130000 斤']],
    ['Officials from 17 countries met.', ['17 country']],
    ['It turned down 200 mt.', ['200 t']],
    ['比合同约定提前4个月。', ['4 month']],
    ['Yield improved 320 basis points to 81.4%.', ['3.2 pp up', '81.4 % to']],
    ['Together they add up to 67.4% of the total.', ['67.4 %']],
  ])('%s', (text, said) => expect(told(text)).toEqual(said));
});

const table = (lines: readonly string[]): string[] => told(lines.join('\n'));

describe('tables of reports', () => {
  test('what heads are set in from is over the rows\' first cell; brackets are below zero, and no step', () => {
    expect(table(['Table 2: Cash flow (A$ million)                     Sep Q      Jun Q', 'Receipts from customers                           129.7      104.2', 'Payments to suppliers and employees               (88.3)     (90.1)'])).toEqual(['129700000 AUD', '104200000 AUD', '-88300000 AUD', '-90100000 AUD']);
    expect(table(['                                      H1 FY27     H1 FY26     Change (y-o-y)', 'Revenue                               €64.8m     €55.1m      +17.6%', 'Basic earnings per share              €0.36       €0.15', 'Net debt                              €27.4m      €31.9m      (14.1)%'])).toEqual(['64800000 EUR', '55100000 EUR', '17.6 % up year-on-year', '0.36 EUR/share', '0.15 EUR/share', '27400000 EUR', '31900000 EUR', '-14.1 % down year-on-year']);
  });
  test('the second line of the last head is of it', () => {
    expect(table(['                                   Sep Q     Jun Q     Change', '                                                       (QoQ)', 'Ore mined (kt)                     412.6     398.1     +4%', 'REO production (t)                 5,236     4,790     +9%'])).toEqual(['412600 t', '398100 t', '4 % up quarter-on-quarter', '5236 t', '4790 t', '9 % up quarter-on-quarter']);
  });
});

test.each([
  'Perth WA 6000', 'Double 11 logistics', 'National Instrument 51-102', 'see section 1 below', 'a rolling 12-month average', '3·15 report', '"三个一批"', '三五天', '两部将联合', '阅读 3612　赞 48　在看 27', '本周（11.16-11.20）', '27 / 188', 'a 5-minute read', 'Page 6 of 9', 'Views: 3871', 'HRB 18825', 'the shutdown of kiln 2', 'a 40-foot container', '“六个一”',
])('%s is no figure', (text) => expect(told(text)).toEqual([]));

const said = (text: string): string[] => readLens({ title: '', text }).figures.map(({ low, subject }) => `${low} ${subject.words}`.trim());

test('of a language without a grammar of ours a number is read, and said of the words in front of it', () => {
  expect(said('أكسيد الديسبروسيوم عند 1.68 مليون يوان للطن، بعدما أدت عمليات التفتيش إلى تباطؤ.')).toEqual(['1680000 أكسيد الديسبروسيوم عند']);
  expect(said('Цена на оксид диспрозия выросла до 1,68 млн юаней за тонну.')).toEqual(['1680000 Цена на оксид диспрозия выросла до']);
});

test('a day written in characters is a date', () => {
  expect(readLens({ title: '', text: '二〇二六年十月二十七日起施行。' }).figures.map(({ kind, low }) => `${kind} ${low}`)).toEqual(['date 2026-10-27']);
});
