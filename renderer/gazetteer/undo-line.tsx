import { useEffect, useRef } from 'react';
import { Button } from '../components/button.tsx';
import { undo } from '../state/undo.ts';
import { useUi } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import styles from './gazetteer.module.css';

const FIELD = 'input, textarea, select, [contenteditable]';

/** What was changed last, and the way back, at the foot of the names: the keys of the window rest in a dialog, and its toast lies behind it. */
export function UndoLine() {
  const { t } = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const done = useUi((state) => state.toast?.done ?? null);
  useEffect(() => {
    const dialog = ref.current?.closest('dialog');
    if (!dialog) return undefined;
    const pressed = (event: KeyboardEvent): void => {
      const isKey = event.key.toLowerCase() === 'z' && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
      if (!isKey || (event.target instanceof Element && event.target.closest(FIELD))) return;
      event.preventDefault();
      void undo();
    };
    dialog.addEventListener('keydown', pressed);
    return () => dialog.removeEventListener('keydown', pressed);
  }, []);
  return (
    <div ref={ref} className={styles.undo}>
      {done ? (
        <>
          <span>{done.said()}</span>
          <Button kind="quiet" onClick={() => void undo(done)}>
            {t('common.undo')}
          </Button>
        </>
      ) : null}
    </div>
  );
}
