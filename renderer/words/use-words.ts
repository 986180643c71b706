import type { TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { dayNow, onDayChange } from './day-clock.ts';
import { createFormats } from './formats.ts';
import type { Formats } from './formats.ts';
import { currentLocale, i18n } from './i18n.ts';
import type { Locale } from './resolve-language.ts';
import { t } from './words.ts';

export interface Words {
  readonly t: TFunction;
  readonly format: Formats;
}

const formats: Record<Locale, Formats> = { en: createFormats('en'), 'zh-CN': createFormats('zh-CN') };

/** The words of the language of now, for code outside components. Ask each time; it is cheap. */
export function wordsNow(): Words {
  return { t, format: formats[currentLocale()] };
}

/** The words of the language of now; the component is drawn anew when it changes, and when a new day makes other words of a moment. */
export function useWords(): Words {
  useSyncExternalStore(onDayChange, dayNow);
  const { t } = useTranslation('translation', { i18n });
  return { t, format: formats[currentLocale()] };
}
