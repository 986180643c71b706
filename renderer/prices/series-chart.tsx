import type { PriceSeries } from '../../electron/contract/figures.ts';
import { PriceChart } from '../chart/price-chart.tsx';
import { openFigure } from '../lens/open-figure.ts';
import { useWords } from '../words/use-words.ts';
import { quoteOfKey, seriesPoints } from './series-points.ts';
import { seriesSummary } from './series-summary.ts';

export interface SeriesChartProps {
  readonly series: PriceSeries;
  /** Pixels. */
  readonly height: number;
  /** Values on the axis, about so many. */
  readonly ticks: number;
}

/** The quotes of a series as a line; each leads to where it stands in its article. */
export function SeriesChart({ series, height, ticks }: SeriesChartProps) {
  const words = useWords();
  const { t, format } = words;
  const open = (key: string) => {
    const quote = quoteOfKey(series, key);
    if (quote) openFigure(quote.source.articleId, quote.figureId);
  };
  return <PriceChart points={seriesPoints(series, words)} summary={seriesSummary(series, words)} opens={t('prices.opens')} height={height} ticks={ticks} locale={format.locale} axisDay={(at) => format.shortDate(at)} onOpen={open} />;
}
