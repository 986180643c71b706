import { Icon } from '../components/icon.tsx';
import type { IconName } from '../components/icon.tsx';
import { useShownKeys } from '../keyboard/use-shown-keys.ts';
import { useWords } from '../words/use-words.ts';
import styles from './row-actions.module.css';

export interface RowActionProps {
  readonly icon: IconName;
  readonly label: string;
  readonly keys: string;
  readonly mine?: boolean;
  readonly onAct: () => void;
}

/**
 * A 24 px target that a row shows under the pointer. It is no button: an option may hold none, and keys and the row's
 * menu do the same.
 */
export function RowAction({ icon, label, keys: usual, mine, onAct }: RowActionProps) {
  const { t } = useWords();
  const keys = useShownKeys(usual);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- for the pointer only
    <span
      className={mine ? `${styles.action} ${styles.mine}` : styles.action}
      title={keys ? t('common.withKeys', { label, keys }) : label}
      onClick={(event) => {
        event.stopPropagation();
        onAct();
      }}
    >
      <Icon name={icon} size={14} />
    </span>
  );
}
