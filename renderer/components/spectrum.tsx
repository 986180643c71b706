import { strokePaths } from './stroke-paths.ts';
import type { Stroke } from './stroke-paths.ts';
import styles from './spectrum.module.css';

export interface SpectrumProps {
  readonly strokes: readonly Stroke[];
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** What it shows, for who does not see it. */
  readonly name: string;
  /** Also under the pointer. */
  readonly titled?: boolean;
  /** The last stroke in amber: it is today's. */
  readonly today?: boolean;
}

/** A line spectrum: a thin stroke for each stretch of time, with a red cap where something failed, and a tick where there is nothing. */
export function Spectrum({ strokes, width, height, name, titled = false, today = false }: SpectrumProps) {
  const paths = strokePaths(today ? strokes.slice(0, -1) : strokes, height);
  const last = strokePaths(today ? strokes.slice(-1) : [], height);
  return (
    <svg className={styles.spectrum} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={name}>
      {titled ? <title>{name}</title> : null}
      <path className={styles.none} d={paths.none + last.none} />
      <path className={styles.ink} d={paths.ink} />
      <path className={styles.failed} d={paths.failed + last.failed} />
      {today ? <path className={styles.today} d={last.ink} /> : null}
    </svg>
  );
}
