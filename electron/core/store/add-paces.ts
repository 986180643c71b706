import type { DatabaseSync } from 'node:sqlite';

/**
 * Step 5: what the pace of a source and the report on all of them are reckoned from. window_items: how many items its last
 * document held. usual_ms: mean time between its articles. recent_asks: its last 20 asks as bits, 1 where one failed, behind
 * a leading 1. left_out: why it was left out since its last ask. looked_at: when its site was last looked at for another
 * address. host_holds: until when a host wants to be left alone, and how often in a row it said so.
 */
export function addPaces(db: DatabaseSync): void {
  db.exec(`
    ALTER TABLE feeds ADD COLUMN window_items INTEGER;
    ALTER TABLE feeds ADD COLUMN usual_ms INTEGER;
    ALTER TABLE feeds ADD COLUMN recent_asks INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE feeds ADD COLUMN left_out TEXT;
    ALTER TABLE feeds ADD COLUMN looked_at INTEGER;

    CREATE TABLE host_holds (
      host TEXT PRIMARY KEY,
      until_at INTEGER NOT NULL,
      times INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    DROP INDEX activity_by_time;
    CREATE INDEX activity_by_time ON activity (at, outcome);
  `);
}
