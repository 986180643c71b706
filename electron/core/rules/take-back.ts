import type { ArticleId } from '../../contract/model.ts';
import type { RunId } from '../../contract/rules.ts';
import { removeBookmarks } from '../store/bookmark-status.ts';
import { lower, unmute } from '../store/mute.ts';
import { setRead } from '../store/status.ts';
import type { Store } from '../store/store.ts';
import { tagArticles } from '../store/tags.ts';
import type { ChangeKind } from './act.ts';

interface Change {
  readonly id: ArticleId;
  readonly effect: ChangeKind;
  readonly detail: string;
  readonly at: number;
}

/** What still is as the run left it: what a person changed since is theirs. */
const UNTOUCHED = {
  mute: 's.muted_at = c.at',
  read: 's.read = 1 AND s.read_at = c.at',
  raise: 's.raised_at = c.at',
  // The run's own tags are gone by then, see ORDER.
  bookmark: `s.bookmarked = 1 AND s.bookmarked_at = c.at AND ifnull(s.pinned_at, 0) <= c.at
    AND NOT EXISTS (SELECT 1 FROM article_tags t WHERE t.article_id = s.article_id AND t.added_at > c.at)
    AND NOT EXISTS (SELECT 1 FROM notes n WHERE n.article_id = s.article_id AND n.changed_at > c.at)
    AND NOT EXISTS (SELECT 1 FROM highlights h WHERE h.article_id = s.article_id AND h.changed_at > c.at)`,
  tag: '1',
} as const satisfies Record<ChangeKind, string>;

/** Tags before bookmarks: an article that is bookmarked no more keeps its tags, and one that has a tag still stays bookmarked. */
const ORDER: readonly ChangeKind[] = ['tag', 'bookmark', 'read', 'raise', 'mute'];

/**
 * Gives back what a run changed of up to `limit` articles, and forgets that it did. To be called in a transaction. Null when
 * there is nothing left; else the articles that are as they were.
 */
export function takeBack(store: Store, runId: RunId, limit: number): ArticleId[] | null {
  const ids = store.all<{ id: ArticleId }>('SELECT DISTINCT article_id AS id FROM rule_changes WHERE run_id = ? ORDER BY article_id LIMIT ?', runId, limit).map(({ id }) => id);
  if (ids.length === 0) return null;
  const list = JSON.stringify(ids);
  const given = new Set<ArticleId>();
  for (const kind of ORDER) {
    const changes = store.all<Change>(
      `SELECT c.article_id AS id, c.effect, c.detail, c.at FROM rule_changes c JOIN statuses s ON s.article_id = c.article_id
       WHERE c.run_id = ? AND c.effect = '${kind}' AND c.article_id IN (SELECT value FROM json_each(?)) AND ${UNTOUCHED[kind]}`,
      runId, list,
    );
    for (const [detail, some] of Map.groupBy(changes, (change) => change.detail)) {
      const articleIds = some.map(({ id }) => id);
      giveBack(store, kind, articleIds, detail);
      for (const id of articleIds) given.add(id);
    }
  }
  store.run('DELETE FROM rule_changes WHERE run_id = ? AND article_id IN (SELECT value FROM json_each(?))', runId, list);
  return [...given];
}

function giveBack(store: Store, kind: ChangeKind, articleIds: readonly ArticleId[], detail: string): void {
  switch (kind) {
    case 'tag':
      tagArticles(store, { articleIds, add: [], remove: [detail] });
      return;
    case 'bookmark':
      removeBookmarks(store, articleIds);
      return;
    case 'read':
      setRead(store, articleIds, false);
      return;
    case 'raise':
      lower(store, articleIds);
      return;
    case 'mute':
      unmute(store, articleIds);
      return;
    default:
      kind satisfies never;
  }
}
