import { memo, useLayoutEffect, useRef, useState } from 'react';
import type { WatchReport } from '../../electron/contract/watch.ts';
import { strokePaths } from '../sources/stroke-paths.ts';
import { useWords } from '../words/use-words.ts';
import styles from './watch.module.css';

const HEIGHT = 64;
/** Less than this at the full height would make two articles look like many. */
const LEAST_FULL = 4;
/** Pixels that a label needs. */
const LABEL = 64;

interface Month {
  readonly day: string;
  readonly x: number;
}

function monthsOf(days: WatchReport['days'], pitch: number, width: number): readonly Month[] {
  let free = 0;
  return days.flatMap(({ day }, index) => {
    const x = Math.round(index * pitch);
    if ((index > 0 && !day.endsWith('-01')) || x < free || x + LABEL > width) return [];
    free = x + LABEL;
    return [{ day, x }];
  });
}

/** The last days as a line spectrum: a stroke a day, today's in amber. */
export const MentionsChart = memo(function MentionsChart({ days }: { readonly days: WatchReport['days'] }) {
  const { t, format } = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return undefined;
    const measure = () => setWidth(Math.floor(box.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  const most = days.reduce((sum, { count }) => Math.max(sum, count), 0);
  const total = days.reduce((sum, { count }) => sum + count, 0);
  const last = days.at(-1)?.count ?? 0;
  // Whole pixels: a stroke between two would be drawn grey and twice as wide.
  const pitch = (width - 2) / Math.max(1, days.length - 1);
  const strokes = days.map(({ count }, index) => ({ x: Math.round(index * pitch), height: count === 0 ? 0 : Math.max(2, (count / Math.max(LEAST_FULL, most)) * HEIGHT), failed: false }));
  const before = strokePaths(strokes.slice(0, -1), HEIGHT);
  const today = strokePaths(strokes.slice(-1), HEIGHT);
  return (
    <div ref={ref} className={styles.chart}>
      {width > 0 ? (
        <>
          <svg className={styles.svg} width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={total === 0 ? t('watch.chartNone') : t('watch.chart', { count: total, last, most })}>
            <path className={styles.none} d={before.none + today.none} />
            <path className={styles.ink} d={before.ink} />
            <path className={styles.today} d={today.ink} />
          </svg>
          <div className={styles.axis} aria-hidden="true">
            {monthsOf(days, pitch, width).map(({ day, x }) => (
              <span key={day} style={{ insetInlineStart: x }}>
                {format.shortDay(day)}
              </span>
            ))}
            <span style={{ insetInlineEnd: 0 }}>{format.shortDay(days.at(-1)?.day ?? '')}</span>
          </div>
        </>
      ) : null}
    </div>
  );
});
