import type { PriceQuote, PriceSeries } from '../../electron/contract/figures.ts';
import type { NamedPoint } from '../chart/price-chart.tsx';
import { valueLine } from '../lens/figure-value.ts';
import { noonOf } from '../words/formats.ts';
import type { Words } from '../words/use-words.ts';

/** A key that names a quote among those of one chart. */
export function quoteKey({ source, figureId }: Pick<PriceQuote, 'source' | 'figureId'>): string {
  return `${source.articleId} ${figureId}`;
}

export function quoteOfKey(series: PriceSeries, key: string): PriceQuote | undefined {
  return series.days.flatMap(({ quotes }) => quotes).find((quote) => quoteKey(quote) === key);
}

/** A quote in words: 1,680,000 CNY/t. */
export function quoteText({ low, high }: { readonly low: string; readonly high: string }, unit: string, words: Words): string {
  return valueLine({ kind: 'price', low, high, unit: { normal: unit, printed: '' } }, words);
}

/** The quotes of a series as points. The line goes through the newest quote of each day, which is how the last one is told. */
export function seriesPoints({ days, unit }: PriceSeries, words: Words): NamedPoint[] {
  const { format } = words;
  return days.flatMap(({ day, quotes }) =>
    quotes.map((quote, index) => {
      // For the drawing alone: what is written is the decimal itself.
      const [low, high] = [Number(quote.low), Number(quote.high)];
      return {
        key: quoteKey(quote),
        at: noonOf(day),
        value: (low + high) / 2,
        low,
        high,
        online: index === quotes.length - 1,
        title: quoteText(quote, unit, words),
        note: words.t('prices.pointNote', { day: format.shortDay(day), source: quote.source.feedTitle }),
      };
    }),
  );
}
