import { onEvent } from '../client/transport.ts';
import { showFailure } from './show-failure.ts';
import { dropDone, forgetDone, showToast, useUi } from './ui.ts';
import type { Done, Said } from './ui.ts';
import { wordsNow } from '../words/use-words.ts';

function say(text: Said): void {
  showToast({ text });
}

/** Takes back an action, by default the latest, and says which; says so too where that cannot be done. */
export async function undo(done: Done | undefined = useUi.getState().doneStack.at(-1)): Promise<void> {
  if (!done) {
    say(() => wordsNow().t('list.nothingToUndo'));
    return;
  }
  if (!done.undo) {
    say(() => wordsNow().t('list.cannotUndo', { what: done.said() }));
    return;
  }
  dropDone(done);
  last = takeBack(done, last);
  await last;
}

/** What is being taken back. What is asked for behind it waits: it would come before it, where the engine is slow. */
let last: Promise<void> = Promise.resolve();

async function takeBack({ said, undo: back }: Done, before: Promise<void>): Promise<void> {
  await before;
  try {
    if ((await back?.()) !== 'nothing') say(() => wordsNow().t('list.undone', { what: said() }));
  } catch (error) {
    showFailure(error);
  }
}

/** What was done to a library is not undone in the one that took its place, whichever window put it there. Returns the way to stop. */
export function forgetWithLibrary(): () => void {
  return onEvent(({ kind }) => {
    if (kind === 'library') forgetDone();
  });
}
