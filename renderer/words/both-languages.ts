import type { TFunction } from 'i18next';
import { currentLocale, i18n } from './i18n.ts';

const OTHER = { en: 'zh-CN', 'zh-CN': 'en' } as const;

/** The same words in the language of now and in the other one, for what is found by either. */
export function bothLanguages(name: (t: TFunction) => string): readonly [string, string] {
  const locale = currentLocale();
  return [name(i18n.getFixedT(locale)), name(i18n.getFixedT(OTHER[locale]))];
}
