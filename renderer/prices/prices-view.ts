import { create } from 'zustand';
import type { ProductKey } from '../../electron/contract/figures.ts';
import { openPage } from '../state/navigate.ts';
import { useUi } from '../state/ui.ts';

export const PRICE_SPANS = ['quarter', 'year', 'all'] as const;
export type PriceSpan = (typeof PRICE_SPANS)[number];

/** What the prices page looks at. It outlives the page, so that an article that was read from it leads back to its product. */
export interface PricesView {
  readonly product: ProductKey | null;
  /** Which series of it; null is the one with most quotes. */
  readonly series: { readonly unit: string; readonly basisKey: string } | null;
  readonly span: PriceSpan;
  readonly query: string;
  readonly asTable: boolean;
  /** Whether quotes of what the glossary does not name are listed; null where nobody said. */
  readonly othersShown: boolean | null;
}

export const usePricesView = create<PricesView>()(() => ({ product: null, series: null, span: 'year', query: '', asTable: false, othersShown: null }));

/** Chooses a product; in the narrow layout its page comes over the list. */
export function chooseProduct(product: ProductKey, push: boolean): void {
  if (usePricesView.getState().product !== product) usePricesView.setState({ product, series: null });
  if (push) useUi.setState({ pushed: true });
}

/** Opens the prices page at a product. */
export function openPrices(product: ProductKey): void {
  openPage('prices', true);
  usePricesView.setState({ query: '', othersShown: product.startsWith('words:') || null });
  chooseProduct(product, true);
}
