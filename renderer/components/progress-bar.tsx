import styles from './progress-bar.module.css';

export interface ProgressBarProps {
  readonly label: string;
  /** Done of `max`; null while nobody knows how much there is. */
  readonly value: number | null;
  readonly max?: number;
  /** Grey: it stopped, and will go on. */
  readonly stopped?: boolean;
}

/** A line of 2 px that fills. */
export function ProgressBar({ label, value, max = 1, stopped }: ProgressBarProps) {
  const share = value === null || max <= 0 ? 0 : Math.min(1, Math.max(0, value / max));
  const bar = [styles.bar, stopped ? styles.stopped : '', value === null ? styles.open : ''].filter(Boolean).join(' ');
  return (
    // A native one takes no drawing of its own while its share is unknown.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div className={bar} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={max} aria-valuenow={value ?? undefined}>
      <div className={styles.done} style={value === null ? undefined : { width: `${share * 100}%` }} />
    </div>
  );
}
