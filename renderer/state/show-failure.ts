import { asReaderError } from '../client/as-reader-error.ts';
import { errorWords } from '../words/error-words.ts';
import { wordsNow } from '../words/use-words.ts';
import { showToast } from './ui.ts';

/** Says in a toast, and aloud at once, why an action failed and what to do. */
export function showFailure(error: unknown): void {
  const failure = asReaderError(error);
  showToast({
    failed: true,
    text: () => {
      const words = wordsNow();
      const { cause, next } = errorWords(failure, words);
      return [cause, next].join(words.t('row.joiner'));
    },
  });
}
