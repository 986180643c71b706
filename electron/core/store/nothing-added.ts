/** A condition on `statuses s`, as SQL: no person added a tag, a note or a highlight to the article, bookmarked or not. */
export const NOTHING_ADDED = `NOT EXISTS (SELECT 1 FROM article_tags t WHERE t.article_id = s.article_id)
  AND NOT EXISTS (SELECT 1 FROM notes n WHERE n.article_id = s.article_id)
  AND NOT EXISTS (SELECT 1 FROM highlights h WHERE h.article_id = s.article_id)`;
