import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import type { ArticleId } from '../../contract/model.ts';
import type { SavedFile } from '../../contract/saving.ts';
import { backupPath, listBackups } from './backup-files.ts';
import type { Store } from './store.ts';

/** Notes the file that an article was saved from, in place of the one before. */
export function keepSavedFile(store: Store, id: ArticleId, { name, type, bytes, sha256, pages }: SavedFile): void {
  store.run(
    `INSERT INTO saved_files (article_id, name, type, bytes, sha256, pages) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (article_id) DO UPDATE SET name = excluded.name, type = excluded.type, bytes = excluded.bytes, sha256 = excluded.sha256, pages = excluded.pages`,
    id, name, type, bytes, sha256, pages,
  );
}

/** The file that an article was saved from, or null. */
export function savedFileOf(store: Store, id: ArticleId): SavedFile | null {
  return store.get<SavedFile>('SELECT name, type, bytes, sha256, pages FROM saved_files WHERE article_id = ?', id) ?? null;
}

/** The SHA-256 of every file that an article was saved from. */
export function savedFileHashes(store: Store): Set<string> {
  return new Set(store.all<{ sha256: string }>('SELECT sha256 FROM saved_files').map(({ sha256 }) => sha256));
}

/** The same of every copy of a profile that can be restored; null where one of them cannot be read. */
export function savedFilesOfCopies(profile: string): Set<string> | null {
  const hashes = new Set<string>();
  for (const { name } of listBackups(profile)) {
    const found = hashesIn(backupPath(profile, name));
    if (found === null) return null;
    for (const hash of found) hashes.add(hash);
  }
  return hashes;
}

function hashesIn(path: string): string[] | null {
  // Immutable: reading must leave nothing beside a copy. One that was set aside with its log needs that to be whole.
  const address = pathToFileURL(path);
  if (!existsSync(`${path}-wal`)) address.searchParams.set('immutable', '1');
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(address, { readOnly: true });
    // A copy may be older than the table.
    if (!db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'saved_files'").get()) return [];
    return db.prepare('SELECT sha256 FROM saved_files').all().map(({ sha256 }) => String(sha256));
  } catch {
    return null;
  } finally {
    db?.close();
  }
}
