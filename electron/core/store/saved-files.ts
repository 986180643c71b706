import type { ArticleId } from '../../contract/model.ts';
import type { SavedFile } from '../../contract/saving.ts';
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
