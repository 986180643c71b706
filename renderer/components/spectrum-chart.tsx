import { Spectrum } from './spectrum.tsx';
import type { SpectrumProps } from './spectrum.tsx';
import type { Stroke } from './stroke-paths.ts';
import { useWidth } from './use-width.ts';
import styles from './spectrum.module.css';

/** A label below a spectrum; `x` in pixels from its start. */
export interface AxisLabel {
  readonly key: string | number;
  readonly x: number;
  readonly text: string;
}

export interface SpectrumChartProps extends Pick<SpectrumProps, 'height' | 'name' | 'today'> {
  readonly className?: string;
  /** What is drawn across so many whole pixels. */
  readonly strokes: (width: number) => readonly Stroke[];
  readonly labels: (width: number) => readonly AxisLabel[];
  /** The label at the end. */
  readonly end: string;
}

/** A spectrum as wide as it can be, with an axis below. */
export function SpectrumChart({ className, strokes, labels, end, ...spectrum }: SpectrumChartProps) {
  const { ref, width } = useWidth();
  return (
    <div ref={ref} className={className ? `${styles.chart} ${className}` : styles.chart}>
      {width > 0 ? (
        <>
          <Spectrum strokes={strokes(width)} width={width} {...spectrum} />
          <div className={styles.axis} aria-hidden="true">
            {labels(width).map(({ key, x, text }) => (
              <span key={key} style={{ insetInlineStart: x }}>
                {text}
              </span>
            ))}
            <span className={styles.end}>{end}</span>
          </div>
        </>
      ) : null}
    </div>
  );
}
