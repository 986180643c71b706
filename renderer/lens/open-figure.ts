import type { ArticleId } from '../../electron/contract/model.ts';
import { showArticle } from '../alerts/alert-actions.ts';
import { openArticle } from '../state/navigate.ts';
import { findRow, useListing } from '../state/listing.ts';
import { showFailure } from '../state/show-failure.ts';
import { useUi } from '../state/ui.ts';
import { chooseFigure, useFigureView, wantFigure } from './figure-view.ts';
import { showFigure } from './show-figure.ts';

/** Opens an article where a figure of it stands, whichever screen asks: in the list that is open where it holds the article, else among all. */
export function openFigure(articleId: ArticleId, figureId: string): void {
  const { page, articleId: open } = useUi.getState();
  if (page === null && open === articleId && useFigureView.getState().articleId === articleId) {
    showFigure(figureId, 'row');
    return;
  }
  chooseFigure(null, 'row');
  wantFigure(articleId, figureId);
  if (page === null && findRow(useListing.getState(), articleId)) openArticle(articleId, true);
  else showArticle(articleId, null).catch(showFailure);
}
