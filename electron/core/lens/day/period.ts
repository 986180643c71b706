import { matchesOf } from '../matches.ts';
const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const LATIN = String.raw`\b(?:the )?(?:first|second|third|fourth|last)[- ](?:three |nine |six |ten |\w+ )?(?:quarters?|half|months)(?: of (?:the year|this year|last year|(?:19|20)\d\d))?|\b${MONTH}(?: (?:quarter|half))?(?: (?:19|20)\d\d)?\b|\b(?:last|this|next) (?:year|month|quarter|week)\b|\b(?:FY|Q[1-4]|H[12]|[1-4]Q) ?'?\d{0,4}\b|(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d|年)`;
const HAN = String.raw`(?:19|20)\d\d年(?:前?[一二三四]季度|[上下]半年|1?\d月)?|前[一二三四]季度|第?[一二三四]季度|[上下]半年|(?<!\d)1?\d ?[-至] ?1?\d月|(?<!\d)1?\d月(?:份)?(?!\d)|去年|今年|上月|本月|上周|本周`;
const LATIN_PERIOD = new RegExp(LATIN, 'g');
const ANY_PERIOD = new RegExp(`${LATIN}|${HAN}`, 'g');
/** Every Chinese period has one of these: without them half of the pattern is left out. */
const periodsIn = (words: string): readonly RegExpExecArray[] => matchesOf(words, /[年月季周]/.test(words) ? ANY_PERIOD : LATIN_PERIOD);

/** What follows a figure to the end of its clause or the next number that is no year or quarter. */
const REST = /^(?:[^,，。;；.\d]|\.(?=\d)|(?<![\d.])(?:19|20)\d\d(?![\d.,]\d)|(?<=\bQ)[1-4]|(?<=\bH)[12]){0,90}/;
/** Most figures have no period behind them: what cannot be one is told without looking for each. */
const OPENS = /^[^,，。;；.]{0,70}\b(?:in|for|during|over|of|by|as) /;
const MAY_BE = /\d|quarter|half|month|year|week|\b[A-Z][a-z]+(?:ary|ch|il|ay|ne|ly|ust|ber)\b/;
/** Without one of these there is no period in some words. */
const MAY_FOLLOW = /[年月季周\dA-Z]|quarter|half|month|year|week/;
/** Characters before a figure that its period is looked for in. */
const MOST_BEFORE = 400;
/** In English a figure's own period follows it with one of these. */
const OWN = /\b(?:in|for|during|over|of|by the end of|as of) (?:the )?(?:three |six |nine |twelve )?(?:months (?:to|of|ended) )?$/;

/** Behind such a character a number reads as part of a period, which it is not once the sentence is cut there: 10月5吨. */
const TOUCHES = /[\w月年份]/;

interface Named {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** The periods of one sentence, which its figures share. */
export class Periods {
  readonly #sentence: string;
  #named: readonly Named[] | null = null;

  constructor(sentence: string) {
    this.#sentence = sentence;
  }

  /** The period or day that the words of the sentence put a figure in: one that follows it in its clause, else the last that is named before it, else the next within a few words. `start` and `end` are the figure's, in the sentence. */
  of(start: number, end: number): string | null {
    const after = this.#sentence.slice(end);
    return periodBehind(after) ?? this.#lastBefore(start) ?? periodNext(after);
  }

  #lastBefore(at: number): string | null {
    this.#named ??= periodsIn(this.#sentence).map(({ 0: words, index }) => ({ start: index, end: index + words.length, words }));
    const last = this.#named.findLast(({ start }) => start < at);
    // What touches the figure, or is far before it, reads otherwise where the sentence is cut off.
    if (at > MOST_BEFORE || TOUCHES.test(this.#sentence[at - 1] ?? '') || (last && last.end > at - 1)) return periodsIn(this.#sentence.slice(Math.max(0, at - MOST_BEFORE), at)).at(-1)?.[0].trim() ?? null;
    return last?.words.trim() ?? null;
  }
}

function periodBehind(after: string): string | null {
  const rest = OPENS.test(after) ? (REST.exec(after)?.[0] ?? '') : '';
  const own = MAY_BE.test(rest) ? periodsIn(`${rest} `).find(({ index }) => OWN.test(rest.slice(0, index))) : undefined;
  return own?.[0].trim() ?? null;
}

function periodNext(after: string): string | null {
  const next = /^[^,，。;；\d]{0,24}/.exec(after)?.[0] ?? '';
  if (!MAY_FOLLOW.test(after.slice(0, next.length + 5))) return null;
  return periodsIn(`${next}${after.slice(next.length, next.length + 5)}`)[0]?.[0].trim() ?? null;
}
