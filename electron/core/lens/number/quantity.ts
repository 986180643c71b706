import type { Currencies } from './currency.ts';
import { HAN_FALLS, HAN_RISES } from './han-moves.ts';
import { compareDecimals, decimalOf, decimalText, shifted } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { numeralAt } from './numeral.ts';
import type { Numeral } from './numeral.ts';
import { repairLow } from './repair-range.ts';
import type { Stretch } from '../sentences.ts';
import { perAt, perBefore, unitAt } from './units.ts';
import type { Unit } from './units.ts';

/** A number, or a range of two, with its unit: what stands in the text, and what it says. */
export interface Quantity extends Stretch {
  /** In units of the normal unit; see Unit.shift. */
  readonly low: Decimal;
  readonly high: Decimal;
  readonly isRange: boolean;
  readonly sign: '+' | '-' | null;
  readonly unit: Unit | null;
  readonly unitPrinted: string;
  readonly currency: string | null;
  readonly per: string | null;
  readonly repairedFrom: Decimal | null;
  readonly style: Numeral['style'];
  /** As written, without scale; of a range its low end. */
  readonly written: string;
  readonly shift: number | null;
  readonly isMore: boolean;
  readonly isCurrencyDoubtful: boolean;
  readonly isMeasured: boolean;
}

const BETWEEN = / ?(?:-|~|至|到(?![了达])|以上(?=[\d一二三四五六七八九十百千][\d.,一二三四五六七八九十百千]*[万亿]?(?:元|倍|吨)以下)) ?| to (?=[\d$€£¥A-Z]|(?:two|three|four|five|six|seven|eight|nine|ten|twelve) (?:times|years?|months?|weeks?|days?|quarters?|hours?|tonnes|kg)\b)| and (?=[\d$€£¥A-Z])| or (?=\d)/y;
const MOVED_FROM = /(?:\bfrom|由|从|自) ?(?:about |some |around |nearly )?(?:[A-Z]{0,3}\$|€|¥|RMB)? ?$/i;
const MOVES = /\b(?:rose|rise\w*|rising|increas\w+|grew|grow\w*|fell|fall\w*|drop\w*|declin\w+|decreas\w+|cut|cuts|cutting|rais\w+|lift\w*|expand\w*|reduc\w+|lower\w*|up|down|jump\w*|climb\w*|slip\w*|improv\w+|shorten\w*|compress\w+|optimi[sz]\w+|lost|slid\w*|revis\w+|trimm?\w*|adjust\w*|amend\w*|went|narrow\w*|widen\w*|gain\w*|add(?:ed|s|ing)|shed|eased|edged|chang\w+|mov\w+|push\w+|press\w+|squeez\w+|slump\w*|plung\w+|soar\w*|surg\w+)\b/i;
/** Behind it comes a step, and where that led. */
const STEPPED = new RegExp(`(?:[涨跌降升增减]|增持|减持|${HAN_RISES}|${HAN_FALLS})(?:了|约|近)?$`);
const BETWEEN_OPENS = /\bbetween ?(?:[A-Z]{0,3}\$|€|¥|RMB)? ?$/i;
const PREFIX = /(?:\+(?=\d)|US\$|A\$|AU\$|C\$|HK\$|R\$|\$|€|£|¥|₹|RMB ?|CNY ?|Yn ?|USD ?|AUD ?|EUR ?|CAD ?|Rs\.? ?)/y;

/** A hundredth of whichever dollar. */
const CENTS = /^ ?(?:cents?\b|¢)/i;

interface End {
  readonly numeral: Numeral;
  readonly unit: Unit | null;
  readonly per: string | null;
  readonly isMoney: boolean;
  /** Past number and unit. */
  readonly end: number;
}

/** A dash and a space that open a line. */
const isBullet = (text: string, at: number, found: string): boolean => /^\s*- $/.test(found) && (at <= 0 || text[at - 1] === '\n' || found.startsWith('\n'));

/** A count may stand before it in Chinese and be no unit: 3大, 5G. */
function endAt(text: string, start: number, isMoney: boolean): End | null {
  const numeral = numeralAt(text, start, isMoney);
  if (!numeral) return null;
  const found = unitAt(text, numeral.end);
  let end = numeral.end + (found?.length ?? 0);
  let per = found?.unit.per ?? null;
  // A currency in front may be followed by what it buys: $110/kg, $50 a tonne, and never by a unit of its own.
  const isUnit = found !== null && !(isMoney && found.unit.sort !== 'money');
  if (!isUnit) end = numeral.end;
  const rate = (isUnit && found.unit.sort !== 'times') || isMoney ? perAt(text, end) : null;
  if (rate) [per, end] = [rate.per, end + rate.length];
  return { numeral, unit: isUnit ? found.unit : null, per, isMoney: isMoney || (isUnit && found.unit.sort === 'money'), end };
}

/** "Minus $42.5", 负42.5美元: a sign that is a word. */
const BELOW = /(?<!\d[\d.,]*(?: (?:million|billion|bn|m|tonnes|t))? )\bminus $|\bnegative $|(?<=[为至到是达在从约近]|跌破|回落)负$/i;
/** "Negative 18 months after": how long, and nothing below zero. */
const TIME_SORTS = /^(?:year|month|week|day|hour|minute|quarter|decade)$/;
const SIGNED = /(?:^|[\s(（|为是达至比额动])([+-]) ?$|(?:[\u4e00-\u9fff]|yoy|qoq|mom|YoY|QoQ|MoM)([+])$|(?:yoy|qoq|mom|YoY|QoQ|MoM)(-)$/;
/** 财务费用-580万元, +6.3%、-143%: no hyphen of a name stands so before money or a share. */
const MEASURE_SIGNED = /(?:[、,，/"“‘「[【:：]|费用|利润|收益|损失|亏损|净流[入出]|现金流量?|净额|增[长速幅减]|变动|升贴水|基差|价差|(?:同|环)比|率)([+-])$/;

/**
 * The quantity that begins at a place of a folded text, which has no digit or Latin letter before it but of a currency; null where
 * there is none. `sentence` is where it is said.
 */
export function quantityAt(text: string, at: number, { sentence, currencies }: { sentence: Stretch; currencies: Currencies }): Quantity | null {
  const sign = currencies.before(at, sentence);
  const first = endAt(text, at, sign !== null);
  if (!first) return null;
  let start = at - (sign?.length ?? 0);
  const ahead = text.slice(Math.max(sentence.start, start - 40), start);
  const plus = SIGNED.exec(ahead) ?? (first.isMoney || first.unit?.sort === 'percent' || first.unit?.sort === 'pp' ? MEASURE_SIGNED.exec(ahead) : null);
  // "Exports of minerals - 17 elements": a dash.
  const isDash = first.unit?.sort !== 'percent' && first.unit?.sort !== 'pp' && !first.isMoney && /[a-z)] - $/.test(ahead) && !/\b(?:change|changes|difference|spread|balance|net|deficit|growth)\b[^.;]{0,24} - $/i.test(ahead);
  const below = TIME_SORTS.test(first.unit?.normal ?? '') ? null : BELOW.exec(ahead);
  const signed = below ? '-' : plus && !isDash && !/[\d)] [-+] $/.test(ahead) && !isBullet(text, start - plus[0].length, plus[0]) ? ((plus[1] ?? plus[2] ?? plus[3]) as '+' | '-') : null;
  if (below) start -= below[0].length;
  else if (plus && signed !== null) start -= plus[0].length - plus[0].indexOf(signed);
  const isBetween = BETWEEN_OPENS.test(text.slice(Math.max(0, at - 14), at));
  const isMove = MOVED_FROM.test(ahead) && (MOVES.test(text.slice(sentence.start, start)) || /(?:由|从)$/.test(ahead.trimEnd()) || /^ ?(?:in|a year|last|previously|earlier)/.test(text.slice(first.end, first.end + 10)));
  const beyond = secondAt(text, first.end, { isMoney: sign !== null, isBetween });
  const second = beyond && !((signed === '-' || ahead.endsWith('-')) && /\+/.test(text.slice(first.end, first.end + 4))) && isRangeOf(first, beyond, { ahead, between: text.slice(first.end, first.end + 4), isMove }) ? beyond : null;
  const last = second ?? first;
  const unit = last.unit ?? first.unit ?? (sign === null && EARNS.test(ahead) && last.numeral.shift !== null && last.numeral.shift >= 4 && BARE.test(text.slice(last.end, last.end + 2)) ? YUAN : null);
  const before = perBefore(text, start);
  const isMoney = sign !== null || unit?.sort === 'money';
  const per = last.per ?? first.per ?? (isMoney || isContent(unit) ? before?.per : undefined) ?? null;
  // 每公斤110美元 is one figure, 每股收益0.42元 says what it is of.
  if ((isMoney || isContent(unit)) && before && last.per === null && /^每.{1,2}$|^每(?:平方米|立方米|千瓦时)$/.test(text.slice(start - before.length, start))) start -= before.length;
  const { low, high, repairedFrom } = second ? ends(first, second) : { low: first.numeral.value, high: first.numeral.value, repairedFrom: null };
  const by = (unit?.shift ?? 0) + (sign?.shift ?? 0);
  // 1年半, 两个月半
  const isHalfMore = second === null && unit !== null && HALVED.has(unit.normal) && text[last.end] === '半' && !/^半(?:年|月|数|径)/.test(text.slice(last.end, last.end + 2));
  const end = isHalfMore ? last.end + 1 : withCurrency(text, last.end, sign !== null);
  return {
    start, end, low: shifted(isHalfMore ? halfMore(low) : low, by), high: shifted(isHalfMore ? halfMore(high) : high, by), isRange: second !== null, sign: signed, unit,
    unitPrinted: [text.slice(at - (sign?.length ?? 0), at).trim(), text.slice(last.numeral.end, end).replace(/^[ -]/, '')].filter((part) => part !== '').join(' '),
    currency: sign?.code ?? (unit?.sort === 'money' ? (CENTS.test(text.slice(last.numeral.end, last.end)) ? currencies.cents() : unit.normal) : null), per, repairedFrom: repairedFrom && shifted(repairedFrom, by),
    style: first.numeral.style, written: first.numeral.written, shift: last.numeral.shift ?? first.numeral.shift ?? (sign && sign.shift > 0 ? sign.shift : null), isMore: first.numeral.isMore || last.numeral.isMore || text[end] === '+',
    isCurrencyDoubtful: sign?.isDoubtful ?? false, isMeasured: unit !== null || sign !== null,
  };
}

/** 年亏2.87亿, 盈利逾2.5亿: in headlines money goes without its currency. */
const EARNS = /(?:净?亏损?|净?赚|盈利|净利润?|营业?收入?|营收|利润|市值|(?<!出口)创汇)(?:了|超|逾|约|近|达|为|至|从|高达|预计|预增|大增|分别)*(?:[\d.]+亿?[/、和])*$/;
const BARE = /^(?:$|[^\p{Script=Han}\w]|[到至同])/u;
const YUAN: Unit = { normal: 'CNY', sort: 'money', shift: 0, per: null };

const HALVED: ReadonlySet<string> = new Set(['year', 'month', 'hour', 'day', 'kg', '斤']);
const halfMore = (value: Decimal): Decimal => (value.exponent < 0 ? value : decimalOf(`${decimalText(value)}.5`));

/** 每升12.6毫克: how much of one thing is in another. */
const isContent = (unit: Unit | null): boolean => unit !== null && /^(?:mg|µg|g)$/.test(unit.normal);

/** "Fell by 3 yuan to 212" names a step and where it led, "the rate by 25 basis points to 3.10 %" two measures. */
function isRangeOf(first: End, second: End, { ahead, between, isMove }: { ahead: string; between: string; isMove: boolean }): boolean {
  if (first.unit && second.unit && first.unit.sort !== second.unit.sort) return false;
  // "Production in 2026 - five years after"
  if (first.unit === null && !first.isMoney && /^(?:19|20)\d\d$/.test(first.numeral.written) && second.unit?.sort === 'level') return false;
  // "5 or 6 per cent"
  if (between.startsWith(' or ')) return first.unit === null && !first.isMoney && second.unit !== null && compareDecimals(first.numeral.value, second.numeral.value) < 0 && compareDecimals(second.numeral.value, first.numeral.value, { denominator: 2n }) <= 0;
  if ((first.unit && !first.isMoney && second.isMoney) || (first.isMoney && second.unit && !second.isMoney)) return false;
  if (isMove && /^ ?(?:to |至|到)/.test(between)) return false;
  // 增持860万股至3520万股: what was bought and what is held then.
  if (/^ ?[至到]/.test(between) && first.unit !== null && second.unit !== null && /(?:增持|减持)(?:了|约|近)?$/.test(ahead)) return false;
  // 周跌2万元/吨至159万元/吨: a step and where it led.
  // 上调明年均价预测500元至15,500元: the second is many times the first.
  if (/^ ?[至到]/.test(between) && first.isMoney && /(?:上调|下调|提高|降低|上浮|下浮)[^,，。;；\d]{2,14}$/.test(ahead)) return compareDecimals(first.numeral.value, second.numeral.value, { numerator: 5n }) >= 0;
  if (/^ ?[至到]/.test(between) && (first.unit !== null || first.isMoney || /(?:增持|减持)$/.test(ahead)) && STEPPED.test(ahead)) return compareDecimals(first.numeral.value, second.numeral.value, { numerator: second.per !== null || (second.isMoney && /价[^,，。;；]{0,10}$/.test(ahead)) ? 2n : 5n }) >= 0;
  if (!between.startsWith(' to ')) return true;
  // "A sequential increase of 2 % to 11 %" moved by the one or the other.
  if (first.unit?.sort === 'percent' && second.unit?.sort === 'percent' && /\b(?:increase|decrease|growth|rise|fall|drop|decline|reduction|gain) of (?:about |around )?$/.test(ahead) && compareDecimals(first.numeral.value, second.numeral.value) < 0) return true;
  // "policy funds of 186 million yuan to 132 enterprises": the second has its own noun.
  if (first.unit !== null && !second.isMoney && second.unit === null) return false;
  if (first.unit === null && /^(?:19|20)\d\d$/.test(first.numeral.written) && /\b(?:in|since) $/.test(ahead)) return false;
  // 2.1 % in 2020 to 3.4 % in 2025
  if (first.unit === null && second.unit !== null && /^(?:19|20)\d\d$/.test(first.numeral.written) && (second.numeral.written.length < 4 || /\b(?:in|since|of) $/.test(ahead))) return false;
  if (first.unit?.sort === 'percent' && second.unit?.sort === 'percent' && /\bby(?: about| around| some| roughly)? ?$/i.test(ahead)) return compareDecimals(first.numeral.value, second.numeral.value, { numerator: 5n }) >= 0 && compareDecimals(first.numeral.value, second.numeral.value) < 0;
  // "By 5 to 10 tonnes", but "by 5 to 212".
  if (first.unit === null && !first.isMoney && second.unit !== null && compareDecimals(first.numeral.value, second.numeral.value, { numerator: 5n }) >= 0) return true;
  if (/\bby(?: \w+){0,2} ?[A-Z]{0,3}[$€£¥]? ?$/i.test(ahead)) return false;
  // 同比增长0%~20%
  if (first.numeral.value.digits === 0n && between.includes('~') && second.unit?.sort === first.unit?.sort) return true;
  const isMoved = MOVES.test(ahead.slice(-16));
  // "Gained 3,000 to 326,000", "increased $1.9 million to $8.8 million": both ends say how large they are.
  if (isMoved && first.unit === null && second.unit === null && first.numeral.shift === second.numeral.shift && compareDecimals(first.numeral.value, second.numeral.value, { numerator: first.numeral.shift === null ? 5n : 2n }) < 0) return false;
  const isStep = (first.unit !== null || first.isMoney) && isMoved;
  return !isStep || compareDecimals(first.numeral.value, second.numeral.value, { numerator: 5n }) >= 0;
}

/** "$50 million US", "RMB 25,500 yuan": the currency said twice is one. */
function withCurrency(text: string, end: number, isSigned: boolean): number {
  const again = isSigned ? /^ (?:yuan|US dollars|dollars|USD|RMB)\b(?:\/(?:t|mt|ton|kg)\b)?/.exec(text.slice(end, end + 20)) : null;
  return end + (again?.[0].length ?? 0);
}

function secondAt(text: string, from: number, { isMoney, isBetween }: { isMoney: boolean; isBetween: boolean }): End | null {
  BETWEEN.lastIndex = from;
  const between = BETWEEN.exec(text);
  if (!between || (/and/.test(between[0]) && !isBetween)) return null;
  let at = from + between[0].length;
  PREFIX.lastIndex = at;
  const prefix = PREFIX.exec(text);
  if (prefix) at += prefix[0].length;
  const end = endAt(text, at, isMoney || (prefix !== null && prefix[0] !== '+'));
  // "Lost $100/kg to $3,050-3,250/kg": where it led is a range of its own.
  if (end && /to|[至到]/.test(between[0]) && /^ ?[-~] ?\d/.test(text.slice(end.end, end.end + 3))) return null;
  // 3-month is no range; 2-3大 neither.
  return end && /[\d一二三四五六七八九十百a-z]/.test(text[at] ?? '') ? end : null;
}

function ends(first: End, second: End): { low: Decimal; high: Decimal; repairedFrom: Decimal | null } {
  const high = second.numeral.value;
  const bare = first.numeral.shift === null && first.unit === null && first.numeral.style === 'digits' ? decimalOf(first.numeral.written.replace(/[, ]/g, '')) : null;
  // A scale that stands at the high end alone serves both: 1.68-1.7 million, but not 500-1.2 thousand.
  const literal = bare && second.numeral.shift !== null ? shifted(bare, second.numeral.shift) : first.numeral.value;
  const repaired = bare ? repairLow(bare, literal, high) : null;
  // 672-678,000: the thousands that stand at the high end alone serve both.
  const thousands = bare && second.numeral.shift === null && /\d,?000$/.test(second.numeral.written) ? shifted(bare, 3) : null;
  if (thousands && compareDecimals(thousands, high) <= 0 && compareDecimals(high, thousands, { numerator: 2n, denominator: 3n }) <= 0) return { low: thousands, high, repairedFrom: null };
  if (repaired && bare) return { low: repaired, high, repairedFrom: bare };
  if (bare && second.numeral.shift !== null && compareDecimals(literal, high) > 0 && compareDecimals(bare, high) <= 0) return { low: bare, high, repairedFrom: null };
  return { low: literal, high, repairedFrom: null };
}
