import { decimalOf } from './decimal.ts';
import type { Decimal } from './decimal.ts';

/** A number as it stands in a text, without its unit. */
export interface Numeral {
  readonly end: number;
  readonly value: Decimal;
  /** Powers of ten that a word behind it adds: 4 of 万, 6 of million; null where there is none. */
  readonly shift: number | null;
  readonly written: string;
  readonly style: 'digits' | 'han' | 'word';
  /** 1000多万, 20余: somewhat more. */
  readonly isMore: boolean;
}

const DIGITS = /\d{1,3}\. \d{1,3}(?= (?:million|billion|%))|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?:, ?000)+(?!\d)|\d+(?:\.\d+)?/y;
/** Thousands are set with spaces in front of a scale, too: SEK 1 234 million. */
const SPACED_AFTER_CURRENCY = /[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?(?= ?(?:million|billion|mn|bn)\b(?! tonnes| tons))|(?<=(?:SEK|NOK|DKK|\b[MTKk](?:EUR|USD)) ?)[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?(?![,.]?\d| (?:people|employees|tonnes|t)\b)|\d{1,3}(?:, ?\d{3})+(?:\.\d+)?(?!\d)/y;
const SPACED_GROUPS = /\d{1,3}(?: \d{3})+(?= ?(?:(?:t|tonnes?|tons?|kg|yuan|euros?|dollars?|people|oz|ha|shares|[MT](?:SEK|NOK|DKK|EUR|USD))\b|%))|(?<=\()[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?(?=\))|(?<=(?:[产量口了约近超达为至共万额价资氧化镝铽钕镨铁钢铜铝] ?))[1-9]\d{0,2}(?: \d{3})+(?= ?[万亿]?(?:吨(?!级|\/)|公斤|千克|美?元))/uy;
const HAN_SHIFTS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 十亿: 9, 百亿: 10, 千亿: 11, 万亿: 12 };
const HAN_SCALE = / ?([多余来几])?(万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千(?!克|瓦|米|伏)|百)([多余])?/y;
const SCALE = /[ -]?(ten thousand|hundred|thousand|million|billion|trillion|crore|lakh|mln|mn|bn|tn)\b/iy;
/** As machines put 亿 and 万: "6.8 100 million yuan", "3.2 10,000 tons". */
const COUNTED_IN = / (?:(100 million)|10,000|10 thousand)(?= )/y;
/** The same of languages that are not read otherwise, that a number of theirs is not a millionth of itself. */
const FOREIGN_SCALE = / ?(?:(مليون|ملايين|млн|миллион\p{L}*|millones|milhões|milioni|Millionen|Mio\.?|million[es]n?s|백만|लाख)|(مليار|مليارات|млрд|миллиард\p{L}*|mil millones|milliards?|miliardi|bilhões|Milliarden|Mrd\.?)|(ألف|آلاف|тыс\.?|тысяч\p{L}*|Tausend|mille)|(만)|(억))(?![\p{L}\p{M}])/uy;
const FOREIGN_SHIFTS = [6, 9, 3, 4, 8];
const SHORT_SCALE = /[ ]?([kKmMbB])(?![\p{L}\d²³])/uy;
const SHIFTS: Readonly<Record<string, number>> = { hundred: 2, 'ten thousand': 4, thousand: 3, million: 6, mln: 6, mn: 6, billion: 9, bn: 9, trillion: 12, tn: 12, crore: 7, lakh: 5, k: 3, m: 6, b: 9 };

const SMALL: Readonly<Record<string, number>> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15,
  sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
};
const WORDS = /(?:(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](one|two|three|four|five|six|seven|eight|nine))?|(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|(a|half a)(?= (?:dozen|hundred|thousand|million|billion)\b))\b/iy;
const HAN_NUMERAL = /[\d〇零一二两三四五六七八九十百千万亿几数多余.]/;
/** 2万6,205, 1亿2000万: what is less than a scale, behind it. */
const REST = /(\d{1,4}|\d,\d{3})(?:(\.\d+)|(万)(?!亿))?(?![\d.,]\d|\d)/y;
const HAN_SCALE_ALONE = /(?:十亿|百亿|千亿|万亿|十万|百万|千万)(?=(?:美?元|吨|台|套|公斤|千瓦)(?!以?上?级?的?(?:企业|产业|园区|集群|项目|俱乐部|需求|市场|赛道)))/y;
/** 百余种, 十多家: somewhat more than one of a scale. */
const HAN_SCALE_AND_MORE = /([十百千])[余多](?=[种家个项名户台座]|万[吨元])/y;
const HAN_WORDS = /[一二三四五六七八九十百千两零〇]{1,9}/y;
const HAN_DIGITS: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

function at(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(text);
}

/** What 三百五十 says; null for what is no number: 百, 千百. */
export function hanValue(written: string): number | null {
  if (/^[〇零一二三四五六七八九]{2,}$/.test(written)) return Number(Array.from(written).map((digit) => HAN_DIGITS[digit]).join(''));
  let total = 0;
  let digit: number | null = null;
  for (const character of written) {
    const shift = HAN_SHIFTS[character];
    if (shift === undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = HAN_DIGITS[character] ?? 0;
    } else {
      if (digit === null && !(shift === 1 && total === 0)) return null;
      total += (digit ?? 1) * 10 ** shift;
      digit = null;
    }
  }
  return total + (digit ?? 0);
}

function shiftsFrom(text: string, from: number, isMoney: boolean): { end: number; shift: number | null; isMore: boolean } {
  let [end, shift, isMore]: [number, number | null, boolean] = [from, null, false];
  const han = at(HAN_SCALE, text, end);
  if (han && han[2] !== undefined) return { end: end + han[0].length, shift: HAN_SHIFTS[han[2]] ?? 0, isMore: han[1] !== undefined || han[3] !== undefined };
  for (let more = at(SCALE, text, end); more; more = at(SCALE, text, end)) {
    shift = (shift ?? 0) + (SHIFTS[(more[1] ?? '').toLowerCase()] ?? 0);
    end += more[0].length;
  }
  const foreign = shift === null ? at(FOREIGN_SCALE, text, end) : null;
  if (foreign) return { end: end + foreign[0].length, shift: FOREIGN_SHIFTS[foreign.slice(1).findIndex((one) => one !== undefined)] ?? 0, isMore };
  if (shift === null) {
    const short = at(SHORT_SCALE, text, end);
    const letter = short?.[1] ?? '';
    const isGlued = short?.[0].length === 1;
    const behind = text.slice(end + (short?.[0].length ?? 0), end + 20);
    const isTaken = letter === 'k' || letter === 'K' ? isGlued : isMoney || (isGlued && /^ (?:tonnes?|tons?|t|yuan|people|records|dollars)\b/.test(behind));
    if (short && isTaken) [shift, end] = [SHIFTS[letter.toLowerCase()] ?? 0, end + short[0].length];
  }
  const some = /^[多余]/.exec(text.slice(end, end + 1));
  if (some) [end, isMore] = [end + 1, true];
  return { end, shift, isMore };
}

/** The number that begins at a place of a folded text; `isMoney`, where a currency stands before it. Null where none does. */
export function numeralAt(text: string, start: number, isMoney: boolean): Numeral | null {
  const first = text.charCodeAt(start);
  if (first >= 0x30 && first <= 0x39) {
    const found = (isMoney ? at(SPACED_AFTER_CURRENCY, text, start) : null) ?? at(SPACED_GROUPS, text, start) ?? at(DIGITS, text, start);
    if (!found) return null;
    // A whole number in front may be a year.
    const counted = found[0].includes('.') ? at(COUNTED_IN, text, start + found[0].length) : null;
    const { end, shift, isMore } = counted ? { end: start + found[0].length + counted[0].length, shift: counted[1] === undefined ? 4 : 8, isMore: false } : shiftsFrom(text, start + found[0].length, isMoney);
    const rest = shift !== null && (shift === 4 || shift === 8) && /^\d{1,4}$/.test(found[0]) && /[万亿]/.test(text[end - 1] ?? '') ? at(REST, text, end) : null;
    if (rest && shift !== null && (rest[3] === undefined || shift === 8)) {
      const less = Number((rest[1] ?? '').replace(',', '')) * (rest[3] === undefined ? 1 : 10_000);
      if (less < 10 ** shift) return { end: end + rest[0].length, value: decimalOf(`${Number(found[0]) * 10 ** shift + less}${rest[2] ?? ''}`), shift: null, written: text.slice(start, end + rest[0].length), style: 'digits', isMore: false };
    }
    return { end, value: decimalOf(found[0].replace(/[, ]/g, ''), shift ?? 0), shift, written: found[0], style: 'digits', isMore };
  }
  if (first > 0x2e7f) {
    // 突破百亿元, 百万吨级: of a scale alone it is one.
    const scale = HAN_NUMERAL.test(text[start - 1] ?? '') ? null : at(HAN_SCALE_ALONE, text, start);
    if (scale) return { end: start + scale[0].length, value: decimalOf('1', HAN_SHIFTS[scale[0]] ?? 0), shift: HAN_SHIFTS[scale[0]] ?? 0, written: scale[0], style: 'han', isMore: false };
    const some = HAN_NUMERAL.test(text[start - 1] ?? '') ? null : at(HAN_SCALE_AND_MORE, text, start);
    if (some) {
      const { end, shift } = shiftsFrom(text, start + some[0].length, false);
      return { end, value: decimalOf('1', (HAN_SHIFTS[some[1] ?? ''] ?? 0) + (shift ?? 0)), shift, written: some[0], style: 'han', isMore: true };
    }
    const found = at(HAN_WORDS, text, start);
    const value = found ? hanValue(found[0]) : null;
    if (!found || value === null) return null;
    const { end, shift, isMore } = shiftsFrom(text, start + found[0].length, false);
    return { end, value: decimalOf(`${value}`, shift ?? 0), shift, written: found[0], style: 'han', isMore };
  }
  const found = at(WORDS, text, start);
  if (!found) return null;
  const [whole, tens = '', ones = '', small = '', a] = found;
  let value = a === undefined ? `${(SMALL[tens.toLowerCase()] ?? 0) + (SMALL[(ones || small).toLowerCase()] ?? 0)}` : /half/i.test(a) ? '0.5' : '1';
  let end = start + whole.length;
  const dozen = /^ dozen\b/i.exec(text.slice(end, end + 8));
  if (dozen) [end, value] = [end + dozen[0].length, `${Number(value) * 12}`];
  const scaled = shiftsFrom(text, end, false);
  return { end: scaled.end, value: decimalOf(value, scaled.shift ?? 0), shift: scaled.shift, written: whole, style: 'word', isMore: scaled.isMore };
}
