import { useFollowedSymbols } from '../watch/use-followed-symbols.ts';
import { elementCharacter, isWrittenTraditionally } from './element-character.ts';
import styles from './entities.module.css';

export interface ElementSymbolsProps {
  readonly symbols: readonly string[];
  readonly title: string;
  /** Of the title. */
  readonly lang: string;
}

/** The elements of a headline beside its source, in the script of its language; the row's name says them in words. */
export function ElementSymbols({ symbols, title, lang: claimed }: ElementSymbolsProps) {
  const followed = useFollowedSymbols();
  if (symbols.length === 0) return null;
  // Few feeds say in which Chinese they write; a title that names an element shows it.
  const lang = symbols.some((symbol) => isWrittenTraditionally(symbol, title)) ? 'zh-Hant' : claimed;
  return (
    <span className={styles.symbols} lang={lang} aria-hidden="true">
      {symbols.map((symbol) => (
        <span key={symbol} className={followed.has(symbol) ? styles.followed : undefined}>{elementCharacter(symbol, lang)}</span>
      ))}
    </span>
  );
}
