import { useState } from 'react';
import type { ArticleLens, PriceProduct } from '../../electron/contract/figures.ts';
import type { PriceRow } from '../../electron/contract/lens.ts';
import { usePriceProducts, usePriceSeries } from '../client/lens-queries.ts';
import type { SeriesRequest } from '../client/lens-queries.ts';
import { Button } from '../components/button.tsx';
import { productName, seriesName } from '../prices/product-name.ts';
import { QuotesTable } from '../prices/quotes-table.tsx';
import { SeriesChart } from '../prices/series-chart.tsx';
import { openPrices } from '../prices/prices-view.ts';
import { useWords } from '../words/use-words.ts';
import styles from './lens.module.css';

/** A chart needs a before. */
const LEAST_DAYS = 2;

function productOf(price: PriceRow, products: readonly PriceProduct[]): PriceProduct | undefined {
  const words = price.product.words.toLowerCase();
  return (
    products.find(({ entityId }) => entityId !== null && price.product.entityIds.includes(entityId)) ??
    products.find(({ product, names }) => product.toLowerCase() === `words:${words}` || Object.values(names).some((name) => name.toLowerCase() === words))
  );
}

/** The series that a price of the article is a quote of, where there is more than this one day of it. */
function seriesOf({ prices, figures }: ArticleLens, products: readonly PriceProduct[]): SeriesRequest | null {
  for (const price of prices) {
    const unit = figures.find(({ id }) => id === price.figureId)?.unit?.normal ?? `${price.currency}/${price.per}`;
    const product = productOf(price, products);
    const series = product?.series.find((one) => one.unit === unit && JSON.stringify(one.basis) === JSON.stringify(price.basis)) ?? product?.series.find((one) => one.unit === unit);
    if (product && series && series.firstDay !== series.lastDay) return { product: product.product, unit: series.unit, basisKey: series.basisKey };
  }
  return null;
}

/** What the person's own articles reported of the first price of this one. Each point opens its article. */
export function PriceSection({ lens }: { readonly lens: ArticleLens }) {
  const words = useWords();
  const { t } = words;
  const [asTable, setAsTable] = useState(false);
  const { data: known } = usePriceProducts();
  const request = lens.prices.length > 0 && known ? seriesOf(lens, known.products) : null;
  const { data: series } = usePriceSeries(request);
  if (!series || request === null || series.days.length < LEAST_DAYS) return null;
  const name = productName(series.product, words);
  return (
    <section className={styles.section} aria-label={t('lens.price')}>
      <h3 className={styles.head}>
        <span className={styles.cut}>{t('lens.priceOf', { name })}</span>
        <span>{seriesName(series, words)}</span>
      </h3>
      {asTable ? (
        <QuotesTable series={series} compact />
      ) : (
        <div className={styles.ground}>
          <SeriesChart series={series} height={88} ticks={3} />
        </div>
      )}
      <div className={styles.foot}>
        <Button kind="quiet" onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'watch.showChart' : 'watch.showTable')}
        </Button>
        <Button kind="quiet" onClick={() => openPrices(series.product.product)}>
          {t('prices.page')}
        </Button>
      </div>
    </section>
  );
}
