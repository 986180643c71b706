import type { PriceQuote } from '../../electron/contract/figures.ts';
import { unitText } from '../lens/unit-text.ts';
import type { Words } from '../words/use-words.ts';

/** Cents, or whole units where there are thousands of them: a rate says no more. */
function rounded(decimal: string, locale: string): string {
  return new Intl.NumberFormat(locale === 'zh-CN' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: Math.abs(Number(decimal)) >= 1000 ? 0 : 2 }).format(decimal as Intl.StringNumericLiteral);
}

/** A quote at the person's rate: ≈ 235.96 US$/kg. '' where none was set. */
export function convertedText(converted: PriceQuote['converted'], unit: string, words: Words): string {
  if (!converted) return '';
  const { low, high } = converted;
  const { locale } = words.format;
  const value = low === high ? rounded(low, locale) : `${rounded(low, locale)}–${rounded(high, locale)}`;
  return words.t('prices.about', { value, unit: unitText(unit, '2', words) });
}
