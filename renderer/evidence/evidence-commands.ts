import type { ArticleId } from '../../electron/contract/model.ts';
import { shownKeysNow } from '../keyboard/shown-keys-now.ts';
import { showFailure } from '../state/show-failure.ts';
import { expectField, expectNoField } from '../state/typed-ahead.ts';
import { announce, showToast, useUi } from '../state/ui.ts';
import { wordsNow } from '../words/use-words.ts';
import { highlight } from './evidence-actions.ts';
import { edit, useEvidenceState } from './evidence-state.ts';
import { articleText, clearSelection, quoteOf, selectFirstSentence, selectedRange } from './selection.ts';

/** What is written about an article is seen where the article is. */
function inSight(): void {
  if (useUi.getState().layout === 'narrow') useUi.setState({ pushed: true });
}

/** Opens the field for tags. */
export function tagArticle(articleId: ArticleId): void {
  inSight();
  expectField('[data-tag-field]');
  edit(articleId, { kind: 'tags' });
}

/** Marks what is selected. With nothing selected, selects the first sentence in sight, for the keys to go on from. */
export async function highlightSelection(articleId: ArticleId): Promise<void> {
  const range = selectedRange();
  const quote = range && quoteOf(range);
  if (quote) {
    clearSelection();
    await highlight(articleId, quote);
    return;
  }
  const { t } = wordsNow();
  if (useEvidenceState.getState().shown || !articleText() || !selectFirstSentence()) {
    showToast({ text: () => wordsNow().t('evidence.nothingToHighlight') });
    return;
  }
  const keys = shownKeysNow('H');
  announce(keys ? t('evidence.sentenceSelected', { keys }) : t('evidence.sentenceSelectedBare'));
}

/** Writes a note: on what is selected, else on the article. */
export async function writeNoteHere(articleId: ArticleId): Promise<void> {
  const range = selectedRange();
  const quote = range && quoteOf(range);
  if (!quote) {
    inSight();
    expectField(`[data-note-of="article-${articleId}"]`);
    edit(articleId, { kind: 'note' });
    return;
  }
  clearSelection();
  expectField();
  const made = await highlight(articleId, quote);
  // Whoever reads another article by now writes about that.
  if (made && useUi.getState().articleId === articleId) edit(articleId, { kind: 'highlight', id: made.id });
  else expectNoField();
}

/** Copies what is selected; false where nothing is. */
export function copySelection(): boolean {
  const range = selectedRange();
  const quote = range && quoteOf(range);
  if (!quote) return false;
  void copyWords(quote.quote);
  return true;
}

export async function copyWords(words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
    showToast({ text: () => wordsNow().t('common.copied') });
  } catch (error) {
    showFailure(error);
  }
}
