import type { SQLInputValue } from 'node:sqlite';
import { ReaderError } from '../../contract/errors.ts';
import type { DamagedLibrary, Row } from './damaged-library.ts';
import type { Store } from './store.ts';

/** Adds a row that is not there yet, with the columns that both sides know. Answers with whether it was added. */
export type Insert = (table: string, row: Row, instead?: Row) => boolean;

/** `damaged` hears of rows that do not fit. */
export function inserter(store: Store, damaged: DamagedLibrary): Insert {
  const known = new Map<string, ReadonlySet<string>>();
  const columnsOf = (table: string): ReadonlySet<string> => {
    const found = known.get(table) ?? new Set(store.all<{ name: string }>(`PRAGMA table_info(${table})`).map(({ name }) => name));
    known.set(table, found);
    return found;
  };
  return (table, row, instead = {}) => {
    const whole = { ...row, ...instead };
    const names = Object.keys(whole).filter((name) => columnsOf(table).has(name));
    const values = names.map((name): SQLInputValue => whole[name] ?? null);
    try {
      return store.run(`INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`, ...values) > 0;
    } catch (error) {
      // What it refers to, a source or an article, could not be read.
      if (!(error instanceof ReaderError) || error.code !== 'database-failed') throw error;
      damaged.lost();
      return false;
    }
  };
}

/** The id that an image of the damaged library has here; null where it cannot be read. Sums of bytes follow changes alone. */
export function takeImage(store: Store, damaged: DamagedLibrary, insert: Insert, imageId: SQLInputValue): number | null {
  const image = damaged.row('images', imageId);
  if (!image) return null;
  const { id: _, bytes = 0, ...rest } = image;
  if (insert('images', rest, { bytes: 0 })) store.run('UPDATE images SET bytes = ? WHERE key = ?', bytes, rest['key'] ?? null);
  return store.get<{ id: number }>('SELECT id FROM images WHERE key = ?', rest['key'] ?? null)?.id ?? null;
}
