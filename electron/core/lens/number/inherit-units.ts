import { compareDecimals, decimalOf, shifted } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import type { Quantity } from './quantity.ts';
import type { RawFigure } from '../raw-figure.ts';
import { perAt, unitAt } from './units.ts';
import { columnUnitAt, hasCells, rowLabel, tableScaleAt } from '../table/table-lines.ts';

const JOINED = /^(?:, | and |, and |、|和|及|以及|与|,| or | ?\/ ?)$/;

/** "At $85.60 per kilogram, up from $54.30": both are of the kilogram. */
const COMPARED = /^(?: of [A-Za-z][\w -]{1,24}(?=, ))?,? ?\(?(?:up|down|prev|previously|compared|against|versus|from)? ?(?:from|with|to|against)? $| \($|^(?:[,，、]?(?:较[^,，\d]{1,6}|环比|同比)?(?:[微小大周日月]?[涨跌]|[上下]调|上涨|下跌|回落|回升)(?:了|约|近)?|[涨跌升降](?:到|至)|上涨[到至]|下跌[到至])$/;

/** "At 620 yuan, up 5 from yesterday": the step is in the unit of the price. */
const MOVED = /^[^.;。；\n]*(?:\b(?:up|down|rose|fell|gained|lost|added|shed)(?: by| another)?|涨|跌|上调|下调|涨了|跌了) ?$/;
/** "RMB 3.45 billion, 620 million more than" */
const MORE_THAN = /^ (?:more|less|higher|lower) than\b/;

/** Gives the bare numbers of "5, 6 and 7 tonnes" the unit that stands at the end of their list, and those of a table that of its column. */
export function inheritUnits(text: string, raws: readonly RawFigure[]): RawFigure[] {
  // Twice: a change in a table has its unit of the price beside it, which has it of its column.
  const isTable = hasCells(text);
  const quoted = perOfBrief(text, perOfBoth(text, isTable ? raws.map((raw) => scaled(text, raw)) : raws));
  return inheritOnce(text, inheritOnce(text, withYearBefore(text, quoted), isTable), isTable);
}

/** "5.7 (7.0) Mt", "USD 110 (120) per tonne": what it was the year before stands in brackets, and what both are in behind them. */
function withYearBefore(text: string, raws: readonly RawFigure[]): readonly RawFigure[] {
  let out: RawFigure[] | null = null;
  for (const [at, before] of raws.entries()) {
    const now = raws[at - 1];
    if (before.is !== 'quantity' || now?.is !== 'quantity' || before.quantity.isMeasured || /^\d$/.test(before.quantity.written) || text[before.at.end] !== ')' || text.slice(now.at.end, before.at.start) !== ' (') continue;
    const behind = before.at.end + 1;
    const unit = now.quantity.isMeasured ? null : unitAt(text, behind)?.unit ?? null;
    const per = now.quantity.currency !== null && now.quantity.per === null ? (perAt(text, behind)?.per ?? null) : null;
    if (per === null && (unit === null || unit.sort === 'count')) continue;
    out ??= [...raws];
    for (const [place, one] of [[at - 1, now], [at, before]] as const) {
      const { quantity } = one;
      const by = unit?.shift ?? 0;
      out[place] = { ...one, quantity: per === null ? { ...quantity, low: shifted(quantity.low, by), high: shifted(quantity.high, by), unit, per: unit?.per ?? null, currency: unit?.sort === 'money' ? unit.normal : null, isMeasured: true } : { ...quantity, unit: quantity.unit ?? now.quantity.unit, currency: now.quantity.currency, per, isMeasured: true } };
    }
  }
  return out ?? raws;
}

/** "CNY 290 ($47.39) per kilogram": both are by the kilogram. */
function perOfBoth(text: string, raws: readonly RawFigure[]): readonly RawFigure[] {
  const pers = new Map<RawFigure, string>();
  let last: string | null = null;
  for (const [at, raw] of raws.entries()) {
    const first = raws[at - 1];
    if (raw.is !== 'quantity' || first?.is !== 'quantity' || raw.quantity.currency === null || first.quantity.currency === null || first.quantity.currency === raw.quantity.currency || text[raw.at.end] !== ')' || !/^ ?\((?:or |about |around |approximately |some )?$/.test(text.slice(first.at.end, raw.at.start))) continue;
    // "Up from CNY 4,700 ($768)": of what was told before.
    const told: string | null = /\b(?:up|down) from $/.test(text.slice(Math.max(0, first.at.start - 10), first.at.start)) ? last : null;
    const per: string | null = first.quantity.per ?? raw.quantity.per ?? perAt(text, raw.at.end + 1)?.per ?? told;
    if (per !== null) for (const one of [first, raw]) pers.set(one, per);
    last = per;
  }
  return pers.size === 0 ? raws : raws.map((raw) => (raw.is === 'quantity' && raw.quantity.per === null && pers.has(raw) ? { ...raw, quantity: { ...raw.quantity, per: pers.get(raw) ?? null } } : raw));
}

/** Goods right in front of a price. */
const GOODS = /\b(?:oxides?|metal|alloys?|carbonates?|NdPr|blocks?|magnets?)(?:,? [\w ,-]{0,26})?:? ?(?:at |nominal at |about |around )?[A-Z]{0,3}[$€£¥]$/i;
/** Quotes of a brief that are by the same weight, from which its bare ones are too. */
const FEWEST_QUOTES = 3;

/** In a brief of prices by the kilogram, "Gd oxide $98-115" is by the kilogram too. */
function perOfBrief(text: string, raws: readonly RawFigure[]): readonly RawFigure[] {
  const counts = new Map<string, number>();
  for (const raw of raws) if (raw.is === 'quantity' && raw.quantity.currency !== null && /^(?:t|kg|lb)$/.test(raw.quantity.per ?? '')) counts.set(`${raw.quantity.currency} ${raw.quantity.per}`, (counts.get(`${raw.quantity.currency} ${raw.quantity.per}`) ?? 0) + 1);
  if (counts.size === 0) return raws;
  return raws.map((raw) => {
    if (raw.is !== 'quantity' || raw.quantity.currency === null || raw.quantity.per !== null) return raw;
    if (isAlsoByTheTonne(text, raw.at.start, raw.quantity, counts)) return { ...raw, quantity: { ...raw.quantity, per: 't' } };
    if (raw.quantity.shift !== null) return raw;
    const [most, next] = ['kg', 't', 'lb'].map((per) => ({ per, count: counts.get(`${raw.quantity.currency} ${per}`) ?? 0 })).toSorted((one, other) => other.count - one.count);
    if (!most || most.count < FEWEST_QUOTES || most.count <= (next?.count ?? 0) || !GOODS.test(text.slice(Math.max(0, raw.at.start - 60), raw.at.start + 1).replace(/[^$€£¥]$/, ''))) return raw;
    return { ...raw, quantity: { ...raw.quantity, per: most.per } };
  });
}

const QUOTED_GOODS = /\b(?:oxides?|metal|alloys?|carbonates?|NdPr|PrNd|Pr-Nd|concentrates?|ferro-\w+|bismuth|antimony|tin|magnesium|tungsten|APT|neodymium|dysprosium|terbium)\b((?:[^.;\n]|\.\d){0,90})$/i;
/** Money of something else than goods. */
const NO_QUOTE = /\b(?:shares?|turnover|profits?|revenues?|freight|salar\w+|wages?|costs?|fees?|tax\w*|invest\w*|capital|cash|sales|worth|fund\w*|loans?|fin\w+|kg|kilos?|kilogram)\b|[$€£]/i;
const MOST_A_TONNE = decimalOf('20000000');
/** Where some goods are told by the kilogram, less is of those. */
const LEAST_A_TONNE = decimalOf('400');

/** "NdPr oxide ended at 571,000 yuan a tonne, the metal lost 6,000 yuan": where yuan are told by the tonne alone, those of goods are too. */
function isAlsoByTheTonne(text: string, start: number, { currency, shift, low, isRange }: Quantity, counts: ReadonlyMap<string, number>): boolean {
  const [tonnes, kilograms] = [counts.get('CNY t') ?? 0, counts.get('CNY kg') ?? 0];
  if (currency !== 'CNY' || (shift !== null && shift !== 6) || tonnes === 0 || compareDecimals(low, MOST_A_TONNE) > 0 || (kilograms > 0 && (tonnes < 2 || compareDecimals(low, LEAST_A_TONNE) < 0))) return false;
  // One quote alone does not tell what a range of quite another size is by.
  if (isRange && shift === null && tonnes < 2) return false;
  const behind = QUOTED_GOODS.exec(text.slice(Math.max(0, start - 120), start))?.[1];
  return behind !== undefined && !NO_QUOTE.test(behind) && (shift === null || behind === ' ' || / (?:to|at)(?: about| around)? $/.test(behind));
}

/** "$49.8" in the cell of a table that is in millions. */
function scaled(text: string, raw: RawFigure): RawFigure {
  if (raw.is !== 'quantity' || raw.quantity.currency === null || raw.quantity.shift !== null || raw.quantity.per !== null) return raw;
  const by = tableScaleAt(text, raw.at);
  if (by === 0) return raw;
  return { ...raw, quantity: { ...raw.quantity, low: shifted(raw.quantity.low, by), high: shifted(raw.quantity.high, by), shift: by } };
}

const PRICED = /\b(?:surpass|exceed|reach(?:ing|ed)?|hitting|touching|at|steady at|sold at|offered at|bid at|below|above|accept|pay|paid|against|versus|no (?:higher|lower|more|less) than|recovered to|rebounded to|back to|(?:oxide|metal|alloy|NdPr|carbonate) (?:price )?of)(?: (?:about|around))? (?:[A-Z]{0,3}[$€£¥])?$/i;

const LED = /^(?: (?:in|at|on|of) [^,;.]{2,30}?)? to (?:(?:under|over|about|around|nearly|just|only|below|above|more than|less than) )*(?:[A-Z]{0,3}[$€£¥])?$/;

/** Between two prices of a list: the next goods' name. */
const LISTED = /^(?:,|;|,? and) (?:and )?[a-z][a-z-]{3,}(?: (?:oxide|metal|alloy|carbonate|concentrate))? (?:[A-Z]{0,3}[$€£¥])?$/i;
/** A step that a price took is told without what it is by. */
const STEPPED = /\b(?:by|up|down|gained|lost|added|shed|another|rose|fell|off|higher|lower|wage\w*|salar\w+|bonus\w*|earn\w*|pays?|paid)(?: \w+)? (?:[A-Z]{0,3}[$€£¥])?$|[涨跌升降加减](?:了|约|近)?$/i;
/** What "price per kilogram" is per. */
const RATES: Readonly<Record<string, string>> = { kilogram: 'kg', kg: 'kg', tonne: 't', ton: 't', t: 't', pound: 'lb', lb: 'lb', kilo: 'kg' };

/** "A kilogram of terbium metal fetched" */
const ONE_OF = /\b(?:a|one|each) (kilogram|kilo|kg|tonne|ton|pound) of [^.;\d]{3,60}\b(?:fetch(?:ed|es)|cost|costs|sold for|sells for|went for|traded (?:at|for)|trades at|was priced at|is priced at)(?: (?:about|around|some|nearly))? (?:[A-Z]{0,3}[$€£¥])?$/i;

/** The goods that a price without them is for, by the price beside it: the next it moved to, or one before of about its size. */
function perBeside(text: string, raw: RawFigure, { next, ahead, far }: { next: RawFigure | undefined; ahead: readonly RawFigure[]; far: () => readonly RawFigure[] }): string | null {
  if (raw.is !== 'quantity') return null;
  const { quantity } = raw;
  if (next?.is === 'quantity' && next.quantity.currency === quantity.currency && next.quantity.per !== null && next.quantity.per !== 'share' && /^ to (?:[A-Z]{0,3}[$€£¥])?$/.test(text.slice(raw.at.end, next.at.start)) && /\b(?:rose|fell|slid|slipped|lost|gained|added|shed|dropped|climbed|up|down|eased|jumped|by) $/.test(text.slice(Math.max(0, raw.at.start - 10), raw.at.start))) return next.quantity.per;
  if (quantity.shift === null && /\b(?:earnings|loss|income|dividends?) per (?:diluted |basic |ordinary |common )?share[^.;,\d]{0,24}$|\bEPS[^.;,\d]{0,12}$/i.test(text.slice(Math.max(0, raw.at.start - 60), raw.at.start))) return 'share';
  // "A net loss of $14.8 million, or $0.09", behind one by the share
  if (quantity.shift === null && /, or (?:about )?(?:[A-Z]{0,3}[$€£¥])?$/.test(text.slice(Math.max(0, raw.at.start - 12), raw.at.start + 2).replace(/\d[\d.]*$/, '')) && ahead.some((one) => one.is === 'quantity' && one.quantity.per === 'share' && one.quantity.currency === quantity.currency && isNear(quantity.low, one.quantity.low))) return 'share';
  // "From $169/kg in early 2022 to under $50", "from 9,000 yuan to 11,500 yuan per ton"
  const prior = ahead.at(-1);
  if (quantity.shift === null && prior?.is === 'quantity' && prior.quantity.currency === quantity.currency && prior.quantity.per !== null && LED.test(text.slice(prior.at.end, raw.at.start)) && /\bfrom (?:about |some |nearly |around )?$/.test(text.slice(Math.max(0, prior.at.start - 14), prior.at.start))) return prior.quantity.per;
  if (next?.is === 'quantity' && quantity.shift === null && next.quantity.currency === quantity.currency && next.quantity.per !== null && /^ to (?:[A-Z]{0,3}[$€£¥])?$/.test(text.slice(raw.at.end, next.at.start)) && /\bfrom (?:about |some |nearly |around )?$/.test(text.slice(Math.max(0, raw.at.start - 14), raw.at.start))) return next.quantity.per;
  if (quantity.shift === null && hasCells(text) && /\bper (?:diluted |basic |ordinary )?share\b|\bEPS\b|每股/i.test(rowLabel(text, raw.at))) return 'share';
  const front = quantity.shift === null ? text.slice(Math.max(0, raw.at.start - 110), raw.at.start) : '';
  const rate = front.includes(' per ') ? /\b(?:price|cost)s? per (kilogram|kg|tonne|ton|t|pound|lb)\b(?:[^.;,\d]|\d+(?:\.\d+)?%){0,60}\b(?:was|is|were|averaged|of|reached|at|to|(?:fell|rose|dropped|increased|decreased|reduced|cut|lowered|down|up)(?: by)?) (?:[A-Z]{0,3}[$€£¥])?$/i.exec(front)?.[1] : undefined;
  if (rate !== undefined) return RATES[rate.toLowerCase()] ?? null;
  const one = quantity.shift === null ? ONE_OF.exec(text.slice(Math.max(0, raw.at.start - 90), raw.at.start))?.[1] : undefined;
  if (one !== undefined) return RATES[one.toLowerCase()] ?? null;
  // "$780-830 per kg, terbium $3,350-3,600"
  const listed = quantity.shift === null ? ahead.at(-1) : undefined;
  if (listed?.is === 'quantity' && listed.quantity.currency === quantity.currency && /^(?:t|kg|lb)$/.test(listed.quantity.per ?? '') && LISTED.test(text.slice(listed.at.end, raw.at.start)) && /^(?:[,;.](?!\d)| and\b|$|\n)/.test(text.slice(raw.at.end, raw.at.end + 5))) return listed.quantity.per;
  if (quantity.shift === null && QUOTED_METAL.test(front)) {
    const quoted = far().findLast((one) => one.is === 'quantity' && one.quantity.currency === quantity.currency && one.quantity.per !== null);
    if (quoted?.is === 'quantity' && quoted.quantity.per === 't') return 't';
  }
  const alike = quantity.shift === null || (quantity.currency === 'CNY' && quantity.shift === 4) ? ahead.findLast((one) => one.is === 'quantity' && one.quantity.currency === quantity.currency && /^(?:t|kg|lb)$/.test(one.quantity.per ?? '')) : undefined;
  // 55.8万元以上的报价, 回落至55.3万元附近: the goods of its paragraph's prices by the tonne.
  if (quantity.currency === 'CNY' && quantity.shift === 4 && isQuote(text, raw.at) && ahead.some((one) => one.is === 'quantity' && one.quantity.currency === 'CNY' && one.quantity.per === 't' && isClose(quantity.low, one.quantity.low) && !text.slice(one.at.end, raw.at.start).includes('\n'))) return 't';
  if (alike?.is === 'quantity' && isClose(quantity.low, alike.quantity.low) && isSameStatement(text.slice(alike.at.end, raw.at.start)) && !STEPPED.test(text.slice(Math.max(0, raw.at.start - 30), raw.at.start)) && !/^ (?:million|billion|per|in|for)\b|^\s*\/|^ a share/.test(text.slice(raw.at.end, raw.at.end + 10))) return alike.quantity.per;
  if (!PRICED.test(text.slice(Math.max(0, raw.at.start - 24), raw.at.start)) || /^ (?:million|billion|per|in|for)\b|^\s*\/|^ a share/.test(text.slice(raw.at.end, raw.at.end + 10))) return null;
  const price = ahead.findLast((one) => one.is === 'quantity' && one.quantity.currency === quantity.currency && one.quantity.per !== null);
  if (price?.is !== 'quantity' || !/^(?:t|kg|g|lb|oz)$/.test(price.quantity.per ?? '') || raw.at.start - price.at.end > 200) return null;
  return isNear(quantity.low, price.quantity.high) ? price.quantity.per : null;
}

/** Figures that a line of an exchange may tell before one. */
const MOST_QUOTED = 20;
/** "Zinc was up 2.2 % to $2,340, tin edged 1.6 % higher to $26,410": metals of an exchange, by the tonne as the first of them. */
const QUOTED_METAL = /\b(?:zinc|tin|lead|nickel|copper|alumini?um|cobalt)(?: (?:prices?|futures|contract|was|were))*(?: [a-z]+){1,3} \d[\d.]*(?:%| per ?cent)(?: (?:higher|lower|up|down))? (?:to|at) (?:[A-Z]{0,3}[$€£¥])?$/i;
/** Behind these a bare number is of what stood there before it. */
const ELLIPTIC = /(?:%|\bper ?cent|\bpoints?) to (?:about |around |just |nearly )?$|\b(?:is|was|were|are|stood|steady|flat|unchanged|quoted|assessed|held|stable|[a-z]+ed) at (?:about |around )?$/;

/** The quantity before, in the same sentence, that a bare number of its size is again of. */
function measuredBefore(text: string, raw: RawFigure, ahead: readonly RawFigure[]): Quantity | null {
  const last = ahead.findLast((one) => one.is === 'quantity' && one.quantity.isMeasured && one.quantity.unit?.sort !== 'percent' && one.quantity.unit?.sort !== 'pp' && one.quantity.sign === null);
  if (last?.is !== 'quantity' || raw.is !== 'quantity' || last.quantity.unit?.sort === 'count' || raw.quantity.shift !== null || last.quantity.shift !== null) return null;
  return isNear(raw.quantity.low, last.quantity.high) && !/[.!?](?:\s|$)|\n/.test(text.slice(last.at.end, raw.at.start)) ? last.quantity : null;
}

/** Whether neither is twice the other. */
const isClose = (one: Decimal, other: Decimal): boolean => compareDecimals(one, other, { denominator: 2n }) <= 0 && compareDecimals(other, one, { denominator: 2n }) <= 0;
/** Whether some words between two prices begin no other sentence, and are about no other money. */
const isSameStatement = (between: string): boolean => between.length < 160 && !/[.!?](?:\s|$)|[\n。！？]/.test(between) && !NO_QUOTE.test(between.replace(/[$€£](?=$|\d)/g, '').replace(/\b(?:costs?|kg|kilogram|kilos?)\b/gi, '')) && !/工资|收入|投资|费用|利润|补贴|奖励|罚款|营收|股|薪|每年|税/.test(between);

const QUOTED = /(?:报价|价格中枢|成交价?|均价|价格|高[点位]|低[点位]|回落至|[跌涨]破|突破|[升涨降跌][至到]|[现主]?报|关口)(?:在|为|约|一度)?$/;
/** Whether a sum of yuan is told as goods are quoted. */
const isQuote = (text: string, at: { readonly start: number; readonly end: number }): boolean => QUOTED.test(text.slice(Math.max(0, at.start - 12), at.start)) || /^(?:以[上下])?的(?:报价|价格|高[点位]|低[点位]|关口)|^关口/.test(text.slice(at.end, at.end + 8));

/** Whether a bare number in brackets is what a sum or a mass in front of it was before: notes and parts of lists are of another size. */
function isOfYearBefore(now: Quantity, before: Quantity): boolean {
  return now.currency === null ? now.unit?.sort === 'mass' && now.shift === null && isNear(now.low, before.low) : now.shift !== null || (now.unit?.shift ?? 0) > 0;
}

/** Whether neither is ten times the other. */
const isNear = (one: Decimal, other: Decimal): boolean => compareDecimals(one, other, { denominator: 10n }) <= 0 && compareDecimals(other, one, { denominator: 10n }) <= 0;

function inheritOnce(text: string, raws: readonly RawFigure[], isTable: boolean): RawFigure[] {
  const out = [...raws];
  for (let at = out.length - 1; at >= 0; at--) {
    const raw = out[at];
    if (raw?.is !== 'quantity') continue;
    const ahead = out[at - 1];
    if (raw.quantity.currency !== null && raw.quantity.per === null && ahead?.is === 'quantity' && ahead.quantity.currency === raw.quantity.currency && ahead.quantity.per !== null && (ahead.quantity.per !== 'share' || isNear(raw.quantity.low, ahead.quantity.low)) && (raw.quantity.shift === null || (raw.quantity.currency === 'CNY' && raw.quantity.shift === 4)) && COMPARED.test(text.slice(ahead.at.end, raw.at.start))) {
      out[at] = { ...raw, quantity: { ...raw.quantity, per: ahead.quantity.per } };
      continue;
    }
    // "Slid 5,000 yuan to 685,000 yuan a tonne": the step is of the tonne too; and so is what stands without it behind a price of its size.
    const priced = raw.quantity.currency !== null && raw.quantity.per === null ? perBeside(text, raw, { next: out[at + 1], ahead: out.slice(Math.max(0, at - 3), at), far: () => out.slice(Math.max(0, at - MOST_QUOTED), at) }) : null;
    if (priced !== null) {
      out[at] = { ...raw, quantity: { ...raw.quantity, per: priced } };
      continue;
    }
    // "63 %, down 2 points", "71 % of capacity, 3 points higher"
    if (raw.quantity.unit?.normal === 'point' && ahead?.is === 'quantity' && ahead.quantity.unit?.sort === 'percent' && (/^[^.;\d]{0,40}, $/.test(text.slice(ahead.at.end, raw.at.start)) && /^ (?:higher|lower|more|less|above|below|up|down)\b/.test(text.slice(raw.at.end, raw.at.end + 8)) || /^, (?:up|down)(?: by)? $|^,?(?:下降|上升|提高|回落)$/.test(text.slice(ahead.at.end, raw.at.start)))) {
      out[at] = { ...raw, quantity: { ...raw.quantity, unit: { normal: 'pp', sort: 'pp', shift: 0, per: null } } };
      continue;
    }
    // 较上周低1个点
    if (raw.quantity.unit?.normal === 'point' && raw.quantity.unitPrinted === '个点' && /(?:[高低升降]|增加|减少|提高|提升|下降|下滑|回落|回升|收窄|扩大)(?:了|约|近)?$/.test(text.slice(Math.max(0, raw.at.start - 6), raw.at.start))) {
      out[at] = { ...raw, quantity: { ...raw.quantity, unit: { normal: 'pp', sort: 'pp', shift: 0, per: null } } };
      continue;
    }
    // 由每升12.6毫克降至1.8毫克
    if (raw.quantity.per === null && raw.quantity.unit?.sort === 'mass' && ahead?.is === 'quantity' && /^(?:l|m3)$/.test(ahead.quantity.per ?? '') && ahead.quantity.unit?.normal === raw.quantity.unit.normal && /^[^,，。;；.\d]{0,14}$/.test(text.slice(ahead.at.end, raw.at.start))) {
      out[at] = { ...raw, quantity: { ...raw.quantity, per: ahead.quantity.per } };
      continue;
    }
    if (raw.quantity.isMeasured) continue;
    const next = out[at + 1];
    const { quantity } = raw;
    if (next?.is === 'quantity' && next.quantity.isMeasured && next.quantity.unit?.sort !== 'count' && JOINED.test(text.slice(raw.at.end, next.at.start))) {
      const { unit, currency, per, shift, unitPrinted } = next.quantity;
      const by = (unit?.shift ?? 0) + (quantity.shift === null ? (shift ?? 0) : 0);
      out[at] = { ...raw, quantity: { ...quantity, low: shifted(quantity.low, by), high: shifted(quantity.high, by), unit, currency, per, unitPrinted, shift: quantity.shift ?? shift, isMeasured: true } };
      continue;
    }
    const last = out[at - 1];
    if (last?.is === 'quantity' && last.quantity.currency !== null && raw.at.start - last.at.end < 40 && (MOVED.test(text.slice(last.at.end, raw.at.start)) || (last.quantity.shift !== null && quantity.shift !== null && last.quantity.per === null && /^, (?:about |some |nearly )?$/.test(text.slice(last.at.end, raw.at.start)) && MORE_THAN.test(text.slice(raw.at.end, raw.at.end + 12))))) {
      const { currency, per } = last.quantity;
      out[at] = { ...raw, quantity: { ...quantity, unit: { normal: currency, sort: 'money', shift: 0, per: null }, currency, per, unitPrinted: '', isMeasured: true } };
      continue;
    }
    // "412 million yuan, followed by Zhenghai with 201 million"
    if (last?.is === 'quantity' && last.quantity.currency !== null && last.quantity.per === null && last.quantity.shift !== null && quantity.shift !== null && /^[^.;\d]{1,50}\b(?:with|at|and) $/.test(text.slice(last.at.end, raw.at.start)) && /^(?:[,;.](?!\d)| and\b|$)/.test(text.slice(raw.at.end, raw.at.end + 5))) {
      const { currency, per } = last.quantity;
      out[at] = { ...raw, quantity: { ...quantity, unit: { normal: currency, sort: 'money', shift: 0, per: null }, currency, per, unitPrinted: '', isMeasured: true } };
      continue;
    }
    // "Exports rose 3 % to 45,000 tonnes, imports 2 % to 33,000", "terbium was steady at 6,610,000"
    const told = ELLIPTIC.test(text.slice(Math.max(0, raw.at.start - 40), raw.at.start)) && /^(?:[,;.](?!\d)| and\b|$|\n)/.test(text.slice(raw.at.end, raw.at.end + 5)) ? measuredBefore(text, raw, out.slice(Math.max(0, at - 8), at)) : null;
    if (told !== null) {
      out[at] = { ...raw, quantity: { ...quantity, unit: told.unit, currency: told.currency, per: told.per, unitPrinted: told.unitPrinted, isMeasured: true } };
      continue;
    }
    // "SEK 412.5 million (322.0)": in brackets what it was the year before.
    if (last?.is === 'quantity' && last.quantity.isMeasured && last.quantity.unit?.sort !== 'count' && text.slice(last.at.end, raw.at.start) === ' (' && text[raw.at.end] === ')' && quantity.shift === null && (quantity.written.includes('.') || (!/^(?:(?:19|20)\d\d|\d)$/.test(quantity.written) && isOfYearBefore(last.quantity, quantity)))) {
      const by = (last.quantity.unit?.shift ?? 0) + (last.quantity.shift ?? 0);
      out[at] = { ...raw, quantity: { ...quantity, low: shifted(quantity.low, by), high: shifted(quantity.high, by), unit: last.quantity.unit, currency: last.quantity.currency, per: last.quantity.per, unitPrinted: last.quantity.unitPrinted, shift: last.quantity.shift, isMeasured: true } };
      continue;
    }
    const column = isTable ? columnUnitAt(text, raw.at, out) : null;
    if (column) {
      // Accounts put a loss in brackets.
      const isLoss = column.unit.sort === 'money' && text[raw.at.start - 1] === '(' && text[raw.at.end] === ')';
      out[at] = { ...raw, quantity: { ...quantity, ...(isLoss && { sign: '-', shift: column.shift }), low: shifted(quantity.low, column.shift), high: shifted(quantity.high, column.shift), unit: column.unit, currency: column.unit.sort === 'money' ? column.unit.normal : null, per: column.per, unitPrinted: column.printed, isMeasured: true } };
    }
  }
  return out;
}
