import { useId } from 'react';
import { showFailure } from '../state/show-failure.ts';
import { showToast } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { IconButton } from './icon-button.tsx';
import styles from './path-line.module.css';

/** A path that can be selected, and copied with a button. */
export function PathLine({ label, path }: { readonly label: string; readonly path: string }) {
  const { t } = useWords();
  const id = useId();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(path);
      showToast({ text: t('settings.pathCopied') });
    } catch (error) {
      showFailure(error);
    }
  };
  return (
    <div className={styles.block}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.line}>
        <input id={id} className={styles.path} value={path} readOnly spellCheck={false} />
        <IconButton icon="copy" label={t('settings.copyPath')} onClick={() => void copy()} />
      </div>
    </div>
  );
}
