import type { TextQuote } from '../../electron/contract/bookmark.ts';
import type { CorrectionId, FigureFix, PlacedFigure } from '../../electron/contract/figures.ts';
import type { FigureKind } from '../../electron/contract/lens.ts';
import type { ArticleId } from '../../electron/contract/model.ts';
import { lensChanged } from '../client/lens-queries.ts';
import { call } from '../client/transport.ts';
import { doing } from '../state/doing.ts';
import { showFailure } from '../state/show-failure.ts';
import { showToast } from '../state/ui.ts';
import type { Said } from '../state/ui.ts';
import { wordsNow } from '../words/use-words.ts';

async function takeBack(correctionId: CorrectionId): Promise<void> {
  await call('undoCorrection', { correctionId });
  await lensChanged();
}

/** Corrects, shows what came of it, and says so with the way back. Rejects with a ReaderError. */
async function correct(said: Said, ask: () => Promise<{ readonly correctionId: CorrectionId }>): Promise<void> {
  const { correctionId } = await ask();
  // Before the rows are asked for again: whoever sees the change may press Z at once.
  showToast({ text: said, undo: () => takeBack(correctionId) });
  await lensChanged();
}

/** Says what a figure is; Z takes it back. Rejects with a ReaderError, for a dialog to say. */
export async function fixFigure(articleId: ArticleId, { id, printed }: Pick<PlacedFigure, 'id' | 'printed'>, fix: FigureFix): Promise<void> {
  await correct(() => wordsNow().t('lens.fixed', { printed }), () => call('fixFigure', { articleId, figureId: id, fix }));
}

/** Makes selected words a figure; Z takes it back. Rejects with a ReaderError, for a dialog to say. */
export async function addFigure(articleId: ArticleId, quote: TextQuote, figure: FigureFix & { readonly low: string; readonly kind: FigureKind }): Promise<void> {
  await correct(() => wordsNow().t('lens.added', { printed: quote.quote }), () => call('addFigure', { articleId, field: 'text', quote, figure }));
}

/** Takes out what is no figure; Z brings it back. */
export async function dropFigure(articleId: ArticleId, { id, printed }: Pick<PlacedFigure, 'id' | 'printed'>): Promise<void> {
  await doing(async () => {
    const { correctionId } = await call('dropFigure', { articleId, figureId: id });
    return { said: () => wordsNow().t('lens.droppedOne', { printed }), undo: () => takeBack(correctionId) };
  });
  await lensChanged();
}

/** Takes a correction back, whichever it was. */
export async function restoreFigure(correctionId: CorrectionId, printed: string): Promise<void> {
  try {
    await takeBack(correctionId);
    showToast({ text: () => wordsNow().t('lens.restored', { printed }) });
  } catch (error) {
    showFailure(error);
  }
}
