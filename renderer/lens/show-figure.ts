import { articleLensNow } from '../client/lens-queries.ts';
import { settingsNow } from '../client/queries.ts';
import { isLensShown, toggleLens } from '../layout/lens-place.ts';
import { announce, useUi } from '../state/ui.ts';
import { wordsNow } from '../words/use-words.ts';
import { figureOnPage, scrollToFigure } from './figure-lights.ts';
import { chooseFigure } from './figure-view.ts';
import type { FigureView } from './figure-view.ts';

/** Lights a figure of the open article on both sides: its sentence comes into sight, or its row does, and the sentence is said. */
export function showFigure(figureId: string, from: FigureView['from']): void {
  const { articleId } = useUi.getState();
  const figure = articleId === null ? undefined : articleLensNow(articleId)?.figures.find(({ id }) => id === figureId);
  if (!figure) return;
  if (!isLensShown(useUi.getState(), settingsNow()) && (useUi.getState().layout !== 'narrow' || from === 'text')) toggleLens();
  chooseFigure(figureId, from);
  scrollToFigure(figureId);
  const { t } = wordsNow();
  const place = figureOnPage(figureId);
  const sentence = figure.sentenceQuote.quote;
  announce(place && !place.moved ? t('lens.shows', { sentence }) : t('lens.textChanged'));
}

/** Shows the figure whose row is the nth of the lens, from 1. False where there is none. */
export function showNthFigure(nth: number): boolean {
  const { articleId } = useUi.getState();
  const figure = articleId === null ? undefined : articleLensNow(articleId)?.figures.filter(({ unsure }) => !unsure)[nth - 1];
  if (!figure) return false;
  showFigure(figure.id, 'row');
  return true;
}
