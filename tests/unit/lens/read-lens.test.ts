import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../electron/contract/lens.ts';
import { createNameFinder } from '../../../electron/core/entities/name-finder.ts';
import { readLens } from '../../../electron/core/lens/read-lens.ts';

const figuresOf = (text: string, publishedAt: number | null = null): readonly Figure[] => readLens({ title: '', text, publishedAt }).figures;
const valuesOf = (text: string): string[] => figuresOf(text).map(({ low, high, unit }) => `${low === high ? low : `${low}..${high}`}${unit ? ` ${unit.normal}` : ''}`);

const saidOf = (text: string): string[] => figuresOf(text).map(({ printed, subject }) => `${printed}: ${subject.words}`);

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

describe('subjects beyond the clause', () => {
  test.each([
    ['In 2020 the capacity was 60,000 tons. By last year it had reached 182,000 tons.', ['60,000 tons: capacity', '182,000 tons: capacity']],
    ['Terbium oxide lost $100/kg to $3,050-3,250/kg and sellers were offering $3,100/kg.', ['$100/kg: Terbium oxide', '$3,050-3,250/kg: Terbium oxide', '$3,100/kg: Terbium oxide']],
    ['The zone issued policy funds of 186 million yuan to 132 enterprises.', ['186 million yuan: zone policy funds', '132: enterprises']],
    ['The second phase, with an investment of 1.4 billion yuan, has started.', ['1.4 billion yuan: second phase investment']],
    ['Exports were 13.2 billion yuan and imports 4.65 billion yuan, up 10.1% and 3.8% respectively.', ['13.2 billion yuan: Exports', '4.65 billion yuan: imports', '10.1%: Exports', '3.8%: imports']],
    ['The bank has lent Iluka A$1.65 billion.', ['A$1.65 billion: Iluka']],
    ['Capital expenditure was A$54 million, of which A$38 million related to the new circuit.', ['A$54 million: Capital expenditure', 'A$38 million: new circuit']],
    ['实现产值96亿元，上缴税金5.3亿元，分别占全县的58%和44%。', ['96亿元: 产值', '5.3亿元: 上缴税金', '58%: 产值', '44%: 上缴税金']],
    ['到位资金68亿元，完成年度任务的94.9%。', ['68亿元: 到位资金', '94.9%: 到位资金']],
    ['氧化镝周跌2万元/吨至159万元/吨，成交价158万元/吨。', ['2万元/吨: 氧化镝', '159万元/吨: 氧化镝', '158万元/吨: 氧化镝']],
    ['2.6亿元用于研发中心建设。', ['2.6亿元: 研发中心']],
  ])('%s', (text, said) => {
    expect(saidOf(text)).toEqual(said);
  });

  test('a table in thousands, millions or units of a column is read in them', () => {
    expect(valuesOf('(in millions, except per share)\tQ3\nRevenue\t$49.8\nEarnings per share\t$0.38')).toEqual(['49800000 USD', '0.38 USD/share']);
    expect(valuesOf('SEK million\tQ3\nNet sales\t148.2\nMagnets, tonnes\t218')).toEqual(['148200000 SEK', '218 t']);
    expect(valuesOf('Item\tUnit\tSep\nMaterial mined\tkt\t412\nCash\tA$m\t141.9')).toEqual(['412000 t', '141900000 AUD']);
  });
});

test('subjects are of the clause, the list and the figure before', () => {
  expect(figuresOf('Exports of magnets, alloys and oxides were 5,200, 310 and 2,940 tonnes respectively.').map(({ subject }) => subject.words)).toEqual(['magnets', 'alloys', 'oxides']);
  expect(figuresOf('Total investment reached 3 billion yuan, up 5%, and 14 key projects started.').map(({ subject }) => subject.words)).toEqual(['Total investment', 'Total investment', 'key projects']);
  expect(figuresOf('全区产值416亿元，同比增长18%，其中规上企业42家。').map(({ subject }) => subject.words)).toEqual(['全区产值', '全区产值', '规上企业']);
});

test.each([
  ['What the company pays for land is 180,000 yuan per mu.', []],
  ['Not below US$75 a kilogram.', []],
  ['Neodymium oxide will cost 600,000 yuan/t from 1 March 2027.', []],
  ['On 20 November 2026, neodymium oxide was 600,000 yuan/t.', ['neodymium oxide 2026-11-20']],
])('quotes are of goods, and none is of a day to come: %s', (text, quotes) => {
  const { prices } = readLens({ title: '', text, publishedAt: Date.parse('2026-11-26') });
  expect(prices.map(({ product, asOf }) => `${product.words} ${asOf}`)).toEqual(quotes);
});

describe('subjects by what stands around them', () => {
  test.each([
    ['The company said its Kuantan plant ran at 82% of capacity.', ['82%: Kuantan plant']],
    ['Exports of magnets to Japan fell to 458 tonnes, while those to Germany rose to 1,020 tonnes.', ['458 tonnes: Exports of magnets to Japan', '1,020 tonnes: Exports of magnets to Germany']],
    ['It will add 3.5 billion yuan to annual sales.', ['3.5 billion yuan: annual sales']],
    ['Firms that buy equipment get a subsidy of 8%, capped at 5 million yuan each.', ['8%: subsidy', '5 million yuan: subsidy']],
    ['Turnover was 14.3 million shares.', ['14.3 million: Turnover']],
    ['Demand from robot makers, some 3% of the total, is growing at 40%.', ['3%: Demand from robot makers', '40%: Demand from robot makers']],
    ['Zircon sales were 78 kt, at an average price of US$1,526 per tonne.', ['78 kt: Zircon sales', 'US$1,526 per tonne: Zircon average price']],
    ['Paldi magnet plant: Total cost stays at $75 million.', ['$75 million: Paldi magnet plant Total cost']],
    ['It covered 214 applications, of which 131 were approved and 48 rejected.', ['214: applications', '131: applications approved', '48: applications rejected']],
    ['C1 cost: US$48.9/kg.', ['US$48.9/kg: C1 cost']],
    ['Hole MR-212 returned 41 metres at 4.9% TREO from 18 metres.', ['41 metres: hole intercept', '4.9%: hole TREO grade', '18 metres: hole depth']],
    ['At a capital cost of $178 million.', ['$178 million: capital cost']],
    ['Power accounts for 35 percent of costs, reagents for 28 percent.', ['35 percent: Power', '28 percent: reagents']],
    ['1,830 delegates from 34 countries came, 15% more than last year.', ['1,830: delegates', '34: countries', '15%: delegates']],
    ['氧化镨钕主流报价54.8-55.3万元/吨，均价较昨日上涨0.4万元/吨。', ['54.8-55.3万元/吨: 氧化镨钕主流报价', '0.4万元/吨: 氧化镨钕均价']],
    ['一期产能8000吨、投资11.6亿元。', ['8000吨: 一期产能', '11.6亿元: 一期投资']],
    ['该项目占地180亩。', ['180亩: 项目占地面积']],
    ['均为含13%增值税现款价。', ['13%: 增值税']],
    ['采购1.5万吨氧化镨钕，金额84亿元，居全省第一位。', ['1.5万吨: 氧化镨钕', '84亿元: 金额', '第一位: 金额']],
    ['氧化镧1.83万吨、氧化铈6120吨，两者合计占出口量的46.3%。', ['1.83万吨: 氧化镧', '6120吨: 氧化铈', '46.3%: 氧化镧和氧化铈']],
    ['公司拟以2.38亿元收购某电机公司。', ['2.38亿元: 收购某电机公司']],
    ['Recyclers cover 40% of needs.', ['40%: Recyclers needs']],
    ['The kilns achieved 91% utilisation.', ['91%: kilns utilisation']],
    ['Fifteen kilns closed and three quarters of the output was lost.', ['Fifteen: kilns', 'three quarters: output']],
    ['Annual output averages 900 tonnes of TREO, comprising 310 t of NdPr and 28 t of DyTb.', ['900 tonnes: Annual output TREO', '310 t: NdPr output', '28 t: DyTb output']],
    ['Capital expenditure has risen from the $210 million of the scoping study to $260 million.', ['$210 million: Capital expenditure', '$260 million: Capital expenditure']],
    ['It sold an interest of 12% to a trading house for $31 million.', ['12%: interest', '$31 million: interest']],
    ['620 people will be employed in construction and 180 in operations.', ['620 people: people in construction', '180: people in operations']],
    ['The state holds a free carry of 8%.', ['8%: state free carry']],
    ['7 out of 30 plants stopped.', ['7: plants stopped', '30: plants']],
    ['The district invested in 5 workshops with revenue above 1 billion yuan.', ['5: workshops with revenue', '1 billion yuan: workshops revenue']],
    ['Terbium oxide of 99.9% changed hands.', ['99.9%: Terbium oxide purity']],
    ['Oxides were 2,300 t, including lanthanum and cerium oxide 1,900 t, dysprosium oxide 41 t.', ['2,300 t: Oxides', '1,900 t: lanthanum and cerium oxide', '41 t: dysprosium oxide']],
    ['甲市营业收入120亿元，增速9.1%；乙市80亿元。', ['120亿元: 甲市营业收入', '9.1%: 甲市营业收入增速', '80亿元: 乙市营业收入']],
    ['挂牌价：氧化镧4500元/吨；氧化铈1.2万元/吨。', ['4500元/吨: 氧化镧挂牌价', '1.2万元/吨: 氧化铈挂牌价']],
    ['18家磁材企业中，5家减产。', ['18家: 磁材企业', '5家: 减产磁材企业']],
    ['“磁材贷”余额3亿元，不良率0.4%。', ['3亿元: 磁材贷余额', '0.4%: 磁材贷不良率']],
    ['稀土精矿（REO=50%）2.7万元/吨。', ['50%: 精矿REO', '2.7万元/吨: 稀土精矿']],
    ['主要产品产量。稀土金属310吨。', ['310吨: 稀土金属产量']],
    ['Guidance of 4,200 tonnes of NdPr is kept.', ['4,200 tonnes: Guidance of NdPr']],
    ['Customers sign two-year contracts.', ['two-year: contracts']],
    ['Its margin was 14%, better than the rival’s 9%.', ['14%: margin', '9%: margin of rival']],
    ['We recognised $1.5 million as our 30% share of loss at Brine Hill.', ['$1.5 million: share of loss', '30%: share']],
    ['The resource is 90 Mt, of which 30 Mt at 1,800 ppm is Indicated.', ['90 Mt: resource', '30 Mt: Indicated', '1,800 ppm: resource head grade']],
    ['Uranium segment. We sold 120,000 pounds in May.', ['120,000 pounds: Uranium sales']],
    ['It issued $90 million of 4.5% senior notes.', ['$90 million: senior notes', '4.5%: senior notes']],
    ['Working capital was $40 million, including cash $12 million.', ['$40 million: Working capital', '$12 million: cash']],
    ['Exports accounted for 20% of sales: 650 tons went to Europe.', ['20%: Exports', '650 tons: exports to Europe']],
    ['Nd output was 50 t and Dy output 4 t; the former rose 9% and the latter 3%.', ['50 t: Nd output', '4 t: Dy output', '9%: Nd output', '3%: Dy output']],
    ['镨钕类960吨、镝铽类40吨，前者同比增长5%、后者减少2%。', ['960吨: 镨钕类', '40吨: 镝铽类', '5%: 镨钕类', '2%: 镝铽类']],
    ['收入方面，氧化物26亿元，金属类9亿元。', ['26亿元: 氧化物收入', '9亿元: 金属类收入']],
    ['违者处违法所得三倍以上五倍以下罚款。', ['三倍以上五倍以下: 违法所得罚款']],
    ['氧化镧、氧化铈价格持平，分别报4200元/吨、1.2万元/吨。', ['4200元/吨: 氧化镧', '1.2万元/吨: 氧化铈']],
  ])('%s', (text, said) => expect(saidOf(text)).toEqual(said));
});

test('prices are rows with their day, basis and product', () => {
  const text = 'On 14 June 2026 dysprosium oxide was $245-260/kg FOB China, while terbium oxide rose to $1,010/kg CIF Rotterdam, up $20/kg.';
  const mentions = createNameFinder().mentions({ title: '', text });
  expect(readLens({ title: '', text, mentions }).prices).toMatchObject([
    { product: { words: 'dysprosium oxide', entityIds: ['product:dysprosium-oxide'] }, low: '245', high: '260', currency: 'USD', per: 'kg', basis: { terms: 'FOB', place: 'China', vat: null }, asOf: '2026-06-14' },
    { product: { words: 'terbium oxide', entityIds: ['product:terbium-oxide'] }, low: '1010', high: '1010', currency: 'USD', per: 'kg', basis: { terms: 'CIF', place: 'Rotterdam', vat: null }, asOf: '2026-06-14' },
  ]);
  expect(figuresOf('稀土精矿不含税26205元/吨')[0]?.basis).toEqual({ terms: null, place: null, vat: 'out' });
});

test('a table of prices gives its columns their units and its rows their products', () => {
  const { prices } = readLens({ title: '', text: '单位：元/公斤\n品名\t均价\t涨跌\n氧化镝\t1540\t-10\n氧化铽\t6200\t+50', publishedAt: Date.parse('2026-11-24T02:00:00Z') });
  expect(prices.map(({ product, low, currency, per, asOf }) => [product.words, low, currency, per, asOf])).toEqual([['氧化镝', '1540', 'CNY', 'kg', '2026-11-24'], ['氧化铽', '6200', 'CNY', 'kg', '2026-11-24']]);
});

test('dates say what they are the date of', () => {
  const text = 'Published on 16 November 2026, the rule takes effect on 1 January 2027. Comments must be submitted by 14 December 2026. It is suspended until 10 Nov 2026, prices are as of June 14.';
  expect(figuresOf(text, Date.parse('2026-06-20')).filter(({ kind }) => kind === 'date').map(({ low, role }) => `${low} ${role}`)).toEqual(['2026-11-16 published', '2027-01-01 effective', '2026-12-14 deadline', '2026-11-10 expiry', '2026-06-14 as-of']);
  expect(figuresOf('自2025年4月4日起实施，有效期至2031年9月30日').map(({ low, role }) => `${low} ${role}`)).toEqual(['2025-04-04 effective', '2031-09-30 expiry']);
  expect(figuresOf('31 June 2026')[0]?.doubts).toEqual(['no-such-day']);
});

const noticeOf = (text: string): string[] => figuresOf(text).filter(({ kind }) => kind === 'notice').map(({ low }) => low);

test('a notice is the same in both languages', () => {
  expect(noticeOf('Announcement No. 18 of 2025')).toEqual(['2025-18']);
  expect(noticeOf('公告2025年第18号')).toEqual(['2025-18']);
  expect(noticeOf('Announcement No. 18 of 2025 stays. Notice No. 18 names seven.')).toEqual(['2025-18', '2025-18']);
});

describe('what cannot be right is doubted, with the reason', () => {
  test.each([
    ['Terbium oxide was sold at 9,000 yuan/kg, but mainstream offers stayed at 940-950 yuan/kg.', 'contradicts', 2],
    ['Magnets accounted for 140% of exports.', 'over-whole', 1],
    ['Offers were $ 50.877 a tonne.', 'point-or-comma', 1],
    ['A range of 90-20 tonnes.', 'inverted', 1],
  ])('%s', (text, doubt, count) => expect(figuresOf(text).filter(({ doubts }) => (doubts as readonly string[]).includes(doubt))).toHaveLength(count));

  test('prices of other products, units and terms contradict nothing', () => {
    const text = 'Lanthanum oxide FOB was $870-930/mt, neodymium oxide FOB $128-148/kg and dysprosium oxide CIF Rotterdam $880-920/kg.';
    expect(readLens({ title: '', text, mentions: createNameFinder().mentions({ title: '', text }) }).figures.flatMap(({ doubts }) => doubts)).toEqual([]);
  });
});

test('currency by context', () => {
  expect(figuresOf('The ministry in Tokyo set aside ¥39 billion.')[0]?.currency).toBe('JPY');
  expect(figuresOf('In Baotou cerium oxide fetched ¥9,500/t.')[0]?.currency).toBe('CNY');
  expect(figuresOf('All amounts are in Australian dollars. Cash was $512 million.')[0]?.currency).toBe('AUD');
  expect(figuresOf('The company (ASX: LYC) sold at $US48/kg and has $1.03 billion.').map(({ currency, doubts }) => [currency, doubts])).toEqual([['USD', []], ['AUD', ['currency']]]);
});

test('places are those of the text as given, and ids stay', () => {
  const text = '价格：氧化镝报１６８－１７０万元／吨。\n氧化镝报１６８－１７０万元／吨。';
  const [first, second] = figuresOf(text);
  expect(text.slice(first?.place.start, first?.place.end)).toBe(first?.printed);
  expect(text.slice(second?.sentence.start, second?.sentence.end)).toBe('氧化镝报１６８－１７０万元／吨。');
  expect(new Set([first?.id, second?.id]).size).toBe(2);
  expect(figuresOf(`Before it another sentence. ${text}`).map(({ id }) => id)).toEqual([first?.id, second?.id]);
});

test('no text makes it throw', () => {
  for (const text of ['', '1'.repeat(5000), '-'.repeat(3000), '1-'.repeat(2000), '一'.repeat(3000), '$'.repeat(2000), '1,000,'.repeat(1000), '\ud800 5%', '百分之', '10% to', '((((1', '\t|\t|5\t|', 'No. '.repeat(500)]) expect(Array.isArray(figuresOf(text))).toBe(true);
});

const quotesOf = (text: string): unknown[] => readLens({ title: 'Prices', text, publishedAt: Date.UTC(2026, 10, 26), mentions: [] }).prices.map(({ product, low, high, currency, per }) => [product.words, low, high, `${currency}/${per}`]);

describe('a daily list in a table', () => {
  test('gives a quote a line, with its unit from the column behind, and no quote of what moved', () => {
    expect(quotesOf('Product\tLow\tHigh\tUnit\tDay\nDysprosium oxide\t1,710,000\t1,730,000\tCNY/t\t+1.8%\nGadolinium oxide\t168,000\t171,000\tCNY/t\t0')).toEqual([
      ['Dysprosium oxide', '1710000', '1730000', 'CNY/t'],
      ['Gadolinium oxide', '168000', '171000', 'CNY/t'],
    ]);
    expect(quotesOf('产品\t最低价\t最高价\t均价\t单位\t涨跌\n金属镝\t2150000\t2170000\t2160000\t元/吨\t+5000')).toEqual([['金属镝', '2150000', '2170000', 'CNY/t']]);
  });

  test('leaves quotes of other columns apart', () => {
    expect(quotesOf('Product\tUnit\tRotterdam\tChina\nTerbium oxide\tUSD/kg\t900\t850')).toEqual([
      ['Terbium oxide', '900', '900', 'USD/kg'],
      ['Terbium oxide', '850', '850', 'USD/kg'],
    ]);
  });
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

test('what runs at a share of its capacity is what is told of, not the running', () => {
  expect(figuresOf('The plant is running at about 60% of capacity.')[0]?.subject.words).toBe('plant');
});
