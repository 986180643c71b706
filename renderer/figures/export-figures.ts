import type { FigureFilter } from '../../electron/contract/figures.ts';
import { takeOut } from '../client/exchange.ts';
import { call } from '../client/transport.ts';
import { showFailure } from '../state/show-failure.ts';
import { showToast } from '../state/ui.ts';
import { wordsNow } from '../words/use-words.ts';

/** Hands the figures that `filter` leaves to the person as a table. What fails is told. */
export async function exportFigures(filter: FigureFilter): Promise<void> {
  try {
    const file = await call('exportFigures', { format: 'csv', filter });
    takeOut(file);
    showToast({ text: () => wordsNow().t('figures.exported', { count: file.figures }) });
  } catch (error) {
    showFailure(error);
  }
}
