import type { ArticleId } from '../../contract/model.ts';
import type { RuleEffects, RuleId, RunId } from '../../contract/rules.ts';
import { bookmark } from '../store/bookmark-status.ts';
import { mute, raise } from '../store/mute.ts';
import { setRead } from '../store/status.ts';
import type { Store } from '../store/store.ts';
import { tagArticles } from '../store/tags.ts';

export type ChangeKind = 'mute' | 'read' | 'raise' | 'bookmark' | 'tag';

export interface ActOptions {
  readonly ruleId: RuleId;
  /** Notes what changed, for an undo. */
  readonly runId?: RunId;
}

export interface Acted {
  /** Articles that are not as they were. */
  readonly changed: ReadonlySet<ArticleId>;
  /** Those that were not bookmarked before: their texts and images are to be fetched. */
  readonly bookmarked: readonly ArticleId[];
}

/**
 * Does to articles what a rule says, each thing as a person would do it. To be called in a transaction. What is so already
 * is left alone, and no part of an undo.
 */
export function act(store: Store, ids: readonly ArticleId[], { mute: isMuting, markRead, raise: isRaising, bookmark: isBookmarking, tags = [] }: RuleEffects, { ruleId, runId }: ActOptions): Acted {
  const changed = new Set<ArticleId>();
  const bookmarked: ArticleId[] = [];
  const note = (kind: ChangeKind, some: readonly ArticleId[], { at, detail = '' }: { at: number; detail?: string }): void => {
    for (const id of some) changed.add(id);
    if (runId === undefined) return;
    for (const id of some) store.run('INSERT INTO rule_changes (run_id, article_id, effect, detail, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING', runId, id, kind, detail, at);
  };
  if (isMuting) {
    const at = store.stamp();
    note('mute', mute(store, ids, { by: ruleId, at }), { at });
  }
  if (markRead) {
    const unread = column(store, 'SELECT article_id AS n FROM statuses WHERE article_id IN (SELECT value FROM json_each(?)) AND read = 0', ids);
    if (unread.length > 0) {
      setRead(store, unread, true);
      note('read', unread, { at: column(store, 'SELECT read_at AS n FROM statuses WHERE article_id IN (SELECT value FROM json_each(?))', unread.slice(0, 1))[0] ?? 0 });
    }
  }
  if (isRaising) {
    const at = store.stamp();
    note('raise', raise(store, ids, at), { at });
  }
  const keep = (some: readonly ArticleId[]): void => {
    bookmarked.push(...some);
    if (some.length > 0) note('bookmark', some, { at: column(store, 'SELECT bookmarked_at AS n FROM statuses WHERE article_id IN (SELECT value FROM json_each(?))', some.slice(0, 1))[0] ?? 0 });
  };
  if (isBookmarking) keep(bookmark(store, ids));
  for (const title of tags) {
    const given = tagArticles(store, { articleIds: ids, add: [title], remove: [] });
    keep(given.bookmarked);
    note('tag', given.changed, { at: 0, detail: title });
  }
  return { changed, bookmarked };
}

function column(store: Store, sql: string, ids: readonly ArticleId[]): number[] {
  return store.all<{ n: number }>(sql, JSON.stringify(ids)).map(({ n }) => n);
}
