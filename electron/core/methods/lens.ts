import { ReaderError } from '../../contract/errors.ts';
import type { LensApi } from '../../contract/lens-api.ts';
import type { MethodParts } from './method-parts.ts';

/** Figures, prices, dates and notices of stored articles. */
export function lensMethods(_parts: MethodParts): LensApi {
  const notYet = async (): Promise<never> => {
    throw new ReaderError('internal', 'figures are not stored yet');
  };
  return {
    articleFigures: notYet, listFigures: notYet, figureChoices: notYet, exportFigures: notYet, listPriceProducts: notYet, priceSeries: notYet, listDates: notYet, exportDates: notYet, noticeLinks: notYet,
    entityFigures: notYet, figureDifferences: notYet, fixFigure: notYet, dropFigure: notYet, addFigure: notYet, undoCorrection: notYet, lensProgress: notYet, lensChanges: notYet,
  };
}
