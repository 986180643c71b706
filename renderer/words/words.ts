import type { TFunction } from 'i18next';
import { wordsOf } from './catalogues.ts';
import { libraryWords } from './i18n.ts';
import { currentLocale } from './language.ts';
import type { Locale } from './resolve-language.ts';
import { createSay } from './say.ts';

type Translate = (key: string, options?: object) => string;

function translateIn(locale: Locale): Translate {
  const say = createSay(locale, wordsOf(locale));
  return (key, options) => say(key, options) ?? (libraryWords(locale) as unknown as Translate)(key, options);
}

const made = new Map<Locale, Translate>();

/** The words of a language, whichever is shown. */
export function wordsIn(locale: Locale): TFunction {
  let translate = made.get(locale);
  if (!translate) {
    translate = translateIn(locale);
    made.set(locale, translate);
  }
  return translate as unknown as TFunction;
}

/** A word or sentence in the language of now, for code outside components; components use `useWords`, which draws them anew on a switch. */
export const t = ((key: string, options?: object): string => (wordsIn(currentLocale()) as unknown as Translate)(key, options)) as unknown as TFunction;
