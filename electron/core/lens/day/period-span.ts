import type { PeriodSpan } from '../../../contract/figures.ts';

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const MONTH_QUARTER = new RegExp(String.raw`\b(${MONTHS.join('|')}) quarter`);
const MONTH_ALONE = new RegExp(String.raw`\b(${MONTHS.join('|')})\b(?! half)`);
const ORDINALS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: 4, 一: 1, 二: 2, 三: 3, 四: 4, 1: 1, 2: 2, 3: 3, 4: 4 };
const NUMBERS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, 二: 2, 两: 2, 三: 3, 四: 4 };
const DAY_MS = 24 * 60 * 60_000;
/** The day in China, where most of what is read is of. */
const CHINA_MS = 8 * 60 * 60_000;

const two = (part: number): string => `${part}`.padStart(2, '0');
const monthName = (year: number, month: number): string => `${year}-${two(month)}`;
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

function months(year: number, from: number, to: number): PeriodSpan {
  const last = new Date(Date.UTC(year, to, 0)).getUTCDate();
  const whole = from === 1 && to === 12 ? `${year}` : to === from + 5 && (from === 1 || from === 7) ? `${year}-H${from === 1 ? 1 : 2}` : to === from + 2 && from % 3 === 1 ? `${year}-Q${(from + 2) / 3}` : null;
  const name = whole ?? (from === to ? monthName(year, from) : `${monthName(year, from)}/${monthName(year, to)}`);
  return { from: `${monthName(year, from)}-01`, to: `${monthName(year, to)}-${two(last)}`, name };
}

function week(now: number, back: number): PeriodSpan {
  const monday = now - (((new Date(now).getUTCDay() + 6) % 7) + 7 * back) * DAY_MS;
  const [from, to] = [dayOf(monday), dayOf(monday + 6 * DAY_MS)];
  return { from, to, name: `${from}/${to}` };
}

interface Part {
  readonly from: number;
  readonly to: number;
}

const quarter = (nth: number): Part => ({ from: nth * 3 - 2, to: nth * 3 });
const half = (nth: number): Part => (nth === 1 ? { from: 1, to: 6 } : { from: 7, to: 12 });

const nth = (found: string | undefined): number => ORDINALS[found ?? ''] ?? 0;

/** Which months of a year some words name; null where none. */
function partOf(words: string): Part | null {
  const named = MONTH_QUARTER.exec(words);
  // An Australian report calls a quarter by its last month.
  if (named) {
    const month = MONTHS.indexOf(named[1] ?? '') + 1;
    return month % 3 === 0 ? { from: month - 2, to: month } : null;
  }
  const many = /\b(?:first) (\w+) months/.exec(words) ?? /(?<![\d])1 ?[-至] ?(1[0-2]|[2-9])月/.exec(words);
  const until = many ? (NUMBERS[many[1] ?? ''] ?? Number(many[1])) : 0;
  if (until >= 2 && until <= 12) return { from: 1, to: until };
  const stretch = /(?<!\d)(1[0-2]|[1-9]) ?[-至] ?(1[0-2]|[1-9])月/.exec(words);
  if (stretch) return Number(stretch[1]) < Number(stretch[2]) ? { from: Number(stretch[1]), to: Number(stretch[2]) } : null;
  const quarters = /\bfirst (two|three) quarters/.exec(words) ?? /前([二三四两])个?季度/.exec(words);
  if (quarters) return { from: 1, to: (NUMBERS[quarters[1] ?? ''] ?? 0) * 3 };
  const one = /\b(first|second|third|fourth|last)[- ]quarter\b/.exec(words) ?? /\bq([1-4])/.exec(words) ?? /\b([1-4])q/.exec(words) ?? /第?([一二三四])季度/.exec(words);
  if (one) return quarter(nth(one[1]));
  const side = /\b(first|second)[- ]half\b/.exec(words) ?? /\bh([12])/.exec(words);
  if (side) return half(nth(side[1]));
  if (words.includes('上半年')) return half(1);
  if (words.includes('下半年')) return half(2);
  const month = MONTH_ALONE.exec(words);
  if (month) return { from: MONTHS.indexOf(month[1] ?? '') + 1, to: MONTHS.indexOf(month[1] ?? '') + 1 };
  const written = /(?<!\d)(1[0-2]|[1-9])月/.exec(words);
  return written ? { from: Number(written[1]), to: Number(written[1]) } : null;
}

/**
 * The days of a period as printed ("in the third quarter", 1-9月, last year), or null where they cannot be told. A period without
 * its year is the last one that had begun by publication (epoch milliseconds). Years of account (FY) are whoever's they are: null.
 */
export function periodSpan(printed: string, publishedAt: number | null): PeriodSpan | null {
  const words = printed.toLowerCase().replaceAll('–', '-').trim();
  if (/\bfy|fiscal|financial/.test(words)) return null;
  const now = publishedAt === null ? null : publishedAt + CHINA_MS;
  const here = now === null ? null : { year: new Date(now).getUTCFullYear(), month: new Date(now).getUTCMonth() + 1 };
  const written = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(words)?.[1] ?? /'(\d\d)\b/.exec(words)?.[1]?.padStart(4, '20') ?? /\b(?:q[1-4]|[1-4]q|h[12]) ?(\d\d)$/.exec(words)?.[1]?.padStart(4, '20');
  const said = /last year|去年/.test(words) ? -1 : /this year|the year|今年/.test(words) ? 0 : /next year|明年/.test(words) ? 1 : null;
  const year = written === undefined ? (said === null || here === null ? null : here.year + said) : Number(written);
  const part = partOf(words);
  if (part) {
    if (year !== null) return months(year, part.from, part.to);
    if (here === null) return null;
    return months(part.from <= here.month ? here.year : here.year - 1, part.from, part.to);
  }
  if (now !== null && here !== null) {
    const step = /^(?:the )?(last|this|next) (month|quarter|week)$/.exec(words) ?? /^([上本下])(月|季|周)/.exec(words);
    if (step) return relative(step[1] ?? '', step[2] ?? '', { now, ...here });
  }
  return year !== null && /^(?:the )?(?:last year|this year|next year|去年|今年|明年|(?:19|20)\d\d年?)$/.test(words) ? months(year, 1, 12) : null;
}

function relative(which: string, unit: string, { now, year, month }: { now: number; year: number; month: number }): PeriodSpan | null {
  const by = which === 'last' || which === '上' ? -1 : which === 'next' || which === '下' ? 1 : 0;
  if (unit === 'week' || unit === '周') return week(now, -by);
  const span = unit === 'month' || unit === '月' ? 1 : 3;
  const first = span === 1 ? month : month - ((month - 1) % 3);
  const at = new Date(Date.UTC(year, first - 1 + by * span, 1));
  return months(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCMonth() + span);
}
