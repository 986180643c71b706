import type { ArticleEntity } from '../../electron/contract/gazetteer.ts';

/** What an entity is called in a language of the interface, else in English, else as it is called at all; and in which language that is. */
export function nameOf({ names, id }: Pick<ArticleEntity, 'names' | 'id'>, locale: string): { readonly text: string; readonly lang: string } {
  const langs = locale.startsWith('zh') ? ['zh-Hans', 'zh-Hant', 'en'] : ['en'];
  for (const lang of [...langs, ...Object.keys(names)]) {
    const text = names[lang];
    if (text !== undefined) return { text, lang };
  }
  return { text: id, lang: 'und' };
}
