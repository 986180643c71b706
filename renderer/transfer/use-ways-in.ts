import { useEffect } from 'react';
import { openDialog, useUi } from '../state/ui.ts';
import { linkIn } from '../saving/save-request.ts';
import { takeFiles } from './take-files.ts';

const FIELD = 'input, textarea, select, [contenteditable="true"], [role="menu"], dialog';

function isFree(event: Event): boolean {
  return useUi.getState().dialog === null && !(event.target instanceof Element && event.target.closest(FIELD));
}

/** A link or file that is pasted where no field has the keys opens the dialog for it. */
export function useWaysIn(): void {
  useEffect(() => {
    const pasted = (event: ClipboardEvent) => {
      if (!isFree(event) || !event.clipboardData) return;
      const files = [...event.clipboardData.files];
      const url = linkIn(event.clipboardData.getData('text/plain'));
      if (files.length > 0) takeFiles(files);
      else if (url !== null) openDialog({ kind: 'save', url });
    };
    document.addEventListener('paste', pasted);
    return () => {
      document.removeEventListener('paste', pasted);
    };
  }, []);
}
