import type { EntityMention } from '../../../contract/gazetteer.ts';
import type { Figure } from '../../../contract/lens.ts';
import { dealtMeasure } from '../english/dealt-measure.ts';
import { withExchange } from '../english/exchange-of.ts';
import { fullerSubject } from '../english/fuller-subject.ts';
import { withWhole } from '../chinese/part-of.ts';
import { sentenceThing } from '../english/sentence-thing.ts';
import { toldNoun } from '../english/told-noun.ts';
import { withHanThing } from '../chinese/han-thing.ts';
import { withHead } from '../english/headed-goods.ts';
import { hanCountedBefore, toldFully, withHanHolder, withTime } from '../chinese/held-han-subject.ts';
import { countedBefore, lastWords, withHolder, wordsIn } from '../english/held-subject.ts';
import type { CountedFigure } from '../english/held-subject.ts';
import { Holders, standsForName } from './holders.ts';
import { ToldMeasures } from './told-measures.ts';
import { TWO_MEASURES } from './respectively.ts';
import type { Stretch } from '../sentences.ts';
import { lineSubject } from '../table/table-lines.ts';
import { topicOf } from './topic.ts';

/** Kinds of figures that somebody has; a price is of goods. */
const HELD = /^(?:level|share|change|change_pp|ratio|count|money|mass)$/;
/** Characters before a sentence that are looked through for a noun, of a sentence for a thing, and right before a figure. */
const MOST_TOLD = 1500;
const MOST_LED = 300;
const NEAR = 30;
/** Kinds of what is quoted on an exchange. */
const QUOTED = /^(?:price|money|change)$/;
/** What somebody makes or puts in, of which it is told behind the figure. */
const MADE = / (?:investment|output|production|capacity)$/;
/** How a measure told before moved, or how often it is another. */
const MOVE = /^(?:change|change_pp|ratio)$/;
/** Of those that were counted before. */
const THEIR = /\b(?:their|they|these (?:enterprises|companies|projects|firms|plants))\b/i;

/** Those that do something with what is measured: "leaching sites exported 9,300 t". */
const AGENTS = /\b(?:sites|mines|plants|enterprises|companies|producers|factories|smelters|makers|miners)$/;
/** "We sold 120,000 pounds": of the company, or of the segment that heads the paragraph. */
const PRONOUN = /^(?:we|it|they|I)$/i;

/** "The annual processing capacity of the company": of the one that was named. */
const OF_AGAIN = / of (?:the|this|our) (?:company|enterprise|factory|plant|project|zone|county|city|park|district|town|base|group)$/;

/** What a company reports: of the one that the text is about. */
const OF_COMPANY = /^(?:(?:total|net|gross|adjusted|diluted|quarterly|operating|consolidated|statutory|underlying|record|free|basic) )*(?:sales )?(?:revenues?|sales|earnings|EBITDA|EBIT|loss|income|profits?|EPS|cash|cash flow|cash balance|net cash|debt|margin|production|output|capex|capital expenditure|guidance|dividends?|operating costs?)$|^(?:公司)?(?:营业总?收入|营收|净利润?|利润总额|营业利润|毛利率|净利率|净亏损|亏损|研发(?:费用|投入)|总资产|净资产|资产负债率|每股收益|.{0,2}现金流量?净额|期间费用率?|(?:销售|管理|财务|研发)费用率?|归属.*净利润|归母净利润?|扣非.*净利润?|存货|货币资金|应收账款|预付款项|短期借款|长期借款|合同负债|商誉|固定资产|在建工程|总市值|市值|市[盈净销]率|净资产收益率|ROE|PE|PB|分红|股息率?|研发人员|资本开支|经营性?现金流|在手订单|毛利|费用率|产能利用率|员工人?数?|(?:当前|对应|最新)?(?:收盘价|股价|目标价|现价)|(?:经营|投资|融资)活动(?:产生的)?现?金?(?:净?流[入出]量?净?额?)?|利润|资本支出|财务费用|投资收益|现金分红)$/i;

/** Sentences whose figures are told one by one. */
const EACH = new RegExp(String.raw`\brespectively\b|${TWO_MEASURES.source}`, 'i');

/** "The index", "this index". */
function isAgain(noun: string, lead: string): boolean {
  const at = lead.indexOf(` ${noun}`);
  return at !== -1 && /(?:^|\W)(?:the|this)$/i.test(lead.slice(Math.max(0, at - 5), at)) && !/\w/.test(lead[at + 1 + noun.length] ?? '');
}

/** What a sentence's figures measure is known; this tells of whom: each measure that names nobody takes along who has it. */
export class Owners {
  readonly #text: string;
  readonly #hasCells: boolean;
  readonly #holders: Holders;
  readonly #measures: ToldMeasures;
  #asked: { readonly start: number; readonly isOneByOne: boolean } | null = null;

  constructor(text: string, { title, hasCells, mentions }: { readonly title: string; readonly hasCells: boolean; readonly mentions: readonly EntityMention[] }) {
    this.#text = text;
    this.#hasCells = hasCells;
    this.#holders = new Holders(text, { title, mentions });
    this.#measures = new ToldMeasures(text);
  }

  /** The figures of a sentence; `said` are those of the sentences before in its paragraph, the nearest last. */
  of(figures: readonly Figure[], { sentence, isChinese, said }: { readonly sentence: Stretch; readonly isChinese: boolean; readonly said: readonly CountedFigure[] }): Figure[] {
    const owned: Figure[] = [];
    for (const [at, figure] of figures.entries()) {
      // What is again said of the same is of the same holder.
      const told = figure.kind === 'count' || figure.kind === 'rank' || (figure.kind === 'share' && !isChinese) ? -1 : figures.findLastIndex((one, before) => before < at && (one.kind === figure.kind || MOVE.test(figure.kind)) && one.subject.words === figure.subject.words);
      // But "27 % to Korea", behind one to Japan, has what it is of beside it.
      const same = told !== -1 && !isChinese && fullerSubject(figure.subject.words, { kind: figure.kind, after: this.#text.slice(figure.place.end, sentence.end) }) !== figure.subject.words ? -1 : told;
      const held = owned[same]?.subject.words ?? this.#words(figure, { sentence, isChinese, said, before: figures.slice(0, at) });
      const isBase = this.#text.slice(Math.max(sentence.start, figure.place.start - 9), figure.place.start) === 'from the ';
      let words = isChinese || isBase || (held !== figure.subject.words && !(MADE.test(held))) ? held : fullerSubject(held, { kind: figure.kind, after: this.#text.slice(figure.place.end, sentence.end) });
      if (!isChinese && HELD.test(figure.kind)) words = this.#withThing(words, figure, sentence);
      if (!isChinese && QUOTED.test(figure.kind)) words = withExchange(words, { before: this.#text.slice(sentence.start, figure.place.start), currency: figure.currency });
      if (isChinese) words = withTime(words, this.#text.slice(Math.max(sentence.start, figure.place.start - NEAR), figure.place.start));
      owned.push(words === figure.subject.words ? figure : { ...figure, subject: { ...figure.subject, words } });
    }
    return owned;
  }

  /** A word or two with what their sentence speaks of, right in front of what is measured: "mining museum people", "Bayan zone stations". */
  #withThing(words: string, { place, subject: { words: bare } }: Figure, sentence: Stretch): string {
    const count = wordsIn(words);
    // Of those that are told one by one, each has its own.
    if (count === 0 || count > 2 || this.#isOneByOne(sentence) || (this.#hasCells && lineSubject(this.#text, sentence, place) !== null)) return words;
    const told = sentenceThing({ lead: this.#text.slice(sentence.start, place.start), after: this.#text.slice(place.end, sentence.end), words: bare });
    if (told === null) return words;
    const thing = lastWords(told.split(/[ -]/), count === 1 ? 2 : 1).join(' ');
    if (thing.toLowerCase().split(' ').some((word) => words.toLowerCase().includes(word.slice(0, 5)))) return words;
    return words !== bare && words.endsWith(` ${bare}`) ? `${words.slice(0, -bare.length)}${thing} ${bare}` : `${thing} ${words}`;
  }

  /** Whether a sentence tells its figures one by one; asked for each of them. */
  #isOneByOne({ start, end }: Stretch): boolean {
    if (this.#asked?.start !== start) this.#asked = { start, isOneByOne: EACH.test(this.#text.slice(start, end)) };
    return this.#asked.isOneByOne;
  }

  /** Whether a measure is of the goods that a text is about: trade in money may be in all goods. */
  #isOfGoods(kind: string, unit: Figure['unit'], before: readonly Figure[]): boolean {
    return kind === 'mass' || (kind === 'change' && unit?.normal === '%' && before.every((one) => one.kind === 'mass' || one.unit?.normal === '%'));
  }

  #words({ kind, unit, place, subject: { words } }: Figure, { sentence, isChinese, said, before }: { readonly sentence: Stretch; readonly isChinese: boolean; readonly said: readonly CountedFigure[]; readonly before: readonly Figure[] }): string {
    const { start, end } = place;
    const lead = this.#text.slice(sentence.start, start);
    const isInRow = this.#hasCells && lineSubject(this.#text, sentence, place) !== null;
    if (isChinese && HELD.test(kind) && !isInRow) {
      const full = toldFully(words, [...said, ...before], /其中[,，]?[^,，。;；]{0,14}$/.test(lead.slice(-NEAR)));
      if (full !== null) return full;
    }
    if (isChinese) {
      if (!HELD.test(kind) || isInRow) return words;
      const whole = kind === 'share' ? withWhole(words, lead.slice(-NEAR)) : words;
      if (whole !== words) return whole;
      if (this.#holders.isName(words)) return words;
      const counted = hanCountedBefore(before);
      // What its own sentence speaks of is nearer than a name of its paragraph.
      if (this.#isOfGoods(kind, unit, before) && this.#holders.within(start, sentence) === null) {
        const full = this.#measures.fuller(words);
        if (full !== words) return full;
      }
      const thing = counted === null && this.#holders.within(start, sentence) === null ? withHanThing(words, lead.slice(-MOST_LED)) : words;
      if (thing !== words) return thing;
      const held = withHanHolder(words, { told: this.#holders.at(start, sentence) ?? (OF_COMPANY.test(words) ? this.#holders.main : null), counted });
      return held === words ? withHanThing(words, lead.slice(-MOST_LED)) : held;
    }
    if (/ (?:output|production|sales|exports|imports|prices?|value|added value|revenues?|profits?|capacity)$/.test(words) && this.#isOneByOne(sentence)) return words;
    const ofWhom = OF_AGAIN.exec(words);
    const whom = ofWhom ? this.#holders.at(start, sentence) : null;
    if (ofWhom && whom !== null && !standsForName(whom)) return words.includes(whom) ? words : `${whom} ${words.slice(0, ofWhom.index)}`;
    const headed = withHead(words, () => topicOf(this.#text, sentence));
    if (headed !== words) return headed;
    const again = /^[a-z]+$/.test(words) && !standsForName(words) && isAgain(words, lead) ? toldNoun(words, this.#text.slice(Math.max(this.#text.lastIndexOf('\n', sentence.start) + 1, sentence.start - MOST_TOLD), sentence.start)) : null;
    if (again !== null) return again;
    if (PRONOUN.test(words)) {
      const done = dealtMeasure(lead, kind, unit?.normal ?? null);
      const who = done === null ? null : (this.#holders.at(start, sentence) ?? topicOf(this.#text, sentence));
      if (done !== null) return who === null ? done : `${who} ${done}`;
    }
    // "Earns 4,600 yuan a month": what is done names what is measured.
    const dealt = /^[a-z]+$/.test(words) && lead.endsWith(`${words} `) ? dealtMeasure(lead, kind, unit?.normal ?? null) : null;
    if (dealt !== null) return dealt;
    const isName = this.#holders.isName(words);
    const measure = isName || standsForName(words) || standsForName(words.replace(/^[a-z-]+ (?=[a-z]+$)/, '')) || AGENTS.test(words) ? dealtMeasure(lead, kind, unit?.normal ?? null) : null;
    if (measure !== null && !words.includes(measure)) {
      // "The line cost": whose line it is.
      const whose = isName || AGENTS.test(words) ? null : (this.#holders.at(start, sentence)?.split(' ')[0] ?? null);
      return `${whose === null || words.toLowerCase().includes(whose.toLowerCase()) ? '' : `${whose} `}${words} ${measure}`;
    }
    if (!HELD.test(kind) || isInRow) return words;
    const named = (): string | null => this.#holders.within(start, sentence);
    const counted = (): string | null => countedBefore(before, kind) ?? (THEIR.test(lead) && named() === null ? countedBefore(said, kind) : null);
    const whole = this.#isOfGoods(kind, unit, before) && this.#holders.at(start, sentence) === null ? this.#measures.fuller(words) : words;
    return withHolder(whole, { isName, lead, after: this.#text.slice(end, sentence.end), kind, named, told: () => this.#holders.at(start, sentence) ?? (OF_COMPANY.test(words) ? this.#holders.main : null), counted });
  }
}
