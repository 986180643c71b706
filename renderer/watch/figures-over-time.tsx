import type { EntityMeasure } from '../../electron/contract/lens-api.ts';
import type { Watch } from '../../electron/contract/watch.ts';
import { PriceChart } from '../chart/price-chart.tsx';
import { useEntityLens } from '../client/lens-queries.ts';
import { Button } from '../components/button.tsx';
import { dayText } from '../lens/day-text.ts';
import { valueLine } from '../lens/figure-value.ts';
import { openFigure } from '../lens/open-figure.ts';
import { subjectName } from '../lens/subject-name.ts';
import { unitText } from '../lens/unit-text.ts';
import { ValueWithUnit } from '../lens/value-with-unit.tsx';
import { noonOf } from '../words/formats.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { useWatchView } from './watch-view.ts';
import quiet from '../components/quiet-link.module.css';
import styles from './latest-figures.module.css';

/** As far back as its figures are asked for; one answer serves the charts and the table. */
export const FIGURE_DAYS = 365;
const MOST_CHARTS = 2;
/** Fewer points say nothing over time; numbers without a unit seldom measure one thing. */
const LEAST_POINTS = 3;

function measureName({ subject, points }: EntityMeasure, words: Words): string {
  return subjectName({ words: subject, entityIds: points[0]?.figure.subject.entityIds ?? [] }, words);
}

/** The points of a chart in figures, the newest first. */
function MeasureTable({ measure }: { readonly measure: EntityMeasure }) {
  const words = useWords();
  const { t, format } = words;
  return (
    <section
      className={styles.measureTable}
      aria-label={measureName(measure, words)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys scroll it
      tabIndex={0}
    >
      <table className={styles.table}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('figures.columns.day')}</th>
            <th scope="col">{t('figures.columns.value')}</th>
            <th scope="col">{t('figures.columns.source')}</th>
          </tr>
        </thead>
        <tbody>
          {measure.points.toReversed().map(({ day, figure }) => (
            <tr key={`${figure.source.articleId} ${figure.id}`}>
              <td className={styles.unit}>{dayText(day, format.locale)}</td>
              <td className={styles.value}>
                <button type="button" className={`${quiet.link} ${styles.open}`} onClick={() => openFigure(figure.source.articleId, figure.id)}>
                  <ValueWithUnit figure={figure} unitClass={styles.ofValue} />
                </button>
              </td>
              <td className={styles.source}>{figure.source.feedTitle}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** One thing that is measured again and again, over time. */
function Measure({ measure }: { readonly measure: EntityMeasure }) {
  const words = useWords();
  const { t, format } = words;
  const asTable = useWatchView((state) => state.figuresAsTable);
  const { points, unit } = measure;
  const subject = measureName(measure, words);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const named = points.map(({ day, figure }) => {
    const [low, high] = [Number(figure.low), Number(figure.high)];
    return {
      key: `${figure.source.articleId} ${figure.id}`,
      at: noonOf(day),
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
      {asTable ? (
        <MeasureTable measure={measure} />
      ) : (
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
      )}
      <Button kind="quiet" className={styles.all} onClick={() => useWatchView.setState({ figuresAsTable: !asTable })}>
        {t(asTable ? 'watch.showChart' : 'watch.showTable')}
      </Button>
    </section>
  );
}

/** What of a watched name is measured again and again, over time. Nothing where nothing is. */
export function FiguresOverTime({ watch }: { readonly watch: Watch }) {
  const { data } = useEntityLens(watch.watched.kind === 'entity' ? watch.watched.entityId : null, FIGURE_DAYS);
  const measures = (data?.measures ?? []).filter(({ points, unit }) => unit !== null && points.length >= LEAST_POINTS).slice(0, MOST_CHARTS);
  return measures.map((measure) => <Measure key={`${measure.subject} ${measure.kind} ${measure.unit}`} measure={measure} />);
}
