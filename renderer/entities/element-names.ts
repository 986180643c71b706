import { wordsOf } from '../words/catalogues.ts';
import type { entityWords } from '../words/en/entities.ts';
import { currentLocale } from '../words/language.ts';
import type { Words } from '../words/use-words.ts';

type Named = (typeof entityWords)['entities']['names'];

/** Whether a text is the symbol of an element that has a word. */
export function isElement(symbol: string): boolean {
  return hasName(symbol);
}

function hasName(symbol: string): symbol is keyof Named {
  // The same ones have a word in each language.
  return Object.hasOwn(wordsOf(currentLocale()).entities.names, symbol);
}

/** Elements in words, as a screen reader says them: "Dysprosium, terbium". A symbol that has no word is said as it is. */
export function elementNames(symbols: readonly string[], { t }: Words): string {
  const names = symbols.map((symbol) => (hasName(symbol) ? t(`entities.names.${symbol}`) : symbol)).join(t('entities.joiner'));
  return names.charAt(0).toUpperCase() + names.slice(1);
}
