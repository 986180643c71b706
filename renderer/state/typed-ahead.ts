import { useBookmarksView } from './bookmarks-view.ts';
import { useUi } from './ui.ts';

/** How long a field that was asked for by a key is waited for, from the last key on: one that never comes must not keep the keys. */
const WAIT_MS = 3000;

let waiting: { readonly text: string; readonly until: number; readonly of: string } | null = null;

/** What the field would write about. */
function about(): string {
  return `${useUi.getState().articleId} ${useBookmarksView.getState().chosen}`;
}

/**
 * Has what is typed from now on belong to a field that a key asked for and that is not drawn yet: its letters are no commands.
 * `selector` finds one that stands there already: that is given the keys.
 */
export function expectField(selector?: string): void {
  const field = selector === undefined ? null : document.querySelector<HTMLElement>(selector);
  field?.focus();
  waiting = field ? null : { text: '', until: Date.now() + WAIT_MS, of: about() };
}

/** The field is here, or does not come. */
export function expectNoField(): void {
  waiting = null;
}

/** Whether a key, by its name, belongs to a field that is waited for. Escape ends the waiting, as another article does; an arrow goes elsewhere. */
export function typeAhead(key: string): boolean {
  if (waiting === null || waiting.until < Date.now() || waiting.of !== about()) {
    waiting = null;
    return false;
  }
  const { text, of } = waiting;
  if (key === 'Escape' || (key.length > 1 && key !== 'Backspace' && key !== 'Enter')) {
    waiting = null;
    return false;
  }
  const now = key === 'Backspace' ? text.slice(0, -1) : key === 'Enter' ? `${text}\n` : text + key;
  waiting = { text: now, until: Date.now() + WAIT_MS, of };
  return true;
}

/** What was typed up to now for the field that is drawn. Once it has the keys it says so by `expectNoField`. */
export function typedAhead(): string {
  return waiting?.of === about() ? waiting.text : '';
}
