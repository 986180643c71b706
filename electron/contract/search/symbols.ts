/** Elements that search knows by their symbols: rare earths and the metals that are told of beside them. */
const ELEMENTS = ['La', 'Ce', 'Pr', 'Nd', 'Pm', 'Sm', 'Eu', 'Gd', 'Tb', 'Dy', 'Ho', 'Er', 'Tm', 'Yb', 'Lu', 'Sc', 'Y', 'Ga', 'Ge', 'Sb', 'W', 'In', 'Bi', 'Te', 'Nb', 'Ta', 'Li', 'Co', 'Ni', 'Mg', 'Ti', 'Be', 'Hf', 'Zr', 'V', 'Mo', 'Mn', 'Re', 'Th', 'U', 'Sr', 'Ba', 'Cs', 'Rb', 'Sn', 'Se'];
/** What stands beside them in formulas. */
const PARTNERS = ['Fe', 'Al', 'Si', 'Cl', 'Cu', 'Zn', 'Na', 'Ca', 'Br', 'O', 'C', 'N', 'F', 'S', 'P', 'B', 'H', 'K'];
/** Of two letters and in exact case, hardly ever anything else. */
const SURE = new Set(['Nd', 'Dy', 'Gd', 'Yb', 'Nb', 'Sb', 'Zr', 'Hf']);
const KNOWN = new Set(ELEMENTS);

const SYMBOL = [...ELEMENTS, ...PARTNERS].toSorted((a, b) => b.length - a.length).join('|');
const FORMULA = new RegExp(`(?<![A-Za-z0-9])(?:(?:${SYMBOL})\\d{0,2})+(?![A-Za-z0-9])`, 'g');
const PARTS = new RegExp(SYMBOL, 'g');

const AFTER = /^(?:\s?%|\s?(?:oxides?|metals?|alloys?|prices?|content|carbonates?|chlorides?|fluorides?|magnets?|isotopes?)\b|\s?(?:氧化|金属|元素|合金|价|产品|磁)|\s?\/\s?(?:TREO|TREM|REO)|\))/i;
const BEFORE = /(?:\d\s?%\s?|\d[NnＮ]\s|\(|(?:oxides?|metals?|element|elements) (?:of )?|(?:金属|元素))$/i;
const LIST_BETWEEN = /^\s?(?:,|、|\/|\+|&|-|and|or|和|及|与|或|, and|, or)\s?$/;

const SMALL_DIGITS = /[₀-₉⁰¹²³⁴-⁹０-９Ａ-Ｚａ-ｚ]/g;

/** Digits above and below the line and full-width letters, each by one unit, so that offsets stay. */
function plainDigits(text: string): string {
  return text.replace(SMALL_DIGITS, (char) => char.normalize('NFKC'));
}

/** A mention of an element by its symbol. Offsets are of the text. */
export interface SymbolMention {
  readonly symbol: string;
  readonly from: number;
  readonly to: number;
}

interface Found extends Omit<SymbolMention, 'symbol'> {
  readonly symbols: readonly string[];
  /** Tells by itself: a formula of several, or with a number. */
  readonly sure: boolean;
}

function isSure(text: string, symbols: readonly string[]): boolean {
  const [first = ''] = symbols;
  if (symbols.length === 1 && text === first) return SURE.has(first);
  // Single capitals alone are initials; with a number they are a formula.
  return /\d/.test(text) || (/[a-z]/.test(text) && symbols.length > 1);
}

/**
 * The elements that a text names by their symbols, in exact case. A bare symbol that could be a word or initials ("Eu", "Pr",
 * "Er") counts beside oxide, metal, alloy, price or %, in brackets, and in a list of symbols; "Nd" and a formula always.
 */
export function symbolsIn(text: string): SymbolMention[] {
  const plain = plainDigits(text);
  const found: Found[] = Array.from(plain.matchAll(FORMULA), ({ 0: whole, index }) => {
    const symbols = whole.match(PARTS) ?? [];
    return { symbols, sure: isSure(whole, symbols), from: index, to: index + whole.length };
  }).filter(({ symbols }) => symbols.some((symbol) => KNOWN.has(symbol)));
  const inList = new Set<Found>();
  for (const [at, one] of found.entries()) {
    const next = found[at + 1];
    if (next && one.symbols.every((symbol) => symbol.length === 2) && next.symbols.every((symbol) => symbol.length === 2) && LIST_BETWEEN.test(plain.slice(one.to, next.from))) {
      inList.add(one);
      inList.add(next);
    }
  }
  return found
    .filter((one) => one.sure || inList.has(one) || (plain.charAt(one.from + 1) >= 'a' && (AFTER.test(plain.slice(one.to, one.to + 14)) || BEFORE.test(plain.slice(Math.max(0, one.from - 14), one.from)))))
    .flatMap(({ symbols, from, to }) => symbols.filter((symbol) => KNOWN.has(symbol)).map((symbol) => ({ symbol, from, to })));
}

/** What the index has for an element that is named by its symbol: no word folds to it. */
export function symbolToken(symbol: string): string {
  return `§${symbol.toLowerCase()}`;
}

/** The symbols of a text as the index reads them, each once. */
export function symbolStream(texts: readonly string[]): string {
  return [...new Set(texts.flatMap((text) => symbolsIn(text).map(({ symbol }) => symbolToken(symbol))))].join(' ');
}
