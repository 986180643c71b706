import type { DatabaseSync } from 'node:sqlite';

/** Step 32: as leanArrivals, of what is to be read for its figures: the last two triggers that each new article and its body fired. */
export function leanFigures(db: DatabaseSync): void {
  db.exec(`
    DROP TRIGGER figures_of_article;
    DROP TRIGGER figures_of_late_body;
  `);
}
