import { matchesOf } from './matches.ts';
import { Currencies } from './number/currency.ts';
import { datesIn } from './day/dates.ts';
import { markNotFigures } from './number/not-figures.ts';
import { noticesIn } from './day/notices.ts';
import { quantityAt } from './number/quantity.ts';
import type { Quantity } from './number/quantity.ts';
import type { RawFigure } from './raw-figure.ts';
import type { Stretch } from './sentences.ts';
import { specialFiguresIn } from './number/special-figures.ts';
import { nounAfter } from './english/english-noun.ts';
import { Taken } from './number/taken.ts';

const START = /\d|[一二三四五六七八九十两]|[百千万](?=[万亿][美元吨台套公千])|[百千](?=[余多](?:[种家个项名户台座]|万[吨元]))|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a|half a)(?=[\b -])/gi;
const CODE_BEFORE = /(?:RMB|CNY|\bYn|USD|AUD|EUR|CAD|Rs|A\$|C\$|\bUS|\bRM|REO|TREO|占GDP)$/i;
/** What is counted by as many as a year is; "in 2025 120 tonnes" counts no 2025. */
const COUNTED_YEAR = /^ (?!\d)(?:\w+ ){0,2}(?:people|workers|employees|jobs|companies|enterprises|tonnes|families|households|visitors|delegates|staff|villagers|residents|students|farmers|vehicles|exhibitors|participants|guests)\b/;
const NO_COUNT = /^(?:sides?|countries|country|governments?|leaders?|nations?|parties|party|things?|ways?|sessions?|presidents?|powers?|men|women|world|economies|ministers?|allies|neighbours|capitals|decades ago|stars?|star|faced|fold)$/i;

/** 7.1/9.0/11.2亿元: one number for each year, and what they are in behind the last. */
const SLASHED = /(?<![\d/.])\d+(?:\.\d+)?(?:\/\d+(?:\.\d+)?){1,4}(?=[万亿]?(?:美?元|倍|[吨台套件]|公斤|个?百分点)|%|x\b)/g;

/** What stands before or behind a number that makes it part of a name. */
function isName(text: string, start: number, quantity: Quantity): boolean {
  const before = text[start - 1] ?? '';
  const after = text[quantity.end] ?? '';
  // APT980美元/吨度, MP3400吨: a name and its figure.
  const isApart = /[A-Za-z]{2}$/.test(text.slice(Math.max(0, start - 2), start)) && (quantity.unit?.sort === 'money' || quantity.unit?.sort === 'mass') && /^(?: ?-? ?[\d.,]+)* ?[万亿]*\p{Script=Han}/u.test(text.slice(start, quantity.end).replace(/^[\d.,]+/, ''));
  if (/\p{Script=Latin}/u.test(before) && !isApart && quantity.style !== 'han' && !CODE_BEFORE.test(text.slice(Math.max(0, start - 4), start))) return true;
  if (before === '-' && /[A-Za-z]/.test(text[start - 2] ?? '') && quantity.style !== 'word') return true;
  if (/[#/]/.test(before) && quantity.unit === null) return true;
  if (before === '第') return true;
  if (quantity.isMeasured) return false;
  if (/\p{Script=Latin}/u.test(after)) return true;
  return (after === '-' && /[A-Za-z\d]/.test(text[quantity.end + 1] ?? '')) || (after === '/' && /\d/.test(text[quantity.end + 1] ?? '')) || /^[号世]/.test(after);
}

function isYear({ written, shift, isMeasured, isRange, style }: Quantity, behind: string): boolean {
  return !isMeasured && !isRange && style === 'digits' && shift === null && /^(?:19|20)\d\d$/.test(written) && !COUNTED_YEAR.test(behind);
}

/** Words of number say a figure only where they count or measure something. */
function isFigureOfWords({ style, written, unit, shift, isRange }: Quantity, text: string, end: number, start: number): boolean {
  if (style === 'digits') return true;
  const behind = text.slice(end, end + 40);
  if (style === 'han') {
    if (unit === null) return false;
    if (written === '一' && !isRange && shift === null) return unit.sort === 'times' || unit.sort === 'percent' || unit.sort === 'mass' || (unit.sort === 'level' && (/^(?:内|以内|之内|以上|左右)/.test(behind) || /(?:有效期|期限|工期|为期|质保期?|过渡期|缓冲期|建设期|周期)(?:为|是|约)?$/.test(text.slice(Math.max(0, start - 8), start))));
    return true;
  }
  if (/^one$/i.test(written)) return shift !== null || (unit !== null && unit.sort === 'level' && /\b(?:within|for|about|by|least|than|after|under) $/i.test(text.slice(Math.max(0, start - 10), start))) || unit?.sort === 'percent';
  if (unit !== null || shift !== null) return true;
  const head = nounAfter(behind).split(' ');
  if (head.some((word) => NO_COUNT.test(word))) return false;
  return behind.startsWith(' ') || /^[,.;)]/.test(behind);
}

/** Every figure of a folded text, in its order, about `most` at most; what is none is left out. */
export function scanFigures(text: string, sentences: readonly Stretch[], most: number): RawFigure[] {
  const taken = new Taken(text.length);
  const found: RawFigure[] = [];
  for (const notice of noticesIn(text)) {
    taken.mark(notice.start, notice.end);
    found.push({ is: 'notice', at: notice, notice });
  }
  for (const date of datesIn(text)) {
    if (taken.has(date.start, date.end)) continue;
    taken.mark(date.start, date.end);
    found.push({ is: 'date', at: date, date });
  }
  const masked = new Taken(text.length);
  markNotFigures(text, masked);
  for (const special of specialFiguresIn(text)) {
    // A rank reads what else would be the number of a thing, a ratio what would be a time.
    if (taken.has(special.start, special.end) || (special.kind !== 'rank' && special.kind !== 'to-one' && masked.has(special.start, special.end))) continue;
    taken.mark(special.start, special.end);
    found.push({ is: 'special', at: special, special });
  }
  const currencies = new Currencies(text);
  let slashed: Taken | null = null;
  for (const match of text.includes('/') ? matchesOf(text, SLASHED) : []) (slashed ??= new Taken(text.length)).mark(match.index, match.index + match[0].length);
  let index = 0;
  let from = 0;
  for (const match of matchesOf(text, START)) {
    const start = match.index;
    if (start < from) continue;
    if (found.length >= most) break;
    while (index + 1 < sentences.length && start >= (sentences[index]?.end ?? 0)) index += 1;
    const sentence = sentences[index] ?? { start: 0, end: text.length };
    if (/[\d.]/.test(text[start - 1] ?? '') && /\d/.test(text[start - 2] ?? text[start - 1] ?? '')) continue;
    if (taken.has(start, start + 1) || masked.has(start, start + 1)) continue;
    const quantity = quantityAt(text, start, { sentence, currencies });
    if (!quantity) continue;
    const { end } = quantity;
    if (masked.has(start, Math.min(end, start + quantity.written.length)) || taken.has(start, end)) continue;
    if (quantity.style === 'digits') from = end;
    const isSlashed = slashed !== null && slashed.has(start, start + 1);
    if ((!isSlashed && isName(text, start, quantity)) || isYear(quantity, text.slice(end, end + 40)) || !isFigureOfWords(quantity, text, end, start)) continue;
    from = end;
    found.push({ is: 'quantity', at: { start: quantity.start, end }, quantity });
  }
  return found.toSorted((one, other) => one.at.start - other.at.start);
}
