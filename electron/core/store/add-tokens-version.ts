import type { DatabaseSync } from 'node:sqlite';

/** Step 24: by which version of the tokens the index was made (contract/search/tokens.ts); 0 for what was made before they had one. */
export function addTokensVersion(db: DatabaseSync): void {
  db.exec('ALTER TABLE search_fill ADD COLUMN version INTEGER NOT NULL DEFAULT 0');
}
