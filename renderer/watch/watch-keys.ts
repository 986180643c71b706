import type { KeyboardEvent } from 'react';
import type { Watch } from '../../electron/contract/watch.ts';
import { openDialog } from '../state/ui.ts';
import { moveWatch, removeWatch } from './watch-actions.ts';

/** What a key does to the watchlist that has the keys: Alt and an arrow moves it, F2 edits it, Delete removes it. False where it does nothing. */
export function watchKey(event: KeyboardEvent<HTMLElement>, watch: Watch): boolean {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return false;
  const acts: Record<string, () => void> = event.altKey
    ? { ArrowUp: () => void moveWatch(watch, watch.position - 1), ArrowDown: () => void moveWatch(watch, watch.position + 1) }
    : { F2: () => openDialog({ kind: 'watch', watchId: watch.id }), Delete: () => void removeWatch(watch) };
  const act = acts[event.key];
  if (!act) return false;
  event.preventDefault();
  event.stopPropagation();
  act();
  return true;
}
