import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue } from 'node:sqlite';

export type Row = Readonly<Record<string, SQLInputValue>>;

/** A library that was set aside, read as far as it can be read. Nothing is written to it. */
export interface DamagedLibrary {
  /** The rows of a table; those beyond a damaged page are reached from its other end, so that a row may come twice. */
  rows(table: string): Iterable<Row>;
  /** The same with the named columns alone, and `rowid`: large values are left unread. */
  keys(table: string, ...columns: string[]): Iterable<Row>;
  /** Null where it cannot be read. */
  row(table: string, rowid: SQLInputValue): Row | null;
  /** Whether all of a table is there, by SQLite's own check of its pages: then what it lacks was taken out by somebody. */
  isIntact(table: string): boolean;
  /** Counts something as lost that turned out not to fit. */
  lost(): void;
  /** Whether everything asked for could be read. */
  readonly whole: boolean;
  close(): void;
}

/** Null where not even its list of tables can be read. */
export function openDamaged(path: string): DamagedLibrary | null {
  let db: DatabaseSync;
  let tables: Map<string, boolean>;
  try {
    db = new DatabaseSync(path, { readOnly: true });
  } catch {
    return null;
  }
  try {
    tables = new Map(db.prepare('PRAGMA table_list').all().map((table) => [String(table['name']), table['wr'] === 1]));
    if (!tables.has('statuses')) throw new Error('not a library');
  } catch {
    db.close();
    return null;
  }
  let whole = true;

  function* scan(table: string, columns: string): Generator<Row> {
    // A library that was damaged before its last step lacks the newest tables.
    if (!tables.has(table)) return;
    const order = tables.get(table) ? primaryKey(db, table) : ['rowid'];
    for (const way of ['ASC', 'DESC']) {
      try {
        for (const row of db.prepare(`SELECT ${columns} FROM ${table} ORDER BY ${order.map((column) => `${column} ${way}`).join(', ')}`).iterate()) yield row;
        return;
      } catch (error) {
        if (!isOfSqlite(error)) throw error;
        whole = false;
      }
    }
  }

  return {
    rows: (table) => scan(table, '*'),
    keys: (table, ...columns) => scan(table, ['rowid AS rowid', ...columns].join(', ')),
    row(table, rowid) {
      try {
        return (db.prepare(`SELECT * FROM ${table} WHERE rowid = ?`).get(rowid) as Row | undefined) ?? null;
      } catch {
        whole = false;
        return null;
      }
    },
    isIntact(table) {
      try {
        return tables.has(table) && Object.values(db.prepare(`PRAGMA quick_check(${table})`).get() ?? {})[0] === 'ok';
      } catch {
        return false;
      }
    },
    lost() {
      whole = false;
    },
    get whole() {
      return whole;
    },
    close: () => db.close(),
  };
}

function primaryKey(db: DatabaseSync, table: string): string[] {
  return db.prepare(`PRAGMA table_info(${table})`).all().filter((column) => Number(column['pk']) > 0).map((column) => String(column['name']));
}

/** What is thrown while a row is used is not of the damaged file. */
function isOfSqlite(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error;
}
