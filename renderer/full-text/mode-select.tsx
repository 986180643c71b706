import type { Feed } from '../../electron/contract/model.ts';
import { Select } from '../components/select.tsx';
import { useWords } from '../words/use-words.ts';
import { modeOptions, setMode } from './full-text-mode.ts';
import styles from './full-text.module.css';

/** How the articles of a source are read. */
export function ModeSelect({ feed }: { readonly feed: Feed }) {
  const words = useWords();
  return <Select label={words.t('fullText.mode')} className={styles.mode} value={feed.fullText} options={modeOptions(words)} onChange={(mode) => void setMode(feed, mode)} />;
}
