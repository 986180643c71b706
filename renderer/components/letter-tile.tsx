import { memo } from 'react';
import styles from './letter-tile.module.css';

/** A letter that nothing behind it can change: most titles begin so, and what parts a text into letters is slow to make. */
const PLAIN = /^[A-Za-z0-9\p{Script=Han}](?=[\u0020-\u007e\p{Script=Han}]|$)/u;

let segmenter: Intl.Segmenter | null = null;

function firstLetter(title: string): string {
  const plain = PLAIN.exec(title);
  if (plain) return plain[0].toLocaleUpperCase();
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  for (const { segment } of segmenter.segment(title)) {
    if (/[\p{Letter}\p{Number}]/u.test(segment)) return segment.toLocaleUpperCase();
  }
  return '·';
}

/** A 16 px square with the first letter of a source, where it has no picture. */
export const LetterTile = memo(function LetterTile({ title }: { readonly title: string }) {
  return (
    <span className={styles.tile} aria-hidden="true">
      {firstLetter(title)}
    </span>
  );
});
