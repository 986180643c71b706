import { memo, useLayoutEffect, useRef, useState } from 'react';
import type { ActivitySlot } from '../../electron/contract/source.ts';
import { useWords } from '../words/use-words.ts';
import { chartWords } from './chart-words.ts';
import { mergeSlots, slotsAStroke } from './merge-slots.ts';
import { CAP, strokePaths } from './stroke-paths.ts';
import type { Stroke } from './stroke-paths.ts';
import styles from './spectrum.module.css';

const HEIGHT = 44;
const ROOM = HEIGHT - CAP - 1;
const STROKE = 2;
/** Hours between two labels of the axis, on the clock of this machine. */
const AXIS_HOURS = 6;
/** Pixels that a label needs before the next. */
const LABEL = 56;

function strokesOf(slots: readonly ActivitySlot[], width: number): readonly Stroke[] {
  const most = Math.max(1, ...slots.map(({ asked }) => asked));
  // Whole pixels: a stroke between two would be drawn grey and twice as wide.
  const pitch = (width + 1) / slots.length;
  return slots.map(({ asked, failed }, index) => ({
    x: Math.round(index * pitch),
    height: asked === 0 ? 0 : Math.max(STROKE, (asked / most) * ROOM),
    failed: failed > 0,
  }));
}

interface AxisLabel {
  readonly at: number;
  readonly x: number;
}

/** The full hours that a chart of `slots` is `width` pixels wide across. */
function axisOf(slots: readonly ActivitySlot[], width: number): readonly AxisLabel[] {
  const pitch = (width + 1) / slots.length;
  return slots.flatMap(({ at }, index) => {
    const time = new Date(at);
    const x = Math.round(index * pitch);
    return time.getMinutes() === 0 && time.getHours() % AXIS_HOURS === 0 && x + 2 * LABEL <= width ? [{ at, x }] : [];
  });
}

/** Every fetch of the last 24 hours: a stroke a few minutes, as high as sources were asked, with a red cap where some failed. */
export const FetchChart = memo(function FetchChart({ slots }: { readonly slots: readonly ActivitySlot[] }) {
  const words = useWords();
  const { t, format } = words;
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

  const merged = mergeSlots(slots, slotsAStroke(width, slots.length));
  const paths = strokePaths(strokesOf(merged, width), HEIGHT);
  return (
    <div ref={ref} className={styles.chart}>
      {width > 0 ? (
        <>
          <svg className={styles.spectrum} width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={chartWords(slots, words)}>
            <path className={styles.none} d={paths.none} />
            <path className={styles.ink} d={paths.ink} />
            <path className={styles.failed} d={paths.failed} />
          </svg>
          <div className={styles.axis} aria-hidden="true">
            {axisOf(slots, width).map(({ at, x }) => (
              <span key={at} style={{ insetInlineStart: x }}>
                {format.time(at)}
              </span>
            ))}
            <span className={styles.now}>{t('sources.now')}</span>
          </div>
        </>
      ) : null}
    </div>
  );
});
