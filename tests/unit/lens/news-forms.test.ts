import { expect, test } from 'vitest';
import { createNameFinder } from '../../../electron/core/entities/name-finder.ts';
import { readLens } from '../../../electron/core/lens/read-lens.ts';

const finder = createNameFinder();
/** Figures of a text that are no dates, as value, unit, kind and qualifiers, and of what. */
function told(text: string): string[] {
  const figures = readLens({ title: '', text, publishedAt: Date.parse('2026-11-20'), mentions: finder.mentions({ title: '', text }) }).figures;
  return figures.filter(({ kind }) => kind !== 'date' && kind !== 'notice').map(({ low, high, unit, qualifiers, subject }) => `${low}${high === low ? '' : `..${high}`} ${unit?.normal ?? '-'} [${qualifiers.join(' ')}] ${subject.words}`);
}

test.each([
  ['氧化铽价格下滑3.5万元/吨至710万元/吨。', ['35000 CNY/t [down] 氧化铽价格', '7100000 CNY/t [to] 氧化铽价格']],
  ['氧化镨钕均价暴涨17%，净利同比骤降33%。', ['17 % [up] 氧化镨钕均价', '33 % [down year-on-year] 净利']],
  ['氧化镨钕均价为52万元/吨(较年初+8.5%)。', ['520000 CNY/t [] 氧化镨钕均价', '8.5 % [up] 氧化镨钕均价']],
  ['均价为33.6万元/吨，较去年同期的28万元/吨提升20%。', ['336000 CNY/t [] 均价', '280000 CNY/t [] 均价', '20 % [up year-on-year] 均价']],
  ['二季度营收同比扭亏，环比+9.4%。', ['9.4 % [up quarter-on-quarter] 营收']],
  ['现货与期货价差为-2410元，较昨日增350元。', ['-2410 CNY [] 现货与期货价差', '350 CNY [up day-on-day] 现货与期货价差']],
] as const)('how Chinese prices move: %s', (text, figures) => expect(told(text)).toEqual(figures));

test.each([
  ['不含税每吨人民幣3萬1,408元。', ['31408 CNY/t']],
  ['总投资1亿2000万元。', ['120000000 CNY']],
  ['公司去年盈利逾3.4亿，同比增58%。', ['340000000 CNY', '58 %']],
  ['全年出口8萬1375.4噸。', ['81375.4 t']],
  ['钼精矿价格1310-1330元/吨度。', ['1310..1330 CNY/mtu']],
  ['APT价格上调12万元至64万元/标吨。', ['120000 CNY', '640000 CNY/t']],
  ['预计归母净利润分别为2.1/3.4/4.6亿元。', ['210000000 CNY', '340000000 CNY', '460000000 CNY']],
  ['销量占比提升至48%（+7pct）。', ['48 %', '7 pp']],
  ['Holmium settled at CNY 310.00 ($50.66) per kilogram.', ['310 CNY/kg', '50.66 USD/kg']],
  ['Terbium rose to CNY 5,300 ($841.27) per kilogram, up from CNY 5,100 ($809.52) a week ago.', ['5300 CNY/kg', '841.27 USD/kg', '5100 CNY/kg', '809.52 USD/kg']],
  ['European APT stood at 540-560 $/mtu, up 8 $/mtu.', ['540..560 USD/mtu', '8 USD/mtu']],
  ['Sales fell from 118 400 t in June to 97 000 t.', ['118400 t', '97000 t']],
  ['It earned four cents per common share and paid Cdn$0.15 per common share.', ['0.04 USD/share', '0.15 CAD/share']],
  ['The ban covers minerals - 17 elements in all.', ['17 element']],
  ['Grades reached 1,470 parts per million.', ['1470 ppm']],
  ['It closed at 61,330 yuan ($9,018.25) a tonne.', ['61330 CNY/t', '9018.25 USD/t']],
  ['Copper cost $8,100 a ton. Zinc was up 2.2% to $2,340.5, tin was up 1.6% at $26,410 and nickel edged 0.3% higher to $17,020.', ['8100 USD/t', '2.2 %', '2340.5 USD/t', '1.6 %', '26410 USD/t', '0.3 %', '17020 USD/t']],
  ['Copper rose to $8,107 a metric ton by 1042 GMT after hitting $8,140.', ['8107 USD/t', '8140 USD/t']],
  ['供应42,000干吨精矿，三大股指走高。', ['42000 t']],
  ['现货金报每盎司2,140.30美元。', ['2140.3 USD/oz']],
  ['70钨铁报价达33.5万元/基吨，精矿产量减少0.62万金属吨。', ['335000 CNY/t', '6200 t']],
  ['矿物多达百余种，分别升至第4位和第8位。', ['100 种', '4 -', '8 -']],
  ['The zone spans 312 square km and 64,000Ha of claims; samples graded up to 51.3% antimony.', ['312 km2', '64000 ha', '51.3 %']],
  ['The spread stood at 1472.79 points.', ['1472.79 point']],
  ['It lost A$45 million ($29 million) and sold at $712 per tonne.', ['45000000 AUD', '29000000 USD', '712 USD/t']],
  ['园区有5条稀土精深加工产业链，分3期建设，封单超两万手。', ['5 条', '3 期', '20000 手']],
] as const)('what a number is in: %s', (text, units) => expect(told(text).map((one) => one.split(' [')[0])).toEqual(units));

test.each([
  '过去六七年，铜需求录得两位数的增幅。', '三个月基准铜合约收高。', '11年以来供应充足。', '债券简称：21东矿', '消息五花八门。', 'An extensive 43-101 study.', 'Updated 27 minutes ago', 'Three-month copper on the exchange was flat.', '中華民國109年10月5更新', '(WO3≥65%)',
  '1、稀土板块盈利修复。2、磁材放量。', '2511合约、2601主力合约较T-1持平。', '债券简称：17北方01，代码BK0578_0。', '该标准为YS/T 231-2015。', '盛和资源（下称“盛和资源”，600392）发布公告。', '2025-07-11 01:11:51 4次\n', '本文5483次浏览',
  '55%黑钨精矿和99.65%锑锭的价格', 'Prices of 99.65pc antimony and 55% black tungsten concentrate rose: 1. Sales; 2. costs.',
  'Drilling of phase 5, tranche 2 went on.', 'It was an eight-month high and fell for two consecutive years.', 'It pays on every 10 shares.',
])('no figure: %s', (text) => expect(told(text)).toEqual([]));

test.each([
  ['The region accounts for 82% tungsten supply, and the duty is 50% on tungsten.', ['82 %', '50 %']],
  ['全国60%钨铁出自该省，占全球80%氧化镝产量。', ['60 %', '80 %']],
  ['Staff grew to 45 (from 30) in 2025. Number of holes: 25. The company said so.', ['45 -', '30 -', '25 -']],
  ['发行50亿元MTN001，出口25万吨左右。', ['5000000000 CNY', '250000 t']],
  ['In this phase 20,000 tonnes of ore was mined by 300 workers.', ['20000 t', '300 worker']],
  ['年产二三十万吨', ['300000 t']],
  ['Net change - 17 tonnes. Output was 5,000 T +3.5%.', ['-17 t', '5000 -', '3.5 %']],
  ['库存5000吨，2512主力合约涨3%，2601合约跌2%。', ['5000 t', '3 %', '2 %']],
  ['产量2911为历史新高，拥有3大型基地，民国114年产量500吨。', ['2911 -', '3 -', '500 t']],
  ['An ore of the field (Fe 65%, Ni 12%) in three months.', ['65 %', '12 %', '3 month']],
] as const)('what looks like a mark and is a figure: %s', (text, units) => expect(told(text).map((one) => one.split(' [')[0])).toEqual(units));

test('headlines of one width are no wrapped lines', () => {
  const heads = 'Exporters of magnets ask Rotterdam for larger quotas again\nAntimony exports fell 12% in the month as buyers wait again\nGermanium output reached 500 tonnes as smelters start kilns\nGallium imports dropped 30% while the traders held off buys';
  expect(told(heads).map((one) => one.split('] ')[1])).toEqual(['Antimony exports', 'Germanium output', 'Gallium imports']);
});

test('a long run of characters of numbers, or of empty lines, ends soon', () => {
  for (const text of ['一'.repeat(60_000), '\n'.repeat(60_000)]) expect(told(text)).toEqual([]);
}, 10_000);

test('a year and what follows it are no range', () => expect(told('It will start in 2026 - five years after work began.')).toEqual(['5 year [] ']));

test.each([
  ['With a 7.5 percent climb, holmium led the list.', ['holmium']],
  ['At CNY 28,000 per tonne, the price of lanthanum oxide did not change.', ['price of lanthanum oxide']],
  ['One of the big movers was neodymium, which shot up 8.5 percent.', ['neodymium']],
  ['The main contributors were gold (32%), copper (28%) and zinc (7%).', ['gold', 'copper', 'zinc']],
  ['The industries made goods, creating an estimated $1.4 billion in value-added products.', ['value-added products']],
  ['This is expected to keep the prices of erbium oxide at a high level of 410,000 yuan/t.', ['prices of erbium oxide']],
  ['Erbium oxide was quoted at 412,000 yuan/t, with a few deals heard at 410,000 yuan/t.', ['Erbium oxide', 'Erbium oxide']],
  ['The firm reported a 42.2 percent growth in profit to 31.7 million yuan.', ['firm profit', 'profit']],
  ['The futures contract showed volatility, fluctuating between 98,200 yuan/t and 101,500 yuan/t.', ['futures contract']],
  ['The output of solar cells, circuits, and magnets increased by 62.5%, 31.5%, and 12.4% respectively.', ['solar cells output', 'circuits output', 'magnets output']],
  ['Car production and sales were 118,000 units and 121,000 units, up 21% and 24% month on month.', ['Car production', 'Car sales', 'Car production', 'Car sales']],
  ['Total income of those enterprises was up by 22 percent to about 0.8 trillion yuan.', ['Total income of those enterprises', 'Total income of those enterprises']],
] as const)('of what an English figure is: %s', (text, subjects) => expect(told(text).map((one) => one.split('] ')[1])).toEqual(subjects));

test.each([
  ['Trading income in 2021 soared 19 percent to 92 million yuan.', ['Trading income', 'Trading income']],
  ['In 2023, the company plans to achieve operating income of 9 billion yuan with a total profit of 2 billion yuan.', ['operating income', 'total profit']],
  ['The sale of 41 metric tons (“MT”) of mixed carbonate brought cash.', ['sale of mixed carbonate']],
  ['The price for bismuth 99.99% Bi min, in-whs Tianjin was 120,000-125,000 yuan per tonne, narrowing downward from 120,000-140,000 yuan per tonne.', ['price for bismuth', 'price for bismuth']],
  ['The market may be small, but China accounts for 38% of US supply.', ['China share of supply']],
  ['That saw the shares end the day up 2.1%.', ['shares']],
  ['Zircon output was estimated to be valued at $34.7 million.', ['Zircon output']],
  ['Gravel was the largest product, accounting for 34% of the total.', ['Gravel share of total']],
  ['The smelter lifted product sales 14% to 52,000 tonnes.', ['smelter product sales', 'smelter product sales']],
  ['The smelter trimmed its full-year loss by nearly a third to $41 million.', ['smelter loss', 'smelter loss']],
  ['The deposit holds 41 million tonnes of material grading 1,870 ppm TREO.', ['deposit material', 'deposit TREO grade']],
  ['After closing the half-year with a 14% increase, wolframite concentrate prices rose again.', ['wolframite concentrate prices']],
  ['The guidance price for Hongtu Tungsten Group Co., Ltd.\'s wolframite concentrate was 128,000 yuan/mt.', ['guidance price for Hongtu Tungsten Group\'s wolframite concentrate']],
  ['The plant made 12,400 mt of smelting and separated products.', ['smelting and separated products']],
  ['This sum includes $6 million in local taxes and generates $4 million in tax credits.', ['local taxes', 'tax credits']],
  ['The index went on falling, dropping three points to register a value of 57.', ['index', 'index']],
  ['The average price for spodumene concentrate, used to make lithium, was $640 per tonne, more than half of $1,210 per tonne it earned before.', ['average price for spodumene concentrate', 'average price for spodumene concentrate', 'average price for spodumene concentrate']],
  ['A nearly 61% plunge in the price of the metal, used in batteries, has forced cuts.', ['price of the metal']],
  ['Shares were up $0.21 at $1.34, hitting a 52-week high of $1.40.', ['Shares', 'Shares', 'Shares']],
  ['The project boasts a low operating cost, with $6,410 per tonne of carbonate made.', ['low operating cost']],
  ['China accounts for about 66% of rare earth production and 88% of their processing.', ['China share of production', 'China share of processing']],
  ['Copper rose to $8,107 a metric ton by 1042 GMT after hitting $8,140.', ['Copper', 'Copper']],
  ['The price of praseodymium metal moved by less than half a percent this week and closed at 543,000 yuan a tonne.', ['price of praseodymium metal']],
  ['($1 = 1.5 Australian dollars)', ['US dollar exchange rate']],
  ['Spot Kestrel tin 31204 Futures Kestrel tin 26118 Spot Kestrel lead 2104', ['Spot Kestrel tin', 'Futures Kestrel tin', 'Spot Kestrel lead']],
  ['The $61.5-million value of mined goods included stone.', ['value of mined goods']],
  ['Duties on motors (15%), hand tools (HTs) (40%), and filters (30%) take effect.', ['Duties on motors', 'hand tools', 'filters']],
] as const)('of what an English sentence speaks: %s', (text, subjects) => expect(told(text).map((one) => one.split('] ')[1])).toEqual(subjects));

test('the dollar of a text that writes $US is Australia\'s where it stands alone', () => {
  expect(told('Sales came to $214 million at $US1240 a tonne; the dividend was 12 cents a share.').map((one) => one.split(' [')[0])).toEqual(['214000000 AUD', '1240 USD/t', '0.12 AUD/share']);
});

test.each([
  ['氧化镝均价为158万元/吨，较上周五价格下调0.3%。', ['氧化镝均价', '氧化镝均价']],
  ['氧化镨钕报价涨至39万元/吨，金属镨钕报价也随之上调，主流价格达到48万元/吨。', ['氧化镨钕报价', '金属镨钕']],
  ['我国磁材出口量明显回升，全年累计出口31200吨。', ['我国磁材累计出口']],
  ['销售/管理/财务费用率分别为0.4%/3.1%/1.2%。', ['销售费用率', '管理费用率', '财务费用率']],
  ['全国铜矿砂及其精矿进口量1120万吨，同比增长3.5%。其中，11月进口量94万吨。', ['全国铜矿砂及其精矿进口量', '全国铜矿砂及其精矿进口量', '全国铜矿砂及其精矿进口量']],
  ['商务部发布两项关于加强稀土出口管制的公告。', ['公告']],
  ['65%品位钨精矿涨价。', ['钨精矿品位']],
  ['中国稀土依托8200吨冶炼分离产能和矿山资源增产。', ['冶炼分离产能']],
  ['国内精铟均价从3月28日的9万元/吨飙升至4月7日的15万元/吨，涨幅为66%。', ['国内精铟均价', '国内精铟均价', '国内精铟均价']],
  ['利润更好看——营收4.5亿元。', ['营收']],
  ['伦敦期铅收于每吨2795美元，周一收盘价是每吨2784美元。', ['伦敦期铅', '伦敦期铅']],
  ['锡是表现最好的金属，上涨7.5%。', ['锡']],
  ['锡周二出现一个月高位的每吨36500美元。', ['锡']],
  ['镍价在上个月攀升至每吨2.2万美元。', ['镍价']],
  ['国内CPI创出年内新高，同比上涨5.4%。', ['国内CPI']],
  ['其中，精炼铜252万吨、原铝869万吨、铅220万吨。', ['精炼铜', '原铝', '铅']],
  ['精炼铜、铅、锌产量分别为105万吨、74万吨、66万吨。', ['精炼铜产量', '铅产量', '锌产量']],
  ['东盟、欧盟、日本进出口分别增长8.2%、10.1%和1.5%。', ['东盟进出口', '欧盟进出口', '日本进出口']],
  ['碳酸锂均价报45万元/吨，近5日累计涨360元。', ['碳酸锂均价', '碳酸锂均价']],
  ['沪指午间最终收涨0.35%。', ['沪指']],
  ['这直接推动公司毛利率提升5个百分点。', ['公司毛利率']],
] as const)('of what a Chinese figure is: %s', (text, subjects) => expect(told(text).map((one) => one.split('] ')[1])).toEqual(subjects));

test.each([
  ['LME aluminium CMAL3 eased 0.3% to $2,455, nickel CMNI3 gained 1.2% to $15,610.', ['LME aluminium', 'LME aluminium', 'LME nickel', 'LME nickel']],
  ['Japan took 1,210 tons, South Korea 480 tons and Vietnam 455 tons.', ['Japan', 'South Korea', 'Vietnam']],
  ['Adjusted EBITDA rose to $11.5 million.', ['Adjusted EBITDA']],
  ['Sales grew to $61 million, driven by higher NdPr oxide sales volumes of 512 tonnes.', ['Sales', 'NdPr oxide sales volumes']],
  ['The result reflects a 4% decline in realized price.', ['realized price']],
  ['Offers range between $1,140 and $1,170 a kg.', ['Offers']],
  ['Demand is set to grow sixfold by 2031.', ['Demand']],
  ['They plan to build a 15,000-ton high-performance magnet project.', ['high-performance magnet project']],
  ['It will buy $350 million of preferred stock and set a floor.', ['preferred stock bought']],
  ['Shares of Oxide Hills closed up 11% at $20.45, while MP gained 6%.', ['Shares of Oxide Hills', 'Shares of Oxide Hills', 'MP']],
  ['碳酸锂期货主力合约2601收跌2.1%。', ['碳酸锂期货主力合约2601']],
  ['沪铜主力合约收涨1.1%。', ['沪铜主力合约']],
  ['LME aluminium firmed 0.5% to $2,610 a ton, zinc was up 1.6% at $2,840.', ['LME aluminium', 'LME aluminium', 'LME zinc', 'LME zinc']],
] as const)('of what a figure of a market report is: %s', (text, subjects) => expect(told(text).map((one) => one.split('] ')[1])).toEqual(subjects));

test.each([
  ['Spot charges for copper concentrate fell to minus $41.5 per tonne.', 'price -41.5 USD/t'],
  ['铜精矿现货TC跌至负41.5美元/吨。', 'price -41.5 USD/t'],
  ['地方为企业减负3.1亿元。', 'money 310000000 CNY'],
  ['The balance is RMB 3.1 billion, 510 million more than a year ago.', 'money 3100000000 CNY', 'change 510000000 CNY'],
  ['It was a fall of two fifths.', 'change 0.4 '],
  ['Diluted EPS was $(0.17).', 'price -0.17 USD/share'],
  ['The rate stood at 7.1602 Chinese yuan renminbi.', 'money 7.1602 CNY'],
] as const)('sums below zero and their like: %s', (text, ...expected) => expect(readLens({ title: '', text }).figures.map(({ kind, low, unit }) => `${kind} ${low} ${unit?.normal ?? ''}`)).toEqual(expected));

test('what a Chinese brief says of goods beside their prices is no figure', () => {
  const brief = '锂精矿（6%）价格持平，锂云母（2-2.5%）走弱。20mm中厚板均价4190元/吨，3.0热轧均价4270元/吨，普碳150坯报3850元/吨。唐山66%干基含税出厂640元/吨，45%钼精矿报1550元/吨度。玉米1809合约关注20日均线。年产20万吨热轧板卷。坚瑞科技(300999,SZ)收涨。3者合计41%。';
  expect(readLens({ title: '', text: brief }).figures.map(({ printed }) => printed)).toEqual(['4190元/吨', '4270元/吨', '3850元/吨', '640元/吨', '1550元/吨度', '20万吨', '41%']);
});

test('branches of one survey are told since when the first of them is', () => {
  const { figures } = readLens({ title: '', text: '采矿业增加值同比下降0.5%，制造业增长6.8%，电力生产和供应业增长7.7%。' });
  expect(figures.map(({ qualifiers }) => qualifiers.join(' '))).toEqual(['down year-on-year', 'up year-on-year', 'up year-on-year']);
});

test('what a company reports is of the one that the text is about', () => {
  const text = 'Revenue increased 37% to $41.2 million.\nMP Materials Corp. (NYSE: MP) reported its results. MP Materials said sales rose.';
  expect(told(text)).toEqual(['37 % [up] MP Materials Revenue', '41200000 USD [to] MP Materials Revenue']);
  expect(told('盛和资源(600392.SH)公告称，其一季度实现营收18亿元；净利润2.2亿元。')).toEqual(['1800000000 CNY [] 盛和资源营收', '220000000 CNY [] 盛和资源净利润']);
});

test.each([
  ['The project costs 300 million MNT.', ['300000000 ']],
  ['Imports were 103 million tonnes (Mt). Shipments rose to 320,000 mt.', ['103000000 t', '320000 t']],
  ['Imports were 103 million tonnes (mt). Stocks fell to 98,000 mt.', ['103000000 t', '98000 t']],
  ['公司综合税负12.5%，应负70%的责任，身负8亿元债务。', ['12.5 %', '70 %', '800000000 CNY']],
  ['The outlook was negative 18 months after the cut.', ['18 month']],
  ['Temperatures of minus 40 to 60 degrees.', ['-40..60 °C']],
  ['Charges fell to minus $40 to $45 a tonne.', ['-45..-40 USD/t']],
  ['升贴水-50~+30元/吨，价差-3,520元。', ['50 ', '30 CNY/t', '-3520 CNY']],
  ['Revenue was MSEK 1 234.5 (1 100.2).', ['1234500000 SEK', '1100200000 SEK']],
  ['The price was USD 110 (3) per tonne.', ['110 USD', '3 ']],
  ['Sales were €3.2 billion, 1.5 million more cars than last year.', ['3200000000 EUR', '1500000 ']],
  ['A mine with €20 100 m deep holes.', ['20 EUR', '100 m']],
  ['可生产最薄1.2mm的热轧板卷，70%铁精矿依赖进口，新签供货合约2108个，锂精矿(30%)出口占比最高。', ['1.2 mm', '70 %', '2108 个', '30 %']],
  ['PE100管材价格8000元/吨。', ['8000 CNY/t']],
] as const)('what looks like another form and is none: %s', (text, expected) => expect(readLens({ title: '', text }).figures.map(({ low, high, unit }) => `${low === high ? low : `${low}..${high}`} ${unit?.normal ?? ''}`)).toEqual(expected));

test.each([
  ['The share of private firms was 45%.', 'level'],
  ['The daily change is -300 yuan.', 'change'],
] as const)('of which kind it stays: %s', (text, kind) => expect(readLens({ title: '', text }).figures.map((one) => one.kind)).toEqual([kind]));

test.each([
  ['产量同比增长6%，铜价较年内高点下降15%。'],
  ['贷款余额同比增长8%，其中存款较年初增长3%。'],
  ['产值同比增长12%，采用新工艺能耗降低25%。'],
] as const)('since when the first is told is not since when another moved: %s', (text) => expect(readLens({ title: '', text }).figures.map(({ qualifiers }) => qualifiers.includes('year-on-year'))).toEqual([true, false]));

const subjects = (text: string): string[] => readLens({ title: '', text }).figures.map(({ subject }) => subject.words);

test('a company that nobody knows is told by its code, where the text names no other with one', () => {
  expect(subjects('Korrin Hill Resources Limited (ASX: KHR) reported.\nRevenue rose to A$12 million.')).toEqual(['Korrin Hill Revenue']);
  expect(subjects('Korrin Hill Resources Limited (ASX: KHR) and Oxide Bay Ltd (TSXV: OXB) merge.\nRevenue rose to A$12 million.')).toEqual(['Revenue']);
  expect(subjects('The ministry said production fell 8%. Korrin Hill (NYSE: KHR) led declines.')).toEqual(['production']);
  expect(subjects('LME copper fell 1%. In Yunnan, copper rose 3% to 78,000 yuan a tonne.')).toEqual(['LME copper', 'copper', 'copper']);
  expect(subjects('铽峰锂业(002999)三季报点评：稳健。\n净利润2亿元。')).toEqual(['铽峰锂业净利润']);
});

test('a headline and a list of places name nobody', () => {
  expect(told('Dysprosium Oxide Rises Again Over The Week\nPrices of magnets rose 5%.\nHong Kong, Macao and Taiwan-invested firms decreased by 3%.').map((one) => one.split('] ')[1])).toEqual(['Prices of magnets', 'Macao and Taiwan-invested']);
});

test('the day on which duties are to go into effect is told as such', () => {
  const [day] = readLens({ title: '', text: 'New duties on tungsten will go into effect on 27 September 2026.' }).figures;
  expect([day?.low, day?.role]).toEqual(['2026-09-27', 'effective']);
});
