const DATE = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/;
const BACK = /^(\d{1,4})(d|w|m|y|天|周|月|年)$/;
const DAY = 24 * 60 * 60_000;
const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365, 天: 1, 周: 7, 月: 30, 年: 365 };

/**
 * The first moment, in the local zone, of a day (2026-11-18, 2026/11/18, 2026年11月18日), month or year; or that of the day so
 * many days (30d), weeks, months or years before `now`. Epoch milliseconds, or null where it is none.
 */
export function queryTime(text: string, now: number): number | null {
  const typed = text.trim().normalize('NFKC').toLowerCase();
  const back = BACK.exec(typed);
  if (typed === 'today' || typed === '今天') return dayOf(now);
  if (typed === 'yesterday' || typed === '昨天') return dayOf(now - DAY);
  // Four digits and 年 name a year.
  if (back && !/^\d{4}年$/.test(typed)) return dayOf(now - Number(back[1]) * (DAYS[back[2] ?? ''] ?? 0) * DAY);
  const named = DATE.exec(typed);
  if (!named) return null;
  const [, year, month = '1', day = '1'] = named;
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  return date.getMonth() === Number(month) - 1 && date.getDate() === Number(day) ? Math.max(0, date.getTime()) : null;
}

function dayOf(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}
