import { showFailure } from './show-failure.ts';
import { dropDone, noteDone, showToast } from './ui.ts';
import type { Said, Undo } from './ui.ts';

/** What was done: in which words to say it, and how to take it back. */
export interface Outcome {
  readonly said: Said;
  readonly undo: Undo;
}

/**
 * Does something, and says what came of it. Z takes it back from its beginning on, however long the engine is about it: it would
 * else take back what was done before. `work` answers with null where nothing was done, and says so itself. `takeBack` may show
 * something as soon as Z is pressed. False where it failed.
 */
export async function doing(work: () => Promise<Outcome | null>, takeBack: (back: () => Promise<void | 'nothing'>) => Promise<void | 'nothing'> = (back) => back()): Promise<boolean> {
  let outcome: Outcome | null = null;
  let isTaken = false;
  const asked = work();
  const done = noteDone(
    () => outcome?.said() ?? '',
    () => {
      isTaken = true;
      return takeBack(async () => {
        // What failed is said where it was asked for.
        const was = await asked.catch(() => null);
        return was === null ? 'nothing' : was.undo();
      });
    },
  );
  try {
    outcome = await asked;
    if (outcome === null) dropDone(done);
    else if (!isTaken) showToast({ text: outcome.said, done });
    return true;
  } catch (error) {
    dropDone(done);
    showFailure(error);
    return false;
  }
}
