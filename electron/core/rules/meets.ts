import type { ArticleId } from '../../contract/model.ts';
import type { RuleConditions } from '../../contract/rules.ts';
import { inLanguage } from '../store/in-language.ts';
import { feedsOfFolder } from '../store/scope-filter.ts';
import type { Store } from '../store/store.ts';
import type { Finder } from '../watch/finder.ts';

/**
 * Which of these articles meet every condition of a rule, newest first; a list that is empty is none. An article that names no language has that of its
 * feed. Throws `folder-missing`, and what the query fails with.
 */
export function meets(store: Store, finder: Finder, { query, feedIds = [], folderIds = [], langs = [] }: RuleConditions, ids: readonly ArticleId[]): readonly ArticleId[] {
  const isOfSources = feedIds.length + folderIds.length > 0;
  const sources = isOfSources ? JSON.stringify([...feedIds, ...folderIds.flatMap((id) => feedsOfFolder(store, id))]) : null;
  const found = store
    .all<{ id: ArticleId }>(
      `SELECT s.article_id AS id FROM json_each(?1) AS wanted CROSS JOIN statuses s ON s.article_id = wanted.value
         CROSS JOIN articles a ON a.id = s.article_id CROSS JOIN feeds f ON f.id = s.feed_id
       WHERE s.presence = 1 AND (?2 IS NULL OR s.feed_id IN (SELECT value FROM json_each(?2)))
         AND (?3 IS NULL OR EXISTS (
           SELECT 1 FROM json_each(?3) AS lang WHERE ${inLanguage('lower(lang.value)')}
         ))
       ORDER BY s.article_id DESC`,
      JSON.stringify(ids), sources, langs.length > 0 ? JSON.stringify(langs) : null,
    )
    .map((row) => row.id);
  return query === undefined || found.length === 0 ? found : finder.matching({ query, exact: false }, found);
}
