import { clockAfter } from './clock-text.ts';
import { printedDate } from './printed-date.ts';
import type { PrintedDate } from './printed-date.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const DAYS_AGO: readonly (readonly [RegExp, number])[] = [
  [/大前天/, 3],
  [/前天|一昨日|그저께|vorgestern|avant-hier|anteayer|anteontem|позавчера/i, 2],
  [/昨天|昨日|어제|(?<!\p{L})(?:yesterday|gestern|hier|ayer|ontem|ieri|вчера)(?!\p{L})/iu, 1],
  [/今天|今日|오늘|(?<!\p{L})(?:today|heute|aujourd['’]hui|hoy|hoje|oggi|сегодня)(?!\p{L})/iu, 0],
];
const NOW = /刚刚|刚才|たった今|방금|(?<!\p{L})(?:just now|moments ago|right now|gerade eben|à l['’]instant)(?!\p{L})/iu;

/** The stem of a unit, in milliseconds or in days. */
const UNITS: readonly (readonly [RegExp, number, 'ms' | 'days'])[] = [
  [/^(?:秒|초|s(?:ec|eg|ek)|с(?:ек))/i, SECOND, 'ms'],
  [/^(?:分|분|min|мин)/i, MINUTE, 'ms'],
  [/^(?:小时|小時|个小时|時間|시간|h(?:our|rs?\b|eure|ora)?|stund|std|or[ae]|час|ч\b)/i, HOUR, 'ms'],
  [/^(?:天|日|일|d(?:ay|\b)|tag|jour|d[ií]a|giorn|дн|ден)/i, 1, 'days'],
  [/^(?:周|週|星期|个星期|주|w(?:eek|k|oche|\b)|sem|settiman|недел)/i, 7, 'days'],
  [/^(?:个月|個月|か月|ヶ月|カ月|月|개월|달|mo(?:nth|nat)?|mois|m[eê]s|месяц)/i, 30, 'days'],
  [/^(?:年|년|y(?:ear|r|\b)|jahr|an(?:s|n|\b)|a[ñn]o|лет|год)/i, 365, 'days'],
];
const COUNT = '(\\d{1,3}|半|an?|one|einer?|einem|une?|una?|hace|uma?|um)';
const FORMS = [
  new RegExp(`${COUNT}\\s?(个?(?:小时|星期|月)|[個かヶカ]月|小時|時間|秒|分|天|日|周|週|年)(?:钟|鐘|間)?\\s?(?:以)?前`, 'i'),
  /(\d{1,3})\s?(시간|분|초|일|주|개월|달|년)\s?전/,
  new RegExp(`(?<![\\p{L}\\d])${COUNT}\\s?(\\p{L}{1,10})\\.?\\s(?:ago|назад|atrás|fa)(?!\\p{L})`, 'iu'),
  new RegExp(`(?<!\\p{L})(?:vor|hace|il y a|há)\\s${COUNT}\\s(\\p{L}{1,10})(?!\\p{L})`, 'iu'),
];

function countOf(text: string): number {
  return text === '半' ? 0.5 : (/^\d/.test(text) ? Number(text) : 1);
}

/** A date that a text gives by its distance from now, as in `3小时前`, `昨天 09:12` or `2 hours ago`. */
export function relativeDate(text: string): PrintedDate | null {
  for (const form of FORMS) {
    const match = form.exec(text);
    if (!match?.[1] || !match[2]) continue;
    const word = match[2];
    const unit = UNITS.find(([stem]) => stem.test(word));
    if (!unit) continue;
    const amount = countOf(match[1]) * unit[1];
    return printedDate({ text: match[0], start: match.index, end: match.index + match[0].length, ago: { amount: unit[2] === 'days' ? Math.round(amount) : amount, unit: unit[2] } });
  }
  for (const [words, days] of DAYS_AGO) {
    const match = words.exec(text);
    if (!match) continue;
    const end = match.index + match[0].length;
    const clock = clockAfter(text.slice(end));
    const whole = end + (clock?.length ?? 0);
    return printedDate({ text: text.slice(match.index, whole), start: match.index, end: whole, clock: clock?.clock ?? null, ago: { amount: days, unit: 'days' } });
  }
  const now = NOW.exec(text);
  return now && printedDate({ text: now[0], start: now.index, end: now.index + now[0].length, ago: { amount: 0, unit: 'ms' } });
}
