import type { ArticleId } from '../../contract/model.ts';
import { bookmark, requireArticle } from './bookmark-status.ts';
import type { Store } from './store.ts';

/** The note of an article, '' where it has none. */
export function noteOf(store: Store, articleId: ArticleId): { readonly text: string; readonly changedAt: number | null } {
  return store.get<{ text: string; changedAt: number }>('SELECT text, changed_at AS changedAt FROM notes WHERE article_id = ?', articleId) ?? { text: '', changedAt: null };
}

/** Writes the note of an article, which bookmarks it; '' removes it. Throws `article-missing` {articleId}. */
export function setNote(store: Store, articleId: ArticleId, text: string): { note: string; before: string; bookmarked: boolean } {
  return store.transaction(() => {
    requireArticle(store, articleId);
    const before = noteOf(store, articleId).text;
    const note = text.trim();
    if (note === '') {
      store.run('DELETE FROM notes WHERE article_id = ?', articleId);
      return { note, before, bookmarked: false };
    }
    store.run(
      'INSERT INTO notes (article_id, text, changed_at) VALUES (?, ?, ?) ON CONFLICT (article_id) DO UPDATE SET text = excluded.text, changed_at = excluded.changed_at',
      articleId, note, store.stamp(),
    );
    return { note, before, bookmarked: bookmark(store, [articleId]).length > 0 };
  });
}
