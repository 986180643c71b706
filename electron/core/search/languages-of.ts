import type { ArticleId } from '../../contract/model.ts';
import type { LanguageCount } from '../../contract/search.ts';
import { textLang } from '../../contract/text-lang.ts';
import type { SearchLibrary } from './search-library.ts';

/** In which languages the headlines of articles are, most first: by their script where that denies what their source claims. */
export function languagesOf(library: SearchLibrary, ids: readonly ArticleId[]): LanguageCount[] {
  const rows = library.all<{ title: string; lang: string | null }>('SELECT a.title, a.lang FROM json_each(?) AS found CROSS JOIN articles a ON a.id = found.value', JSON.stringify(ids));
  const counts = new Map<string, number>();
  for (const { title, lang } of rows) {
    const [primary = ''] = textLang(title, lang).toLowerCase().split('-');
    counts.set(primary, (counts.get(primary) ?? 0) + 1);
  }
  return [...counts].map(([lang, count]) => ({ lang, count })).toSorted((one, other) => other.count - one.count);
}
