import { Fragment } from 'react';
import { phrases } from '../words/phrases.ts';
import styles from './phrased.module.css';

/** Whether a Chinese character stands beside a letter or a number. */
function meets(before: string, after: string): boolean {
  return (/\p{Script=Han}$/u.test(before) && /^(?!\p{Script=Han})[\p{L}\p{N}]/u.test(after)) || (/(?!\p{Script=Han})[\p{L}\p{N}]$/u.test(before) && /^\p{Script=Han}/u.test(after));
}

/** A title whose lines break between words, also where a language writes them without spaces. */
export function Phrased({ text }: { readonly text: string }) {
  const parts = phrases(text);
  if (parts.length < 2) return text;
  return (
    <span className={styles.phrased}>
      {parts.map((part, index) => (
        // Parts have no other name than their place, and the text is drawn anew as a whole.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={index}>
          {index > 0 && meets(parts[index - 1] ?? '', part) ? <span className={styles.meeting} /> : null}
          {index > 0 ? <wbr /> : null}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
