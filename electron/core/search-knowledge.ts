import type { NameKeeper } from './name-keeper.ts';
import type { Aliases } from './search/aliases.ts';
import { gazetteerAliases } from './search/gazetteer-aliases.ts';
import type { SearchKnowledge } from './search/search-library.ts';

/** What searches know of names: the gazetteer as it is now, and the articles in which its names were recognized. */
export function createSearchKnowledge({ finder }: Pick<NameKeeper, 'finder'>): SearchKnowledge {
  let made: { readonly version: string; readonly aliases: Aliases } | null = null;
  return {
    get aliases() {
      const { version, entities } = finder();
      if (made?.version !== version) made = { version, aliases: gazetteerAliases(entities.values()) };
      return made.aliases;
    },
    articlesOf: (ids) => ({
      sql: 'article_id IN (SELECT ae.article_id FROM article_entities ae WHERE ae.entity_key IN (SELECT key FROM entities WHERE id IN (SELECT value FROM json_each(?))))',
      values: [JSON.stringify(ids)],
    }),
  };
}
