import { useFollowedSymbols } from '../watch/use-followed-symbols.ts';
import { elementCharacter } from './element-character.ts';
import styles from './entities.module.css';

/** The elements of a headline beside its source, in the script of its language; the row's name says them in words. */
export function ElementSymbols({ symbols, lang }: { readonly symbols: readonly string[]; readonly lang: string }) {
  const followed = useFollowedSymbols();
  if (symbols.length === 0) return null;
  return (
    <span className={styles.symbols} lang={lang} aria-hidden="true">
      {symbols.map((symbol) => (
        <span key={symbol} className={followed.has(symbol) ? styles.followed : undefined}>{elementCharacter(symbol, lang)}</span>
      ))}
    </span>
  );
}
