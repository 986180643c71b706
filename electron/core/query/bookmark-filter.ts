import type { BookmarkFilter } from '../../contract/bookmark.ts';

/** A condition on `statuses s`, for rows that are bookmarked, as constant SQL and its values. */
export interface Condition {
  readonly part: keyof BookmarkFilter;
  readonly sql: string;
  readonly values: readonly (number | string)[];
}

const HIGHLIGHTED = 'EXISTS (SELECT 1 FROM highlights h WHERE h.article_id = s.article_id)';
const NOTED = `(EXISTS (SELECT 1 FROM notes n WHERE n.article_id = s.article_id)
  OR EXISTS (SELECT 1 FROM highlights h WHERE h.article_id = s.article_id AND h.note <> ''))`;
/** Where a word may stand; ?1 to the last are the same pattern. */
const SAYS = `(EXISTS (SELECT 1 FROM articles a JOIN feeds f ON f.id = a.feed_id
    WHERE a.id = s.article_id AND (a.title LIKE ? ESCAPE '\\' OR a.summary LIKE ? ESCAPE '\\' OR ifnull(f.own_title, f.title) LIKE ? ESCAPE '\\' OR a.outlet LIKE ? ESCAPE '\\'))
  OR EXISTS (SELECT 1 FROM notes n WHERE n.article_id = s.article_id AND n.text LIKE ? ESCAPE '\\')
  OR EXISTS (SELECT 1 FROM highlights h WHERE h.article_id = s.article_id AND (h.quote LIKE ? ESCAPE '\\' OR h.note LIKE ? ESCAPE '\\'))
  OR EXISTS (SELECT 1 FROM article_tags at JOIN tags t ON t.id = at.tag_id WHERE at.article_id = s.article_id AND t.title LIKE ? ESCAPE '\\'))`;
const SAYS_VALUES = 8;
const MOST_WORDS = 8;

function pattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}

/** The conditions of a filter, one a part, and one a word of its text. Of letters that are not Latin ones, case counts. */
export function bookmarkConditions({ tagIds = [], feedId, from, to, highlights, notes, text = '' }: BookmarkFilter): Condition[] {
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
  for (const word of text.split(/\s+/u).filter(Boolean).slice(0, MOST_WORDS)) {
    conditions.push({ part: 'text', sql: SAYS, values: Array.from({ length: SAYS_VALUES }, () => pattern(word)) });
  }
  return conditions;
}

export const WITH_HIGHLIGHTS: Condition = { part: 'highlights', sql: HIGHLIGHTED, values: [] };
export const WITH_NOTES: Condition = { part: 'notes', sql: NOTED, values: [] };
