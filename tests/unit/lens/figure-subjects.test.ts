import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../electron/contract/lens.ts';
import { readLens } from '../../../electron/core/lens/read-lens.ts';

const figuresOf = (text: string): readonly Figure[] => readLens({ title: '', text }).figures;
const saidOf = (text: string): string[] => figuresOf(text).map(({ printed, subject }) => `${printed}: ${subject.words}`);

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
    ['到位资金68亿元，完成年度任务的94.9%。', ['68亿元: 到位资金', '94.9%: 到位资金完成年度任务']],
    ['氧化镝周跌2万元/吨至159万元/吨，成交价158万元/吨。', ['2万元/吨: 氧化镝', '159万元/吨: 氧化镝', '158万元/吨: 氧化镝']],
    ['2.6亿元用于研发中心建设。', ['2.6亿元: 研发中心']],
  ])('%s', (text, said) => {
    expect(saidOf(text)).toEqual(said);
  });
});

test('subjects are of the clause, the list and the figure before', () => {
  expect(figuresOf('Exports of magnets, alloys and oxides were 5,200, 310 and 2,940 tonnes respectively.').map(({ subject }) => subject.words)).toEqual(['magnets exports', 'alloys exports', 'oxides exports']);
  expect(figuresOf('Total investment reached 3 billion yuan, up 5%, and 14 key projects started.').map(({ subject }) => subject.words)).toEqual(['Total investment', 'Total investment', 'key projects started']);
  expect(figuresOf('全区产值416亿元，同比增长18%，其中规上企业42家。').map(({ subject }) => subject.words)).toEqual(['全区产值', '全区产值', '规上企业']);
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
    ['Hole MR-212 returned 41 metres at 4.9% TREO from 18 metres.', ['41 metres: hole MR-212 intercept', '4.9%: hole MR-212 TREO grade', '18 metres: hole MR-212 depth']],
    ['At a capital cost of $178 million.', ['$178 million: capital cost']],
    ['Power accounts for 35 percent of costs, reagents for 28 percent.', ['35 percent: Power share of costs', '28 percent: reagents']],
    ['1,830 delegates from 34 countries came, 15% more than last year.', ['1,830: delegates', '34: countries', '15%: delegates']],
    ['氧化镨钕主流报价54.8-55.3万元/吨，均价较昨日上涨0.4万元/吨。', ['54.8-55.3万元/吨: 氧化镨钕主流报价', '0.4万元/吨: 氧化镨钕均价']],
    ['一期产能8000吨、投资11.6亿元。', ['8000吨: 一期产能', '11.6亿元: 一期投资']],
    ['该项目占地180亩。', ['180亩: 项目占地面积']],
    ['均为含13%增值税现款价。', ['13%: 增值税']],
    ['采购1.5万吨氧化镨钕，金额84亿元，居全省第一位。', ['1.5万吨: 氧化镨钕采购', '84亿元: 金额', '第一位: 金额']],
    ['氧化镧1.83万吨、氧化铈6120吨，两者合计占出口量的46.3%。', ['1.83万吨: 氧化镧', '6120吨: 氧化铈', '46.3%: 氧化镧和氧化铈']],
    ['公司拟以2.38亿元收购某电机公司。', ['2.38亿元: 收购某电机公司']],
    ['Recyclers cover 40% of needs.', ['40%: Recyclers needs']],
    ['The kilns achieved 91% utilisation.', ['91%: kilns utilisation']],
    ['Fifteen kilns closed and three quarters of the output was lost.', ['Fifteen: kilns closed', 'three quarters: output']],
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
    ['稀土精矿（REO=50%）2.7万元/吨。', ['50%: 稀土精矿REO', '2.7万元/吨: 稀土精矿']],
    ['主要产品产量。稀土金属310吨。', ['310吨: 稀土金属产量']],
    ['Guidance of 4,200 tonnes of NdPr is kept.', ['4,200 tonnes: NdPr guidance']],
    ['Customers sign two-year contracts.', ['two-year: contracts']],
    ['Its margin was 14%, better than the rival’s 9%.', ['14%: margin', '9%: margin of rival']],
    ['We recognised $1.5 million as our 30% share of loss at Brine Hill.', ['$1.5 million: share of loss', '30%: share']],
    ['The resource is 90 Mt, of which 30 Mt at 1,800 ppm is Indicated.', ['90 Mt: resource', '30 Mt: resource Indicated', '1,800 ppm: resource head grade']],
    ['Uranium segment. We sold 120,000 pounds in May.', ['120,000 pounds: Uranium segment sales']],
    ['It issued $90 million of 4.5% senior notes.', ['$90 million: senior notes issued', '4.5%: senior notes']],
    ['Working capital was $40 million, including cash $12 million.', ['$40 million: Working capital', '$12 million: cash']],
    ['Exports accounted for 20% of sales: 650 tons went to Europe.', ['20%: Exports share of sales', '650 tons: exports to Europe']],
    ['Nd output was 50 t and Dy output 4 t; the former rose 9% and the latter 3%.', ['50 t: Nd output', '4 t: Dy output', '9%: Nd output', '3%: Dy output']],
    ['镨钕类960吨、镝铽类40吨，前者同比增长5%、后者减少2%。', ['960吨: 镨钕类', '40吨: 镝铽类', '5%: 镨钕类', '2%: 镝铽类']],
    ['收入方面，氧化物26亿元，金属类9亿元。', ['26亿元: 氧化物收入', '9亿元: 金属类收入']],
    ['违者处违法所得三倍以上五倍以下罚款。', ['三倍以上五倍以下: 违法所得罚款']],
    ['氧化镧、氧化铈价格持平，分别报4200元/吨、1.2万元/吨。', ['4200元/吨: 氧化镧', '1.2万元/吨: 氧化铈']],
  ])('%s', (text, said) => expect(saidOf(text)).toEqual(said));
});

test('what runs at a share of its capacity is what is told of, not the running', () => {
  expect(figuresOf('The plant is running at about 60% of capacity.')[0]?.subject.words).toBe('plant');
});
