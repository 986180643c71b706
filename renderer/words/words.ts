import type { TFunction } from 'i18next';
import { en } from './en.ts';
import { currentLocale, i18n } from './i18n.ts';
import type { Locale } from './resolve-language.ts';
import { createSay } from './say.ts';
import type { Say } from './say.ts';
import { zhCn } from './zh-cn.ts';

const SAID: Readonly<Record<Locale, Say>> = { en: createSay('en', en), 'zh-CN': createSay('zh-CN', zhCn) };

/** A word or sentence in the language of now, for code outside components; components use `useWords`, which draws them anew on a switch. */
export const t = ((key: string, options?: object): string => SAID[currentLocale()](key, options) ?? (i18n.t as unknown as (key: string, options?: object) => string)(key, options)) as unknown as TFunction;
