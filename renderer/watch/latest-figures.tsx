import type { EntityId } from '../../electron/contract/gazetteer.ts';
import type { FigureRow } from '../../electron/contract/figures.ts';
import type { EntityMeasure } from '../../electron/contract/lens-api.ts';
import { PriceChart } from '../chart/price-chart.tsx';
import { useEntityLens } from '../client/lens-queries.ts';
import { Button } from '../components/button.tsx';
import { openFiguresOf } from '../figures/figures-view.ts';
import { dayText } from '../lens/day-text.ts';
import { shownValue, valueLine } from '../lens/figure-value.ts';
import { figureLabel } from '../lens/figure-words.ts';
import { openFigure } from '../lens/open-figure.ts';
import { unitText } from '../lens/unit-text.ts';
import { textLang } from '../state/text-lang.ts';
import { useWords } from '../words/use-words.ts';
import styles from './latest-figures.module.css';

const DAYS = 365;
/** Enough to see at a glance; the table of figures has the rest. */
const MOST_ROWS = 8;
const MOST_CHARTS = 2;
/** Fewer points say nothing over time. */
const LEAST_POINTS = 3;

function Row({ figure }: { readonly figure: FigureRow }) {
  const words = useWords();
  const { t, format } = words;
  const { value, unit, close } = shownValue(figure, words);
  const { source } = figure;
  const label = figureLabel(figure, words);
  return (
    <tr>
      <td className={styles.value}>
        <button type="button" className={styles.open} title={figure.sentenceText} aria-label={t('figures.open', { what: [valueLine(figure, words), label].join(t('lens.joiner')), source: source.feedTitle })} onClick={() => openFigure(source.articleId, figure.id)}>
          {value}
          {close ? unit : ''}
        </button>
      </td>
      <td className={styles.unit}>{close ? '' : unit}</td>
      <td className={styles.what} dir="auto" lang={textLang(figure.subject.words, source.lang)}>
        {label}
      </td>
      <td className={styles.source} title={source.title}>
        {t('figures.from', { source: source.feedTitle, day: format.shortDay(source.day) })}
      </td>
    </tr>
  );
}

/** One thing that is measured again and again, over time. */
function Measure({ measure }: { readonly measure: EntityMeasure }) {
  const words = useWords();
  const { t, format } = words;
  const { points, subject, unit } = measure;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const named = points.map(({ day, figure }) => {
    const [low, high] = [Number(figure.low), Number(figure.high)];
    return {
      key: `${figure.source.articleId} ${figure.id}`,
      at: Date.parse(`${day}T12:00:00Z`),
      value: (low + high) / 2,
      low,
      high,
      online: true,
      title: valueLine(figure, words),
      note: t('prices.pointNote', { day: dayText(day, format.locale), source: figure.source.feedTitle }),
    };
  });
  return (
    <section className={styles.part}>
      <h3 className={styles.head}>
        <b dir="auto">{subject}</b>
        <span>{[unit === null ? '' : unitText(unit, '2', words), t('figures.eachPoint')].filter((part) => part !== '').join(t('lens.joiner'))}</span>
      </h3>
      <PriceChart
        points={named}
        summary={t('figures.measureSummary', { subject, count: points.length, first: valueLine(first.figure, words), firstDay: dayText(first.day, format.locale), last: valueLine(last.figure, words), lastDay: dayText(last.day, format.locale) })}
        opens={t('prices.opens')}
        height={120}
        ticks={3}
        locale={format.locale}
        axisDay={(at) => format.shortDate(at)}
        onOpen={(key) => {
          const point = points.find(({ figure }) => `${figure.source.articleId} ${figure.id}` === key);
          if (point) openFigure(point.figure.source.articleId, point.figure.id);
        }}
      />
    </section>
  );
}

/** The latest figures that are said of an entity, and what of it is measured over time. Nothing where there are none. */
export function LatestFigures({ entityId }: { readonly entityId: EntityId }) {
  const { t } = useWords();
  const { data } = useEntityLens(entityId, DAYS);
  if (!data || data.latest.length === 0) return null;
  const measures = data.measures.filter(({ points }) => points.length >= LEAST_POINTS).slice(0, MOST_CHARTS);
  return (
    <>
      {measures.map((measure) => (
        <Measure key={`${measure.subject} ${measure.kind} ${measure.unit}`} measure={measure} />
      ))}
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
    </>
  );
}
