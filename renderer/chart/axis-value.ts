import type { Locale } from '../words/resolve-language.ts';

const formats = new Map<Locale, Intl.NumberFormat>();

/** A value on an axis, as short as can be: 1.62M, 162万. */
export function axisValue(value: number, locale: Locale): string {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale === 'zh-CN' ? 'zh-CN' : 'en', { notation: 'compact', maximumFractionDigits: 2 });
    formats.set(locale, format);
  }
  return format.format(value);
}
