import type { ArticleId } from '../../electron/contract/model.ts';
import { quoteOf, selectedRange } from '../evidence/selection.ts';
import { openDialog, showToast } from '../state/ui.ts';
import { wordsNow } from '../words/use-words.ts';

/** Asks what the selected words say in figures. */
export function addFigureHere(articleId: ArticleId): void {
  const range = selectedRange();
  const quote = range && quoteOf(range);
  if (!quote || quote.quote.length > 200) {
    showToast({ text: () => wordsNow().t(quote ? 'lens.tooLong' : 'lens.nothingSelected') });
    return;
  }
  openDialog({ kind: 'figure', articleId, quote });
}
