import type { PriceSeries } from '../../electron/contract/figures.ts';
import { numberText } from '../lens/number-text.ts';
import { unitText } from '../lens/unit-text.ts';
import { dayText } from '../lens/day-text.ts';
import type { Words } from '../words/use-words.ts';
import { productName } from './product-name.ts';

/** One sentence of a chart: what, from when to when, between which values, and which way it went. */
export function seriesSummary({ product, days, unit }: PriceSeries, words: Words): string {
  const { t, format } = words;
  const quotes = days.flatMap((day) => day.quotes);
  const byValue = quotes.toSorted((one, other) => Number(one.low) - Number(other.low));
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return '';
  const [from, to] = [Number(first.quotes.at(-1)?.low), Number(last.quotes.at(-1)?.low)];
  return t('prices.summary', {
    name: productName(product, words),
    count: quotes.length,
    first: dayText(first.day, format.locale),
    last: dayText(last.day, format.locale),
    least: numberText(byValue[0]?.low ?? '0', format.locale),
    most: numberText(quotes.toSorted((one, other) => Number(other.high) - Number(one.high))[0]?.high ?? '0', format.locale),
    unit: unitText(unit, '2', words),
    trend: t(to > from ? 'prices.rose' : to < from ? 'prices.fell' : 'prices.same'),
  });
}
