/** How long a field that was asked for by a key is waited for, from the last key on: one that never comes must not keep the keys. */
const WAIT_MS = 3000;

let waiting: { readonly text: string; readonly until: number } | null = null;

/** Has what is typed from now on belong to a field that a key asked for and that is not drawn yet: its letters are no commands. */
export function expectField(): void {
  waiting = { text: '', until: Date.now() + WAIT_MS };
}

/** The field is here, or does not come. */
export function expectNoField(): void {
  waiting = null;
}

/** Whether a key, by its name, belongs to a field that is waited for. Escape ends the waiting; an arrow goes elsewhere. */
export function typeAhead(key: string): boolean {
  if (waiting === null || waiting.until < Date.now()) {
    waiting = null;
    return false;
  }
  const { text } = waiting;
  if (key === 'Escape' || (key.length > 1 && key !== 'Backspace' && key !== 'Enter')) {
    waiting = null;
    return false;
  }
  const now = key === 'Backspace' ? text.slice(0, -1) : key === 'Enter' ? `${text}\n` : text + key;
  waiting = { text: now, until: Date.now() + WAIT_MS };
  return true;
}

/** What was typed up to now for the field that is drawn. Once it has the keys it says so by `expectNoField`. */
export function typedAhead(): string {
  return waiting?.text ?? '';
}
