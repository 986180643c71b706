import { DatabaseSync } from 'node:sqlite';

/** What a damaged sector leaves of the index of words: the table is whole, what its records say is not. Answers with how many. */
export function spoilIndex(database: string): number {
  const db = new DatabaseSync(database, { defensive: false });
  try {
    return Number(db.prepare('UPDATE search_data SET block = zeroblob(length(block)) WHERE id > 10').run().changes);
  } finally {
    db.close();
  }
}
