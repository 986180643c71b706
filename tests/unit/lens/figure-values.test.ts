import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../electron/contract/lens.ts';
import { readLens } from '../../../electron/core/lens/read-lens.ts';

const figuresOf = (text: string): readonly Figure[] => readLens({ title: '', text }).figures;
const valuesOf = (text: string): string[] => figuresOf(text).map(({ low, high, unit }) => `${low === high ? low : `${low}..${high}`}${unit ? ` ${unit.normal}` : ''}`);

describe('values and units', () => {
  test.each([
    ['1.68-1.7 million yuan/mt', ['1680000..1700000 CNY/t']],
    ['620-625k yuan/mt', ['620000..625000 CNY/t']],
    ['4.1 million-4.15 million yuan/ton', ['4100000..4150000 CNY/t']],
    ['RMB318, 000- 320000 per ton', ['318000..320000 CNY/t']],
    ['prices of 12200 to 12700 yuan', ['12200..12700 CNY']],
    ['FOB $870-930/mt', ['870..930 USD/t']],
    ['氧化铽410万-415万元/吨', ['4100000..4150000 CNY/t']],
    ['报价22-22.5万元／吨', ['220000..225000 CNY/t']],
    ['每公斤110美元', ['110 USD/kg']],
    ['增长１２．５％', ['12.5 %']],
    ['投入1000多万元', ['10000000 CNY']],
    ['27万吨', ['270000 t']],
    ['约两成, 3成', ['20 %', '30 %']],
    ['百分之十点五', ['10.5 %']],
    ['提高1.7个百分点', ['1.7 pp']],
    ['cut by 25 basis points', ['0.25 pp']],
    ['four times as much', ['4 x']],
    ['almost fivefold', ['5 x']],
    ['within three months', ['3 month']],
    ['half of the output', ['0.5']],
    ['two-thirds of orders', ['0.6667']],
    ['Rs 7,280 crore', ['72800000000 INR']],
    ['91 Mt of ore and 500 mt of oxide', ['91000000 t', '500 t']],
    ['390 kt REO', ['390000 t']],
    ['1,864 REO tonnes', ['1864 t']],
    ['3,000 tpa', ['3000 t/year']],
    ['up 32pc', ['32 %']],
    ['a loss of $(12.6) million', ['-12600000 USD']],
    ['5,200, 310 and 2,940 tonnes respectively', ['5200 t', '310 t', '2940 t']],
    ['Revenue rose from A$128.1 million to A$200.2mn', ['128100000 AUD', '200200000 AUD']],
    ['5,130 ten thousand yuan', ['51300000 CNY']],
    ['Yn1,450-1,520/kg', ['1450..1520 CNY/kg']],
    ['the spread compares with $30-40/kg before', ['30..40 USD/kg']],
    ['下调1万元/吨至158-160万元/吨', ['10000 CNY/t', '1580000..1600000 CNY/t']],
    ['处50万元以上500万元以下罚款', ['500000..5000000 CNY']],
    ['违法所得一倍以上五倍以下罚款', ['1..5 x']],
    ['lags spot by one to two quarters', ['1..2 quarter']],
    ['NdPr realized price per kilogram was $78', ['78 USD/kg']],
    ['A kilogram of terbium metal fetched €3,900', ['3900 EUR/kg']],
    ['A dividend of 3.5 cents per share; cash was A$166.3 million', ['0.035 AUD/share', '166300000 AUD']],
    ['SEK 742 million (834)', ['742000000 SEK', '834000000 SEK']],
    ['渗透率38%，同比下滑4pct', ['38 %', '4 pp']],
    ['上年同期为-2.1亿元', ['-210000000 CNY']],
    ['氨氮排放浓度降至8毫克/升', ['8 mg/l']],
    ['氨氮浓度由每升12.6毫克下降到1.8毫克', ['12.6 mg/l', '1.8 mg/l']],
    ['产值突破百亿元，新建百万吨矿山', ['10000000000 CNY', '1000000 t']],
    ['培育百亿元企业2家', ['2 家']],
    ['نحو 1.68 مليون طن', ['1680000']],
    ['3,2 млрд', ['3', '2000000000']],
    ['sintered for 36 h in a 4.2-square-kilometer park', ['36 hour', '4.2 km2']],
    ['圈定矿体7条，建有5条钕铁硼自动化生产线，按照第5条规定', ['7 条', '5 条']],
    ['资源量居同类型矿床第五。第一大股东持股28.75%', ['5', '28.75 %']],
    ['见公告2026-019，参会密码7741093', []],
    ['氧化钪成本为5200元/公斤，市场价却跌至5900元', ['5200 CNY/kg', '5900 CNY/kg']],
    ['NdPr oxide cost 5,200 yuan per kilogram, its makers gained 5,900 yuan', ['5200 CNY/kg', '5900 CNY']],
    ['cost per ton fell by 8,600 yuan', ['8600 CNY/t']],
    ['cost per kilogram of NdPr fell 6% to $49.30', ['6 %', '49.3 USD/kg']],
    ['A$62.40 per kilogram of NdPr, compared with A$66.90 in June', ['62.4 AUD/kg', '66.9 AUD/kg']],
    ['每吨物流成本降低120元', ['120 CNY/t']],
    ['an increase of 2% to 11%', ['2..11 %']],
    ['down by 40¢/lb', ['0.4 USD/lb']],
    ['one third was used for wind power (item 6.1 of Appendix 5B)', ['0.3333']],
    ['Item\tQ3\nREO production (metric tons)\t11,872', ['11872 t']],
    ['Region\tExports in October, kt\tChange, %\nJapan\t4.32\t+5.1', ['4320 t', '5.1 %']],
    ['9007199254740993 yuan', ['9007199254740993 CNY']],
  ])('%s', (text, expected) => expect(valuesOf(text)).toEqual(expected));
});

describe('a lost 万 is put back, and shown', () => {
  test.each([
    ['36-365000 yuan/ton', '36', '360000'], ['36.5-370000 yuan/ton', '36.5', '365000'], ['410-4.15 million yuan/ton', '410', '4100000'], ['21-220000 yuan/ton', '21', '210000'],
    ['18.5-190000 yuan/ton', '18.5', '185000'], ['40-410000 yuan/ton', '40', '400000'], ['14.2-145000 yuan/ton', '14.2', '142000'], ['27.6-280000 yuan/ton', '27.6', '276000'],
  ])('%s', (text, from, to) => {
    const [figure] = figuresOf(text);
    expect(figure).toMatchObject({ printed: text, low: to, repaired: { from, to, rule: 'lost-ten-thousands' } });
  });

  test.each(['128-148 USD/kg', '940-950 yuan/kg', '100-300 yuan', '360,000-365,000 yuan/mt', '1.68-1.7 million yuan', '2-3 kg', '180-200/kg', '50 to 4,000 tonnes'])('%s stays as it is', (text) => {
    expect(figuresOf(text).filter(({ repaired }) => repaired)).toEqual([]);
  });
});

test.each([
  '021-5155-0306', 'dial (877) 555-0142', 'access code 5521987', 'conference ID 884201', 'Exhibit 99.1', 'NI 43-101', 'Campaign 6', '2#锑锭', '图表12：', '沪深300指数', 'in the first seven months', 'the “Ten Measures”', 'for the nine months',
  'in 2025', '2025年', 'the 13th Five-Year Plan', '“十四五”期间', 'grade N52 and 45SH', 'Section 232 duties', 'HS codes 2846901940 and 8505.11', 'telephone 0472-5223117', '电话：400-810-6666', 'one-to-one help', '一对一服务', 'at 9:30',
  '上午9时30分', 'said so.[1]', 'Made in China 2025', '第55号', '世界500强', '5G and 3D', 'Nd2Fe14B', 'version 3.2.1', 'the first quarter', '前三季度', '1—9月', 'in the 1990s', '600111.SH', 'an F-35', '2019-2021', 'FY2026', '“1+3+N”', '24/7', '128 Science Road',
])('%s is no figure', (text) => expect(figuresOf(text)).toEqual([]));

describe('qualifiers and kinds', () => {
  test.each([
    ['Output rose 12% year on year.', 'change', ['up', 'year-on-year']],
    ['产量环比下降30.9%。', 'change', ['down', 'month-on-month']],
    ['比上年提高1.7个百分点', 'change_pp', ['up', 'year-on-year']],
    ['accounting for 36.8% of the total', 'share', []],
    ['占比超过60%', 'share', ['more-than']],
    ['at least 200 people came', 'count', ['more-than']],
    ['不足75吨', 'mass', ['less-than']],
    ['roughly $5 million', 'money', ['about']],
    ['It will supply them over seven years.', 'level', []],
    ['The ministry has put up $94.1 million.', 'money', []],
    ['The company raised C$22.5 million.', 'money', []],
    ['同比微降0.3%', 'change', ['down', 'year-on-year']],
    ['Hole TB-25-041 cut 86.5 m at 3% TREO.', 'level', []],
    ['六至七成开工', 'share', ['from-to']],
    ['ranked third in the province', 'rank', []],
    ['居全省前三', 'rank', ['less-than']],
    ['a floor of $110/kg', 'price', []],
    ['股价报48.9元/股', 'price', []],
  ])('%s', (text, kind, qualifiers) => expect(figuresOf(text)[0]).toMatchObject({ kind, qualifiers }));

  test('what moved, from where and to where', () => {
    expect(figuresOf('Approval was cut from 45 days to 12 days.').map(({ low, qualifiers }) => [low, qualifiers])).toEqual([['45', ['from']], ['12', ['to']]]);
    expect(figuresOf('税率由16%降至13%').map(({ low, qualifiers }) => [low, qualifiers])).toEqual([['16', ['from']], ['13', ['to']]]);
  });
});

test('a table in thousands, millions or units of a column is read in them', () => {
  expect(valuesOf('(in millions, except per share)\tQ3\nRevenue\t$49.8\nEarnings per share\t$0.38')).toEqual(['49800000 USD', '0.38 USD/share']);
  expect(valuesOf('SEK million\tQ3\nNet sales\t148.2\nMagnets, tonnes\t218')).toEqual(['148200000 SEK', '218 t']);
  expect(valuesOf('Item\tUnit\tSep\nMaterial mined\tkt\t412\nCash\tA$m\t141.9')).toEqual(['412000 t', '141900000 AUD']);
});

test.each([
  ['Prices are tied to the market but never below US$75 a kilogram.', ['more-than']],
  ['The oxide must not be sold below US$75 a kilogram.', ['more-than']],
  ['The price will not go above US$75 a kilogram.', ['less-than']],
  ['Prices stayed below US$75 a kilogram.', ['less-than']],
  ['价格不得低于每公斤75美元。', ['more-than']],
  ['价格不会高于每公斤75美元。', ['less-than']],
  ['价格低于每公斤75美元。', ['less-than']],
])('%s', (text, qualifiers) => {
  expect(figuresOf(text)[0]?.qualifiers).toEqual(qualifiers);
});

test.each([
  ['Net sales came to MSEK 1 234 (1 102).', ['1234000000 SEK', '1102000000 SEK']],
  ['Sales of 1 870 MSEK were booked, and TSEK 4,500 was written off.', ['1870000000 SEK', '4500000 SEK']],
  ['Revenue rose to SEK 2 310 million.', ['2310000000 SEK']],
  ['EBIT was SEK -45 million, after a loss of $-4.5 million.', ['-45000000 SEK', '-4500000 USD']],
  ['The spread widened to EUR -4%.', ['-4 %']],
  ['The mill made 1,020 tonnes (980), of which 12 tonnes (2) were sold.', ['1020 t', '980 t', '12 t']],
  ['公司生产氧化镝1 200吨，净利润“-2.1亿元”。', ['1200 t', '-210000000 CNY']],
  ['In 2025 120 tonnes were sold.', ['120 t']],
  ['Output was 6.1 (7.2) Mt at USD 95 (101) per tonne.', ['6100000 t', '7200000 t', '95 USD/t', '101 USD/t']],
  ['It made 99.5 million tonnes (mt) of steel, of which 8.1 mt left the country and 2mnt stayed.', ['99500000 t', '8100000 t', '2000000 t']],
  ['Imports were up $14\\%$ MoM and 7\\% YoY.', ['14 %', '7 %']],
  ['净利润同比增长0%~+25%，房地产投资占GDP14.1%。', ['0 %', '14.1 %']],
] as const)('sums as accounts of the north set them, and thousands with spaces: %s', (text, expected) =>
  expect(readLens({ title: '', text }).figures.map(({ low, unit }) => `${low} ${unit?.normal ?? ''}`)).toEqual(expected));
