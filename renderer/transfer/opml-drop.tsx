import { useEffect, useState } from 'react';
import { useUi } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { importDropped } from './dropped-file.ts';
import styles from './opml-drop.module.css';

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Takes OPML files that are dropped on the window. Place it once, anywhere in the window. */
export function OpmlDrop() {
  const { t } = useWords();
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      // Without this the browser opens the file in place of the app.
      event.preventDefault();
      const { dialog } = useUi.getState();
      const isFree = dialog === null;
      if (event.dataTransfer) event.dataTransfer.dropEffect = isFree ? 'copy' : 'none';
      setOver(isFree);
    };
    const left = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!carriesFiles(event)) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file && useUi.getState().dialog === null) importDropped(file);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', left);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', left);
      window.removeEventListener('drop', drop);
    };
  }, []);

  return isOver ? (
    <div className={styles.over} aria-hidden="true">
      <p className={styles.words}>{t('transfer.dropHere')}</p>
    </div>
  ) : null;
}
