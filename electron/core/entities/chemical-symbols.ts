/** Symbols of the periodic table, by which a word is known for a formula. */
const TABLE =
  'H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Th Pa U';
const SYMBOLS: ReadonlySet<string> = new Set(TABLE.split(' '));

/** The rare earths: of them, two in a row are a list. */
export const RARE_EARTHS: ReadonlySet<string> = new Set('Sc Y La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu'.split(' '));

/** Metals of which a list speaks; those that are words or names as well count only in a list of three. */
export const LISTED_METALS: ReadonlySet<string> = new Set('Ga Ge Sb Bi Nb Zr Hf Te Mg Mo Ta Ti Ni W In Be Li Co Re V U Th Fe Al Cu B Si'.split(' '));
export const WORDY: ReadonlySet<string> = new Set('Li Co In Be W U V Re Te Ti Ni Al B Mo Mg'.split(' '));

const FORMULA = /^(?:[A-Z][a-z]?\d*)+$/u;
const PART = /([A-Z][a-z]?)(\d*)/gu;
const ION = /^([A-Z][a-z]?)[234]?$/u;

/** The rare earths in a formula such as `LaNi5`, `Y3Al5O12`: a word of at least two symbols with a number. Empty where it is none. */
export function rareEarthsInFormula(word: string): string[] {
  if (!FORMULA.test(word) || !/\d/u.test(word)) return [];
  const symbols = [...word.matchAll(PART)].map(([, symbol = '']) => symbol);
  if (symbols.length < 2 || !symbols.every((symbol) => SYMBOLS.has(symbol))) return [];
  // Of one letter each, it is a code: Y2K, N52UH.
  if (symbols.every((symbol) => symbol.length === 1) && !word.includes('O')) return [];
  return [...new Set(symbols.filter((symbol) => RARE_EARTHS.has(symbol)))];
}

/** The rare earth of an ion, `Eu3+`, of which `word` stands before the sign. */
export function rareEarthOfIon(word: string): string | null {
  const symbol = ION.exec(word)?.[1];
  return symbol !== undefined && /\d$/u.test(word) && RARE_EARTHS.has(symbol) ? symbol : null;
}
