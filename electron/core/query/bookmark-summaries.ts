import type { ArticleTag, BookmarkSummary } from '../../contract/bookmark.ts';
import type { ArticleId } from '../../contract/model.ts';
import type { StoreReads } from '../store/store.ts';
import { articleSummaries } from './article-summaries.ts';

interface Row {
  readonly id: ArticleId;
  readonly bookmarkedAt: number;
  readonly note: string;
  readonly tags: string | null;
  readonly quote: string | null;
  readonly quoteNote: string | null;
  readonly highlights: number;
  readonly highlightNotes: number;
}

/** The summaries of some bookmarks with what the person added, in the order of their ids. */
export function bookmarkSummaries(store: StoreReads, ids: readonly ArticleId[]): BookmarkSummary[] {
  const list = JSON.stringify(ids);
  const rows = store.all<Row>(
    `SELECT s.article_id AS id, s.bookmarked_at AS bookmarkedAt, ifnull((SELECT text FROM notes n WHERE n.article_id = s.article_id), '') AS note,
       (SELECT json_group_array(json_object('id', t.id, 'title', t.title)) FROM article_tags at JOIN tags t ON t.id = at.tag_id WHERE at.article_id = s.article_id) AS tags,
       (SELECT quote FROM highlights h WHERE h.article_id = s.article_id ORDER BY h.start LIMIT 1) AS quote,
       (SELECT note FROM highlights h WHERE h.article_id = s.article_id ORDER BY h.start LIMIT 1) AS quoteNote,
       (SELECT count(*) FROM highlights h WHERE h.article_id = s.article_id) AS highlights,
       (SELECT count(*) FROM highlights h WHERE h.article_id = s.article_id AND h.note <> '') AS highlightNotes
     FROM json_each(?) AS wanted CROSS JOIN statuses s ON s.article_id = wanted.value`,
    list,
  );
  const added = new Map(rows.map((row) => [row.id, row]));
  return articleSummaries(store, ids).flatMap((summary) => {
    const row = added.get(summary.id);
    if (!row) return [];
    return [{
      ...summary,
      bookmarkedAt: row.bookmarkedAt,
      tags: JSON.parse(row.tags ?? '[]') as ArticleTag[],
      firstHighlight: row.quote === null ? null : { quote: row.quote, note: row.quoteNote ?? '' },
      highlights: row.highlights,
      notes: row.highlightNotes + (row.note === '' ? 0 : 1),
      note: row.note,
      hit: null,
    }];
  });
}
