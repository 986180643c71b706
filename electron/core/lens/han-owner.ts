import type { SubjectPlace } from './english-place.ts';
import { hanPhrase } from './han-phrase.ts';

const PRICES = '到岸均价|到厂价|到港价|出口均价|进口均价|均价|单价|中标价|溢价率|溢价';
const RATES = '开工率|利用率|产能利用率|市占率|渗透率|合格率|收率|回收率|综合回收率|平均品位|品位|覆盖率|良率|不良率|换手率|纯度|毛利率|占比|比例|比重|份额';
const SUMS = '库存|社会库存|产能|产量|销量|出口|进口|出口量|进口量|金额|出口额|出口金额|投资|总投资|注册资本|期限|利率|工期|建设期|持股|认缴|停工|成交|成交额|面积|占地面积|用地|采购|开采|冶炼分离|冶炼|需求|缺口|用量|消耗|订单|在手订单';
/** What a thing has, and says little without the thing. */
const ATTRIBUTE = new RegExp(`^(?:${PRICES}|${RATES}|${SUMS})$`);
const OF_PRICE = new RegExp(`^(?:${PRICES})$`);
/** Such words at the end of what was told before: the thing stands in front of them. */
const TAIL = new RegExp(`(?:主流|市场|现货|成交|挂牌|拍卖|的|总|合计|累计)*(?:${PRICES}|价格|报价|成交价|${RATES}|${SUMS}|净利润|净利|利润|收入|营收|产值)$`);
/** Goods, by their names. */
const GOODS = /(?:[多高]?(?:氧化|碳酸|氯化|金属|混合)+[镧铈镨钕钐铕钆铽镝钬铒铥镱镥钇钪稀土锑钨锗镓铟铋]+|[镧铈镨钕钐钆铽镝钬铒铥镱镥钇钪锑钨锗镓铟铋]+(?:铁|锭)?(?:合金)?|碳酸稀土|稀土(?:金属)?矿|氟碳铈精?矿|独居石|(?:稀土)?精矿|钕铁硼|(?:镨钕)?废料)/gu;
/** Characters at most in front of an attribute: the more it says itself, the fewer. */
const MOST_PRICED = 9;
const mostOf = (words: string): number => (OF_PRICE.test(words) ? MOST_PRICED : words === '冶炼分离' ? 8 : /^(?:金额|品位|比例|比重|需求|订单|采购)$/.test(words) ? 2 : words.endsWith('率') && !/(?:开工|利用)率$/.test(words) ? 4 : 6);

/** What has an attribute: what stands before the bracket it is in, what the figure before was of, or what heads the paragraph. */
function ownerOf(words: string, { lead, earlier, topic, product }: SubjectPlace): string {
  const bracket = /([^,，。;；:：()（）]+)[(（][^()（）]*$/.exec(lead)?.[1];
  const most = mostOf(words);
  if (bracket !== undefined) return hanPhrase(bracket).slice(-4);
  const told = earlier?.words ?? '';
  if (OF_PRICE.test(words)) {
    const goods = [...told.matchAll(GOODS)].at(-1)?.[0];
    if (goods !== undefined) return goods;
  }
  if (words === '金额') return /(出口|进口)/.exec(told)?.[0] ?? '';
  const stem = told.replace(TAIL, '').replace(/^.*的/, '');
  if (stem !== '' && (stem !== told || stem.length <= 4) && stem.length <= most) return stem;
  if (OF_PRICE.test(words) && told === '') return product ?? topic ?? '';
  return told === '' ? (topic ?? '') : '';
}

/** A bare attribute with whose it is, where a few characters name that; other words as they are. */
export function withHanOwner(words: string, place: SubjectPlace): string {
  if (!ATTRIBUTE.test(words) || (place.kind === 'share' && /(?:冶炼|分离|开采|出口|进口|需求|产能)$/.test(words))) return words;
  const owner = ownerOf(words, place);
  return owner === '' || !/\p{Script=Han}/u.test(owner) || owner.includes(words) || words.includes(owner) || owner.length > MOST_PRICED ? words : `${owner}${words}`;
}
