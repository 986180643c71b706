import { entityWords } from '../words/en/entities.ts';
import type { Words } from '../words/use-words.ts';

const NAMED = entityWords.entities.names;

function hasName(symbol: string): symbol is keyof typeof NAMED {
  return Object.hasOwn(NAMED, symbol);
}

/** Elements in words, as a screen reader says them: "Dysprosium, terbium". A symbol that has no word is said as it is. */
export function elementNames(symbols: readonly string[], { t }: Words): string {
  const names = symbols.map((symbol) => (hasName(symbol) ? t(`entities.names.${symbol}`) : symbol)).join(t('entities.joiner'));
  return names.charAt(0).toUpperCase() + names.slice(1);
}
