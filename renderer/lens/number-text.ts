import type { Locale } from '../words/resolve-language.ts';

const numbers = new Map<Locale, Intl.NumberFormat>();

/** A decimal as a language writes it, every digit of it: numbers of an article are never rounded. */
export function numberText(decimal: string, locale: Locale): string {
  let format = numbers.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale === 'zh-CN' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: 20 });
    numbers.set(locale, format);
  }
  const fraction = /\.(\d+)$/u.exec(decimal)?.[1]?.length ?? 0;
  // A trailing nought was printed: 2.50 is not 2.5.
  return fraction > 0 && decimal.endsWith('0')
    ? new Intl.NumberFormat(format.resolvedOptions().locale, { minimumFractionDigits: fraction, maximumFractionDigits: 20 }).format(decimal as Intl.StringNumericLiteral)
    : format.format(decimal as Intl.StringNumericLiteral);
}
