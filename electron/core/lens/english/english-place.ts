import { withoutAsides, withoutTerms } from './english-phrase.ts';

/** Where a figure stands in its sentence, for finding what it is said of. */
export interface SubjectPlace {
  /** From the beginning of the sentence to the figure. */
  readonly lead: string;
  /** From the end of the figure to that of the sentence. */
  readonly after: string;
  readonly kind: string;
  /** Normal form; null where there is none. */
  readonly unit: string | null;
  /** Of the figure before in the same sentence, and where its end is in `lead`; null for the first. */
  readonly earlier: { readonly words: string; readonly kind: string; readonly end: number } | null;
  /** What heads its paragraph: "Paldi magnet plant:"; null where nothing does. */
  readonly topic: string | null;
  /** The product that was named last; null where none was near. */
  readonly product: string | null;
  /** What was counted last before it in its sentence; null where nothing was. */
  readonly lastCounted?: string | null;
}

/** Where a statement begins; an `and` is looked at where verbs are. */
export const CLAUSE = new RegExp(String.raw`,(?!\d{3})|[;:(|\t]| - |\b(?:but|while|whereas|which|who|that|compared with|compared to|versus|against|as well as|owing to|due to|thanks to|because of|as(?= (?:[a-z-]+ ){1,3}(?:rose|fell|grew|climbed|improved|increased|dropped|declined|slipped|surged|jumped)\b))\b`, 'i');

const MOST_NEAR = 90;
/** Yn9,000/t */
const YUAN = /\bYn(?=\d)/g;
/** "SHANGHAI, Apr 30 (SMM) – ": from where and when it is told. */
const DATELINE = /^[A-Z][A-Z .'-]{2,24}(?:, [A-Z][a-z]+\.?){0,2}(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?(?: \([^()]{2,24}\))? ?(?:[-–—]{1,2} )/;
/** "Group Co., Ltd.'s concentrate": its comma parts nothing. */
const COMPANY_END = /,? ?\bCo\.,? ?Ltd\b\.?/g;
/** "Bismuth 99.99 % min, in-whs Rotterdam was": on what terms, between goods and their verb. */
const ON_TERMS = /, (?:fob|FOB|cif|CIF|cfr|CFR|exw|EXW|ddp|DDP|dap|DAP|fca|FCA|in[- ]whs|in[- ]warehouse|duty[- ](?:un)?paid|delivered)(?: [A-Z][\w-]+){0,3},? (?=(?:was|were|is|are|fell|rose|held|stood|remained|climbed|dropped|slipped|edged|also)\b)/g;
/** What quotes are called by on screens, beside their goods: "copper CMCU3", "lead SPBcv1". */
const TICKERS = /(?<=[a-z] )(?:CM[A-Z]{2}\d|S[A-Z]{2,3}cv\d|M[A-Z]{2}\d)(?= )/g;
/** "Bismuth 99.99 % Bi min,": how pure the goods are. */
const LEAST_PURE = /(?<=[a-z]) \d\d(?:\.\d+)? ?(?:%|pc)(?: [A-Z][a-z]?)? min\b\.?/g;
const blank = (words: string): string => ' '.repeat(words.length);
/** A lead without what its commas part and does not tell. */
function unbroken(lead: string, kind: string): string {
  const named = lead.includes('Ltd') ? lead.replace(COMPANY_END, blank) : lead;
  const pure = named.includes(' min') ? named.replace(LEAST_PURE, blank) : named;
  return kind === 'price' ? pure.replace(ON_TERMS, blank) : pure;
}

/** Characters before a figure that are parted into statements. */
const MOST_CLAUSES = 400;

/** Such a place, with what several rules ask of it, each found once. */
export class EnglishPlace implements SubjectPlace {
  readonly lead: string;
  readonly after: string;
  readonly kind: string;
  readonly unit: string | null;
  readonly earlier: SubjectPlace['earlier'];
  readonly topic: string | null;
  readonly product: string | null;
  readonly lastCounted: string | null;
  #near: string | null = null;
  #since: string | null = null;
  #clauses: readonly string[] | null = null;

  constructor({ lead, after, kind, unit, earlier, topic, product, lastCounted = null }: SubjectPlace) {
    // What a currency is called in front of its number is no word of the sentence.
    const undated = /^[A-Z]{3}/.test(lead) ? lead.replace(DATELINE, (line) => ' '.repeat(line.length)) : lead;
    const told = undated.includes('Yn') ? undated.replace(YUAN, ' ¥') : undated;
    const named = /[A-Z]{2}(?:cv)?\d /.test(told) ? told.replace(TICKERS, blank) : told;
    const bare = named.includes(',') ? unbroken(named, kind) : named;
    this.lead = /[A-Z] ?$/.test(bare.slice(-2)) ? bare.replace(/\b(?:SEK|NOK|DKK|CHF|KRW|JPY|INR|GBP|ZAR) ?$/, '') : /\bmin\.? $/.test(bare) ? bare.replace(/,? min\.? $/, ' ') : bare;
    this.after = after.includes('Yn') ? after.replace(YUAN, ' ¥') : after;
    this.kind = kind;
    this.unit = unit;
    this.earlier = earlier;
    this.topic = topic;
    this.product = product;
    this.lastCounted = lastCounted;
  }

  /** The end of what stands before the figure, for what is looked for right in front of it. */
  get near(): string {
    this.#near ??= this.lead.slice(-MOST_NEAR);
    return this.#near;
  }

  /** What the figure before is said of; empty where none is, or of nothing. */
  get whole(): string {
    return this.earlier?.words ?? '';
  }

  /** From the figure before, or the beginning of the sentence. */
  get since(): string {
    this.#since ??= withoutAsides((this.earlier ? this.lead.slice(this.earlier.end) : this.lead).replace(/^ \([^()\d]*\)/, '')).replace(/^\/\w+/, '');
    return this.#since;
  }

  /** The statements before the figure, the nearest last. */
  get clauses(): readonly string[] {
    this.#clauses ??= withoutTerms(withoutAsides(this.lead.slice(-MOST_CLAUSES).replace(/\([^()]*\)/g, ' '))).split(CLAUSE);
    return this.#clauses;
  }

  /** The statement that the figure stands in. */
  get clause(): string {
    return this.clauses.at(-1) ?? '';
  }
}

/** A way to find what a figure is said of; null where it is of no use in that place. */
export type SubjectRule = (place: EnglishPlace) => string | null;

/** A number, a sign or how something stands: no answer. */
const NO_WORDS = /^(?:[^A-Za-z]*|(?:holding|closing|settling|ending|opening|hovering)|[$/].*|(?:about|around|some|nearly|over|more than) \d.*|(?:stable|steady|flat|unchanged|firm|firmer|weak|weaker|higher|lower) (?:on|at|from|than|to|in|with)\b.*)$/i;

/** The first answer of rules in their order. */
export function firstOf(rules: readonly SubjectRule[], place: EnglishPlace): string | null {
  for (const rule of rules) {
    const words = rule(place);
    if (words !== null && words !== '' && !NO_WORDS.test(words)) return words;
  }
  return null;
}
