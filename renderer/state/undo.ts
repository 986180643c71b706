import { showFailure } from './show-failure.ts';
import { dropDone, showToast, useUi } from './ui.ts';
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
  try {
    await done.undo();
    say(() => wordsNow().t('list.undone', { what: done.said() }));
  } catch (error) {
    showFailure(error);
  }
}
