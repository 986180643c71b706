import { HAN_COMPANY } from './han-names.ts';

/** Measures that are told of somebody. */
const MEASURE = /(?:力|电|效|命|收|额|值|入|润|税|资|本|积|地|产|量|能|数|率|重|比|期|度|耗|人|业|家|利|口|线|件|款|金|股权|设备|订单|库存|成本|亏损|占比|投入|补助|就业|生产线|企业|项目|员工|职工|存货|货币资金|款项|借款|负债|商誉|工程|收益率|ROE|PE|PB|分红|毛利|现金流)$/;

/** 公司营业收入: of the company that was named. */
const OF_COMPANY = /^(?:该|本)?(?:公司|企业)(?=.{2,4}$)/;
/** What a company makes or deals in: 生产镨钕金属. */
const DEALS = /^(?:生产|出口|进口|销售|处理|回收|采购|产出)\p{Script=Han}{3,}$/u;
/** What is told of it already, so that it needs no more: 入驻企业. */
const MODIFIED = /^(?:单|培养|入驻|新增|在建|投|前|规上|新)/;

/** What was counted last before in a sentence, where it may have money: 重点项目52个. */
export function hanCountedBefore(before: readonly { readonly kind: string; readonly subject: { readonly words: string } }[]): string | null {
  const words = before.findLast(({ kind }) => kind === 'count')?.subject.words ?? '';
  return /(?:项目|企业)$/.test(words) && words.length > 2 ? words : null;
}

const MOST_OF_WHOLE = 12;
/** A measure that was told with what it is of, told again without: 稀土产业营收, then 营收; 稀土出口, then 出口金额. */
export function toldFully(words: string, said: readonly { readonly subject: { readonly words: string } }[], isPart = false): string | null {
  // 其中12月进口量206万吨 is of what was told right before, however long that is.
  const most = isPart ? MOST_OF_WHOLE : 2 * (words.length - 1);
  if (words.length < 2 || words.length > 4 || !MEASURE.test(words)) return null;
  for (const { subject } of said.toReversed()) {
    const { words: full } = subject;
    if (full.length > words.length && full.length - words.length <= most && full.endsWith(words)) return full;
    const trade = /^(.{2,4})(出口|进口)$/.exec(full);
    if (trade && words.startsWith(trade[2] ?? ' ') && words.length > 2) return `${trade[1] ?? ''}${words}`;
  }
  return null;
}

/** What those that are counted have. */
const SUMS = /^(?:年度)?(?:计划)?(?:总|完成)?(?:投资额?|产值|营收|营业收入|合同额|(?:合同|签约|协议|到位|意向)(?:资金|金额|总额)|利税|税收|从业人员|员工)$/;

/** Whether two characters of one stand side by side in the other too. */
const isAlike = (words: string, other: string): boolean => Array.from({ length: words.length - 1 }, (_, at) => words.slice(at, at + 2)).some((two) => other.includes(two));

/** 归属于上市公司股东的净利润: as good as a few characters. */
const OF_HOLDERS = /^(?:归属?于?(?:上市公司|母公司|本公司|公司)?(?:普通股)?(?:股东|所有者)的?)?(?:扣除非经常性损益(?:后)?的?)?净利润?$/;

/** A measure of a few characters takes along of whom it is, as long as it stays no less than a third; other words stay as they are. */
export function withHanHolder(words: string, { told, counted }: { readonly told: string | null; readonly counted: string | null }): string {
  if (counted !== null && SUMS.test(words) && !counted.includes(words)) return `${counted.slice(-Math.min(4, 2 * words.length - 2))}${words}`;
  const length = OF_HOLDERS.test(words) ? 5 : words.length;
  if (told !== null && HAN_COMPANY.test(told) && OF_COMPANY.test(words)) return `${told}${words.replace(OF_COMPANY, '')}`;
  if (told !== null && told.length <= 6 && HAN_COMPANY.test(told) && DEALS.test(words) && length <= 9 && !words.includes(told.slice(0, 2))) return `${told}${words}`;
  if (told === null || length < 2 || length > 5 || !MEASURE.test(words) || MODIFIED.test(words) || /[A-Za-z\d]/.test(words)) return words;
  if (told.length > (HAN_COMPANY.test(told) ? Math.max(4, 2 * length - 2) : 2 * length - 2) || isAlike(words, told)) return words;
  return `${told}${words.replace(/^(?:公司|企业)(?=.{2})/, '')}`;
}

/** 上年同期为2.35亿元, 累计出口5.27万吨: what was so a year before, or is so in all, told with it. */
export function withTime(words: string, lead: string): string {
  if (words.length >= 3 && !words.includes('同期') && /(?:上年|去年)同期(?:为|是)?$/.test(lead)) return `上年同期${words}`;
  const trade = /累计(出口|进口)(?:了|约|达)?$/.exec(lead)?.[1];
  return trade !== undefined && words.endsWith(trade) && words.length > 2 && !words.includes('累计') ? `${words.slice(0, -2)}累计${trade}` : words;
}
