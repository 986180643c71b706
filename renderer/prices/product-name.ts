import type { PriceProduct } from '../../electron/contract/figures.ts';
import type { PriceBasis } from '../../electron/contract/lens.ts';
import { nameOf } from '../entities/name-of.ts';
import { unitText } from '../lens/unit-text.ts';
import type { Words } from '../words/use-words.ts';

/** What a product is called in the language of the window, else as the texts have it. */
export function productName({ names, product }: Pick<PriceProduct, 'names' | 'product'>, { format }: Pick<Words, 'format'>): string {
  const { text } = nameOf({ names, id: product.replace(/^[a-z]+:/u, '') }, format.locale);
  // Words are kept in small letters; grades of magnets are not written so.
  const written = text.replaceAll(/\b[nf]?\d\d(?:m|h|sh|uh|eh|ah)?\b/gu, (grade) => grade.toUpperCase());
  return written.charAt(0).toUpperCase() + written.slice(1);
}

/** Unit and terms of a series: CNY/t, FOB China, VAT excluded. */
export function seriesName({ unit, basis }: { readonly unit: string; readonly basis: PriceBasis | null }, words: Words): string {
  const { t } = words;
  const terms = basis ? [[basis.terms, basis.place].filter(Boolean).join(' '), basis.vat === null ? '' : t(basis.vat === 'in' ? 'lens.vatIn' : 'lens.vatOut')] : [];
  return [unitText(unit, '2', words), ...terms].filter((part) => part !== '').join(t('lens.joiner'));
}
