import type { Highlight, HighlightId, TextQuote } from '../../contract/bookmark.ts';
import { ReaderError } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/model.ts';
import { bookmark, requireArticle } from './bookmark-status.ts';
import type { Store } from './store.ts';

const COLUMNS = 'id, article_id AS articleId, quote, prefix, suffix, start, note, created_at AS createdAt, changed_at AS changedAt';

/** The highlights of an article in the order in which they were found in its text. */
export function highlightsOf(store: Store, articleId: ArticleId): Highlight[] {
  return store.all<Highlight>(`SELECT ${COLUMNS} FROM highlights WHERE article_id = ? ORDER BY start`, articleId).map((row) => ({ ...row }));
}

export interface NewHighlight extends TextQuote {
  /** Of one that is added again. */
  readonly id?: HighlightId | undefined;
  readonly articleId: ArticleId;
  readonly note?: string | undefined;
  /** Of one that is added again, epoch milliseconds. */
  readonly createdAt?: number | undefined;
}

function found(row: Highlight | undefined, id: HighlightId): Highlight {
  if (!row) throw new ReaderError('highlight-missing', `there is no highlight ${id}`, { highlightId: id });
  return { ...row };
}

/** Marks a passage, which bookmarks its article. Throws `article-missing` {articleId}. */
export function addHighlight(store: Store, { id, articleId, quote, prefix, suffix, start, note = '', createdAt }: NewHighlight): { highlight: Highlight; bookmarked: boolean } {
  return store.transaction(() => {
    requireArticle(store, articleId);
    const at = store.stamp();
    const row = store.get<Highlight>(
      // An id is given again once the highlight that had the highest is gone; null has SQLite choose one.
      `INSERT INTO highlights (id, article_id, quote, prefix, suffix, start, note, created_at, changed_at)
       VALUES ((SELECT id FROM (SELECT ? AS id) WHERE id NOT IN (SELECT id FROM highlights)), ?, ?, ?, ?, ?, ?, ?, ?) RETURNING ${COLUMNS}`,
      id ?? null, articleId, quote, prefix, suffix, start, note.trim(), createdAt ?? at, at,
    );
    if (!row) throw new Error('an inserted highlight has an id');
    return { highlight: { ...row }, bookmarked: bookmark(store, [articleId]).length > 0 };
  });
}

/** Writes the note of a highlight; '' removes it. Throws `highlight-missing` {highlightId}. */
export function changeHighlight(store: Store, id: HighlightId, note: string): Highlight {
  return found(store.get<Highlight>(`UPDATE highlights SET note = ?, changed_at = ? WHERE id = ? RETURNING ${COLUMNS}`, note.trim(), store.stamp(), id), id);
}

/** Throws `highlight-missing` {highlightId}. Answers with what it was, so that it can be added again. */
export function removeHighlight(store: Store, id: HighlightId): Highlight {
  return found(store.get<Highlight>(`DELETE FROM highlights WHERE id = ? RETURNING ${COLUMNS}`, id), id);
}
