import { ReaderError } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/model.ts';
import type { Store } from './store.ts';

/** Keeps an article on this device whatever its age, or lets it go. Throws `article-missing` {articleId}. */
export function setPinned(store: Store, id: ArticleId, pinned: boolean): void {
  const changed = store.run('UPDATE statuses SET pinned_at = ? WHERE article_id = ? AND presence = 1', pinned ? store.stamp() : null, id);
  if (changed === 0) throw new ReaderError('article-missing', `there is no article ${id}`, { articleId: id });
}
