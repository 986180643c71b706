import type { FigureQualifier } from '../../../contract/lens.ts';

/** 同比（下同）: behind it each change is by the year. */
export const SAME_BELOW = /(?:同比|较上年同期|比上年同期|较去年同期|比去年同期|year-on-year|over the same period (?:of )?last year|same period last year)[^。.;；]{0,16}[(（,，] ?(?:下同|以下同|the same below|same below)/i;

/** Whether the numbers of a column, that have no sign, went down. */
export const isDownHead = (head: string): boolean => /降幅|跌幅|下降|减少(?!率)|\b(?:decline|decrease|fall|drop)\b/i.test(head);

const WHENCE = /\bfrom (?:the )?(?:more than |over |about |some |nearly )?$/i;
const PLURAL = /^ (?:[a-z-]+ ){0,3}[a-z]+s\b(?!.{0,60} to )/;
/** "Officials from 17 countries": where they are from, and no end of a move. */
export const fromWhence = ({ before, after }: { readonly before: string; readonly after: string }): boolean => WHENCE.test(before) && PLURAL.test(after);

/** 环比 is by the month, but in what is said of a quarter or a week. */
export function ofQuarter(since: FigureQualifier[], clause: string, told: () => string): FigureQualifier[] {
  if (!clause.includes('环比') || !since.includes('month-on-month')) return since;
  const lead = told();
  if (/\d月/.test(lead)) return since;
  const by = /季度/.test(lead) ? 'quarter-on-quarter' : /[本上]周/.test(lead) ? 'week-on-week' : 'month-on-month';
  return since.map((one) => (one === 'month-on-month' ? by : one));
}
