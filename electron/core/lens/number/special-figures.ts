import { matchesOf } from '../matches.ts';
import { decimalOf, decimalText } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { hanValue } from './numeral.ts';
import type { Stretch } from '../sentences.ts';
import { Taken } from './taken.ts';

/** A figure that is no number with a unit behind it: a fraction, a tenth (成), 百分之九十, a rank, so many to one. */
export interface SpecialFigure extends Stretch {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly kind: 'part' | 'rank' | 'times' | 'to-one';
  /** `%` of tenths and hundredths; none of a fraction or rank. */
  readonly unit: '%' | 'x' | null;
  /** Among the first so many. */
  readonly isWithin: boolean;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const ORDINAL = String.raw`(${ORDINALS.join('|')}|\d{1,3}(?:st|nd|rd|th))`;
const CARDINALS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const HAN = '[一二三四五六七八九十两]';
const AREA = '(?:全国|全球|世界|全省|全市|全区|全县|全州|行业|国内|亚洲|同行业|业内|国际|省内|西部|自治区|中部)';
const TENTH = '成(?![立本为功交员都分品果绩效熟长就型套])';

/** `told` is what the pattern cannot do without, which most texts lack. */
const RANKS: readonly { readonly pattern: RegExp; readonly told: RegExp | null }[] = [
  { pattern: new RegExp(String.raw`(?<=\brank(?:s|ed|ing)? (?:(?:the|as|at|No\.?|number|joint) )*)${ORDINAL}\b(?! (?:quarter|half|phase|batch|time))`, 'gi'), told: /rank/i },
  { pattern: new RegExp(String.raw`(?<=\brank(?:s|ed|ing)? (?:No\.? ?|number )?)(\d{1,3})\b(?![\d,.]*\d)(?! ?(?:%|million|billion|tonnes|tons))`, 'gi'), told: /rank/i },
  { pattern: new RegExp(String.raw`\b${ORDINAL}(?= (?:place|position)\b|(?: place)? (?:in|among|nationwide|worldwide|globally)(?: (?:of|all|the))* ?(?:world|country|province|nation|region|city|industry|list|ranking|globe|state|peers|cities|China|Asia)?)(?! in the (?:first|second|third|fourth|series|list of things))`, 'gi'), told: null },
  { pattern: new RegExp(String.raw`\b${ORDINAL}(?=[- ](?:largest|biggest|highest|most|lowest|richest|best|smallest)\b)`, 'gi'), told: null },
  { pattern: /\b(?:No\.?|number) ?(\d{1,3})(?= (?:in|of) (?:the )?(?:world|country|province|nation|region|industry))/gi, told: null },
];
const RANKS_WITHIN: typeof RANKS = [
  { pattern: new RegExp(String.raw`\btop (${CARDINALS.join('|')}|\d{1,3})\b(?! ?%| ?per)`, 'gi'), told: /top /i },
  { pattern: new RegExp(`(?<=进入|位居|跻身|列入|居|列|排名|稳居|入围|位列|处于)${AREA}?(?:的)?前(${HAN}{1,2}|\\d{1,3})(?:位|名|强|列|甲)?(?!个?月|季|期|后)`, 'g'), told: /前/ },
];
const HAN_RANKS: readonly RegExp[] = [
  new RegExp(`(?<=(?:位居|位列|排名|名列|居|列)[\\p{Script=Han}]{0,8})第(${HAN}{1,2}|\\d{1,3})(?:位|名)`, 'gu'),
  new RegExp(`(?:(?<=位居|位列|排名|名列|跃居|稳居|居|列|排在|排|升至|跃升至|保持)${AREA}?(?:的)?|${AREA})第(${HAN}{1,2}|\\d{1,3})(?:位|名|大)?(?![批期季届次个步家条产])`, 'g'),
  new RegExp(`(?<=第(?:${HAN}{1,2}|\\d{1,3})[位名][和、及与])第(${HAN}{1,2}|\\d{1,3})[位名]`, 'g'),
  new RegExp(`第(${HAN}{1,2}|\\d{1,3})大(?!股东|客户|供应商)(?=[\\p{Script=Han}])`, 'gu'),
  new RegExp(`第(${HAN}{1,2}|\\d{1,3})(?=[,，。;；]|$)(?<=居[\\p{Script=Han}]{2,18})`, 'gmu'),
];
const HAN_FIRST = new RegExp(`(?<=位居|位列|居|列|稳居|高居)${AREA}?(?:的)?(?:首位|榜首|之首)`, 'g');

const FRACTIONS: Readonly<Record<string, string>> = { half: '0.5', third: '0.3333', quarter: '0.25', fifth: '0.2', sixth: '0.1667', eighth: '0.125', tenth: '0.1' };
const ENGLISH_PART = /\b(?:(one|two|three|four|a|an)[- ])?(half|halves|third|quarter|fifth|sixth|eighth|tenth)s?\b(?=( of| the| its| their| that| its|[,.;)]| (?:higher|lower|more|less|as|from|in|to|and|since|over|this|last|on|were|was|are|is)\b)?)/gi;
const HAN_PART = new RegExp(`(百|千|${HAN}|\\d{1,2})分之([〇零一二三四五六七八九十百]+(?:点[〇零一二三四五六七八九]+)?|\\d+(?:\\.\\d+)?)`, 'g');
const TENTHS = new RegExp(`(?:(${HAN})(?:[到至-](${HAN}))?|(?<![\\d.])(\\d(?:\\.\\d)?)(?:[-到至](\\d(?:\\.\\d)?))?)${TENTH}(五|半)?`, 'g');
const FROM_TO = new RegExp(`(${HAN}{1,2}|\\d{1,3})倍以上(${HAN}{1,2}|\\d{1,3})倍以下`, 'g');
const HALVES = /(?<![第一二上下大多前后])一半(?!以?会)|(?:过|近|超|逾)半数?(?=的|[，,。、]|[\p{Script=Han}])(?!年|月|天|个)|半数(?!据)/gu;

/** "A strip ratio of 3.2:1", 剥采比3.2:1: how many of one to one of the other; whole numbers elsewhere are scores and times. */
const TO_ONE = /(?<=\bratio\b[^.;\d]{0,24}|(?<=\bratio\b(?:[^.;]|\.\d){0,40}) (?:from|against|and|to) |[采剥收供配]比\p{Script=Han}{0,4}[:：]?)(\d{1,3}(?:\.\d+)?) ?[:：] ?1(?!\d|[.:]\d)/giu;

function ordinal(word: string): Decimal {
  const at = ORDINALS.indexOf(word.toLowerCase());
  return decimalOf(at >= 0 ? `${at + 1}` : word.replace(/\D/g, ''));
}

function cardinal(word: string): Decimal {
  const at = CARDINALS.indexOf(word.toLowerCase());
  return decimalOf(at >= 0 ? `${at + 1}` : `${/^\d/.test(word) ? word : (hanValue(word) ?? 0)}`);
}

/** A quotient to four places, rounded. */
function quotient(part: number, whole: number): Decimal {
  return decimalOf(`${(part * 20_000 + whole) / (2 * whole) | 0}`, -4);
}

/** The special figures of a folded text, those that are not over another; in no order. */
export function specialFiguresIn(text: string): SpecialFigure[] {
  const found: SpecialFigure[] = [];
  const taken = new Taken(text.length);
  const add = (start: number, length: number, rest: Omit<SpecialFigure, 'start' | 'end'>): void => {
    if (taken.has(start, start + length)) return;
    taken.mark(start, start + length);
    found.push({ start, end: start + length, ...rest });
  };
  const rank = (match: RegExpExecArray, low: Decimal, isWithin: boolean): void => add(match.index, match[0].length, { low, high: low, kind: 'rank', unit: null, isWithin });
  const told = (ranks: typeof RANKS): RegExp[] => ranks.flatMap((one) => (one.told?.test(text) === false ? [] : [one.pattern]));
  for (const pattern of told(RANKS)) for (const match of matchesOf(text, pattern)) rank(match, ordinal(match[1] ?? ''), false);
  for (const pattern of told(RANKS_WITHIN)) for (const match of matchesOf(text, pattern)) rank(match, cardinal(match[1] ?? ''), true);
  // No text without Chinese is looked through for what only Chinese has.
  const hasHan = /[\u3400-\u9fff]/.test(text);
  if (hasHan) for (const pattern of HAN_RANKS) for (const match of matchesOf(text, pattern)) rank(match, cardinal(match[1] ?? ''), false);
  if (hasHan) for (const match of matchesOf(text, HAN_FIRST)) rank(match, decimalOf('1'), false);
  if (/[:：] ?1(?!\d)/.test(text)) for (const match of matchesOf(text, TO_ONE)) add(match.index, match[0].length, { low: decimalOf(match[1] ?? ''), high: decimalOf(match[1] ?? ''), kind: 'to-one', unit: null, isWithin: false });
  for (const match of matchesOf(text, ENGLISH_PART)) {
    const [whole, count, part = '', behind] = match;
    const word = part.toLowerCase().replace('halves', 'half');
    const isHalf = word === 'half';
    const ahead = text.slice(Math.max(0, match.index - 16), match.index);
    if (isHalf ? /(?:first|second|last|next|this|latest|other|the)[- ]$/i.test(ahead) && count === undefined || /^[- ](?:year|time|a (?:million|dozen|billion))/.test(text.slice(match.index + whole.length, match.index + whole.length + 12)) : count === undefined) continue;
    // "One to two quarters" are times.
    if (word === 'quarter' && /s$/i.test(whole) && !behind?.startsWith(' of') && !whole.includes('-')) continue;
    if (behind === undefined || (!/^ (?:of|the|its|their|that|less|more|higher|lower|were|are)\b/.test(behind) && !(/^(?:one|two|three)$/i.test(count ?? '') && /^ (?:was|is)\b/.test(behind)) && !/\b(?:by|than|nearly|about|around|almost|over|to|up|down|roughly|for|(?:fall|rise|drop|decline|increase|cut|reduction|decrease|growth) of)(?: a| an| one)? ?$/i.test(ahead))) continue;
    if (word === 'quarter' && /^(?:a|one)$/i.test(count ?? '') && !/^ (?:of|were|are|less|more)\b/.test(behind) && !/\b(?:by|shed|lost|gained|up|down|rose|fell|dropped) (?:about |some |nearly |around |almost |over )?$/i.test(ahead)) continue;
    const times = Math.max(1, CARDINALS.indexOf((count ?? '').toLowerCase()) + 1);
    const value = times === 1 ? decimalOf(FRACTIONS[word] ?? '0') : quotient(times, { third: 3, quarter: 4, fifth: 5, sixth: 6, eighth: 8, tenth: 10, half: 2 }[word] ?? 1);
    add(match.index, whole.length, { low: value, high: value, kind: 'part', unit: null, isWithin: false });
  }
  for (const match of matchesOf(text, /\bone in (three|four|five|six|seven|eight|nine|ten|\d{1,3})\b(?! the)/gi)) {
    const value = quotient(1, Number(cardinal(match[1] ?? '').digits * 10n ** BigInt(cardinal(match[1] ?? '').exponent)) || 1);
    add(match.index, match[0].length, { low: value, high: value, kind: 'part', unit: null, isWithin: false });
  }
  for (const match of matchesOf(text, /(?<![\d/.])([1-9])\/([2-9]|10)(?= of\b|以上|的|左右|,|，|。|\. |;)/g)) {
    if (Number(match[1]) >= Number(match[2])) continue;
    const value = quotient(Number(match[1]), Number(match[2]));
    add(match.index, match[0].length, { low: value, high: value, kind: 'part', unit: null, isWithin: false });
  }
  for (const match of text.includes('分之') ? matchesOf(text, HAN_PART) : []) {
    const [whole, below = '', above = ''] = match;
    const isHundred = below === '百' || below === '千';
    const [whole10, tenths] = above.split('点');
    const written = /^\d/.test(above) ? above : `${hanValue(whole10 ?? '') ?? 0}${tenths === undefined ? '' : `.${Array.from(tenths).map((one) => hanValue(one) ?? 0).join('')}`}`;
    const value = isHundred ? decimalOf(written, below === '千' ? -1 : 0) : quotient(Number(written), Number(/^\d/.test(below) ? below : hanValue(below)) || 1);
    add(match.index, whole.length, { low: value, high: value, kind: 'part', unit: isHundred ? '%' : null, isWithin: false });
  }
  for (const match of text.includes('成') ? matchesOf(text, TENTHS) : []) {
    const [whole, han, hanHigh, digits, digitsHigh, half] = match;
    // 八成五
    const low = han === undefined ? decimalOf(digits ?? '0', 1) : decimalOf(`${hanValue(han) ?? 0}${half === undefined ? '' : '.5'}`, 1);
    const above = hanHigh ?? digitsHigh;
    const high = above === undefined ? low : decimalOf(`${/^\d/.test(above) ? above : (hanValue(above) ?? 0)}`, 1);
    add(match.index, whole.length, { low, high, kind: 'part', unit: '%', isWithin: false });
  }
  // "Nine out of ten"
  for (const match of matchesOf(text, /\b(one|two|three|four|five|six|seven|eight|nine|\d) out of (?:every )?(two|three|four|five|ten|10)\b/gi)) {
    const value = quotient(Number(decimalText(cardinal(match[1] ?? ''))), Number(decimalText(cardinal(match[2] ?? ''))) || 1);
    add(match.index, match[0].length, { low: value, high: value, kind: 'part', unit: null, isWithin: false });
  }
  // 一倍以上五倍以下
  if (text.includes('倍以上')) for (const match of matchesOf(text, FROM_TO)) add(match.index, match[0].length, { low: cardinal(match[1] ?? ''), high: cardinal(match[2] ?? ''), kind: 'times', unit: 'x', isWithin: false });
  for (const match of text.includes('半') ? matchesOf(text, HALVES) : []) {
    const skip = /^[过近超逾]/.test(match[0]) ? 1 : 0;
    add(match.index + skip, match[0].length - skip, { low: decimalOf('0.5'), high: decimalOf('0.5'), kind: 'part', unit: null, isWithin: false });
  }
  for (const match of matchesOf(text, /\btwice\b(?= (?:as|the|that|its|what))|翻(?:了)?(?:一)?番|(?<=\b(?:has|have|had|been|was|were|nearly|almost|more than|about|and|is) )doubled\b(?! (?:by|to|from|its|the|our|their)\b)|\b(two|three|four|five|six|seven|eight|nine|ten)-?fold\b/gi)) add(match.index, match[0].length, { low: cardinal(match[1] ?? 'two'), high: cardinal(match[1] ?? 'two'), kind: 'times', unit: 'x', isWithin: false });
  return found;
}
