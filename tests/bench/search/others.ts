import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { PlainArticle } from './library.ts';

/** What search is compared with: LIKE over rows of text, and FTS5 with the tokenizers that SQLite brings. */
export interface Others {
  add(article: PlainArticle): void;
  /** Ends writing. Milliseconds and bytes of each index. */
  finish(): Record<'unicode61' | 'trigram', { ms: number; bytes: number }>;
  like(word: string): number;
  match(table: 'unicode61' | 'trigram', word: string): number;
  close(): void;
}

function bytesOf(db: DatabaseSync, name: string): number {
  return Number(db.prepare(`SELECT sum(length(block)) AS n FROM ${name}_data`).get()?.['n'] ?? 0);
}

/** In a database of their own in `folder`. Written as ours is: 50 articles a transaction. */
export function openOthers(folder: string): Others {
  const db = new DatabaseSync(join(folder, 'others.db'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000; CREATE TABLE plain (id INTEGER PRIMARY KEY, title TEXT, text TEXT)');
  for (const name of ['unicode61', 'trigram']) db.exec(`CREATE VIRTUAL TABLE ${name} USING fts5 (title, text, content = '', tokenize = '${name}')`);
  const insert = db.prepare('INSERT INTO plain (title, text) VALUES (?, ?)');
  const indexes = { unicode61: db.prepare('INSERT INTO unicode61 (rowid, title, text) VALUES (?, ?, ?)'), trigram: db.prepare('INSERT INTO trigram (rowid, title, text) VALUES (?, ?, ?)') };
  const sums = { unicode61: 0, trigram: 0 };
  let waiting: { id: number | bigint; article: PlainArticle }[] = [];
  const flush = (): void => {
    for (const name of ['unicode61', 'trigram'] as const) {
      const started = process.cpuUsage();
      db.exec('BEGIN');
      for (const { id, article } of waiting) indexes[name].run(id, article.title, article.text);
      db.exec('COMMIT');
      const { user, system } = process.cpuUsage(started);
      sums[name] += (user + system) / 1000;
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
      return { unicode61: { ms: sums.unicode61, bytes: bytesOf(db, 'unicode61') }, trigram: { ms: sums.trigram, bytes: bytesOf(db, 'trigram') } };
    },
    like: (word) => count("SELECT id FROM plain WHERE title LIKE '%' || ?1 || '%' OR text LIKE '%' || ?1 || '%' ORDER BY id DESC LIMIT 50", word),
    match: (table, word) => count(`SELECT rowid FROM ${table} WHERE ${table} MATCH ? ORDER BY rowid DESC LIMIT 50`, `"${word.replaceAll('"', '')}"`),
    close: () => db.close(),
  };
}
