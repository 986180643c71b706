import { useEffect } from 'react';
import { openDialog, useUi } from '../state/ui.ts';
import { isPageFile, linkIn, saveFileAsPage } from './save-request.ts';

const FIELD = 'input, textarea, select, [contenteditable="true"], [role="menu"], dialog';

function isFree(event: Event): boolean {
  return useUi.getState().dialog === null && !(event.target instanceof Element && event.target.closest(FIELD));
}

/** Ctrl+S or Cmd+S, and a link or file pasted where no field has the keys, open the dialog that saves a page. */
export function useSaveWays(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const isSave = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 's';
      if (!isSave) return;
      // Else the browser saves the app's own page.
      event.preventDefault();
      if (useUi.getState().dialog === null) openDialog({ kind: 'save' });
    };
    const pasted = (event: ClipboardEvent) => {
      if (!isFree(event) || !event.clipboardData) return;
      const file = event.clipboardData.files[0];
      const url = linkIn(event.clipboardData.getData('text/plain'));
      if (file && isPageFile(file)) saveFileAsPage(file);
      else if (url !== null) openDialog({ kind: 'save', url });
    };
    document.addEventListener('keydown', pressed);
    document.addEventListener('paste', pasted);
    return () => {
      document.removeEventListener('keydown', pressed);
      document.removeEventListener('paste', pasted);
    };
  }, []);
}
