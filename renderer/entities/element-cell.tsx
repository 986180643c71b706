import { useWords } from '../words/use-words.ts';
import { currentLocale } from '../words/language.ts';
import { elementCharacter } from './element-character.ts';
import styles from './entities.module.css';

export interface ElementCellProps {
  readonly symbol: string;
  /** What it says to whoever cannot see it, and under the pointer. */
  readonly name: string;
  /** 22 × 18 in the sidebar, 28 × 22 in the article and the lens, 52 × 60 on a page, with its number. */
  readonly size: 'small' | 'medium' | 'page';
  /** Atomic number, drawn on a page. */
  readonly number?: number | undefined;
  /** The person follows it. */
  readonly mine?: boolean;
  /** Left out: it leads nowhere. */
  readonly onOpen?: (() => void) | undefined;
}

/** A square of the periodic table: the product's own mark for an element. In Chinese it shows the character. */
export function ElementCell({ symbol, name, size, number, mine = false, onOpen }: ElementCellProps) {
  useWords();
  const locale = currentLocale();
  const className = [styles.cell, styles[size], mine ? styles.mine : ''].filter(Boolean).join(' ');
  const shown = elementCharacter(symbol, locale);
  if (onOpen) {
    return (
      <button type="button" className={className} title={name} aria-label={name} onClick={onOpen}>
        {shown}
      </button>
    );
  }
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- letters that stand for a word
    <span role="img" className={className} title={name} aria-label={name}>
      {size === 'page' && number !== undefined ? <span className={styles.number}>{number}</span> : null}
      {shown}
    </span>
  );
}
