import type { Figure, FigureQualifier } from '../../../contract/lens.ts';

const SINCE: ReadonlySet<FigureQualifier> = new Set(['year-on-year', 'quarter-on-quarter', 'month-on-month', 'week-on-week', 'day-on-day']);
const MOVE = /^(?:change|change_pp|ratio)$/;
/** Between two moves of one list: 同比增长1.3倍、下降38.4%, 较上周跌0.4万元，跌幅0.7%, "up 4,000 yuan or 0.8 %". */
const LISTED = /^,? ?(?:(?:and|or|by|up|down) ?){0,3}(?:[A-Z]{0,3}[$€£¥])?$|^[,，、]?(?:或|和)?(?:分别)?(?:增长|下降|上升|下跌|上涨|涨幅|跌幅|增幅|降幅|幅度|提高|减少|增加)?(?:了|约|近|为|达)?$/;
/** Of a survey by branches: 采矿业同比下降0.4%，制造业增长6.9%. */
const BRANCH = /^[,，](?![^,，]*(?:较|比|预计|计划|目标|力争|若|使|采用|通过|昨|盘中|当月|股价|环))[^,，。;；\d]{1,18}(?:业|企业|部门|领域|资金|投资|贸易|地区|以上)(?:增加值|产值|投资|利润|收入|进口|出口|进出口|销售额)?(?:增长|下降|增加|减少|上升|降低)(?:了|约)?$/;
/** Between two of which the last alone says since when: "by 9.4 %, 17.2 % and 3.8 % on the year". */
const SHARED = /^,? (?:and |or )?(?:[A-Z]{0,3}[$€£¥])?$|^[、和或]$/;
/** What says of itself since when. */
const ENDS = /^(?: respectively)?(?:[,，、。；;.)]|$| and | or )/;

/** Moves of one list are all since when one of them is said to be. */
export function withListedSince(figures: readonly Figure[], text: string, end: number): Figure[] {
  if (figures.length < 2) return [...figures];
  const out = [...figures];
  const sinceOf = (at: number): FigureQualifier[] => out[at]?.qualifiers.filter((one) => SINCE.has(one)) ?? [];
  const pass = (at: number, from: number, between: RegExp): void => {
    const [one, other] = [out[at], out[from]];
    if (!one || !other || !MOVE.test(one.kind) || !MOVE.test(other.kind) || sinceOf(at).length > 0) return;
    const since = sinceOf(from);
    const [first, second] = at < from ? [one, other] : [other, one];
    if (since.length === 0 || !between.test(text.slice(first.place.end, second.place.start)) || (from < at && !ENDS.test(text.slice(one.place.end, Math.min(end, one.place.end + 20))))) return;
    out[at] = { ...one, qualifiers: [...one.qualifiers, ...since] };
  };
  for (let at = 1; at < out.length; at++) {
    pass(at, at - 1, LISTED);
    if (out[at]?.unit?.normal === '%' && sinceOf(at - 1).join() === 'year-on-year') pass(at, at - 1, BRANCH);
  }
  for (let at = out.length - 2; at >= 0; at--) pass(at, at + 1, SHARED);
  return out;
}
