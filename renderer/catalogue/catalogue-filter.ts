import type { CatalogueEntry, CatalogueKind } from '../../electron/contract/catalogue.ts';
import { matchName } from '../palette/match-name.ts';

export interface CatalogueFilter {
  readonly typed: string;
  readonly kind: CatalogueKind | 'all';
  /** Languages that a person reads, without region ("en", "zh"). */
  readonly languages: ReadonlySet<string>;
}

export function languageOf({ lang }: Pick<CatalogueEntry, 'lang'>): string {
  return lang.split('-')[0] ?? lang;
}

/** The sources to be shown, in their order: those in languages that are read, of a kind, and of which every word that is typed is said. */
export function filterCatalogue(sources: readonly CatalogueEntry[], { typed, kind, languages }: CatalogueFilter): readonly CatalogueEntry[] {
  return sources.filter((source) => {
    if (!languages.has(languageOf(source)) || (kind !== 'all' && source.kind !== kind)) return false;
    if (typed.trim() === '') return true;
    const said = [source.title, source.url, ...source.topics, ...Object.values(source.about)].join(' ');
    return (matchName(said, typed, null)?.score ?? 0) > 1;
  });
}
