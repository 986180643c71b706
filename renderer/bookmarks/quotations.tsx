import type { PlacedHighlight } from '../../electron/contract/bookmark.ts';
import { Icon } from '../components/icon.tsx';
import noteText from '../evidence/note-text.module.css';
import stroke from '../evidence/stroke.module.css';
import { useShownKeys } from '../keyboard/use-shown-keys.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { addedWords } from './bookmark-name.ts';
import type { FactsProps } from './facts.tsx';
import styles from './details.module.css';

/** Where a highlight stands and when it was made; that its text changed, or is no longer there. */
function whereWords({ place, paragraph, inOtherText, createdAt }: PlacedHighlight, savedAt: number, { t, format }: Words): string {
  const sameDay = new Date(createdAt).toDateString() === new Date(savedAt).toDateString();
  const time = sameDay ? format.time(createdAt) : `${format.shortDate(createdAt)} ${format.time(createdAt)}`;
  if (place === 'lost' || paragraph === null) return t(inOtherText ? 'bookmarks.whereOther' : 'bookmarks.whereLost', { time });
  return t(place === 'moved' ? 'bookmarks.whereMoved' : 'bookmarks.where', { paragraph, time });
}

/** The highlights in the order of the text, each with its note. */
export function Quotations({ row, evidence }: FactsProps) {
  const words = useWords();
  const { t } = words;
  const keys = useShownKeys('H');
  const { highlights, note } = evidence;
  const added = addedWords({ highlights: highlights.length, notes: highlights.filter((one) => one.note !== '').length + (note === '' ? 0 : 1) }, words);
  return (
    <section className={styles.section}>
      <h3 className={styles.head}>
        {t('bookmarks.quotations')}
        <span>{added}</span>
      </h3>
      {highlights.length === 0 ? <p className={styles.hint}>{keys ? t('bookmarks.noQuotations', { keys }) : t('bookmarks.noQuotationsBare')}</p> : null}
      <ul className={styles.quotations}>
        {highlights.map((highlight) => (
          <li key={highlight.id}>
            <p className={styles.quote} dir="auto" lang={textLang(highlight.quote, row.lang)}>
              <span className={highlight.place === 'lost' && !highlight.inOtherText ? styles.lost : stroke.stroke}>{highlight.quote}</span>
            </p>
            {highlight.note === '' ? null : (
              <p className={`${noteText.line} ${styles.note}`}>
                <Icon name="note" size={14} />
                <span dir="auto" lang={textLang(highlight.note, null)}>
                  {highlight.note}
                </span>
              </p>
            )}
            <p className={styles.where}>{whereWords(highlight, row.bookmarkedAt, words)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
