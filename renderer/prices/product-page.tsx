import { useState } from 'react';
import type { PriceSeries, ProductKey } from '../../electron/contract/figures.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import { usePriceProducts, usePriceSeries } from '../client/lens-queries.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { Segment } from '../components/segment.tsx';
import { Select } from '../components/select.tsx';
import { DetailsBar } from '../layout/details-bar.tsx';
import { DetailsScroll } from '../layout/details-scroll.tsx';
import { dayText } from '../lens/day-text.ts';
import { daysUpTo } from '../lens/days-up-to.ts';
import { ValueWithUnit } from '../lens/value-with-unit.tsx';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useWords } from '../words/use-words.ts';
import { convertedText } from './converted-text.ts';
import { PRICE_SPANS, usePricesView } from './prices-view.ts';
import { productName, seriesName } from './product-name.ts';
import { QuotesTable } from './quotes-table.tsx';
import { RateLine } from './rate-line.tsx';
import { SeriesChart } from './series-chart.tsx';
import heading from '../components/heading.module.css';
import styles from './prices.module.css';

const SPAN_DAYS = { quarter: 90, year: 365 } as const;

function Head({ series }: { readonly series: PriceSeries }) {
  const words = useWords();
  const { t, format } = words;
  const last = series.days.at(-1);
  const quote = last?.quotes.at(-1);
  const name = productName(series.product, words);
  return (
    <header className={styles.head}>
      <div>
        <h2 className={`${heading.head} ${styles.title}`} dir="auto" lang={textLang(name, null)}>
          {name}
        </h2>
        <p className={styles.line}>{t('prices.asReported', { count: series.product.quotes })}</p>
      </div>
      {last && quote ? (
        <p className={styles.now}>
          <b>
            <ValueWithUnit figure={{ kind: 'price', low: quote.low, high: quote.high, unit: { normal: series.unit, printed: '' } }} unitClass={styles.ofValue} />
          </b>
          <span>
            {[quote.converted && series.converted ? convertedText(quote.converted, series.converted.unit, words) : '', dayText(last.day, format.locale)].filter((part) => part !== '').join(t('lens.joiner'))}
          </span>
        </p>
      ) : null}
    </header>
  );
}

function keyOf({ unit, basisKey }: { readonly unit: string; readonly basisKey: string }): string {
  return `${unit} ${basisKey}`;
}

/** Which quotes share the chart: one unit, one basis; and how far back it goes. */
function Choices({ series }: { readonly series: PriceSeries }) {
  const words = useWords();
  const { t } = words;
  const span = usePricesView((state) => state.span);
  const all = series.product.series;
  return (
    <div className={styles.choices}>
      {all.length > 1 ? (
        <Select
          label={t('prices.series')}
          labelHidden
          value={keyOf(series)}
          options={all.map((one) => ({ value: keyOf(one), label: t('prices.seriesCount', { name: seriesName(one, words), count: one.quotes }) }))}
          onChange={(value) => {
            const one = all.find((series) => keyOf(series) === value);
            if (one) usePricesView.setState({ series: { unit: one.unit, basisKey: one.basisKey } });
          }}
        />
      ) : (
        <span className={styles.only}>{seriesName(series, words)}</span>
      )}
      <Segment label={t('prices.span')} value={span} options={PRICE_SPANS.map((value) => ({ value, label: t(`prices.spans.${value}`) }))} onChange={(next) => usePricesView.setState({ span: next })} />
    </div>
  );
}

function Shown({ series }: { readonly series: PriceSeries }) {
  const words = useWords();
  const { t } = words;
  const asTable = usePricesView((state) => state.asTable);
  const differing = series.days.filter(({ conflict }) => conflict);
  return (
    <>
      <Head series={series} />
      <Choices series={series} />
      {series.days.length === 0 ? <p className={styles.line}>{t('prices.noneInSpan')}</p> : null}
      {series.days.length > 0 && !asTable ? <SeriesChart series={series} height={228} ticks={4} /> : null}
      <div className={styles.under}>
        <Button kind="quiet" onClick={() => usePricesView.setState({ asTable: !asTable })}>
          {t(asTable ? 'watch.showChart' : 'watch.showTable')}
        </Button>
        <RateLine unit={series.unit} converted={series.converted} />
      </div>
      {!asTable && differing.length > 0 ? (
        <section className={styles.part}>
          <h3 className={styles.partHead}>{t('prices.differ')}</h3>
          <QuotesTable series={{ ...series, days: differing }} allDiffer />
        </section>
      ) : null}
      {asTable ? (
        <section className={styles.part}>
          <QuotesTable series={series} />
        </section>
      ) : null}
    </>
  );
}

/** A product: what was quoted for it over time, where sources differ, and the same at the person's rate. */
export function ProductPage({ product }: { readonly product: ProductKey | null }) {
  const { t } = useWords();
  const chosen = usePricesView((state) => state.series);
  const span = usePricesView((state) => state.span);
  const [now] = useState(() => new Date());
  const from = span === 'all' ? undefined : daysUpTo(now, SPAN_DAYS[span])[0];
  const { data: series, error } = usePriceSeries(product === null ? null : { product, ...chosen, ...(from === undefined ? {} : { from }) });
  const { data: known } = usePriceProducts();
  return (
    <>
      <DetailsBar page={t('prices.title')} backLabel={t('prices.back')} />
      <DetailsScroll label={t('prices.history')} className={styles.details}>
        {error ? <ErrorNote error={asReaderError(error)} /> : null}
        {series ? <Shown key={product} series={series} /> : product === null && known && known.products.length > 0 ? <EmptyState title={t('prices.noneTitle')} text={t('prices.noneText')} /> : null}
      </DetailsScroll>
    </>
  );
}
