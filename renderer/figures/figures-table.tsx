import { useEffect, useRef } from 'react';
import type { FigureRow } from '../../electron/contract/figures.ts';
import { useEntities } from '../client/watch-queries.ts';
import { Button } from '../components/button.tsx';
import { Direction } from '../lens/direction.tsx';
import { comparisonOf } from '../lens/figure-comparison.ts';
import { comparisonWords, figureLabel, figureReasons } from '../lens/figure-words.ts';
import { shownValue, valueLine } from '../lens/figure-value.ts';
import { openFigure } from '../lens/open-figure.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useWords } from '../words/use-words.ts';
import { useFiguresView } from './figures-view.ts';
import quiet from '../components/quiet-link.module.css';
import styles from './figures.module.css';

function Row({ figure }: { readonly figure: FigureRow }) {
  const words = useWords();
  const { t, format } = words;
  const { value, unit, close } = shownValue(figure, words);
  const { source } = figure;
  const comparison = comparisonOf({ ...figure, sentence: figure.sentence }, [], words);
  const reasons = figureReasons(figure, words);
  const label = figureLabel({ ...figure, period: null }, words);
  return (
    <tr className={figure.unsure ? styles.unsure : undefined}>
      <td className={styles.value}>
        <button
          type="button"
          className={`${quiet.link} ${styles.open}`}
          aria-label={t('figures.open', { what: [valueLine(figure, words), label].join(t('lens.joiner')), source: source.feedTitle })}
          title={t('lens.printed', { printed: figure.printed })}
          onClick={() => openFigure(source.articleId, figure.id)}
        >
          <b>{value}</b>
          {close ? <b>{unit}</b> : null}
        </button>
      </td>
      <td className={styles.unit}>{close ? '' : unit}</td>
      <td className={styles.what} title={figure.sentenceText}>
        <span dir="auto" lang={textLang(label, source.lang)}>
          {label}
        </span>
        {reasons.length > 0 ? <small>{reasons.join(t('row.joiner'))}</small> : null}
      </td>
      <td className={styles.how}>
        {comparison ? (
          <span title={comparisonWords(comparison, words)}>
            {comparison.direction ? <Direction direction={comparison.direction} /> : null}
            {comparison.direction ? <span className="visually-hidden">{t(`lens.${comparison.direction}`)}</span> : null} {comparison.text}
          </span>
        ) : null}
      </td>
      <td className={styles.kind}>{t(`lens.kinds.${figure.kind}`)}</td>
      <td className={styles.periodCell}>{figure.period ?? ''}</td>
      <td className={styles.source} title={source.title}>
        <span dir="auto" lang={textLang(source.feedTitle, null)}>
          {source.feedTitle}
        </span>
      </td>
      <td className={styles.day}>{format.shortDay(source.day)}</td>
    </tr>
  );
}

export interface FiguresTableProps {
  readonly figures: readonly FigureRow[];
  /** The rows of before, while those that were asked for are on their way. */
  readonly stale: boolean;
  /** Null where there are no more. */
  readonly onMore: (() => void) | null;
}

/** Figures as rows, the newest article first. A row leads to the sentence in its article. */
export function FiguresTable({ figures, stale, onMore }: FiguresTableProps) {
  const { t } = useWords();
  // Names come with the glossary.
  useEntities();
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    const box = ref.current;
    if (!box) return undefined;
    box.scrollTop = useFiguresView.getState().scroll;
    return () => useFiguresView.setState({ scroll: box.scrollTop });
  }, []);
  return (
    <section
      ref={ref}
      className={stale ? `${styles.box} ${styles.stale}` : styles.box}
      aria-label={t('figures.table')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys scroll it
      tabIndex={0}
      data-pane-focus=""
      data-pane-edge=""
      data-own-arrows=""
      data-page-scroll=""
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.value}>
              {t('figures.columns.value')}
            </th>
            <th scope="col" className={styles.unit}>
              {t('figures.columns.unit')}
            </th>
            <th scope="col">{t('figures.columns.what')}</th>
            <th scope="col" className={styles.how}>
              {t('figures.columns.how')}
            </th>
            <th scope="col" className={styles.kind}>
              {t('figures.columns.kind')}
            </th>
            <th scope="col" className={styles.periodCell}>
              {t('figures.columns.period')}
            </th>
            <th scope="col" className={styles.source}>
              {t('figures.columns.source')}
            </th>
            <th scope="col" className={styles.day}>
              {t('figures.columns.day')}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <Row key={`${figure.source.articleId} ${figure.id}`} figure={figure} />
          ))}
        </tbody>
      </table>
      {onMore ? (
        <Button className={styles.older} onClick={onMore}>
          {t('common.more')}
        </Button>
      ) : null}
    </section>
  );
}
