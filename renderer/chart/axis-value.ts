import type { Locale } from '../words/resolve-language.ts';

/** Powers of ten by which a language shortens a number: thousands and millions, or 万 and 亿. */
const SCALES = { en: [3, 6, 9], 'zh-CN': [4, 8] } as const;

/** Decimals that tell two lines of an axis apart which lie `step` from each other, once their numbers are shortened. */
function decimalsFor(value: number, step: number, locale: Locale): number {
  const size = Math.floor(Math.log10(Math.max(1, Math.abs(value))));
  const scale = SCALES[locale].findLast((power) => size >= power) ?? 0;
  return Math.min(4, Math.max(0, Math.ceil(scale - Math.log10(step) - 1e-9)));
}

/** A value on an axis whose lines lie `step` apart, as short as can be: 1.62M, 162万. A value between lines may have more decimals, up to two. */
export function axisValue(value: number, step: number, locale: Locale): string {
  const decimals = step > 0 ? decimalsFor(value, step, locale) : 2;
  return new Intl.NumberFormat(locale === 'zh-CN' ? 'zh-CN' : 'en', { notation: 'compact', minimumFractionDigits: decimals, maximumFractionDigits: Math.max(2, decimals) }).format(value);
}
