import type { KeyboardEvent } from 'react';

export interface Rows {
  /** Of all rows, in their order. */
  readonly keys: readonly string[];
  /** The row that the keys are at. */
  readonly at: string | null;
  /** The attribute that holds a row's key on its element. */
  readonly attribute: `data-${string}`;
}

/** The keys of a list of buttons: arrows or J and K step, Home and End go to its ends, and the focus goes along. Answers with the key of the row that it came to, null where it went nowhere. */
export function stepRows(event: KeyboardEvent<HTMLElement>, { keys, at, attribute }: Rows): string | null {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  const index = at === null ? -1 : keys.indexOf(at);
  const aims: Record<string, number> = { ArrowDown: index + 1, j: index + 1, ArrowUp: index - 1, k: index - 1, Home: 0, End: keys.length - 1 };
  const aim = aims[event.key];
  if (aim === undefined) return null;
  event.preventDefault();
  event.stopPropagation();
  const key = keys[aim];
  if (key === undefined) return null;
  event.currentTarget.querySelector<HTMLElement>(`[${attribute}="${CSS.escape(key)}"]`)?.focus();
  return key;
}
