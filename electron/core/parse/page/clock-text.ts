import { hourOfDay } from '../half-day.ts';
import { ZONES } from '../zones.ts';
import type { Zone } from '../zones.ts';

/** A time of day. */
export interface PrintedClock {
  /** Milliseconds after midnight. */
  readonly ms: number;
  /** `cst` where the text says CST, which is two zones; null where it says none. */
  readonly zone: Zone | 'cst' | null;
}

const HOUR = 3_600_000;
const WEEKDAY = '(?:\\(?(?:星期|周|週|礼拜)[一二三四五六日天]\\)?|\\([月火水木金土日월화수목금토일]\\)|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,?)?';
const AFTER = new RegExp(`^[\\s,|·@/•–-]{0,4}${WEEKDAY}[\\s,|·@/•–-]{0,4}T?(?:(?:at|um|à|a las|às|в|um ca\\.)\\s)?\\s?(上午|下午|晚上|凌晨|中午|早上|午前|午後|오전|오후)?\\s?(\\d{1,2})\\s?(?:[:h]|[时時시点]\\s?)(\\d{2})?(?:\\s?[:分분]\\s?(\\d{2})?(?:[.,]\\d{1,9})?)?`, 'i');
const BEFORE = /(?:^|[^\d:.])(\d{1,2}):(\d{2})(?::(\d{2}))?\s?([ap]\.?m\.?)?\s?([A-Z]{2,5})?[\s,|·•–-]{1,4}$/i;

function zoneIn(tail: string): { readonly zone: Zone | 'cst' | null; readonly length: number } {
  const offset = /^\s?\(?(?:GMT|UTC)?\s?([+-])(\d{1,2}):?(\d{2})?\)?/.exec(tail);
  if (offset?.[2]) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    if (minutes <= 14 * 60) return { zone: offset[1] === '-' ? -minutes : minutes, length: offset[0].length };
  }
  const chinese = /^\s?\(?北京时间\)?/.exec(tail);
  if (chinese) return { zone: 480, length: chinese[0].length };
  const name = /^\s?\(?([A-Za-z]{1,4})\b\)?/.exec(tail);
  const word = name?.[1]?.toLowerCase() ?? '';
  if (name && word === 'cst') return { zone: 'cst', length: name[0].length };
  const zone = ZONES[word] ?? null;
  return { zone, length: name && zone !== null ? name[0].length : 0 };
}

function clockOf(hourText: string, minuteText: string | undefined, secondText: string | undefined, half: string): number | null {
  const hours = Number(hourText);
  const minutes = Number(minuteText ?? 0);
  const seconds = Number(secondText ?? 0);
  if (hours > 24 || minutes > 59 || seconds > 60 || (hours === 24 && minutes + seconds > 0)) return null;
  return hourOfDay(hours, half) * HOUR + minutes * 60_000 + seconds * 1000;
}

/** The time of day with which a text begins, and how many characters it takes; null where there is none that exists. */
export function clockAfter(text: string): { readonly clock: PrintedClock; readonly length: number } | null {
  const head = text.slice(0, 60);
  const match = AFTER.exec(head);
  if (!match?.[2] || (match[3] === undefined && !/[时時시点]/.test(match[0]))) return null;
  let length = match[0].length;
  const half = /^\s?([ap])\.?m\b\.?/i.exec(head.slice(length));
  if (half) length += half[0].length;
  const ms = clockOf(match[2], match[3], match[4], half?.[1] ?? match[1] ?? '');
  if (ms === null) return null;
  const uhr = /^\s?(?:Uhr|часов|hrs?)\b/.exec(head.slice(length));
  if (uhr) length += uhr[0].length;
  const zone = zoneIn(head.slice(length));
  return { clock: { ms, zone: zone.zone }, length: length + zone.length };
}

/** The time of day with which a text ends, and how many characters it takes. */
export function clockBefore(text: string): { readonly clock: PrintedClock; readonly length: number } | null {
  const match = BEFORE.exec(text.slice(-30));
  if (!match?.[1]) return null;
  const ms = clockOf(match[1], match[2], match[3], match[4] ?? '');
  if (ms === null) return null;
  const zone = match[5] ? zoneIn(match[5]).zone : null;
  return { clock: { ms, zone }, length: match[0].replace(/^[^\d]/, '').length };
}
