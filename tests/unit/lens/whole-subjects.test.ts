import { describe, expect, test } from 'vitest';
import { readLens } from '../../../electron/core/lens/read-lens.ts';

const saidOf = (text: string): string[] => readLens({ title: '', text }).figures.map(({ printed, subject }) => `${printed}: ${subject.words}`);

describe('what a Chinese measure is of is told whole', () => {
  test.each([
    ['稀土氧化物产量5,871吨、销量9,034吨。', ['5,871吨: 稀土氧化物产量', '9,034吨: 稀土氧化物销量']],
    ['绿色冶炼升级改造二期项目总投资41.2亿元，已完成形象进度72%，吨产品水耗下降35%。', ['41.2亿元: 绿色冶炼升级改造二期项目总投资', '72%: 绿色冶炼升级改造二期项目形象进度', '35%: 绿色冶炼升级改造二期项目吨产品水耗']],
    ['县农商行推出“稀土链e贷”，累计授信6.6亿元，惠及企业25家。', ['6.6亿元: 稀土链e贷授信', '25家: 稀土链e贷惠及企业']],
    ['设立20亿元的产业引导基金，已投放3.7亿元，撬动社会资本15亿元。', ['20亿元: 产业引导基金', '3.7亿元: 产业引导基金投放', '15亿元: 产业引导基金社会资本']],
    ['伴生五氧化二铌8.3万吨，平均品位0.131%。', ['8.3万吨: 伴生五氧化二铌', '0.131%: 五氧化二铌平均品位']],
    ['纯度99.999%及以上、直径超过300毫米的氧化钇靶材（见附件）实施管制。', ['99.999%: 氧化钇靶材纯度', '300毫米: 氧化钇靶材直径']],
    ['对申报不实的，处50万元以上500万元以下罚款。', ['50万元以上500万元: 申报不实罚款']],
    ['主管部门自受理申请之日起45个工作日内进行审查；17家企业应在18个月内完成技术改造。', ['45个工作日: 审查期限', '17家: 企业', '18个月: 技术改造期限']],
    ['稀土产业链128家规上企业贡献产值89.4亿元，下游4个断面氨氮浓度下降62%。', ['128家: 稀土产业链规上企业', '89.4亿元: 规上企业贡献产值', '4个: 下游断面氨氮浓度', '62%: 断面氨氮浓度']],
    ['第一大股东瑞和控股持股28.75%，其中质押4,200万股。', ['28.75%: 第一大股东瑞和控股持股', '4,200万股: 瑞和控股质押']],
    ['恒磁公司落户云岭，占地320亩。去年，公司实现营收21.3亿元。', ['320亩: 恒磁公司占地面积', '21.3亿元: 恒磁公司营收']],
    ['若氧化镨钕价格下跌10%，公司全年净利润预计减少约6.4亿元。', ['10%: 氧化镨钕价格', '6.4亿元: 公司全年净利润']],
    ['氧化镧4200元/吨，氧化铈（≥99.9%）1.2万元/吨。', ['4200元/吨: 氧化镧', '99.9%: 氧化铈纯度', '1.2万元/吨: 氧化铈']],
    ['全年开采、冶炼分离指标分别为29.8万吨和28.1万吨。', ['29.8万吨: 全年开采指标', '28.1万吨: 冶炼分离指标']],
    ['董事会同意以2亿元至4亿元自有资金回购股份。', ['2亿元至4亿元: 回购股份']],
    ['财政贴息1200万元，平均为每家企业节省融资成本48万元。', ['1200万元: 财政贴息', '48万元: 融资成本']],
    ['新增变电容量36万千伏安。', ['36万千伏安: 变电容量']],
  ])('%s', (text, said) => expect(saidOf(text)).toEqual(said));
});

describe('what an English figure is of stands beside it, across lists, places and holes', () => {
  test.each([
    ['A tender cleared 60 tonnes of NdPr oxide at 561,500 yuan/tonne and 5 tonnes of dysprosium oxide at 1.573 million yuan/tonne.', ['60 tonnes: tender NdPr oxide', '561,500 yuan/tonne: NdPr oxide', '5 tonnes: dysprosium oxide', '1.573 million yuan/tonne: dysprosium oxide']],
    ['The listed price was RMB 559,200 per ton for Nd-Pr oxide and RMB 687,000 per ton for Nd-Pr metal.', ['RMB 559,200 per ton: Nd-Pr oxide listed price', 'RMB 687,000 per ton: Nd-Pr metal listed price']],
    ['- NdPr oxide, ex works China, VAT included: 558,000-564,000 yuan/tonne (down 2,000 yuan)', ['558,000-564,000 yuan/tonne: NdPr oxide', '2,000 yuan: NdPr oxide']],
    ['The Company sold 1,118 tonnes of rare earth products for revenue of A$38.7 million.', ['1,118 tonnes: rare earth products', 'A$38.7 million: revenue']],
    ['The workforce grew by 84 to 1,137 people, 27% of them women.', ['84: workforce', '1,137 people: workforce', '27%: women among workforce']],
    ['Of the NdPr, 62% went to Japan, 27% to Korea and the balance to Europe.', ['62%: NdPr to Japan', '27%: NdPr to Korea']],
    ['Trioxide-grade antimony lost 5.8% in Rotterdam to $31,500-33,000/t.', ['5.8%: Trioxide-grade antimony', '$31,500-33,000/t: Trioxide-grade antimony']],
    ['A 10% change in the NdPr price would alter EBITDA by €0.4m.', ['10%: NdPr price change', '€0.4m: change in the NdPr price']],
    ['Yttrium oxide, still the tightest market, jumped 17pc to $140/kg.', ['17pc: Yttrium oxide', '$140/kg: Yttrium oxide']],
    ['Hole WH-25-017 cut 46.5 m grading 2.08% TREO.', ['46.5 m: hole WH-25-017 intercept', '2.08%: hole WH-25-017 TREO grade']],
    ['Orders of semiconductor coating materials poured in, and the sales income of this item rose to 144 million yuan.', ['144 million yuan: sales income of semiconductor coating materials']],
    ['Huanyu Recycling is busy. The annual processing capacity of the company was expanded from 6000 tons to 15000 tons.', ['6000 tons: Huanyu Recycling annual processing capacity', '15000 tons: Huanyu Recycling annual processing capacity']],
    ['Rare Metals: gallium sales volume was 21 tonnes and hafnium 13 tonnes.', ['21 tonnes: gallium sales volume', '13 tonnes: hafnium sales volume']],
    ['The unit conversion cost of magnets dropped to $19.60/kg as yields rose from 64% to 79%.', ['$19.60/kg: unit conversion cost of magnets', '64%: yields', '79%: yields']],
    ['Capital expenditure came to $37 million, and grants of €9.6 million were received.', ['$37 million: Capital expenditure', '€9.6 million: grants']],
    ['The Netherlands jumped 2.6 times to 96 tons.', ['2.6 times: Netherlands', '96 tons: Netherlands']],
    ['Rare earth exporters prospered. Unlisted rare earth oxide imported 2,745 tons, among which Myanmar 1,496 tons.', ['2,745 tons: Unlisted rare earth oxide', '1,496 tons: rare earth oxide Myanmar']],
    ['- Net income of $5.1 million, versus a net loss of $2.9 million', ['$5.1 million: Net income', '$2.9 million: net loss']],
    ['– 165: jobs at Longwy', ['165: jobs at Longwy']],
    ['US anti-dumping duties of 93.5% continue to keep Chinese anode out.', ['93.5%: US anti-dumping duties']],
    ['Volumes rose to 412 tonnes.', ['412 tonnes: Volumes']],
    ['CIF North Asia carbonate was indicated at $10.90-11.40/kg.', ['$10.90-11.40/kg: carbonate']],
    ['氧化镝价格由昨日的1495元/公斤回落至1480元/公斤。', ['1495元/公斤: 氧化镝价格', '1480元/公斤: 氧化镝价格']],
    ['遴选30项以内稀土新材料应用示范项目。', ['30项: 稀土新材料应用示范项目']],
    ['Headcount was 612, of whom 23% are women.', ['612: Headcount', '23%: Headcount women']],
    ['An electric car holds 2 kg of magnets.', ['2 kg: electric car magnets']],
    ['A mine would bring €15 million in tax every year.', ['€15 million: mine tax']],
    ['Exports were 13.2 billion yuan and imports 4.65 billion yuan.', ['13.2 billion yuan: Exports', '4.65 billion yuan: imports']],
  ])('%s', (text, said) => expect(saidOf(text)).toEqual(said));
});
