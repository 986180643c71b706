import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { PlainArticle } from './library.ts';

export const TOKENIZERS = ['unicode61', 'trigram'] as const;
export type Tokenizer = (typeof TOKENIZERS)[number];

/** What search is compared with: LIKE over rows of text, and FTS5 with the tokenizers that SQLite brings. */
export interface Others {
  add(article: PlainArticle): void;
  /** Ends writing. Milliseconds and bytes of each index. */
  finish(): { readonly name: Tokenizer; readonly ms: number; readonly bytes: number }[];
  /** The newest 50, as we answer; or everything, as other readers do. */
  like(word: string, most: number): number;
  /** Null where that index was not made. */
  match(table: Tokenizer, word: string): number | null;
  close(): void;
}

function bytesOf(db: DatabaseSync, name: string): number {
  return Number(db.prepare(`SELECT sum(length(block)) AS n FROM ${name}_data`).get()?.['n'] ?? 0);
}

/** In a database of their own in `folder`. Written as ours is: 50 articles a transaction. */
export function openOthers(folder: string, names: readonly Tokenizer[]): Others {
  const db = new DatabaseSync(join(folder, 'others.db'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000; CREATE TABLE plain (id INTEGER PRIMARY KEY, title TEXT, text TEXT)');
  for (const name of names) db.exec(`CREATE VIRTUAL TABLE ${name} USING fts5 (title, text, content = '', tokenize = '${name}')`);
  const insert = db.prepare('INSERT INTO plain (title, text) VALUES (?, ?)');
  const indexes = names.map((name) => ({ name, sums: { ms: 0 }, statement: db.prepare(`INSERT INTO ${name} (rowid, title, text) VALUES (?, ?, ?)`) }));
  let waiting: { id: number | bigint; article: PlainArticle }[] = [];
  const flush = (): void => {
    for (const { statement, sums } of indexes) {
      const started = process.cpuUsage();
      db.exec('BEGIN');
      for (const { id, article } of waiting) statement.run(id, article.title, article.text);
      db.exec('COMMIT');
      const { user, system } = process.cpuUsage(started);
      sums.ms += (user + system) / 1000;
    }
    waiting = [];
  };
  const count = (sql: string, ...values: SQLInputValue[]): number => db.prepare(sql).all(...values).length;
  return {
    add(article) {
      waiting.push({ id: insert.run(article.title, article.text).lastInsertRowid, article });
      if (waiting.length >= 50) flush();
    },
    finish() {
      flush();
      return indexes.map(({ name, sums }) => ({ name, ms: sums.ms, bytes: bytesOf(db, name) }));
    },
    like: (word, most) => count("SELECT id FROM plain WHERE title LIKE '%' || ?1 || '%' OR text LIKE '%' || ?1 || '%' ORDER BY id DESC LIMIT ?2", word, most),
    match: (table, word) => (!names.includes(table) ? null : count(`SELECT rowid FROM ${table} WHERE ${table} MATCH ? ORDER BY rowid DESC LIMIT 50`, `"${word.replaceAll('"', '')}"`)),
    close: () => db.close(),
  };
}
