import { useId, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { IconButton } from './icon-button.tsx';
import styles from './path-line.module.css';

/** A path that can be selected, and copied with a button. */
export function PathLine({ label, path }: { readonly label: string; readonly path: string }) {
  const { t } = useWords();
  const id = useId();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(path);
      setCopied(true);
    } catch {
      // The clipboard is not given: the path stands selected, ready for the keys.
      document.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`)?.select();
    }
  };
  return (
    <div className={styles.block}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.line}>
        <input id={id} className={styles.path} value={path} readOnly spellCheck={false} />
        <IconButton icon={isCopied ? 'check' : 'copy'} label={t(isCopied ? 'settings.pathCopied' : 'settings.copyPath')} onClick={() => void copy()} />
      </div>
    </div>
  );
}
