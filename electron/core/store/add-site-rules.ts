import type { DatabaseSync } from 'node:sqlite';

/** Step 13: what each site's robots.txt said, so that no site is asked for it twice a day, whatever starts and ends. */
export function addSiteRules(db: DatabaseSync): void {
  db.exec('CREATE TABLE site_rules (origin TEXT PRIMARY KEY, until_at INTEGER NOT NULL, rules TEXT NOT NULL) STRICT, WITHOUT ROWID');
}
