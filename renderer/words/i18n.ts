import { createInstance } from 'i18next';
import type { Language } from '../../electron/contract/settings.ts';
import { en } from './en.ts';
import { resolveLanguage } from './resolve-language.ts';
import type { Locale } from './resolve-language.ts';
import { zhCn } from './zh-cn.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
    strictKeyChecks: true;
  }
}

/** The words of the app. Both languages are bundled, so a switch is instant and nothing is asked of the network. */
export const i18n = createInstance();

void i18n.init({
  lng: resolveLanguage('system', navigator.languages),
  fallbackLng: 'en',
  supportedLngs: ['en', 'zh-CN'],
  resources: { en: { translation: en }, 'zh-CN': { translation: zhCn } },
  initAsync: false,
  // React escapes what it shows.
  interpolation: { escapeValue: false },
});

export function currentLocale(): Locale {
  return i18n.language === 'zh-CN' ? 'zh-CN' : 'en';
}

/** Switches every word on the screen, and the `lang` of the page, which chooses the Chinese setting. */
export function setLanguage(language: Language): void {
  const locale = resolveLanguage(language, navigator.languages);
  document.documentElement.lang = locale;
  if (i18n.language !== locale) void i18n.changeLanguage(locale);
}
