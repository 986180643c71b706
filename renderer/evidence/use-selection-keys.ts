import { useEffect } from 'react';
import { clearSelection, selectedRange, stepSentence } from './selection.ts';

/** While a passage is selected: Esc lets it go, left and right go to other sentences; with Shift the browser changes it. */
export function useSelectionKeys(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return;
      if (target?.closest('input, textarea, select, dialog, [role="menu"], [role="dialog"]')) return;
      if (!['Escape', 'ArrowLeft', 'ArrowRight'].includes(event.key) || !selectedRange()) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') clearSelection();
      else stepSentence(event.key === 'ArrowRight' ? 1 : -1);
    };
    document.addEventListener('keydown', pressed, true);
    return () => document.removeEventListener('keydown', pressed, true);
  }, []);
}
