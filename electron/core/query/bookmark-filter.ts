import type { BookmarkFilter } from '../../contract/bookmark.ts';
import type { ArticleId } from '../../contract/model.ts';

/** A condition on `statuses s`, for rows that are bookmarked, as constant SQL and its values. */
export interface Condition {
  readonly part: keyof BookmarkFilter;
  readonly sql: string;
  readonly values: readonly (number | string)[];
}

const HIGHLIGHTED = 'EXISTS (SELECT 1 FROM highlights h WHERE h.article_id = s.article_id)';
const NOTED = `(EXISTS (SELECT 1 FROM notes n WHERE n.article_id = s.article_id)
  OR EXISTS (SELECT 1 FROM highlights h WHERE h.article_id = s.article_id AND h.note <> ''))`;
/** The conditions of a filter, one a part. Its text is the search's: `found` are the bookmarks that it finds, where it has one. */
export function bookmarkConditions({ tagIds = [], feedId, from, to, highlights, notes }: BookmarkFilter, found: readonly ArticleId[] | null): Condition[] {
  const conditions: Condition[] = [];
  const tags = [...new Set(tagIds)];
  if (tags.length > 0) {
    const sql = '(SELECT count(*) FROM article_tags at WHERE at.article_id = s.article_id AND at.tag_id IN (SELECT value FROM json_each(?))) = ?';
    conditions.push({ part: 'tagIds', sql, values: [JSON.stringify(tags), tags.length] });
  }
  if (feedId !== undefined) conditions.push({ part: 'feedId', sql: 's.feed_id = ?', values: [feedId] });
  if (from !== undefined) conditions.push({ part: 'from', sql: 's.bookmarked_at >= ?', values: [from] });
  if (to !== undefined) conditions.push({ part: 'to', sql: 's.bookmarked_at < ?', values: [to] });
  if (highlights !== undefined) conditions.push({ part: 'highlights', sql: highlights ? HIGHLIGHTED : `NOT ${HIGHLIGHTED}`, values: [] });
  if (notes !== undefined) conditions.push({ part: 'notes', sql: notes ? NOTED : `NOT ${NOTED}`, values: [] });
  if (found) conditions.push({ part: 'text', sql: 's.article_id IN (SELECT value FROM json_each(?))', values: [JSON.stringify(found)] });
  return conditions;
}

export const WITH_HIGHLIGHTS: Condition = { part: 'highlights', sql: HIGHLIGHTED, values: [] };
export const WITH_NOTES: Condition = { part: 'notes', sql: NOTED, values: [] };
