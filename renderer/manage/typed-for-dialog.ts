import { closeDialog, useUi } from '../state/ui.ts';
import type { DialogRequest } from '../state/ui.ts';

let typed: { readonly text: string; readonly of: DialogRequest } | null = null;

function pressed(event: KeyboardEvent): void {
  const { dialog: of } = useUi.getState();
  if (of === null || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const { key } = event;
  const text = typed?.of === of ? typed.text : '';
  if (key === 'Escape') closeDialog();
  else if (key === 'Backspace') typed = { text: text.slice(0, -1), of };
  // The names of keys are longer than any character.
  else if (/^.$/u.test(key)) typed = { text: text + key, of };
  // What it would do in the dialog nobody has seen; on what lies behind it, it would do something else.
  else if (key !== 'Enter') return;
  event.preventDefault();
  event.stopPropagation();
}

/**
 * Has what is typed belong to the dialog that was asked for, while dialogs are on their way: what still has the focus behind it
 * would take the keys, and the first letters of a name would be lost. Escape takes the question back. Returns the way to stop.
 */
export function keepTyped(): () => void {
  document.addEventListener('keydown', pressed, { capture: true });
  return () => document.removeEventListener('keydown', pressed, { capture: true });
}

/** Puts what was typed for a dialog into its field that has the keys now, where it has one. */
export function giveTyped(): void {
  const text = typed?.of === useUi.getState().dialog ? typed?.text : '';
  typed = null;
  const field = document.activeElement;
  if (!text || !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || !field.closest('dialog')) return;
  // Null where a field holds no text: a box to check, a number.
  if (field.selectionStart === null || field.selectionEnd === null) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}
