import type { ArticleId } from '../../contract/model.ts';
import { SAVED_FEED } from '../../contract/saving.ts';
import { printedDay, type PageFacts } from '../../contract/page-facts.ts';
import type { Store } from './store.ts';

interface Row {
  readonly title: string;
  readonly url: string | null;
}

/** Gives a saved link what its page says of itself, where it has nothing of its own: a title, a date, authors, an outlet. */
export function describeSaved(store: Store, id: ArticleId, facts: PageFacts): void {
  const { headline, publishedAt, authors, tags, outlet } = facts;
  const row = store.get<Row>('SELECT a.title, a.url FROM articles a JOIN feeds f ON f.id = a.feed_id WHERE a.id = ? AND f.feed_url = ?', id, SAVED_FEED);
  if (!row) return;
  store.run(
    `UPDATE articles SET title = ?2, outlet = CASE WHEN ?3 THEN ifnull(?4, outlet) ELSE outlet END, published_day = CASE WHEN published_at IS NULL THEN ?6 ELSE published_day END,
       published_at = ifnull(published_at, ?5), authors = iif(authors = '[]', ?7, authors), tags = iif(tags = '[]', ?8, tags) WHERE id = ?1`,
    id, isNamedByAddress(row) && headline !== null ? headline : row.title, isNamedByAddress(row) ? 1 : 0, outlet, publishedAt,
    printedDay(facts), JSON.stringify(authors), JSON.stringify(tags),
  );
}

/** A link without a title is named by its address. */
function isNamedByAddress({ title, url }: Row): boolean {
  return url !== null && url.replace(/^https?:\/\/(?:www\.)?/, '').startsWith(title.replace(/…$/, ''));
}

/** Gives a saved page the title that a person wants. */
export function titleSaved(store: Store, id: ArticleId, title: string): void {
  store.run('UPDATE articles SET title = ? WHERE id = ? AND feed_id IN (SELECT id FROM feeds WHERE feed_url = ?)', title, id, SAVED_FEED);
}

/** Bookmarked links that wait for their text, newest first. Epoch milliseconds. */
export function savedLinks(store: Store, { now, limit }: { readonly now: number; readonly limit: number }): ArticleId[] {
  return store
    .all<{ id: ArticleId }>(
      `SELECT s.article_id AS id FROM feeds f CROSS JOIN statuses s INDEXED BY statuses_by_feed ON s.feed_id = f.id AND s.visible = 1
         CROSS JOIN articles a ON a.id = s.article_id
       WHERE f.feed_url = ? AND s.bookmarked = 1 AND a.url IS NOT NULL AND a.has_page = 0 AND a.text_length = 0
         AND NOT EXISTS (SELECT 1 FROM page_failures x WHERE x.article_id = a.id AND x.retry_at > ?)
       ORDER BY s.article_id DESC LIMIT ?`,
      SAVED_FEED, now, limit,
    )
    .map(({ id }) => id);
}
