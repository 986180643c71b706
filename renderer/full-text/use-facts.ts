import type { ArticleEntity } from '../../electron/contract/gazetteer.ts';
import type { Article } from '../../electron/contract/model.ts';
import { useEntities } from '../client/watch-queries.ts';
import { chipsOf } from '../entities/chips-of.ts';
import { topicsOf } from './topics-of.ts';

export interface Facts {
  /** Where the article stands on its site, the outermost first. */
  readonly path: readonly string[];
  /** What its source files it under. */
  readonly topics: readonly string[];
}

/** What an article's source says of its place. `entities`: what it speaks of; a topic that is a name of these is not said twice. */
export function useFacts(article: Article, entities: readonly ArticleEntity[]): Facts {
  const { data: glossary } = useEntities();
  return {
    path: article.textOrigin === 'page' ? (article.facts?.breadcrumb ?? []) : [],
    topics: topicsOf(article, chipsOf(entities).map(({ id, names }) => ({ names, aliases: glossary?.get(id)?.aliases ?? [] }))),
  };
}
