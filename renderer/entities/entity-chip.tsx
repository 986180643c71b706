import { Icon } from '../components/icon.tsx';
import type { IconName } from '../components/icon.tsx';
import styles from './entities.module.css';

export interface EntityChipProps {
  readonly icon: IconName;
  readonly label: string;
  /** Says what it is as well. */
  readonly name: string;
  readonly lang: string;
  readonly mine?: boolean;
  /** Left out: it leads nowhere. */
  readonly onOpen?: (() => void) | undefined;
}

/** A company or a place, 22 px high. */
export function EntityChip({ icon, label, name, lang, mine = false, onOpen }: EntityChipProps) {
  const className = mine ? `${styles.chip} ${styles.mine}` : styles.chip;
  const content = (
    <>
      <Icon name={icon} size={12} />
      <span className={styles.label} dir="auto" lang={lang}>
        {label}
      </span>
    </>
  );
  return onOpen ? (
    <button type="button" className={className} title={name} aria-label={name} onClick={onOpen}>
      {content}
    </button>
  ) : (
    <span className={className} title={name}>
      {content}
    </span>
  );
}
