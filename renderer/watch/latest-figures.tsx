import type { FigureRow } from '../../electron/contract/figures.ts';
import type { Watch } from '../../electron/contract/watch.ts';
import { useEntityLens } from '../client/lens-queries.ts';
import { Button } from '../components/button.tsx';
import { openFiguresOf } from '../figures/figures-view.ts';
import { shownValue, valueLine } from '../lens/figure-value.ts';
import { figureLabel } from '../lens/figure-words.ts';
import { openFigure } from '../lens/open-figure.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useWords } from '../words/use-words.ts';
import { FIGURE_DAYS } from './figures-over-time.tsx';
import quiet from '../components/quiet-link.module.css';
import styles from './latest-figures.module.css';

/** Enough to see at a glance; the table of figures has the rest. */
const MOST_ROWS = 8;

/** Who says it, and of which day. */
function From({ source: { feedTitle, day } }: Pick<FigureRow, 'source'>) {
  const { format } = useWords();
  return (
    <span className={styles.from}>
      <span>{feedTitle}</span>
      <span>{format.shortDay(day)}</span>
    </span>
  );
}

function Row({ figure }: { readonly figure: FigureRow }) {
  const words = useWords();
  const { t } = words;
  const { value, unit, close } = shownValue(figure, words);
  const { source } = figure;
  const label = figureLabel(figure, words);
  return (
    <tr>
      <td className={styles.value}>
        <button type="button" className={`${quiet.link} ${styles.open}`} title={figure.sentenceText} aria-label={t('figures.open', { what: [valueLine(figure, words), label].join(t('lens.joiner')), source: source.feedTitle })} onClick={() => openFigure(source.articleId, figure.id)}>
          {value}
          {close ? unit : ''}
        </button>
      </td>
      <td className={styles.unit}>{close ? '' : unit}</td>
      <td className={styles.what} dir="auto" lang={textLang(label, source.lang)}>
        {label}
      </td>
      <td className={styles.source} title={source.title}>
        <From source={source} />
      </td>
    </tr>
  );
}

/** The latest figures that are said of a watched name. Nothing where there are none, or where a search is watched. */
export function LatestFigures({ watch }: { readonly watch: Watch }) {
  const { t } = useWords();
  const entityId = watch.watched.kind === 'entity' ? watch.watched.entityId : null;
  const { data } = useEntityLens(entityId, FIGURE_DAYS);
  if (entityId === null || !data || data.latest.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3 className={styles.head}>
        <b>{t('figures.latest')}</b>
      </h3>
      <table className={styles.table} aria-label={t('figures.latest')}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('figures.columns.value')}</th>
            <th scope="col">{t('figures.columns.unit')}</th>
            <th scope="col">{t('figures.columns.what')}</th>
            <th scope="col">{t('figures.columns.source')}</th>
          </tr>
        </thead>
        <tbody>
          {data.latest.slice(0, MOST_ROWS).map((figure) => (
            <Row key={`${figure.source.articleId} ${figure.id}`} figure={figure} />
          ))}
        </tbody>
      </table>
      <Button kind="quiet" className={styles.all} onClick={() => openFiguresOf(entityId)}>
        {t('figures.allOf')}
      </Button>
    </section>
  );
}
