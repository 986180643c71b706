import { useId, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { Locale } from '../words/resolve-language.ts';
import { useWidth } from '../components/use-width.ts';
import { useWords } from '../words/use-words.ts';
import { axisValue } from './axis-value.ts';
import { axisInstants, drawChart, nearestPoint } from './chart-scales.ts';
import type { ChartPoint } from './chart-scales.ts';
import axis from './axis.module.css';
import styles from './chart.module.css';

/** A point with its words. */
export interface NamedPoint extends ChartPoint {
  /** 1,680,000 CNY/t */
  readonly title: string;
  /** 18 November, Oxide & Alloy */
  readonly note: string;
}

export interface PriceChartProps {
  readonly points: readonly NamedPoint[];
  /** One sentence of range and trend. */
  readonly summary: string;
  /** What choosing a point does, for whoever hears its name. */
  readonly opens: string;
  readonly height: number;
  readonly ticks: number;
  /** Of the values on the axis: 1.60M, 160万. */
  readonly locale: Locale;
  /** An instant below the axis. */
  readonly axisDay: (at: number) => string;
  readonly onOpen: (key: string) => void;
}

/** Kept free at the end for the values of the axis. */
const VALUES = 52;
const INSET = 6;
/** Between two values of the axis, so that those of Chinese do not touch. */
const VALUE_ROOM = 15;

/** Quotes as a thin line, each a point that opens its article. The latest is amber. Arrow keys go from point to point. */
export function PriceChart({ points, summary, opens, height, ticks, locale, axisDay, onOpen }: PriceChartProps) {
  const { t } = useWords();
  const id = useId();
  const { ref, width } = useWidth();
  const [at, setAt] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);

  const last = points.length - 1;
  const active = at === null ? last : Math.min(at, last);
  const inner = Math.max(0, width - VALUES);
  const chart = drawChart(points, { width: inner, height, inset: INSET, ticks });
  const end = chart.points[last];
  const step = (chart.grid[1]?.value ?? 0) - (chart.grid[0]?.value ?? 0);
  const told = pointed ?? at;
  const shown = told === null ? undefined : chart.points[told];
  const words = told === null ? undefined : points[told];

  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const aims: Record<string, number> = { ArrowRight: active + 1, ArrowUp: active + 1, ArrowLeft: active - 1, ArrowDown: active - 1, Home: 0, End: last };
    const aim = aims[event.key];
    if (aim !== undefined) setAt(Math.max(0, Math.min(last, aim)));
    else if (event.key === 'Enter' || event.key === ' ') onOpen(points[active]?.key ?? '');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const nearest = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return nearestPoint(chart.points, event.clientX - box.left, event.clientY - box.top);
  };
  const instants = axisInstants(points, inner);
  return (
    <div ref={ref} className={styles.chart}>
      {width > 0 && end ? (
        <>
          <div
            className={styles.points}
            style={{ height }}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a list of points, drawn
            role="listbox"
            tabIndex={0}
            aria-label={summary}
            aria-orientation="horizontal"
            aria-activedescendant={`${id}-${active}`}
            data-own-arrows=""
            data-chart=""
            onKeyDown={keyDown}
            onFocus={() => setAt(active)}
            onBlur={() => setAt(null)}
            onPointerMove={(event) => setPointed(nearest(event))}
            onPointerLeave={() => setPointed(null)}
            onClick={(event) => {
              const box = event.currentTarget.getBoundingClientRect();
              const point = points[nearestPoint(chart.points, event.clientX - box.left, event.clientY - box.top)];
              if (point && event.detail > 0) onOpen(point.key);
            }}
          >
            <svg className={styles.svg} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
              {chart.grid.map(({ value, y }) => (
                <g key={value}>
                  <line className={styles.grid} x1={0} x2={inner} y1={y} y2={y} />
                  {Math.abs(y - end.y) > VALUE_ROOM ? (
                    <text className={styles.value} x={inner + 8} y={y + 4}>
                      {axisValue(value, step, locale)}
                    </text>
                  ) : null}
                </g>
              ))}
              <path className={styles.line} d={chart.line} />
              {chart.points.map((point, index) => (
                <g key={point.key}>
                  {point.low === point.high ? null : <line className={styles.range} x1={point.x} x2={point.x} y1={point.top} y2={point.bottom} />}
                  <circle className={index === last ? styles.end : styles.point} cx={point.x} cy={point.y} r={index === last ? 3.2 : 2.4} />
                </g>
              ))}
              {shown ? <circle className={styles.now} cx={shown.x} cy={shown.y} r={5.5} /> : null}
              <text className={styles.last} x={inner + 8} y={end.y + 4}>
                {axisValue(end.value, step, locale)}
              </text>
            </svg>
            {points.map((point, index) => (
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a point of a drawing
              <span key={point.key} id={`${id}-${index}`} className="visually-hidden" role="option" aria-selected={index === active}>
                {t('prices.point', { title: point.title, note: point.note, opens })}
              </span>
            ))}
          </div>
          {shown && words ? (
            <div className={shown.x > inner / 2 ? `${styles.tip} ${styles.before}` : styles.tip} style={{ insetInlineStart: shown.x, insetBlockStart: Math.max(0, shown.y - 20) }} aria-hidden="true">
              <b>{words.title}</b>
              <span>{words.note}</span>
            </div>
          ) : null}
          <div className={instants.length === 1 ? `${axis.axis} ${styles.oneDay}` : axis.axis} style={{ width: inner }} aria-hidden="true">
            {instants.map((instant) => (
              <span key={instant}>{axisDay(instant)}</span>
            ))}
          </div>
        </>
      ) : null}
    </div>
  );
}
