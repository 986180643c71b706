import type { Language } from '../../electron/contract/settings.ts';

export type Locale = 'en' | 'zh-CN';

/** The language to show: the chosen one, or the first of the system's (BCP 47, most wanted first) that there are words for. */
export function resolveLanguage(language: Language, wanted: readonly string[]): Locale {
  if (language !== 'system') return language;
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0];
    if (primary === 'zh') return 'zh-CN';
    if (primary === 'en') return 'en';
  }
  return 'en';
}
