import { useEffect, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { PriceProduct } from '../../electron/contract/figures.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import { usePriceProducts } from '../client/lens-queries.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorState } from '../components/error-state.tsx';
import { PageBar } from '../layout/page-bar.tsx';
import { PageFrame } from '../layout/page-frame.tsx';
import { PageSearch } from '../layout/page-search.tsx';
import { LensProgressStrip } from '../lens/lens-progress-strip.tsx';
import { focusPane } from '../state/navigate.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useUi } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { productName, seriesName } from './product-name.ts';
import { ProductPage } from './product-page.tsx';
import { chooseProduct, usePricesView } from './prices-view.ts';
import { quoteText } from './series-points.ts';
import styles from './prices.module.css';

function ProductRow({ product, head, chosen, reachable, onFocus }: { readonly product: PriceProduct; /** Stands above it, where another group begins. */ readonly head: string | null; readonly chosen: boolean; readonly reachable: boolean; readonly onFocus: () => void }) {
  const words = useWords();
  const { t, format } = words;
  const [series] = product.series;
  const name = productName(product, words);
  return (
    <li>
      {head === null ? null : <h2 className={styles.group}>{head}</h2>}
      <button
        type="button"
        className={chosen ? `${styles.product} ${styles.chosen}` : styles.product}
        tabIndex={reachable ? 0 : -1}
        data-product={product.product}
        data-pane-focus={reachable ? '' : undefined}
        aria-current={chosen || undefined}
        onFocus={onFocus}
        onClick={() => chooseProduct(product.product, true)}
      >
        <span className={styles.name} dir="auto" lang={textLang(name, null)}>
          {name}
        </span>
        <span className={styles.meta}>{format.shortDay(product.lastDay)}</span>
        <span className={styles.latest}>{series ? [quoteText(series, series.unit, words), seriesName({ unit: '', basis: series.basis }, words)].filter((part) => part !== '').join(t('lens.joiner')) : ''}</span>
        <span className={styles.meta}>{t('prices.quoteCount', { count: product.quotes })}</span>
      </button>
    </li>
  );
}

/** Quoted prices: what they are of, and for each product what was reported over time. */
export function PricesPage({ toast }: { readonly toast: ReactNode }) {
  const { t, format } = useWords();
  const query = usePricesView((state) => state.query);
  const product = usePricesView((state) => state.product);
  const narrow = useUi((state) => state.layout === 'narrow');
  const { data, error, refetch } = usePriceProducts(query.trim());
  const [at, setAt] = useState<string | null>(null);
  // Products that the glossary knows first; then quotes of which the words alone are known.
  const products = (data?.products ?? []).toSorted((one, other) => Number(one.entityId === null) - Number(other.entityId === null));
  const firstOther = products.findIndex(({ entityId }) => entityId === null);
  const isKnown = data !== undefined;
  const has = (key: string | null) => products.some((one) => one.product === key);
  // A product that the search left out stays open beside it.
  const chosen = product ?? (narrow ? null : (products[0]?.product ?? null));
  const reachable = has(at) ? at : has(chosen) ? chosen : (products[0]?.product ?? null);
  useEffect(() => {
    if (isKnown && useUi.getState().pane !== 'sidebar' && !(document.activeElement instanceof HTMLInputElement)) focusPane(useUi.getState().layout === 'narrow' && useUi.getState().pushed ? 'article' : 'list');
  }, [isKnown]);

  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const index = products.findIndex((one) => one.product === reachable);
    const aims: Record<string, number> = { ArrowDown: index + 1, j: index + 1, ArrowUp: index - 1, k: index - 1, Home: 0, End: products.length - 1 };
    const aim = aims[event.key];
    if (aim === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const row = products[aim];
    if (!row) return;
    event.currentTarget.querySelector<HTMLElement>(`[data-product="${CSS.escape(row.product)}"]`)?.focus();
    chooseProduct(row.product, false);
  };
  const body = () => {
    if (error && !data) return <ErrorState error={asReaderError(error)} onRetry={() => void refetch()} />;
    if (!data) return null;
    if (products.length === 0) {
      return (
        <div className={styles.instead} tabIndex={-1} data-pane-focus="">
          <EmptyState title={t(query.trim() === '' ? 'prices.emptyTitle' : 'prices.noMatchTitle')} text={t(query.trim() === '' ? 'prices.emptyText' : 'prices.noMatchText')} />
        </div>
      );
    }
    return (
      <div className={styles.scroll} data-page-scroll="">
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of the rows inside */}
        <ul className={styles.products} aria-label={t('prices.products')} onKeyDown={keyDown}>
          {products.map((one, index) => (
            <ProductRow key={one.product} product={one} head={index === firstOther && index > 0 ? t('prices.others') : null} chosen={one.product === chosen} reachable={one.product === reachable} onFocus={() => setAt(one.product)} />
          ))}
        </ul>
      </div>
    );
  };
  return (
    <PageFrame className={styles.page} label={t('prices.title')} detailsLabel={t('prices.productPage')} details={<ProductPage product={chosen} />} toast={toast}>
      <PageBar title={t('prices.title')} count={isKnown ? t('prices.productCount', { count: products.length, number: format.count(products.length) }) : ''}>
        <PageSearch label={t('prices.search')} value={query} onChange={(next) => usePricesView.setState({ query: next })} />
      </PageBar>
      <LensProgressStrip />
      {body()}
    </PageFrame>
  );
}
