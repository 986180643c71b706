import type { Kept } from '../../electron/contract/model.ts';
import { Icon } from '../components/icon.tsx';
import type { IconName } from '../components/icon.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './kept-mark.module.css';

/** One tray, told apart by what lies in it: all of it, lines of text, nothing. */
const MARKS = { full: 'tray', text: 'tray-text', headline: 'tray-empty' } as const satisfies Record<Kept, IconName>;
const WORDS = { full: 'offline.kept', text: 'fullText.textOnly', headline: 'offline.headlineOnly' } as const satisfies Record<Kept, string>;

export interface KeptMarkProps {
  readonly kept: Kept;
  readonly className?: string | undefined;
}

/** How much of an article is on this device, as a mark of a row with a tooltip: text and images, text only, summary only. The row's name says the same. */
export function KeptMark({ kept, className }: KeptMarkProps) {
  const { t } = useWords();
  return (
    <span className={className ? `${styles.mark} ${className}` : styles.mark} title={t(WORDS[kept])} data-kept={kept} aria-hidden="true">
      <Icon name={MARKS[kept]} size={12} />
    </span>
  );
}
