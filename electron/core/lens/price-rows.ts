import type { Figure, PriceRow } from '../../contract/lens.ts';

const DAY = /^\d{4}-\d\d-\d\d$/;

/** The day that a price is of: one named in its sentence, else the first that title or text names as theirs, else publication. */
function asOf(price: Figure, days: readonly Figure[], publishedAt: number | null): string | null {
  const here = days.filter(({ sentence }) => sentence.field === price.sentence.field && sentence.start === price.sentence.start);
  const named = here.findLast(({ place }) => place.end <= price.place.start) ?? here[0] ?? days.find(({ role }) => role === 'as-of') ?? days.find(({ place }) => place.field === 'title' || place.start < 200);
  if (named) return named.low;
  // The day in China, where most of these lists are of.
  return publishedAt === null ? null : new Date(publishedAt + 8 * 60 * 60_000).toISOString().slice(0, 10);
}

/** The quoted prices among figures, in their order; by how much one moved is none. */
export function priceRows(figures: readonly Figure[], publishedAt: number | null): PriceRow[] {
  const days = figures.filter(({ kind, low, role }) => kind === 'date' && DAY.test(low) && role !== 'effective' && role !== 'expiry' && role !== 'deadline');
  return figures.flatMap((figure) => {
    const { id, kind, subject, low, high, currency, per, basis } = figure;
    if (kind !== 'price' || currency === null || per === null || per === 'share' || subject.words === '') return [];
    return [{ figureId: id, product: subject, low, high, currency, per, basis, asOf: asOf(figure, days, publishedAt) }];
  });
}
