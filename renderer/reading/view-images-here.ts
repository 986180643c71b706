import { showToast } from '../state/ui.ts';
import { wordsNow } from '../words/use-words.ts';
import { viewImages } from './viewer-state.ts';

/** Opens the images of the open article, or says that it has none. */
export function viewImagesHere(): void {
  if (!viewImages()) showToast({ text: () => wordsNow().t('viewer.none') });
}
