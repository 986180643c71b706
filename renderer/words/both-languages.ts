import type { TFunction } from 'i18next';
import { currentLocale } from './language.ts';
import { wordsIn } from './words.ts';

const OTHER = { en: 'zh-CN', 'zh-CN': 'en' } as const;

/** The same words in the language of now and in the other one, for what is found by either. */
export function bothLanguages(name: (t: TFunction) => string): readonly [string, string] {
  const locale = currentLocale();
  return [name(wordsIn(locale)), name(wordsIn(OTHER[locale]))];
}
