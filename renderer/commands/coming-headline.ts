import { isListHere } from '../state/list-here.ts';

/** A headline that a key goes to in a list that is not here yet. */
let coming: Promise<unknown> | null = null;

/** Goes to a headline of the list. */
export function goToHeadline(move: () => Promise<unknown>): void {
  if (isListHere()) {
    void move();
    return;
  }
  const now = move().finally(() => {
    if (coming === now) coming = null;
  });
  coming = now;
}

/** Does to the headline that is gone to what was asked for before it was here, once it is. False where none is on its way. */
export function onceHere(act: () => void): boolean {
  if (coming === null) return false;
  void coming.then(act);
  return true;
}
