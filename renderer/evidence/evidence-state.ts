import { create } from 'zustand';
import type { CopyId, HighlightId, TextQuote } from '../../electron/contract/bookmark.ts';
import type { ArticleId } from '../../electron/contract/model.ts';
import { focusPane } from '../state/navigate.ts';
import { useUi } from '../state/ui.ts';

/** What of an article's evidence is being written. */
export type Editing = { readonly kind: 'tags' | 'note' } | { readonly kind: 'highlight'; readonly id: HighlightId };

/** What stands in place of the text as it is now. */
export type ShownCopy = { readonly kind: 'copy'; readonly id: CopyId } | { readonly kind: 'difference'; readonly from: CopyId; readonly to: CopyId };

export interface EvidenceState {
  /** What the rest belongs to; another article begins anew. */
  readonly articleId: ArticleId | null;
  readonly editing: Editing | null;
  /** What is selected in its text. */
  readonly selected: TextQuote | null;
  readonly shown: ShownCopy | null;
}

export const NO_EVIDENCE: EvidenceState = { articleId: null, editing: null, selected: null, shown: null };

export const useEvidenceState = create<EvidenceState>()(() => NO_EVIDENCE);

/** Opens or closes what is written about an article. What ends late closes nothing that is written about another one. */
export function edit(articleId: ArticleId, editing: Editing | null): void {
  if (editing === null && useEvidenceState.getState().articleId !== articleId) return;
  useEvidenceState.setState({ articleId, editing });
}

/** Closes what was written about an article. Its pane has the keys again, unless another article is read by now. */
export function endEditing(articleId: ArticleId): void {
  edit(articleId, null);
  if (useUi.getState().articleId === articleId) focusPane('article');
}

export function showCopy(articleId: ArticleId, shown: ShownCopy | null): void {
  useEvidenceState.setState({ articleId, shown, selected: null });
}

/** The state of an article; nothing of another one's. */
export function useEvidenceOf(articleId: ArticleId): EvidenceState {
  return useEvidenceState((state) => (state.articleId === articleId ? state : NO_EVIDENCE));
}
