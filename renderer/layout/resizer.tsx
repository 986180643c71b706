import { useRef } from 'react';
import type { PointerEvent } from 'react';
import styles from './resizer.module.css';

const STEP = 16;

export interface ResizerProps {
  readonly label: string;
  /** Pixels. */
  readonly width: number;
  readonly min: number;
  readonly max: number;
  /** Shows a width while dragging; nothing is stored yet. */
  readonly onShow: (width: number) => void;
  /** Stores a width, or null for the design's own. */
  readonly onSave: (width: number | null) => void;
}

/** The hairline at a pane's end: 8 px to drag, a double click goes back to the design's width, arrows move it. */
export function Resizer({ label, width, min, max, onShow, onSave }: ResizerProps) {
  const startRef = useRef({ x: 0, width: 0, now: 0 });
  const clamp = (value: number) => Math.round(Math.min(Math.max(value, min), max));

  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    const pane = event.currentTarget.parentElement;
    const shown = pane ? pane.getBoundingClientRect().width : width;
    startRef.current = { x: event.clientX, width: shown, now: shown };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const direction = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
    startRef.current.now = clamp(startRef.current.width + direction * (event.clientX - startRef.current.x));
    onShow(startRef.current.now);
  };
  const up = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    event.currentTarget.releasePointerCapture(event.pointerId);
    if (startRef.current.now !== startRef.current.width) onSave(startRef.current.now);
  };
  return (
    <div
      className={styles.resizer}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-tabindex -- a splitter: it is dragged and takes keys
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(width)}
      aria-valuemin={min}
      aria-valuemax={max}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
        if (step === undefined || event.altKey) return;
        event.preventDefault();
        event.stopPropagation();
        onSave(clamp(width + (getComputedStyle(event.currentTarget).direction === 'rtl' ? -step : step)));
      }}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onDoubleClick={() => {
        onSave(null);
      }}
    />
  );
}
