import { hasVerb } from '../english/subject-words.ts';
import type { Said } from './carried-subject.ts';

/** Where a figure stands whose own words only name a thing. */
export interface NamedPlace {
  readonly kind: string;
  /** Normal form; null where there is none. */
  readonly unit: string | null;
  /** What stands between the figure before and this one. */
  readonly since: string;
  /** Of the figures before in the same statement, also over semicolons; the nearest last. */
  readonly here: readonly Said[];
  /** What heads its list: 主要产品产量。; empty where nothing does. */
  readonly head: string;
}

const MEASURE = String.raw`output value|output|production|capacity|exports?|imports?|sales volume|sales|shipments|deliveries|revenues?|inventor(?:y|ies)|stocks|demand|consumption|supply|investment|expenditure|quota|recovery|throughput|turnover|grade`;
const ENGLISH = new RegExp(String.raw`(?:^|\s)(${MEASURE})(?:$| (?:of|to|from|in|for|TREO|NdPr|REO)\b)`, 'i');
const HAN = /(?:毛坯|成品)?(产量|产能|总产值|产值|营业收入|营收|净利润|利润|收入|增加值|税收|出口交货值|出口[量额]?|进口[量额]?|需求量?|销量|销售额|库存|投资额?|现金成本|成本|用量|到货量?|消费量?|装机量?|储量|资源量|配额|指标|挂牌价|收购价|出厂价|指导价)$/;
/** Sums of a company, each of its own sort. */
const FINANCE = /\b(?:cash|debt|loans?|dividends?|funds?|grants?|capex|EBITDA|NPV|tax|profit|loss|income|assets?|equity|costs?|prices?|value|revenue|reserves?|royalt(?:y|ies)|interest|payments?|working capital|share|premium)\b/i;
const HAN_FINANCE = /(?:亏|损|额|价|值|费|款|金|税|本|债|润|率|比|量|能|产|资|入|出|益|息|价差|市值|存|股|补贴|奖励|订单|缺口|合计|总计)$/;
const AUXILIARY = /\b(?:was|were|is|are|at|with|reached|including|made up|accounted for|took|takes|received|bought|imported|followed by|got)\b/gi;
/** 大厂开工率八成,中小厂六成: who has the rate told before. */
const HAN_RATE = /((?:产能)?(?:开工|利用)率?|开工|渗透率|良率)$/;
const HAN_WHO = /^(?:大|中小|中|小|头部|一线|二三线|二线|三线|其他|个别|部分|国内|海外|北方|南方|民营|磁材|金属|分离)*(?:企业|厂家?|工厂|冶炼厂|分离厂|磁材厂)$/;
/** Kinds that a measure goes on for. */
const AMOUNTS = /^(?:mass|money|level|price|count)$/;

const measureOf = (words: string): string | null => (ENGLISH.exec(words) ?? HAN.exec(words))?.[1] ?? null;

/** Whether words name a thing and nothing that is measured of it. */
function isName(words: string, { kind, since }: NamedPlace): boolean {
  // What is needed, used or handed over is no more what was made.
  if (/[需耗含用](?!户)|交付|采购|供应|产出/.test(since) && /\p{Script=Han}/u.test(words)) return false;
  if (words === '' || /\d/.test(words) || measureOf(words) !== null) return false;
  if (/\p{Script=Han}/u.test(words)) return words.length >= 2 && words.length <= 6 && !HAN_FINANCE.test(words);
  return words.split(' ').length <= 2 && !FINANCE.test(words) && (kind === 'mass' || /^[A-Z]/.test(words)) && !hasVerb(since.replace(AUXILIARY, ' '));
}

/**
 * "Output was 4,830 t, of which 1,640 t of NdPr", 赣源市营业收入1362亿元；宜川市894亿元: a name alone takes over what was measured, in the same unit, of what was told before.
 * Gives other words as they are.
 */
export function withMeasure(words: string, place: NamedPlace): string {
  const { kind, unit, here, head } = place;
  if (unit === '%' && kind !== 'change' && HAN_WHO.test(words)) {
    const last = here.at(-1);
    const rate = last?.unit === '%' ? HAN_RATE.exec(last.words)?.[1] : undefined;
    return rate === undefined || words.includes(rate) ? words : `${words}${rate}`;
  }
  if (!AMOUNTS.test(kind) || unit === '%' || (unit === null && (kind !== 'count' || !/^[A-Z]/.test(words))) || !isName(words, place)) return words;
  const measure = measureOf(here.findLast((one) => (unit === null ? one.kind === 'mass' : one.unit === unit && one.kind === kind) && measureOf(one.words) !== null)?.words ?? '') ?? (here.length === 0 || !here.some((one) => one.unit === unit) ? measureOf(head) : null);
  if (measure === null || words.includes(measure)) return words;
  return /\p{Script=Han}/u.test(measure) ? `${words}${measure}` : `${words} ${measure.toLowerCase()}`;
}
