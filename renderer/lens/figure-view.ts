import { create } from 'zustand';
import type { ArticleId } from '../../electron/contract/model.ts';

/** Which figure of the open article is looked at, from either side: its row in the lens, or the words in the text. */
export interface FigureView {
  readonly articleId: ArticleId | null;
  /** Its sentence is washed, its number marked. */
  readonly shown: string | null;
  /** Under the pointer, or with the focus. */
  readonly hovered: string | null;
  /** Where it was pointed at; the other side comes into sight. */
  readonly from: 'text' | 'row';
  /** To be shown once its article is open and read. */
  readonly wanted: { readonly articleId: ArticleId; readonly figureId: string } | null;
}

export const useFigureView = create<FigureView>()(() => ({ articleId: null, shown: null, hovered: null, from: 'row', wanted: null }));

/** Begins anew with another article. */
export function lookAt(articleId: ArticleId): void {
  if (useFigureView.getState().articleId !== articleId) useFigureView.setState({ articleId, shown: null, hovered: null });
}

export function hoverFigure(hovered: string | null, from: FigureView['from']): void {
  const now = useFigureView.getState();
  if (now.hovered !== hovered) useFigureView.setState({ hovered, from });
}

export function chooseFigure(shown: string | null, from: FigureView['from']): void {
  useFigureView.setState({ shown, from, wanted: null });
}

/** Shows a figure of an article that is about to be opened. */
export function wantFigure(articleId: ArticleId, figureId: string): void {
  useFigureView.setState({ wanted: { articleId, figureId } });
}
