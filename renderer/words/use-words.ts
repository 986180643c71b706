import type { TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import { dayNow, onDayChange } from './day-clock.ts';
import { createFormats } from './formats.ts';
import type { Formats } from './formats.ts';
import { currentLocale, onLanguageChange } from './language.ts';
import type { Locale } from './resolve-language.ts';
import { t } from './words.ts';

export interface Words {
  readonly t: TFunction;
  readonly format: Formats;
}

const made = new Map<Locale, Formats>();

/** Made once a language, when that is first shown: what Intl reads of it takes longer than the first rows do. */
function formatsOf(locale: Locale): Formats {
  const formats = made.get(locale) ?? createFormats(locale);
  made.set(locale, formats);
  return formats;
}

/** The words of the language of now, for code outside components. Ask each time; it is cheap. */
export function wordsNow(): Words {
  return { t, format: formatsOf(currentLocale()) };
}

interface Said extends Words {
  readonly locale: Locale;
  readonly day: string;
}

let said: Said | null = null;

/** The same object while neither language nor day changes, so that asking for it again draws nothing anew. */
function wordsOfNow(): Words {
  const [locale, day] = [currentLocale(), dayNow()];
  // A function of its own for each, or what is remembered by it would stay in the other language.
  if (said?.locale !== locale || said.day !== day) said = { t: t.bind(null), format: formatsOf(locale), locale, day };
  return said;
}

function onWordsChange(listener: () => void): () => void {
  const stopLanguage = onLanguageChange(listener);
  const stopDay = onDayChange(listener);
  return () => {
    stopLanguage();
    stopDay();
  };
}

/**
 * The words of the language of now; the component is drawn anew when it changes, and when a new day makes other words of a moment.
 * Every row of a list asks for them several times while it scrolls, so asking makes nothing: react-i18next copies the whole
 * instance for each component, which took a third of the time that rows were drawn in.
 */
export function useWords(): Words {
  return useSyncExternalStore(onWordsChange, wordsOfNow);
}
