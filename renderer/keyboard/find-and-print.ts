import { selectedWords } from '../reading/selected-words.ts';
import { openFind } from '../reading/find-view.ts';
import { useUi } from '../state/ui.ts';

const isMac = /^mac/iu.test(typeof navigator === 'undefined' ? '' : navigator.platform);

/** Ctrl+F and Ctrl+P, on macOS with Cmd, over an open article: find in it, print it. False where the key is none of them. */
export function findOrPrint(event: KeyboardEvent): boolean {
  const { dialog, page, articleId } = useUi.getState();
  const held = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (!held || event.altKey || event.shiftKey || event.isComposing || dialog !== null || page !== null || articleId === null) return false;
  const key = event.key.toLowerCase();
  if (key === 'f') openFind(selectedWords());
  else if (key === 'p') print();
  else return false;
  return true;
}
