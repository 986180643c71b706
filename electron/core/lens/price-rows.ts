import type { Figure, PriceRow } from '../../contract/lens.ts';
import { columnHead } from './table-lines.ts';

const DAY = /^\d{4}-\d\d-\d\d$/;

/** The day that a price is of: one named in its sentence, else the first that title or text names as theirs, else publication. */
function asOf(price: Figure, days: readonly Figure[], publishedAt: number | null): string | null {
  const here = days.filter(({ sentence }) => sentence.field === price.sentence.field && sentence.start === price.sentence.start);
  const named = here.findLast(({ place }) => place.end <= price.place.start) ?? here[0] ?? days.find(({ role }) => role === 'as-of') ?? days.find(({ place }) => place.field === 'title' || place.start < 200);
  if (named) return named.low;
  // The day in China, where most of these lists are of.
  return publishedAt === null ? null : new Date(publishedAt + 8 * 60 * 60_000).toISOString().slice(0, 10);
}

const LOW = /^(?:low|min)|^最?低/i;
const HIGH = /^(?:high|max)|^最?高/i;
const MIDDLE = /^(?:avg|average|mean|mid)|^(?:均|平均|中间)/i;

/** A line of a daily list gives one quote in columns of its low, its high and perhaps its average. */
function joinColumns(prices: readonly Figure[], text: string): Figure[] {
  const joined: Figure[] = [];
  let whole: { readonly low: Figure; readonly line: number } | null = null;
  for (const price of prices) {
    const head = price.place.field === 'text' ? columnHead(text, price.place.start) : '';
    const line = text.lastIndexOf('\n', price.place.start - 1);
    const last = joined.at(-1);
    const isOfLast = whole !== null && whole.line === line && whole.low.subject.words === price.subject.words && whole.low.unit?.normal === price.unit?.normal;
    if (isOfLast && HIGH.test(head) && last && last === whole?.low) joined[joined.length - 1] = { ...last, high: price.high };
    else if (!(isOfLast && MIDDLE.test(head))) joined.push(price);
    if (LOW.test(head)) whole = { low: price, line };
  }
  return joined;
}

/** The quoted prices among figures, in their order; by how much one moved is none. `text` is what the figures were read in. */
export function priceRows(figures: readonly Figure[], publishedAt: number | null, text: string): PriceRow[] {
  const days = figures.filter(({ kind, low, role }) => kind === 'date' && DAY.test(low) && role !== 'effective' && role !== 'expiry' && role !== 'deadline');
  return joinColumns(figures.filter(({ kind }) => kind === 'price'), text).flatMap((figure) => {
    const { id, subject, low, high, currency, per, basis } = figure;
    if (currency === null || per === null || per === 'share' || subject.words === '') return [];
    return [{ figureId: id, product: subject, low, high, currency, per, basis, asOf: asOf(figure, days, publishedAt) }];
  });
}
