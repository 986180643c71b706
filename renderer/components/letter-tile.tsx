import { memo } from 'react';
import styles from './letter-tile.module.css';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function firstLetter(title: string): string {
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
