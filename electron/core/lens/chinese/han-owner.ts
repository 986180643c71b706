import { matchesOf } from '../matches.ts';
import type { SubjectPlace } from '../english/english-place.ts';
import { hanPhrase } from './han-phrase.ts';

const PRICES = '到岸均价|到厂价|到港价|出口均价|进口均价|平均单价|平均价格?|均价|单价|中标价|溢价率|溢价';
const RATES = '开工率|利用率|产能利用率|市占率|渗透率|合格率|收率|回收率|综合回收率|平均品位|品位|覆盖率|良率|不良率|换手率|纯度|毛利率|占比|比例|比重|份额';
const SUMS = '库存|社会库存|产能|产量|销量|出口|进口|出口量|进口量|金额|出口额|出口金额|投资|总投资|注册资本|期限|利率|工期|建设期|持股|认缴|停工|成交|成交额|面积|占地面积|用地|采购|开采|冶炼分离|冶炼|需求|缺口|用量|消耗|订单|在手订单';
/** What a thing has, and says little without the thing. */
const ATTRIBUTE = new RegExp(`^(?:${PRICES}|${RATES}|${SUMS})$`);
/** Measures of what the figure before was itself: 营业收入1362亿元, 增速17.9%. */
const OF_FIGURE = /^(?:年均|平均)?(?:复合)?(?:增速|增长率|增幅|降幅|涨幅|跌幅|CAGR|周转天数|周转率|PB|PE|PS|ROE|市盈率|市净率)$/;
/** What a thing has, and what else has too: told with it where it is a name of few characters. */
const OF_THING = /^(?:余额|不良率|效率|税率|电耗|能耗|单耗|纯度|现金成本|成本|完全成本|单位成本|毛利|吨毛利|净利|吨净利|加工费|到货|到货量|装机|装机量|节电|寿命|规模|合格率|良品率|到位率|资金到位率|交货期|账期|有效期)$/;
/** What goods are made of: told of the goods named last. */
const OF_GOODS = /^(?:REO|TREO|纯度|含量|主含量)$/;
const OF_PRICE = new RegExp(`^(?:${PRICES})$`);
/** Such words at the end of what was told before: the thing stands in front of them. */
const TAIL = new RegExp(`(?:主流|市场|现货|成交|挂牌|拍卖|的|总|合计|累计)*(?:${PRICES}|价格|报价|成交价|${RATES}|${SUMS}|净利润|净利|利润|收入|营收|产值)$`);
const OF_TAIL = /(?:余额|有效期|材料|效率|税率|电耗|能耗|成本|毛利|净利|用量|价|到厂|不含税|含税)+$/;
/** Goods, by their names. */
const GOODS = /(?:中钇富铕矿|(?:毛坯|烧结|粘结|热压)*钕铁硼(?:毛坯)?|[多高]?(?:氧化|碳酸|氯化|金属|混合)+[镧铈镨钕钐铕钆铽镝钬铒铥镱镥钇钪稀土锑钨锗镓铟铋]+|[镧铈镨钕钐钆铽镝钬铒铥镱镥钇钪锑钨锗镓铟铋]+(?:铁硼?|锭)?(?:合金)?|碳酸稀土|稀土(?:金属)?矿|氟碳铈精?矿|独居石|(?:稀土)?精矿|钕铁硼|(?:镨钕)?废料)/gu;
/** The goods that some words name last, behind the head of their line; null where they name none. */
export const goodsIn = (words: string): string | null => matchesOf(words.replace(/^.*(?:方面|市场|端)?[:：】]/, ''), GOODS).at(-1)?.[0] ?? null;
/** Characters at most in front of an attribute: the more it says itself, the fewer. */
const MOST_PRICED = 9;
const MOST_OF_FIGURE = 12;
const mostOf = (words: string): number => (OF_PRICE.test(words) ? MOST_PRICED : words === '冶炼分离' ? 8 : /^(?:金额|品位|需求|订单|采购)$/.test(words) ? 2 : words.endsWith('率') && !/(?:开工|利用)率$/.test(words) ? 4 : 6);

/** What has an attribute: what stands before the bracket it is in, what the figure before was of, or what heads the paragraph. */
function ownerOf(words: string, { lead, earlier, topic, product }: SubjectPlace): string {
  const bracket = /([^,，。;；:：()（）]+)[(（][^()（）]*$/.exec(lead)?.[1];
  const most = mostOf(words);
  if (bracket !== undefined && !OF_GOODS.test(words)) return hanPhrase(bracket).slice(-4);
  const told = earlier?.words ?? '';
  if (OF_GOODS.test(words)) return matchesOf(/(.*)[(（][^()（）]*$/.exec(lead)?.[1] ?? lead, GOODS).at(-1)?.[0] ?? '';
  if (OF_PRICE.test(words)) {
    const goods = matchesOf(told, GOODS).at(-1)?.[0];
    if (goods !== undefined) return goods;
  }
  if (OF_FIGURE.test(words)) return /^(?:level|mass|money|share|price)$/.test(earlier?.kind ?? '') || (words === '增速' && earlier?.kind === 'change') ? told : '';
  if (OF_THING.test(words)) {
    const thing = told.replace(TAIL, '').replace(OF_TAIL, '').replace(/^.*的/, '');
    const owner = thing === '' ? (topic ?? '') : thing !== told || thing.length <= 4 ? thing : '';
    return owner.length <= 2 * words.length - 2 ? owner : '';
  }
  if (words === '金额') return /(出口|进口)/.exec(told)?.[0] ?? /(?:回购|收购|增持|减持|发行|认购|质押)(?:股份|股票|股权|债券)/.exec(lead)?.[0] ?? '';
  const stem = told.replace(TAIL, '').replace(/^.*的/, '').replace(/^(?:外销|内销|销售|交付)$/, '');
  if (stem !== '' && (stem !== told || stem.length <= 4) && stem.length <= most) return stem;
  if (OF_PRICE.test(words)) return product ?? (told === '' ? (topic ?? '') : '');
  return told === '' ? (topic ?? '') : '';
}

/** A bare attribute with whose it is, where a few characters name that; other words as they are. */
export function withHanOwner(words: string, place: SubjectPlace): string {
  if (!(ATTRIBUTE.test(words) || OF_FIGURE.test(words) || OF_THING.test(words) || OF_GOODS.test(words)) || (place.kind === 'share' && /(?:冶炼|分离|开采|出口|进口|需求|产能)$/.test(words))) return words;
  const owner = ownerOf(words, place);
  return owner === '' || !/\p{Script=Han}/u.test(owner) || owner.includes(words) || words.includes(owner) || owner.length > (OF_FIGURE.test(words) ? MOST_OF_FIGURE : MOST_PRICED) ? words : `${owner}${words}`;
}
