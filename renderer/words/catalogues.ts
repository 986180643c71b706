import { en } from './en.ts';
import type { Locale } from './resolve-language.ts';
import { zhCn } from './zh-cn.ts';

type Catalogue = typeof en | typeof zhCn;

const CATALOGUES: Readonly<Record<Locale, Catalogue>> = { en, 'zh-CN': zhCn };

/**
 * All words of a language. Built, they are texts that are read when their language is first shown (`electron/build/words-as-text.mjs`):
 * both are at hand, and a start reads one.
 */
export function wordsOf(locale: Locale): Catalogue {
  return CATALOGUES[locale];
}
