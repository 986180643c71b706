import { DatabaseSync } from 'node:sqlite';

/** What a damaged sector leaves of the index of words: the table is whole, what its records say is not. Answers with how many. */
export function spoilIndex(database: string): number {
  return blank(database, 'id > 10');
}

/** The same of its record 10 (fts5_index.c, FTS5_STRUCTURE_ROWID), which says of which pieces it is made: blank, it says of none. */
export function blankStructure(database: string): number {
  return blank(database, 'id = 10');
}

function blank(database: string, which: string): number {
  const db = new DatabaseSync(database, { defensive: false });
  try {
    return Number(db.prepare(`UPDATE search_data SET block = zeroblob(length(block)) WHERE ${which}`).run().changes);
  } finally {
    db.close();
  }
}
