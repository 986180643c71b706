import type { PlacedFigure } from '../../electron/contract/figures.ts';
import type { BookmarkSummary } from '../../electron/contract/bookmark.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useArticleLens } from '../client/lens-queries.ts';
import { shownValue, valueLine } from '../lens/figure-value.ts';
import { figureLabel } from '../lens/figure-words.ts';
import { openFigure } from '../lens/open-figure.ts';
import { useWords } from '../words/use-words.ts';
import quiet from '../components/quiet-link.module.css';
import details from './details.module.css';
import styles from './figures.module.css';

/** Enough to remember the article by; the lens beside it has the rest. */
const MOST_SHOWN = 6;

function isMeasure({ kind }: PlacedFigure): boolean {
  return kind !== 'date' && kind !== 'notice';
}

/** The first figures of a bookmark, each a way to where it stands in the text. Nothing where the text has none. */
export function Figures({ row }: { readonly row: BookmarkSummary }) {
  const words = useWords();
  const { t, format } = words;
  const { data } = useArticleLens({ articleId: row.id, text: 'page', copyId: null });
  const figures = (data?.figures ?? []).filter(isMeasure);
  if (figures.length === 0) return null;
  const shown = figures.slice(0, MOST_SHOWN);
  return (
    <section className={details.section}>
      <h3 className={details.head}>
        {t('lens.figures')}
        <span>{shown.length < figures.length ? t('bookmarks.figuresOf', { shown: shown.length, count: figures.length }) : format.count(figures.length)}</span>
      </h3>
      <ul className={styles.figures}>
        {shown.map((figure) => {
          const { value, unit, close } = shownValue(figure, words);
          const label = figureLabel(figure, words);
          return (
            <li key={figure.id}>
              <button type="button" className={`${quiet.row} ${styles.open}`} aria-label={t('figures.open', { what: [valueLine(figure, words), label].join(t('lens.joiner')), source: row.feedTitle })} onClick={() => openFigure(row.id, figure.id)}>
                <b className={quiet.link}>
                  {value}
                  {close ? unit : ''}
                </b>
                <span>{close ? '' : unit}</span>
                <span className={styles.what} dir="auto" lang={textLang(label, row.lang)}>
                  {label}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
