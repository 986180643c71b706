import { describe, expect, test } from 'vitest';
import { readLens } from '../../../electron/core/lens/read-lens.ts';

const saidOf = (text: string): string[] => readLens({ title: '', text }).figures.map(({ printed, subject }) => `${printed}: ${subject.words}`);

describe('a short measure is said with what it is of', () => {
  test.each([
    ['The town gives a subsidy of 10% of the equipment investment.', ['10%: town subsidy of equipment investment']],
    ['Cash inflow came after payments of A$17.5m in royalties and taxes.', ['A$17.5m: royalties and taxes']],
    ['Capital expenditure was A$61 million, of which A$44 million went into the cracking circuit.', ['A$61 million: Capital expenditure', 'A$44 million: Capital expenditure into cracking circuit']],
    ['China imported 3,870t of rare earth compounds in April, down by 38% on the year.', ['3,870t: rare earth compounds imports', '38%: rare earth compounds imports']],
    ['The park has 57 enterprises and 8,600 employees, 73% of whom are local villagers.', ['57: park enterprises', '8,600: park employees', '73%: local villagers among employees']],
    ['Jiangxi Ruiyao Magnetics grew. The company invested 1.15 billion yuan.', ['1.15 billion yuan: Ruiyao company investment']],
    ['Nearly 140 experts gave reports to guests from 17 countries and regions.', ['140: experts gave reports', '17: countries and regions']],
    ['The number of visitors reached 61,500 people.', ['61,500 people: visitors']],
    ['8月，年产5000吨高性能磁钢项目开工，建设周期18个月。', ['5000吨: 高性能磁钢项目', '18个月: 高性能磁钢项目建设周期']],
    ['研发费用8455万元，占营业收入的4.6%。', ['8455万元: 研发费用', '4.6%: 研发费用占营业收入']],
    ['对引进的博士给予40万元购房补贴。', ['40万元: 博士购房补贴']],
    ['今年新签约稀土项目9个，签约资金32.5亿元。', ['9个: 新签约稀土项目', '32.5亿元: 稀土项目签约资金']],
    ['全县稀土产业产值104亿元，占规上工业总产值的29.4%。', ['104亿元: 全县稀土产业产值', '29.4%: 稀土产业占规上工业总产值']],
    ['缅甸矿到货2750吨，仅为去年同期的六成。', ['2750吨: 缅甸矿到货', '六成: 缅甸矿到货相当于去年同期']],
    ['净利润6.01亿元，上年同期为2.35亿元。', ['6.01亿元: 净利润', '2.35亿元: 上年同期净利润']],
    ['某集团招标采购200吨氧化镨钕。', ['200吨: 氧化镨钕采购']],
    ['Dysprosium outside China traded at three times the domestic Chinese price.', ['three times: Dysprosium outside China to domestic Chinese price']],
    ['NdPr makes up 21.8% of cost but 89% of revenue.', ['21.8%: NdPr share of cost', '89%: NdPr share of revenue']],
    ['开展为期90天的专项检查，取得31份出口许可证。', ['90天: 专项检查', '31份: 出口许可证']],
  ])('%s', (text, said) => expect(saidOf(text)).toEqual(said));
});

describe('goods are the ones that stand there', () => {
  test.each([
    ['轻稀土方面：氧化镨钕主流报价56.6万元/吨，成交均价56.75万元/吨。', ['56.6万元/吨: 氧化镨钕主流报价', '56.75万元/吨: 氧化镨钕成交均价']],
    ['磁材方面：烧结钕铁硼N35含税价130元/公斤，40H为188元/公斤。', ['130元/公斤: 烧结钕铁硼N35含税价', '188元/公斤: 烧结钕铁硼40H']],
    ['锗锭1.43万元/公斤，锑16.8万元/吨。', ['1.43万元/公斤: 锗锭', '16.8万元/吨: 锑']],
    ['NdPr metal was assessed Yn9,000/t higher at Yn694,000/t.', ['Yn9,000/t: NdPr metal', 'Yn694,000/t: NdPr metal']],
    ['NdPr oxide, min 99.5%, rose to Yn568,000/t.', ['99.5%: NdPr oxide', 'Yn568,000/t: NdPr oxide']],
    ['Scrap was at $90/kg. Gallium was steady at $1,180/kg duty unpaid Rotterdam.', ['$90/kg: Scrap', '$1,180/kg: Gallium']],
    ['Exports of rare earths, all products, amounted to 4,985t.', ['4,985t: Exports of rare earths']],
  ])('%s', (text, said) => expect(saidOf(text)).toEqual(said));
});

test('an index is told by all its words, a road and a person own nothing', () => {
  expect(saidOf('The Lantan Rare Earth Price Index was published. The index closed at 213.6 points.').at(-1)).toBe('213.6 points: Rare Earth Price index');
  expect(saidOf('Correspondent Wu Jing saw Keji 2nd Road. The cost was 5 million yuan.').at(-1)).toBe('5 million yuan: cost');
});
