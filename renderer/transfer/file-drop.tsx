import { useEffect, useState } from 'react';
import { openDialog, useUi } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { draggedLink } from '../saving/save-request.ts';
import { takeFiles } from './take-files.ts';
import styles from './file-drop.module.css';

type Carried = 'lists' | 'pages' | 'source';

const WORDS = { lists: 'carry.dropHere', pages: 'saving.dropHere', source: 'desktop.dropSource' } as const;

/** Names of files are told at the drop alone; until then their types say what they may be. */
const PAGE_TYPES = new Set(['text/html', 'application/xhtml+xml', 'text/plain', 'text/markdown', 'message/rfc822', 'multipart/related', 'application/pdf']);

function isOnSources({ target }: DragEvent): boolean {
  return target instanceof Element && target.closest('[data-pane="sidebar"]') !== null;
}

/** What a drag carries that the window takes; null where there is nothing of that kind. */
function carried(event: DragEvent): Carried | null {
  const { dataTransfer } = event;
  if (dataTransfer?.types.includes('Files')) return [...dataTransfer.items].some(({ type }) => PAGE_TYPES.has(type)) ? 'pages' : 'lists';
  if (!dataTransfer?.types.includes('text/uri-list')) return null;
  return isOnSources(event) ? 'source' : 'pages';
}

/** Opens what was dropped in the dialog for its kind; of files and a link, files are what was meant. A link on the sidebar is one to follow. */
function take(data: DataTransfer, onSources: boolean): void {
  const files = [...data.files];
  const url = draggedLink(data);
  const feed = /^feed:\S+/im.exec(data.getData('text/uri-list'))?.[0];
  if (files.length > 0) takeFiles(files);
  else if (feed !== undefined) openDialog({ kind: 'add', url: feed });
  else if (url !== null) openDialog({ kind: onSources ? 'add' : 'save', url });
}

/** Takes files and links that are dropped on the window. Place it once, anywhere in the window. */
export function FileDrop() {
  const { t } = useWords();
  const [over, setOver] = useState<Carried | null>(null);

  useEffect(() => {
    /** What is dragged from the window itself is no gift to it. */
    let isOwn = false;
    const began = () => {
      isOwn = true;
    };
    const ended = () => {
      isOwn = false;
    };
    const dragged = (event: DragEvent) => {
      const kind = isOwn ? null : carried(event);
      if (kind === null) return;
      // Without this the browser opens the file in place of the app.
      event.preventDefault();
      const { dialog } = useUi.getState();
      const isFree = dialog === null;
      if (event.dataTransfer) event.dataTransfer.dropEffect = isFree ? 'copy' : 'none';
      setOver(isFree ? kind : null);
    };
    const left = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(null);
    };
    const drop = (event: DragEvent) => {
      setOver(null);
      if (isOwn || !event.dataTransfer || carried(event) === null) return;
      event.preventDefault();
      if (useUi.getState().dialog === null) take(event.dataTransfer, isOnSources(event));
    };
    window.addEventListener('dragstart', began);
    window.addEventListener('dragend', ended);
    window.addEventListener('dragover', dragged);
    window.addEventListener('dragleave', left);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragstart', began);
      window.removeEventListener('dragend', ended);
      window.removeEventListener('dragover', dragged);
      window.removeEventListener('dragleave', left);
      window.removeEventListener('drop', drop);
    };
  }, []);

  return over ? (
    <div className={styles.over} aria-hidden="true">
      <p className={styles.words}>{t(WORDS[over])}</p>
    </div>
  ) : null;
}
