import type { ArticleFigures, Figure, FigureDoubt, FigureKind, FigureQualifier, FigureSubject, TextPlace } from '../../contract/lens.ts';
import type { EntityMention } from '../../contract/gazetteer.ts';
import { basisOf } from './number/basis.ts';
import { withMeasure } from './subject/carried-measure.ts';
import { carriedSubject } from './subject/carried-subject.ts';
import { dealtMeasure } from './english/dealt-measure.ts';
import { dateRole } from './day/date-role.ts';
import { nearestYear } from './day/dates.ts';
import { compareDecimals, decimalOf, decimalText } from './number/decimal.ts';
import { withDoubts } from './doubts.ts';
import { clauseOf, ownPart } from './figure-clause.ts';
import { FigureIds } from './figure-id.ts';
import { figureKind, isShareOf } from './number/figure-kind.ts';
import { unitOf, unsigned } from './number/figure-unit.ts';
import { FieldText } from './field-text.ts';
import { foldScript } from './fold-script.ts';
import { foreignSubject, hanIn, isForeign } from './scripts.ts';
import { foldText } from './fold-text.ts';
import { isGradeOfGoods } from './english/headed-goods.ts';
import { inheritUnits } from './number/inherit-units.ts';
import { Owners } from './subject/owned-figures.ts';
import { pairedSubject } from './subject/paired-subject.ts';
import { Periods } from './day/period.ts';
import { priceRows } from './price-rows.ts';
import { boundsOf, directionOf, sinceOf } from './number/qualifiers.ts';
import type { Quantity } from './number/quantity.ts';
import type { RawFigure } from './raw-figure.ts';
import { scanFigures } from './scan-figures.ts';
import { sentencesIn } from './sentences.ts';
import type { Stretch } from './sentences.ts';
import { TWO_MEASURES } from './subject/respectively.ts';
import { shareOut } from './subject/share-out.ts';
import { SAME_BELOW, fromWhence, isDownHead, ofQuarter } from './number/since-when.ts';
import { chineseSubject } from './chinese/subject-chinese.ts';
import { englishSubject } from './english/subject-english.ts';
import { hasVerb } from './english/subject-words.ts';
import { withListedSince } from './number/listed-since.ts';
import { columnHead, columnSort, hasCells, lineSubject, rowLabel } from './table/table-lines.ts';
import { headOf, topicOf } from './subject/topic.ts';

/** An article as the lens reads it. */
export interface LensText {
  readonly title: string;
  /** Plain, lines and tabs kept where the page had blocks and cells. */
  readonly text: string;
  /** Epoch milliseconds; tells the year of a day without one. */
  readonly publishedAt?: number | null;
  /** As the recogniser of names gives them; empty where none was asked. */
  readonly mentions?: readonly EntityMention[];
}

/** Characters of a text that are read: of a longer one the beginning. */
const MOST_TEXT = 120_000;
const MOST_FIGURES = 2000;

interface Read extends Stretch {
  readonly kind: FigureKind;
  readonly unit: string | null;
  readonly words: string;
  readonly isFrom: boolean;
  readonly direction: 'up' | 'down' | null;
}

class FieldReader {
  readonly #field: TextPlace['field'];
  readonly #whole: FieldText;
  readonly #written: string;
  readonly #text: string;
  /** Whether there may be a table. */
  readonly #hasCells: boolean;
  readonly #sentences: readonly Stretch[];
  readonly #mentions: readonly EntityMention[];
  readonly #publishedAt: number | null;
  readonly #ids: FigureIds;
  readonly #owners: Owners;
  /** Behind "year-on-year (the same below)" each change is by the year: where that stands, and the end of the text where it does not. */
  readonly #sameFrom: number;
  /** Of the sentences read so far, the nearest last. */
  #said: readonly Read[] = [];

  constructor(field: TextPlace['field'], given: string, { title, publishedAt, mentions, ids }: { title: string; publishedAt: number | null; mentions: readonly EntityMention[]; ids: FigureIds }) {
    this.#field = field;
    this.#whole = new FieldText(field, given, mentions);
    this.#written = this.#whole.written;
    this.#text = this.#whole.text;
    this.#hasCells = hasCells(this.#text);
    this.#sentences = sentencesIn(this.#text);
    this.#mentions = this.#whole.mentions;
    this.#publishedAt = publishedAt;
    this.#ids = ids;
    const same = SAME_BELOW.exec(this.#text);
    this.#sameFrom = same ? same.index : this.#text.length;
    this.#owners = new Owners(this.#text, { title, hasCells: this.#hasCells, mentions: this.#mentions });
  }

  read(): Figure[] {
    const raws = inheritUnits(this.#text, scanFigures(this.#text, this.#sentences, MOST_FIGURES)).filter(({ is, at }) => is !== 'quantity' || this.#columnSort(at) !== 'spec');
    const figures: Figure[] = [];
    let at = 0;
    for (const sentence of this.#sentences) {
      const from = at;
      while (at < raws.length && (raws[at]?.at.start ?? 0) < sentence.end) at += 1;
      if (at > from) figures.push(...this.#sentence(sentence, raws.slice(from, at)));
    }
    return figures.map((figure) => this.#whole.asGiven(figure));
  }

  #sentence(sentence: Stretch, raws: readonly RawFigure[]): Figure[] {
    const words = this.#text.slice(sentence.start, sentence.end);
    const han = hanIn(words);
    // A list of prices is mostly numbers.
    const isChinese = han * 3 > words.length || (han > 1 && han * 2 > (words.match(/[A-Za-z]/g)?.length ?? 0));
    const read: Read[] = [];
    const grades: Stretch[] = [];
    const periods = new Periods(words);
    const topic = topicOf(this.#text, sentence);
    const head = headOf(this.#text, sentence);
    const linked = this.#linked(sentence);
    const figures = raws.map((raw, index) => {
      const figure = this.#figure(raw, { sentence, isChinese, before: raws[index - 1]?.at ?? null, next: raws[index + 1]?.at ?? null, read, grades, linked, periods, topic, head });
      const isGrade = figure.kind === 'level' && figure.unit?.normal === '%' && isGradeOfGoods(this.#text.slice(sentence.start, raw.at.start), this.#text.slice(raw.at.end, sentence.end));
      if (isGrade) grades.push(raw.at);
      if (figure.kind !== 'date' && figure.kind !== 'notice' && !isGrade) read.push({ ...raw.at, kind: figure.kind, unit: figure.unit?.normal ?? null, words: figure.subject.words, direction: figure.qualifiers.find((one) => one === 'up' || one === 'down') ?? null, isFrom: figure.qualifiers.includes('from') || figure.kind === 'change' || figure.kind === 'change_pp' || MOVED.test(this.#text.slice(Math.max(0, raw.at.start - 40), raw.at.start)) });
      return figure;
    });
    if (read.length > 0) this.#said = [...this.#said, ...read].slice(-MOST_SAID);
    const told = /\brespectively\b|分别|\d[%\p{Script=Han}]*\/[+-]?\d/u.test(words) || (words.includes(' and ') && TWO_MEASURES.test(words)) ? shareOut(figures, { text: this.#text, sentence, entitiesOf: (subject, at) => this.#entitiesOf(subject, sentence, at) }) : figures;
    return this.#owners.of(withListedSince(told, this.#text, sentence.end), { sentence, isChinese, said: this.#before(sentence) });
  }

  #figure(raw: RawFigure, context: { sentence: Stretch; isChinese: boolean; before: Stretch | null; next: Stretch | null; read: readonly Read[]; grades: readonly Stretch[]; linked: readonly Read[]; periods: Periods; topic: string | null; head: string }): Figure {
    const { sentence, before: previous, next } = context;
    const { start, end } = raw.at;
    const text = this.#text;
    const lead = text.slice(sentence.start, start);
    const after = text.slice(end, sentence.end);
    const printed = this.#written.slice(start, end);
    const base = {
      id: this.#ids.idOf(text.slice(sentence.start, sentence.end), printed), printed, place: { field: this.#field, start, end }, sentence: { field: this.#field, ...sentence },
      currency: null, per: null, basis: null, role: null, repaired: null, period: null, unit: null, qualifiers: [], doubts: [], subject: { words: '', entityIds: [] },
    };
    if (raw.is === 'notice') return { ...base, kind: 'notice', low: raw.notice.value, high: raw.notice.value };
    if (raw.is === 'date') {
      const value = nearestYear(raw.date.value, this.#publishedAt);
      return { ...base, kind: 'date', low: value, high: value, role: dateRole(lead.slice(-90), after.slice(0, 60)), doubts: raw.date.isDay ? [] : ['no-such-day'] };
    }
    const since = Math.max(0, (previous?.end ?? sentence.start) - sentence.start);
    const near = { before: previous && previous.end <= start ? lead.slice(Math.max(since, lead.length - 90)) : lead.slice(-90), after: after.slice(0, 60) };
    // 较去年同期的28万元/吨提升20%: since when is told before what it is compared with.
    const compared = context.isChinese && previous && !/[,，;；]/.test(text.slice(previous.end, start)) ? (/[较比](?:[^,，。;；\d]{2,8}|1?\d月份?)的?$/.exec(text.slice(Math.max(sentence.start, previous.start - 12), previous.start))?.[0] ?? '') : '';
    const clause = compared + clauseOf(ownPart(lead.slice(since), previous !== null), text.slice(end, next && next.start < sentence.end ? next.start : sentence.end), context.isChinese);
    const period = context.periods.of(start - sentence.start, end - sentence.start);
    if (raw.is === 'special') {
      const { low, high, kind: sort, unit, isWithin } = raw.special;
      const direction = sort === 'part' ? directionOf(near) : null;
      const kind: FigureKind = sort === 'rank' ? 'rank' : sort === 'times' || sort === 'to-one' ? 'ratio' : direction !== null ? 'change' : unit === '%' && printed.includes('分之') && !isShareOf(near.before, near.after) ? 'level' : 'share';
      const qualifiers = [...(compareDecimals(low, high) === 0 ? [] : ['from-to' as const]), ...(isWithin ? ['less-than' as const] : boundsOf(near, false)), ...(direction ? [direction, ...sinceOf(clause)] : [])];
      return { ...base, kind, low: decimalText(low), high: decimalText(high), unit: unit === null ? null : { normal: unit, printed: printed.replace(/^[\d.\s]+/, '') }, period, qualifiers, subject: this.#subject(raw, { kind, unit }, context, { lead, after }) };
    }
    const { quantity } = raw;
    const earlier = context.read.at(-1);
    const isAlso = (quantity.unit?.sort === 'percent' || (quantity.currency !== null && /^,? or (?:[A-Z]{0,3}[$€£¥])?$/.test(near.before))) && earlier?.kind === 'change' && (/^[^,;.，。]{0,40}(?:\band |和|及|、)$|^,? or (?:by |about |some )?$/.test(near.before) || (near.before === ', ' && /^,? (?:and )?\d/.test(near.after)) || (/^ and [a-z][a-z -]{2,40} $/.test(near.before) && !hasVerb(near.before)));
    // "Exports rose 3 % to 45,000 tonnes, imports 2 % to 33,000"
    const stepped = quantity.unit?.sort === 'percent' && ELLIPTIC_BEHIND.test(near.after) && ELLIPTIC_BEFORE.test(near.before) && !hasVerb(near.before) ? (context.read.slice(-2).find((one) => one.kind === 'change')?.direction ?? null) : null;
    // 价差为-3,520元: so much it is, and did not move.
    const isLoss = quantity.sign === '-' && (BELOW_ZERO.test(printed) || (quantity.currency !== null && quantity.shift !== null) || (quantity.unit?.sort !== 'percent' && quantity.unit?.sort !== 'pp' && /(?:为|是|报|价差|基差|升贴水) ?$|(?<!\b(?:change|move|decline|gain|fall|rise|increase|decrease|drop) )\b(?:was|were|is|of|at|to) +[A-Z]{0,3}[$€£¥]?$/.test(near.before)));
    const isMoved = this.#columnSort(raw.at) === 'change';
    // A loss or an outflow in a cell is no step.
    const isCell = !isMoved && quantity.sign === '-' && quantity.unit?.sort !== 'percent' && quantity.unit?.sort !== 'pp' && this.#hasCells && rowLabel(text, raw.at) !== '';
    const head = isMoved ? columnHead(text, start) : '';
    const direction = isLoss || isCell ? null : quantity.sign === null ? (directionOf(near) ?? (isAlso ? earlier.direction : stepped) ?? (isMoved && /\p{L}/u.test(head) ? (isDownHead(head) ? 'down' : 'up') : null)) : quantity.sign === '+' ? 'up' : 'down';
    const kind = (quantity.sign !== null || isMoved) && quantity.isMeasured && !isLoss && !isCell ? (quantity.unit?.sort === 'pp' ? 'change_pp' : 'change') : partOf(figureKind(quantity, { ...near, direction, lead }), earlier, { before: near.before, unit: quantity.unit?.sort ?? null });
    const isMove = kind === 'change' || kind === 'change_pp' || (kind === 'ratio' && direction !== null);
    const isArrival = earlier?.isFrom === true && direction === null && /^[^,;.]{0,36}\b(?:to)(?: (?:about|some|nearly|around|over))?\s*(?:[A-Z]{0,3}[$€£¥])?$|^[^,，。;]{0,12}[至到]$/.test(near.before);
    const qualifiers: FigureQualifier[] = [
      ...(isArrival ? ['to' as const] : []),
      ...boundsOf({ ...near, before: unsigned(near.before, quantity), printed }, quantity.isMore).filter((one) => one !== 'from' || !(quantity.isRange && / to |[至到]/.test(printed)) && (quantity.unit?.normal !== 'm' || !INTERVAL.test(lead.slice(-90))) && !(kind === 'count' && fromWhence(near))), ...(quantity.isRange ? ['from-to' as const] : []), ...((isMove || kind === 'count') && direction !== null ? [direction] : []), ...(isMove || (kind === 'count' && direction !== null) ? ofQuarter(this.#since(isMoved ? `${clause} ${head}` : clause, { place: start, unit: quantity.unit?.normal ?? null }), clause, () => this.#statement(sentence, start)) : []),
    ];
    const isWhole = kind === 'share' && quantity.unit?.normal === '%' && compareDecimals(quantity.high, HUNDRED) > 0 && !/^ ?(?:of |的)[^,.，。]{0,24}(?:plan|target|task|quota|goal|budget|capacity|level|计划|任务|目标|指标)|^[^,.，。]{0,10}(?:计划|任务|目标)/.test(after);
    const doubts: FigureDoubt[] = [...(quantity.isCurrencyDoubtful ? ['currency' as const] : []), ...(isWhole ? ['over-whole' as const] : [])];
    const [low, high] = endsOf(quantity, printed);
    return {
      ...base, kind, low, high, unit: unitOf(quantity, kind, after), currency: quantity.currency, per: quantity.per,
      basis: kind === 'price' ? basisOf(lead + printed + after, { from: lead.length, to: lead.length + printed.length, next: next && !after.startsWith(' from ') ? next.start - sentence.start : lead.length + printed.length + after.length }) : null,
      qualifiers: [...new Set(qualifiers)], period, subject: this.#subject(raw, { kind, unit: quantity.currency ?? quantity.unit?.normal ?? null }, context, { lead, after }),
      repaired: quantity.repairedFrom ? { from: decimalText(quantity.repairedFrom), to: decimalText(quantity.low), rule: 'lost-ten-thousands' } : null, doubts,
    };
  }

  #subject(raw: RawFigure, { kind, unit }: { kind: FigureKind; unit: string | null }, { sentence, isChinese, read, grades, linked, topic, head }: { sentence: Stretch; isChinese: boolean; read: readonly Read[]; grades: readonly Stretch[]; linked: readonly Read[]; topic: string | null; head: string }, { lead: whole, after }: { lead: string; after: string }): FigureSubject {
    const lead = grades.reduce((words, { start, end }) => `${words.slice(0, start - sentence.start)}${' '.repeat(end - start)}${words.slice(end - sentence.start)}`, whole);
    const last = read.at(-1);
    // Of "from 18 m depth, including 12 m" the second is again of what was drilled.
    const named = read.findLast(({ words }) => !SIZE.test(words)) ?? last;
    const earlier = last ? { words: named?.words ?? '', kind: last.kind, end: last.end - sentence.start } : null;
    const ofLine = this.#hasCells ? lineSubject(this.#text, sentence, raw.at) : null;
    // The grammar of neither: the words that lead to it, as they stand.
    if (ofLine === null && isForeign(whole + after)) {
      const words = foreignSubject(whole);
      return { words, entityIds: this.#entitiesOf(words, sentence, raw.at) };
    }
    const own = ofLine ?? (isChinese ? chineseSubject : englishSubject)({ lead, after, kind, unit, earlier, topic, product: this.#productBefore(raw.at.start), lastCounted: read.findLast((one) => one.kind === 'count')?.words ?? null });
    const paired = ofLine === null ? pairedSubject(lead, [...linked, ...read].map(({ words }) => words)) : null;
    if (paired !== null) return { words: paired, entityIds: this.#entitiesOf(paired, sentence, raw.at) };
    const measured = raw.is === 'quantity' && raw.quantity.per !== null && unit !== null ? `${unit}/${raw.quantity.per}` : unit;
    const carried = ofLine ?? (kind === 'money' && /^(?:we|it|they|I)$/i.test(own) && dealtMeasure(lead, kind, unit) !== null ? own : null) ?? carriedSubject(own, { kind, unit: measured, here: read, before: this.#said, product: this.#productBefore(raw.at.start), nearer: last ? this.#productBetween(last.end, raw.at.start) : null });
    const words = ofLine ?? withMeasure(carried, { kind, unit: measured, since: lead.slice(earlier?.end ?? 0), here: [...linked, ...read], head });
    return { words, entityIds: this.#entitiesOf(words, sentence, raw.at) };
  }

  /** What was read in the sentences before of the same paragraph. */
  #before({ start }: Stretch): { readonly kind: string; readonly subject: { readonly words: string } }[] {
    const line = this.#text.lastIndexOf('\n', start);
    return this.#said.filter((one) => one.start > line && one.start < start).map(({ kind, words }) => ({ kind, subject: { words } }));
  }

  /** What was read in the statements before a semicolon, of the same sentence. */
  #linked({ start }: Stretch): readonly Read[] {
    if (this.#said.length === 0) return this.#said;
    // Never looked for over the whole text: the nearest is near.
    let stop = start - 1;
    while (stop >= 0 && !STOPS.has(this.#text[stop] ?? '') && !(this.#text[stop] === '.' && this.#text[stop + 1] === ' ')) stop -= 1;
    return this.#said.filter((one) => one.start > stop);
  }

  /** From the full stop before to a place, over semicolons. */
  #statement({ start }: Stretch, place: number): string {
    return this.#text.slice(Math.max(this.#text.lastIndexOf('。', start - 1), this.#text.lastIndexOf('\n', start - 1)) + 1, place);
  }

  #since(clause: string, { place, unit }: { readonly place: number; readonly unit: string | null }): FigureQualifier[] {
    const since = sinceOf(clause);
    return since.length === 0 && place > this.#sameFrom && (unit === '%' || unit === 'x') ? ['year-on-year'] : since;
  }

  #columnSort(at: Stretch): ReturnType<typeof columnSort> {
    return this.#hasCells ? columnSort(this.#text, at) : null;
  }

  #productBefore(at: number): string | null {
    const named = this.#mentions.findLast((mention) => mention.end <= at && mention.entityId.startsWith('product:'));
    return named && at - named.end < FAR ? foldScript(foldText(named.text)) : null;
  }

  /** The product that is named last between two places. */
  #productBetween(from: number, to: number): string | null {
    const named = this.#mentions.findLast((mention) => mention.start >= from && mention.end <= to && mention.entityId.startsWith('product:'));
    return named ? foldScript(foldText(named.text)) : null;
  }

  /** The entities that the subject's words name, or, where they name none, the last product named before the figure in its sentence. */
  #entitiesOf(words: string, sentence: Stretch, at: Stretch): string[] {
    const here = this.#mentions.filter((mention) => mention.start >= sentence.start && mention.end <= sentence.end);
    const named = here.filter((mention) => words.includes(foldScript(foldText(mention.text))));
    if (named.length > 0) return [...new Set(named.map(({ entityId }) => entityId))];
    const product = here.findLast((mention) => mention.end <= at.start && mention.entityId.startsWith('product:'));
    return product ? [product.entityId] : [];
  }
}

/** "42 m at 3.1 % from 66 m": how deep it begins, and nothing that moved. */
const INTERVAL = /^(?:[^;.]|\.\d)*\b(?:at|of|intercept|metres|m)\b[^;]*\bfrom (?:a depth of )?$/;

/** A sign that is a word. */
const BELOW_ZERO = /^(?:minus|negative|负)/i;

/** The ends of a quantity, signed. "Minus 40 to 60 degrees" rises over zero, "minus $40 to $45" falls further below it. */
function endsOf({ low, high, sign, isRange, unit }: Quantity, printed: string): readonly [string, string] {
  const [first, last] = [decimalText(low), decimalText(high)];
  const minus = sign === '-' ? '-' : '';
  if (!isRange || !BELOW_ZERO.test(printed)) return [minus + first, minus + last];
  return unit?.normal === '°C' ? [minus + first, last] : [minus + last, minus + first];
}

const ELLIPTIC_BEHIND = /^ to (?:about |around |just |nearly )?(?:[A-Z]{0,3}[$€£¥])?\d/;
const ELLIPTIC_BEFORE = /(?:^|[^;.]*[,;] |[^;.]* and )(?:and |while )?[A-Za-z][\w -]{2,40} $/;

/** Behind a step or a start, what follows "to" is where it led. */
const MOVED = /\bby(?: \w+){0,2} ?(?:[A-Z]{0,3}[$€£¥])?$|\b(?:rose|fell|cut|raised|up|down|gained|lost|dropped|climbed|rate by|increased|decreased)(?: \w+){0,2} ?(?:[A-Z]{0,3}[$€£¥])?$/i;

/** Figures before, that a pronoun may stand for; and characters, past which a product named is no more the one spoken of. */
const MOST_SAID = 12;
const SIZE = /=$|^(?:\w+ )?(?:depth|thickness|width|height|diameter|length|(?:TREO|REO|HM|head|Li2O|U3O8|Nb2O5|WO3) grade)$|^折|^(?:VAT|value-added tax|增值税|REO|TREO)$|[\u4e00-\u9fff]T?REO$|^(?:countries|regions|provinces|cities|villages|townships|国家|国家和地区|地区|城市|省份|乡镇)$/;
const FAR = 400;

const STOPS: ReadonlySet<string> = new Set(['。', '\n', '!', '?', '！', '？']);
const HUNDRED = decimalOf('100');
/** 占全国83.7%、全球37.8%: the second is a share as the first is. */
function partOf(kind: FigureKind, earlier: Read | undefined, { before, unit }: { readonly before: string; readonly unit: string | null }): FigureKind {
  if (kind === 'level' && earlier?.kind === 'share' && unit === 'percent' && /^[^.;\d]{3,60}\bfor (?:about |some |nearly |over |another )?$/.test(before)) return 'share';
  return kind === 'level' && earlier?.kind === 'share' && /^(?:以上)?[、和及][\p{Script=Han}]{0,8}$|^(?:[升降增]|提[高升])[至到](?:约|近|超)?$/u.test(before) ? 'share' : kind;
}

/** The figures, prices and dates of an article. Pure and total: no text makes it throw. */
export function readLens({ title, text, publishedAt = null, mentions = [] }: LensText): ArticleFigures {
  const ids = new FigureIds();
  const read = (field: TextPlace['field'], written: string): Figure[] => new FieldReader(field, written.slice(0, MOST_TEXT), { title, publishedAt, mentions, ids }).read();
  const figures = withDoubts([...read('title', title), ...read('text', text)]);
  return { figures, prices: priceRows(figures, publishedAt, text) };
}
