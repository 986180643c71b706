import { createInstance } from 'i18next';
import type { TFunction } from 'i18next';
import { lazily } from '../../electron/contract/lazily.ts';
import { wordsOf } from './catalogues.ts';
import type { en } from './en.ts';
import type { Locale } from './resolve-language.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
    strictKeyChecks: true;
  }
}

const library = lazily(() => {
  const made = createInstance();
  void made.init({
    lng: 'en',
    fallbackLng: 'en',
    supportedLngs: ['en', 'zh-CN'],
    resources: { en: { translation: wordsOf('en') }, 'zh-CN': { translation: wordsOf('zh-CN') } },
    initAsync: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
  return made;
});

/** What the library says in a language. It is made when it is first asked, which few starts do: see say.ts. */
export function libraryWords(locale: Locale): TFunction {
  return library().getFixedT(locale);
}
