import { matchesOf } from '../matches.ts';
/** A currency that stands in front of a number. */
export interface CurrencySign {
  readonly code: string;
  readonly length: number;
  /** Powers of ten that stand with it: 6 of MSEK. */
  readonly shift: number;
  /** Only the context told which it is, and the context is thin. */
  readonly isDoubtful: boolean;
}

const SIGNED: readonly (readonly [RegExp, string])[] = [
  [/(?:US ?\$|\$ ?US|\bUSD) ?$/, 'USD'], [/(?:\bAU?D?\$|\$A|\bAUD) ?$/, 'AUD'], [/(?:\bCA?D?\$|\bC[dD][nN]\$|\bCAD) ?$/, 'CAD'], [/(?:HK\$|\bHKD) ?$/, 'HKD'], [/(?:NZ\$) ?$/, 'NZD'], [/(?:S\$|SGD) ?$/, 'SGD'], [/(?:R\$|\bBRL) ?$/, 'BRL'],
  [/(?:€|\bEUR) ?$/, 'EUR'], [/(?:£|\bGBP) ?$/, 'GBP'], [/(?:₹|\bRs\.?|\bINR) ?$/, 'INR'], [/(?:₩|\bKRW) ?$/, 'KRW'], [/(?:\bRMB|\bCNY|CN¥|\bRmb|\bYn|\byuan) ?¥? ?$/, 'CNY'], [/(?:JP¥|\bJPY) ?$/, 'JPY'], [/\bRM ?$/, 'MYR'], [/\bSEK ?$/, 'SEK'], [/\bNOK ?$/, 'NOK'], [/\bDKK ?$/, 'DKK'], [/\bCHF ?$/, 'CHF'], [/\bZAR ?$/, 'ZAR'],
  [/人民币$/, 'CNY'],
];
/** In accounts of the north, by the thousand or the million: MSEK 1 234. */
const SCALED = /\b([MTKk])(SEK|NOK|DKK|EUR|USD|CHF|GBP|AUD|CAD) ?$/;

const OTHER_DOLLAR: readonly (readonly [RegExp, string])[] = [
  [/(?:amounts|figures|dollars?|currency|values?|prices)[^.]{0,40}\b(?:in|are) (?:Australian dollars|A\$|AUD)/i, 'AUD'],
  [/(?:amounts|figures|dollars?|currency|values?|prices)[^.]{0,40}\b(?:in|are) (?:Canadian dollars|C\$|CAD)/i, 'CAD'],
];
const JAPAN = /\byen\b|\bJPY\b|Japan|Tokyo|日元|日本|东京/;
const CHINA = /yuan|RMB|CNY|人民币|元|China|Chinese|Baotou|Ganzhou|Jiangxi/;

/** Where goods are priced in US dollars whoever reports. */
const ABROAD = /\b(?:US|U\.S\.|United States|America|Rotterdam|LME|London|Comex|spot|ounces?|oz|mtu|CIF|FOB)\b/;
/** Which dollar a bare sign is: the one that the text says, else that of the exchange that it speaks of where US$ is told apart. */
function dollarOf(text: string): { code: string; isDoubtful: boolean } {
  const said = OTHER_DOLLAR.find(([pattern]) => pattern.test(text))?.[1];
  if (said !== undefined) return { code: said, isDoubtful: false };
  if (/A\$|AUD/.test(text) && /\bASX\b/.test(text) && !/US ?\$|\$ ?US|USD|US dollars|C\$|CAD|Nasdaq|NYSE/i.test(text)) return { code: 'AUD', isDoubtful: ABROAD.test(text) };
  // "A$45 million ($29 million)", "($1 = 1.6 Australian dollars)": the dollar alone is what the others are changed into.
  if (/\b[AC]U?D?\$ ?[\d.,]+(?: (?:million|billion))? \(\$\d|\(\$1 = [\d.]+ (?:Australian|Canadian)/.test(text)) return { code: 'USD', isDoubtful: false };
  // "$US1240 a tonne" is written so where the dollar alone is Australia's.
  if (/\$US ?\d/.test(text) && /(?<![A-Z])\$\d/.test(text)) return { code: 'AUD', isDoubtful: true };
  // A report that tells most sums in A$, and some in US$ by their name.
  const [australian, american] = [text.match(/\bAU?\$/g)?.length ?? 0, text.match(/US ?\$|\bUSD\b/g)?.length ?? 0];
  if (australian >= 3 && australian >= 2 * american && !/C\$|CAD|Nasdaq|NYSE/i.test(text)) return { code: 'AUD', isDoubtful: true };
  if (/A\$|C\$|AUD|CAD|Nasdaq|NYSE/i.test(text)) return { code: 'USD', isDoubtful: false };
  const isApart = /US ?\$|\$ ?US|US dollars/.test(text);
  if (/\bASX\b/.test(text) || (isApart && /Australia/.test(text))) return { code: 'AUD', isDoubtful: true };
  if (/\bTSXV?\b/.test(text) && isApart) return { code: 'CAD', isDoubtful: true };
  return { code: 'USD', isDoubtful: false };
}

const DOLLARS: readonly (readonly [string, RegExp])[] = [['USD', /US ?\$|\bUSD\b|\bUS cents/g], ['AUD', /\bA(?:U?D?)?\$|\bAUD\b|\bASX\b/g], ['CAD', /\bCA?D?\$|\bCAD\b|\bTSXV?\b/g], ['NZD', /\bNZ\$/g]];

function centsOf(text: string): string {
  const [first] = DOLLARS.map(([code, pattern]) => ({ code, count: matchesOf(text, pattern).length })).toSorted((one, other) => other.count - one.count);
  return first && first.count > 0 ? first.code : 'USD';
}

/** Reads the signs of one text: which $ and which ¥ it speaks of. */
export class Currencies {
  readonly #text: string;
  #cents: string | null = null;
  #dollar: { readonly code: string; readonly isDoubtful: boolean } | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whose cents a text speaks of: those of the dollar that it names most. */
  cents(): string {
    this.#dollar ??= dollarOf(this.#text);
    this.#cents ??= this.#dollar.code === 'USD' ? centsOf(this.#text) : this.#dollar.code;
    return this.#cents;
  }

  /** The currency that ends right before a place; `sentence` is where the place is. */
  before(place: number, sentence: { readonly start: number; readonly end: number }): CurrencySign | null {
    const ahead = this.#text.slice(Math.max(0, place - 6), place);
    const last = ahead.trimEnd().at(-1) ?? '';
    if (!/[$€£₹₩¥A-Za-z.币]/.test(last)) return null;
    const scaled = SCALED.exec(ahead);
    if (scaled) return { code: scaled[2] ?? '', length: scaled[0].length, shift: scaled[1] === 'M' ? 6 : 3, isDoubtful: false };
    for (const [pattern, code] of SIGNED) {
      const found = pattern.exec(ahead);
      if (found) return { code, length: found[0].length, shift: 0, isDoubtful: false };
    }
    const sign = /[$¥] ?$/.exec(ahead);
    if (!sign) return null;
    if (sign[0].startsWith('$')) {
      this.#dollar ??= dollarOf(this.#text);
      return { ...this.#dollar, length: sign[0].length, shift: 0 };
    }
    const near = this.#text.slice(sentence.start, sentence.end);
    const [isJapan, isChina] = [JAPAN.test(near), CHINA.test(near)];
    if (isJapan !== isChina) return { code: isJapan ? 'JPY' : 'CNY', length: sign[0].length, shift: 0, isDoubtful: false };
    const [anyJapan, anyChina] = [JAPAN.test(this.#text), CHINA.test(this.#text)];
    return { code: anyJapan && !anyChina ? 'JPY' : 'CNY', length: sign[0].length, shift: 0, isDoubtful: isJapan || (anyJapan && anyChina) };
  }
}
