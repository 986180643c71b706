import type { Language } from '../../electron/contract/settings.ts';
import { resolveLanguage } from './resolve-language.ts';
import type { Locale } from './resolve-language.ts';

const listeners = new Set<() => void>();
let shown: Locale = resolveLanguage('system', navigator.languages);

export function currentLocale(): Locale {
  return shown;
}

/** Switches every word on the screen; both languages are at hand, so it is done when this returns. */
export function showLocale(locale: Locale): void {
  if (locale === shown) return;
  shown = locale;
  for (const listener of listeners) listener();
}

/** Returns the way to stop listening. */
export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Shows the language that the person chose, and tells the page's `lang`, which chooses the Chinese setting. */
export function setLanguage(language: Language): void {
  const locale = resolveLanguage(language, navigator.languages);
  document.documentElement.lang = locale;
  showLocale(locale);
}
