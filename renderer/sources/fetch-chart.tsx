import { memo } from 'react';
import type { ActivitySlot } from '../../electron/contract/source.ts';
import { SpectrumChart } from '../components/spectrum-chart.tsx';
import type { AxisLabel } from '../components/spectrum-chart.tsx';
import { CAP } from '../components/stroke-paths.ts';
import type { Stroke } from '../components/stroke-paths.ts';
import { useWords } from '../words/use-words.ts';
import { chartWords } from './chart-words.ts';
import { mergeSlots, slotsAStroke } from './merge-slots.ts';
import styles from './fetches.module.css';

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

/** The full hours that a chart of `slots` is `width` pixels wide across. */
function axisOf(slots: readonly ActivitySlot[], width: number, say: (at: number) => string): readonly AxisLabel[] {
  const pitch = (width + 1) / slots.length;
  return slots.flatMap(({ at }, index) => {
    const time = new Date(at);
    const x = Math.round(index * pitch);
    return time.getMinutes() === 0 && time.getHours() % AXIS_HOURS === 0 && x + 2 * LABEL <= width ? [{ key: at, x, text: say(at) }] : [];
  });
}

/** Every fetch of the last 24 hours: a stroke a few minutes, as high as sources were asked, with a red cap where some failed. */
export const FetchChart = memo(function FetchChart({ slots }: { readonly slots: readonly ActivitySlot[] }) {
  const words = useWords();
  const { t, format } = words;
  return (
    <SpectrumChart
      className={styles.chart ?? ''}
      strokes={(width) => strokesOf(mergeSlots(slots, slotsAStroke(width, slots.length)), width)}
      height={HEIGHT}
      name={chartWords(slots, words)}
      labels={(width) => axisOf(slots, width, (at) => format.time(at))}
      end={t('sources.now')}
    />
  );
});
