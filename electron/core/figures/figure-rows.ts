import type { EntityId } from '../../contract/gazetteer.ts';
import type { PriceBasis, PriceRow } from '../../contract/lens.ts';
import { dayNumber } from './day-number.ts';
import { CORRECTED, isUnsure, UNSURE, type FigureIndexRow, type StoredFigures } from './stored-figure.ts';

const PLACES: Readonly<Record<string, string>> = { 中国: 'china', 鹿特丹: 'rotterdam', 欧洲: 'europe', 日本: 'japan' };

/** Names a basis; quotes of one key may share a chart. '' where nothing is told. */
export function basisKeyOf(basis: PriceBasis | null): string {
  if (basis === null) return '';
  const place = basis.place?.trim().toLowerCase() ?? '';
  const key = [basis.terms ?? '', PLACES[place] ?? place, basis.vat ?? ''].join('|');
  return key === '||' ? '' : key;
}

/** Names what a price is of: the product that its words name, else an element or metal, else the words. */
export function productOf({ product: { words, entityIds } }: Pick<PriceRow, 'product'>): string {
  const entity = entityIds.find((id) => id.startsWith('product:')) ?? entityIds.find((id) => id.startsWith('metal:') || id.startsWith('element:'));
  return entity ?? `words:${words.toLowerCase().slice(0, 300)}`;
}

/** What questions ask of figures. `partsOf` gives the elements that a product is of. */
export function figureRows({ figures, prices }: StoredFigures, partsOf: (id: EntityId) => readonly EntityId[]): FigureIndexRow[] {
  const quotes = new Map(prices.map((price) => [price.figureId, price]));
  return figures.map((figure) => {
    const { id, kind, unit, span, role, correction, subject } = figure;
    const quote = quotes.get(id);
    // A quote may have its high in another column.
    const { low, high } = quote ?? figure;
    return {
      kind, unit: unit?.normal ?? null, low, high: high === low ? null : high, from: dayNumber(span?.from ?? null), to: dayNumber(span?.to ?? null), role,
      flags: (isUnsure(figure) ? UNSURE : 0) + (correction ? CORRECTED : 0),
      day: dayNumber(kind === 'date' ? low : (quote?.asOf ?? null)),
      name: kind === 'notice' ? low : quote ? productOf(quote) : null,
      basis: quote ? basisKeyOf(quote.basis) : null,
      entityIds: [...new Set(subject.entityIds.flatMap((entityId) => [entityId, ...partsOf(entityId)]))],
    };
  });
}
