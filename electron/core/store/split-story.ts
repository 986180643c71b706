import { ReaderError } from '../../contract/errors.ts';
import type { ArticleId, FeedId } from '../../contract/model.ts';
import { recount } from './recount.ts';
import type { Store } from './store.ts';

/** The ids of the articles of a story, in order of first publication; also of those that no list shows. */
function membersOf(store: Store, storyId: number): ArticleId[] {
  return store
    .all<{ id: ArticleId }>('SELECT article_id AS id FROM statuses INDEXED BY statuses_by_story WHERE story_id = ? ORDER BY article_id', storyId)
    .map(({ id }) => id);
}

function storyOf(store: Store, id: ArticleId): number | null {
  const row = store.get<{ storyId: number | null }>('SELECT s.story_id AS storyId FROM statuses s JOIN articles a ON a.id = s.article_id WHERE s.article_id = ?', id);
  if (!row) throw new ReaderError('article-missing', `there is no article ${id}`, { articleId: id });
  return row.storyId;
}

/**
 * Takes an article out of its story for good: it and those that stay are never one story again, whatever is published. Answers
 * with those that stay. Throws `article-missing` {articleId}, `story-missing` {articleId} where it is in none.
 */
export function splitStory(store: Store, id: ArticleId): { others: readonly ArticleId[] } {
  return store.transaction(() => {
    const storyId = storyOf(store, id);
    const others = storyId === null ? [] : membersOf(store, storyId).filter((other) => other !== id);
    if (others.length === 0) throw new ReaderError('story-missing', `article ${id} is in no story`, { articleId: id });
    const at = store.stamp();
    for (const other of others) store.run('INSERT OR REPLACE INTO story_splits (article_id, other_id, split_at, taken_out) VALUES (?1, ?2, ?3, 1), (?2, ?1, ?3, 0)', id, other, at);
    store.run('UPDATE statuses SET story_id = NULL WHERE article_id = ?', id);
    return { others };
  });
}

/**
 * Takes the last split of an article back: it is of the story again that the first of the others is in now. Throws
 * `nothing-to-undo` where it was taken out of none.
 */
export function undoSplitStory(store: Store, id: ArticleId): { others: readonly ArticleId[] } {
  return store.transaction(() => {
    const rows = store.all<{ id: ArticleId; storyId: number | null; splitAt: number }>(
      'SELECT p.other_id AS id, s.story_id AS storyId, p.split_at AS splitAt FROM story_splits p JOIN statuses s ON s.article_id = p.other_id WHERE p.article_id = ? AND p.taken_out = 1', id,
    );
    const lastAt = Math.max(...rows.map(({ splitAt }) => splitAt));
    const last = rows.filter(({ splitAt }) => splitAt === lastAt);
    const storyId = last.find((row) => row.storyId !== null)?.storyId ?? null;
    if (storyId === null) throw new ReaderError('nothing-to-undo', `article ${id} was taken out of no story`);
    for (const { id: other } of last) store.run('DELETE FROM story_splits WHERE (article_id = ?1 AND other_id = ?2) OR (article_id = ?2 AND other_id = ?1)', id, other);
    store.run('UPDATE statuses SET story_id = ? WHERE article_id = ?', storyId, id);
    return { others: membersOf(store, storyId).filter((other) => other !== id) };
  });
}

/** Marks the articles of a story that lists show, of those that had arrived by `before` (an `asOf`). Answers with those that changed. */
export function setStoryRead(store: Store, { storyId, read, before }: { readonly storyId: number; readonly read: boolean; readonly before: number }): ArticleId[] {
  return store.transaction(() => {
    const rows = store.all<{ id: ArticleId; feedId: FeedId }>(
      `UPDATE statuses SET read = ?1, read_at = ?2 WHERE story_id = ?3 AND visible = 1 AND read <> ?1 AND arrived_at <= ?4
       RETURNING article_id AS id, feed_id AS feedId`,
      read ? 1 : 0, read ? store.stamp() : null, storyId, before,
    );
    if (rows.length > 0) recount(store, [...new Set(rows.map(({ feedId }) => feedId))]);
    return rows.map(({ id }) => id);
  });
}
