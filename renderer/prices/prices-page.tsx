import { useEffect, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { PriceProduct } from '../../electron/contract/figures.ts';
import { usePriceProducts } from '../client/lens-queries.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { Icon } from '../components/icon.tsx';
import { PageBar } from '../layout/page-bar.tsx';
import { PageFrame } from '../layout/page-frame.tsx';
import { PageError } from '../layout/page-error.tsx';
import { PageInstead } from '../layout/page-instead.tsx';
import { PageSearch } from '../layout/page-search.tsx';
import { stepRows } from '../layout/step-rows.ts';
import { LensProgressStrip } from '../lens/lens-progress-strip.tsx';
import { focusPane } from '../state/navigate.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useUi } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { productName, seriesName } from './product-name.ts';
import { ProductPage } from './product-page.tsx';
import { chooseProduct, usePricesView } from './prices-view.ts';
import { quoteText } from './series-points.ts';
import rowButton from '../components/row-button.module.css';
import scroll from '../layout/page-scroll.module.css';
import styles from './prices.module.css';

function ProductRow({ product, chosen, reachable, onFocus }: { readonly product: PriceProduct; readonly chosen: boolean; readonly reachable: boolean; readonly onFocus: () => void }) {
  const words = useWords();
  const { t, format } = words;
  const [series] = product.series;
  const name = productName(product, words);
  return (
    <li>
      <button
        type="button"
        className={[rowButton.listed, styles.product, chosen ? styles.chosen : ''].filter(Boolean).join(' ')}
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

/** Stands among the products for the line that opens those which the glossary does not name. */
const OTHERS = 'others';

/** Quoted prices: what they are of, and for each product what was reported over time. */
export function PricesPage({ toast }: { readonly toast: ReactNode }) {
  const { t, format } = useWords();
  const query = usePricesView((state) => state.query);
  const product = usePricesView((state) => state.product);
  const othersShown = usePricesView((state) => state.othersShown);
  const narrow = useUi((state) => state.layout === 'narrow');
  const { data, error, refetch } = usePriceProducts(query.trim());
  const [at, setAt] = useState<string | null>(null);
  const all = data?.products ?? [];
  const named = all.filter(({ entityId }) => entityId !== null);
  const others = all.filter(({ entityId }) => entityId === null);
  const isKnown = data !== undefined;
  // A product that the search left out stays open beside it.
  const chosen = product ?? (narrow ? null : (named[0]?.product ?? null));
  // What is searched for is not hidden, nor all there is.
  const opened = othersShown ?? (query.trim() !== '' || named.length === 0);
  const keys = [...named.map((one) => one.product), ...(others.length > 0 ? [OTHERS] : []), ...(opened ? others.map((one) => one.product) : [])];
  const has = (key: string | null) => key !== null && keys.includes(key);
  const reachable = has(at) ? at : has(chosen) ? chosen : (keys[0] ?? null);
  useEffect(() => {
    if (isKnown && useUi.getState().pane !== 'sidebar' && !(document.activeElement instanceof HTMLInputElement)) focusPane(useUi.getState().layout === 'narrow' && useUi.getState().pushed ? 'article' : 'list');
  }, [isKnown]);

  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    const key = stepRows(event, { keys, at: reachable, attribute: 'data-product' });
    if (key !== null && key !== OTHERS) chooseProduct(key, false);
  };
  const row = (one: PriceProduct) => <ProductRow key={one.product} product={one} chosen={one.product === chosen} reachable={one.product === reachable} onFocus={() => setAt(one.product)} />;
  const body = () => {
    if (error && !data) return <PageError error={error} onRetry={() => void refetch()} />;
    if (!data) return null;
    if (all.length === 0) {
      return (
        <PageInstead>
          <EmptyState title={t(query.trim() === '' ? 'prices.emptyTitle' : 'prices.noMatchTitle')} text={t(query.trim() === '' ? 'prices.emptyText' : 'prices.noMatchText')} />
        </PageInstead>
      );
    }
    return (
      <div className={scroll.scroll} data-page-scroll="">
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of the rows inside */}
        <ul className={styles.products} aria-label={t('prices.products')} onKeyDown={keyDown}>
          {named.map(row)}
          {others.length > 0 ? (
            <li>
              <button
                type="button"
                className={`${rowButton.listed} ${styles.others}`}
                aria-expanded={opened}
                title={t('prices.othersHint')}
                tabIndex={reachable === OTHERS ? 0 : -1}
                data-product={OTHERS}
                data-pane-focus={reachable === OTHERS ? '' : undefined}
                onFocus={() => setAt(OTHERS)}
                onClick={() => usePricesView.setState({ othersShown: !opened })}
              >
                <Icon name={opened ? 'chevron-down' : 'chevron-right'} size={12} />
                {t('prices.others', { count: others.length })}
              </button>
            </li>
          ) : null}
          {opened ? others.map(row) : null}
        </ul>
      </div>
    );
  };
  return (
    <PageFrame className={styles.page} label={t('prices.title')} detailsLabel={t('prices.productPage')} details={<ProductPage product={chosen} />} toast={toast}>
      <PageBar title={t('prices.title')} count={isKnown ? t('prices.productCount', { count: named.length, number: format.count(named.length) }) : ''}>
        <PageSearch label={t('prices.search')} value={query} onChange={(next) => usePricesView.setState({ query: next, othersShown: null })} />
      </PageBar>
      <LensProgressStrip />
      {body()}
    </PageFrame>
  );
}
