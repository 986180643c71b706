import type { SQLInputValue } from 'node:sqlite';
import type { Salvaged } from '../../contract/backup.ts';
import { deflateBody } from '../normalize/body.ts';
import { openDamaged, type DamagedLibrary, type Row } from './damaged-library.ts';
import { noteArrivals, noteFiguresDue, noteUnindexed, noteUnnamed } from './note-texts.ts';
import { recount } from './recount.ts';
import { retally } from './retally.ts';
import { inserter, type Insert } from './salvage-row.ts';
import { salvageAlerts } from './salvage-alerts.ts';
import { salvageEvidence } from './salvage-evidence.ts';
import { salvageWatches } from './salvage-watches.ts';
import { salvagePages } from './salvage-pages.ts';
import type { Store } from './store.ts';

/**
 * Takes over from a damaged library what is newer than the copy that took its place, row by row as far as rows can be
 * read: sources, articles, read marks, bookmarks, what is kept for offline, tags, notes, highlights and frozen texts. Where both know a thing, a
 * bookmark of either stays and the read mark of the damaged one, which is later, holds. Watchlists and rules that were removed
 * since the copy was made, at `copiedAt` (epoch milliseconds), are gone. Done twice it changes nothing. The stamps of the store do
 * not know those that came: it is to be opened anew.
 * Null where nothing can be read.
 */
export function salvage(store: Store, path: string, copiedAt: number): Salvaged | null {
  const damaged = openDamaged(path);
  if (!damaged) return null;
  try {
    return store.transaction(() => {
      const into = inserter(store, damaged);
      takeSources(damaged, into);
      const { added, bookmarks } = takeStatuses(store, damaged, into);
      const articles = takeArticles(store, damaged, into, added);
      const evidence = salvageEvidence(store, damaged, into);
      salvageWatches(store, damaged, { insert: into, copiedAt });
      salvageAlerts(store, damaged, into);
      recount(store, store.all<{ id: number }>('SELECT id FROM feeds').map(({ id }) => id));
      retally(store);
      store.run('UPDATE library SET last_stamp = max(last_stamp, ifnull((SELECT max(max(arrived_at), max(kept_at), max(ifnull(read_at, 0)), max(ifnull(bookmarked_at, 0))) FROM statuses), 0))');
      return { articles, bookmarks, ...evidence, whole: damaged.whole };
    });
  } finally {
    damaged.close();
  }
}

/** A folder that lost its parent comes to the top; a source is read from the beginning, since not all of it may be here, and its icon looked for anew. */
function takeSources(damaged: DamagedLibrary, insert: Insert): void {
  const folders = [...damaged.rows('folders')];
  for (const folder of folders) insert('folders', folder, { parent_id: null });
  for (const feed of damaged.rows('feeds')) {
    const asNew = { etag: null, last_modified: null, body_hash: null, icon: null };
    const folderId = folders.some(({ id }) => id === feed['folder_id']) ? feed['folder_id'] ?? null : null;
    if (insert('feeds', feed, { ...asNew, folder_id: folderId })) insert('feed_tallies', { feed_id: feed['id'] ?? null });
  }
}

function takeStatuses(store: Store, damaged: DamagedLibrary, insert: Insert): { added: Map<SQLInputValue, Row>; bookmarks: number } {
  const known = new Set(store.all<{ id: number }>('SELECT article_id AS id FROM statuses').map(({ id }) => id));
  const added = new Map<SQLInputValue, Row>();
  let bookmarks = 0;
  for (const status of damaged.rows('statuses')) {
    const id = Number(status['article_id']);
    const isBookmarked = status['bookmarked'] === 1;
    if (known.has(id)) {
      store.run('UPDATE statuses SET read = ?1, read_at = ?2 WHERE article_id = ?3 AND read <> ?1', status['read'] ?? 0, status['read_at'] ?? null, id);
      store.run('UPDATE statuses SET pinned_at = ? WHERE article_id = ? AND pinned_at IS NULL', status['pinned_at'] ?? null, id);
      store.run('UPDATE statuses SET reading_place = ? WHERE article_id = ? AND reading_place IS NULL', status['reading_place'] ?? null, id);
      if (isBookmarked) bookmarks += store.run('UPDATE statuses SET bookmarked = 1, bookmarked_at = ?, visible = (presence = 1) WHERE article_id = ? AND bookmarked = 0', status['bookmarked_at'] ?? null, id);
      continue;
    }
    // Until its article is here as well, it waits for it as that of a source that is gone: it comes back with its marks.
    if (!insert('statuses', status, { presence: status['presence'] === 1 ? 2 : status['presence'] ?? 0, visible: 0, kept: 0, story_id: null })) continue;
    known.add(id);
    added.set(id, status);
    if (isBookmarked) bookmarks += 1;
  }
  return { added, bookmarks };
}

function takeArticles(store: Store, damaged: DamagedLibrary, insert: Insert, added: ReadonlyMap<SQLInputValue, Row>): number {
  const bodies = new Map<SQLInputValue, SQLInputValue>();
  for (const { rowid, article_id: id } of damaged.keys('bodies', 'article_id')) if (added.has(id ?? null)) bodies.set(id ?? null, rowid ?? null);
  const taken = new Set<SQLInputValue>();
  for (const { rowid, id = null } of damaged.keys('articles', 'id')) {
    const status = added.get(id);
    const article = status && !taken.has(id) ? damaged.row('articles', rowid ?? null) : null;
    if (!status || !article) continue;
    const body = damaged.row('bodies', bodies.get(id) ?? null) ?? insteadOf(article, status);
    // Without its text, an article that nobody bookmarked is left for its source to bring again.
    if (!body || !insert('articles', article)) continue;
    insert('bodies', body);
    store.run('UPDATE statuses SET presence = 1, visible = ?, kept = ? WHERE article_id = ?', status['visible'] ?? 1, status['kept'] ?? 0, id);
    taken.add(id);
  }
  const ids = [...taken].map(Number);
  noteArrivals(store, ids);
  noteUnnamed(store, ids);
  noteUnindexed(store, ids);
  noteFiguresDue(store, ids);
  salvagePages(store, damaged, insert, taken);
  salvageSplits(store, damaged, insert);
  return taken.size;
}

/** Stories are found anew; what a person took apart is not to be found again. */
function salvageSplits(store: Store, damaged: DamagedLibrary, insert: Insert): void {
  for (const split of damaged.rows('story_splits')) {
    if (insert('story_splits', split) && split['taken_out'] === 1) store.run('UPDATE statuses SET story_id = NULL WHERE article_id = ?', split['article_id'] ?? null);
  }
}

function insteadOf(article: Row, status: Row): Row | null {
  if (status['bookmarked'] !== 1) return null;
  const { summary } = article;
  const text = (typeof summary === 'string' ? summary : '').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return { article_id: article['id'] ?? null, html: deflateBody(`<p>${text}</p>`) };
}
