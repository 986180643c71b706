import { memo } from 'react';
import type { WatchReport } from '../../electron/contract/watch.ts';
import { SpectrumChart } from '../components/spectrum-chart.tsx';
import type { AxisLabel } from '../components/spectrum-chart.tsx';
import type { Stroke } from '../components/stroke-paths.ts';
import { useWords } from '../words/use-words.ts';
import styles from './watch.module.css';

const HEIGHT = 64;
/** Less than this at the full height would make two articles look like many. */
const LEAST_FULL = 4;
/** Pixels that a label needs. */
const LABEL = 64;

/** Whole pixels: a stroke between two would be drawn grey and twice as wide. */
function placeOf(index: number, days: number, width: number): number {
  return Math.round(index * ((width - 2) / Math.max(1, days - 1)));
}

function strokesOf(days: WatchReport['days'], width: number): readonly Stroke[] {
  const full = days.reduce((most, { count }) => Math.max(most, count), LEAST_FULL);
  return days.map(({ count }, index) => ({ x: placeOf(index, days.length, width), height: count === 0 ? 0 : Math.max(2, (count / full) * HEIGHT), failed: false }));
}

function labelsOf(days: WatchReport['days'], width: number, say: (day: string) => string): readonly AxisLabel[] {
  let free = 0;
  return days.flatMap(({ day }, index) => {
    const x = placeOf(index, days.length, width);
    if ((index > 0 && !day.endsWith('-01')) || x < free || x + LABEL > width) return [];
    free = x + LABEL;
    return [{ key: day, x, text: say(day) }];
  });
}

/** The last days as a line spectrum: a stroke a day, today's in amber. */
export const MentionsChart = memo(function MentionsChart({ days }: { readonly days: WatchReport['days'] }) {
  const { t, format } = useWords();
  const most = days.reduce((sum, { count }) => Math.max(sum, count), 0);
  const total = days.reduce((sum, { count }) => sum + count, 0);
  const name = total === 0 ? t('watch.chartNone') : t('watch.chart', { count: total, last: days.at(-1)?.count ?? 0, most });
  return (
    <SpectrumChart
      className={styles.chart ?? ''}
      strokes={(width) => strokesOf(days, width)}
      height={HEIGHT}
      name={name}
      today
      labels={(width) => labelsOf(days, width, (day) => format.shortDay(day))}
      end={format.shortDay(days.at(-1)?.day ?? '')}
    />
  );
});
