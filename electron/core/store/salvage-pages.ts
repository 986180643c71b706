import type { SQLInputValue } from 'node:sqlite';
import { assessKept } from './assess-kept.ts';
import type { DamagedLibrary } from './damaged-library.ts';
import { PAGE_IMAGES } from './link-images.ts';
import { takeImage, type Insert } from './salvage-row.ts';
import type { Store } from './store.ts';

/**
 * The texts of pages, saved files and images: of the articles that were `taken` over, and texts of pages that came since the
 * copy to those that it knows. What an article says of them is said anew, since not every row can be read.
 */
export function salvagePages(store: Store, damaged: DamagedLibrary, insert: Insert, taken: ReadonlySet<SQLInputValue>): void {
  const renewed = takePageTexts(store, damaged, insert);
  for (const { rowid = null, article_id: id = null } of damaged.keys('saved_files', 'article_id')) {
    const row = isHere(store, id) ? damaged.row('saved_files', rowid) : null;
    if (row) insert('saved_files', row);
  }
  for (const { article_id: id = null, position = null, image_id: imageId = null } of damaged.rows('article_images')) {
    const isWanted = taken.has(id) || (renewed.has(id) && Number(position) >= PAGE_IMAGES.from);
    const image = isWanted ? takeImage(store, damaged, insert, imageId) : null;
    if (image !== null) insert('article_images', { article_id: id, position, image_id: image });
  }
  const has = 'EXISTS (SELECT 1 FROM page_texts p WHERE p.article_id = articles.id)';
  const changed = store.all<{ id: number }>(`UPDATE articles SET has_page = ${has} WHERE has_page <> ${has} RETURNING id`).map(({ id }) => id);
  assessKept(store, [...new Set([...changed, ...[...renewed].filter((id) => !taken.has(id)).map(Number)])], store.stamp());
}

function isHere(store: Store, id: SQLInputValue): boolean {
  return store.get('SELECT 1 FROM articles WHERE id = ?', id) !== undefined;
}

function takePageTexts(store: Store, damaged: DamagedLibrary, insert: Insert): Set<SQLInputValue> {
  const renewed = new Set<SQLInputValue>();
  for (const { rowid = null, article_id: id = null, fetched_at: at = 0 } of damaged.keys('page_texts', 'article_id', 'fetched_at')) {
    const known = store.get<{ at: number }>('SELECT fetched_at AS at FROM page_texts WHERE article_id = ?', id);
    if (!isHere(store, id) || (known && known.at >= Number(at))) continue;
    const row = damaged.row('page_texts', rowid);
    if (!row) continue;
    store.run('DELETE FROM page_texts WHERE article_id = ?', id);
    store.run('DELETE FROM article_images WHERE article_id = ? AND position >= ?', id, PAGE_IMAGES.from);
    if (insert('page_texts', row)) renewed.add(id);
  }
  return renewed;
}
