import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceBytes, StorageReport } from '../../contract/offline.ts';
import { publicAddress } from '../secret-address.ts';
import { lastRun } from '../store/last-runs.ts';
import { libraryPaths } from '../store/library-paths.ts';
import type { Store } from '../store/store.ts';

/** What uses space, from sums that are kept: no article is walked over but the bookmarks. `top`: how many sources are named. */
export function storageReport(store: Store, top: number): Omit<StorageReport, 'disk' | 'short'> {
  const { database, backups } = libraryPaths(store.profile);
  const sums = store.get<{ texts: number; images: number; files: number }>(
    `SELECT (SELECT total(text_bytes) FROM feed_tallies) AS texts, image_bytes AS images, (SELECT ifnull(sum(bytes), 0) FROM saved_files) AS files FROM library`,
  );
  return {
    database: sizeOf(database) + sizeOf(`${database}-wal`),
    texts: sums?.texts ?? 0,
    images: sums?.images ?? 0,
    files: sums?.files ?? 0,
    backups: sizeOfFolder(backups),
    byFeed: store
      .all<SourceBytes>(
        `SELECT f.id AS feedId, f.feed_url AS feedUrl, ifnull(f.own_title, f.title) AS title, t.text_bytes + t.image_bytes AS bytes
         FROM feed_tallies t JOIN feeds f ON f.id = t.feed_id WHERE t.text_bytes + t.image_bytes > 0 ORDER BY bytes DESC, f.id LIMIT ?`,
        top,
      )
      .map((row) => ({ ...row, feedUrl: publicAddress(row.feedUrl) })),
    bookmarks: bytesOfBookmarks(store),
    lastEviction: lastRun(store, 'evict'),
  };
}

function bytesOfBookmarks(store: Store): number {
  const texts = store.get<{ bytes: number }>(
    `SELECT ifnull(sum(ifnull(length(b.html), 0) + ifnull(length(p.html), 0)
       + ifnull((SELECT sum(length(z.html)) FROM frozen_texts z WHERE z.article_id = s.article_id), 0)), 0) AS bytes
     FROM statuses s INDEXED BY statuses_bookmarked LEFT JOIN bodies b ON b.article_id = s.article_id LEFT JOIN page_texts p ON p.article_id = s.article_id
     WHERE s.bookmarked = 1`,
  );
  const images = store.get<{ bytes: number }>(
    `SELECT ifnull(sum(bytes), 0) AS bytes FROM images WHERE id IN (
       SELECT ai.image_id FROM statuses s INDEXED BY statuses_bookmarked JOIN article_images ai ON ai.article_id = s.article_id WHERE s.bookmarked = 1
       UNION SELECT z.image_id FROM statuses s INDEXED BY statuses_bookmarked JOIN frozen_texts t ON t.article_id = s.article_id
         JOIN frozen_images z ON z.frozen_id = t.id WHERE s.bookmarked = 1)`,
  );
  return (texts?.bytes ?? 0) + (images?.bytes ?? 0);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Of the files in it; 0 where it is missing. */
function sizeOfFolder(folder: string): number {
  try {
    return readdirSync(folder).reduce((sum, name) => sum + sizeOf(join(folder, name)), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}
