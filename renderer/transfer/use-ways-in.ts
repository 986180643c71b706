import { useEffect } from 'react';
import { commandOfKey, runCommand } from '../state/run-command.ts';
import { openDialog, useUi } from '../state/ui.ts';
import { linkIn } from '../saving/save-request.ts';
import { takeFiles } from './take-files.ts';

const FIELD = 'input, textarea, select, [contenteditable="true"], [role="menu"], dialog';

function isFree(event: Event): boolean {
  return useUi.getState().dialog === null && !(event.target instanceof Element && event.target.closest(FIELD));
}

/** The keys of the application menu's commands, and a link or file pasted where no field has the keys, open the dialog for it. */
export function useWaysIn(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const command = commandOfKey(event);
      if (command === null) return;
      // Else the browser saves the app's own page, or opens a file in its place.
      event.preventDefault();
      runCommand(command);
    };
    const pasted = (event: ClipboardEvent) => {
      if (!isFree(event) || !event.clipboardData) return;
      const files = [...event.clipboardData.files];
      const url = linkIn(event.clipboardData.getData('text/plain'));
      if (files.length > 0) takeFiles(files);
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
