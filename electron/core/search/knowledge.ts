import { joinGazetteer } from '../entities/join-gazetteer.ts';
import { SHIPPED_GAZETTEER } from '../entities/shipped-gazetteer.ts';
import { ownEntities } from '../store/own-entities.ts';
import type { Aliases } from './aliases.ts';
import { gazetteerAliases } from './gazetteer-aliases.ts';
import type { SearchKnowledge, SearchLibrary } from './search-library.ts';

/**
 * What searches know of names: those that ship with the program and those of the person whose library it is, as they are now, and
 * the articles in which they were recognized. Whoever searches over a connection of its own sees a correction with the next search.
 */
export function createSearchKnowledge(library: SearchLibrary): SearchKnowledge {
  let made: { readonly own: string; readonly aliases: Aliases } | null = null;
  return {
    get aliases() {
      const mine = ownEntities(library);
      const own = JSON.stringify(mine);
      if (made?.own !== own) made = { own, aliases: gazetteerAliases(joinGazetteer(SHIPPED_GAZETTEER, mine).values()) };
      return made.aliases;
    },
    articlesOf: (ids) => ({
      sql: 'article_id IN (SELECT ae.article_id FROM article_entities ae WHERE ae.entity_key IN (SELECT key FROM entities WHERE id IN (SELECT value FROM json_each(?))))',
      values: [JSON.stringify(ids)],
    }),
  };
}
