import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { PlainArticle } from './library.ts';

export const TOKENIZERS = ['unicode61', 'trigram'] as const;
export type Tokenizer = (typeof TOKENIZERS)[number];

/** An index and what it cost: milliseconds and bytes, for so many articles. */
export interface OtherIndex {
  readonly name: Tokenizer;
  readonly articles: number;
  readonly ms: number;
  readonly bytes: number;
}

/** What search is compared with: LIKE over rows of text, and FTS5 with the tokenizers that SQLite brings. */
export interface Others {
  /** `behind`: how many come after it. */
  add(article: PlainArticle, behind: number): void;
  /** Ends writing. */
  finish(): OtherIndex[];
  /** The newest 50, as we answer; or everything, as other readers do. */
  like(word: string, most: number): number;
  /** A word, or with `begins` all that begin so. Null where that index was not made. */
  match(table: Tokenizer, word: string, begins?: boolean): number | null;
  close(): void;
}

function bytesOf(db: DatabaseSync, name: string): number {
  return Number(db.prepare(`SELECT sum(length(block)) AS n FROM ${name}_data`).get()?.['n'] ?? 0);
}

/**
 * In a database of their own in `folder`, which may hold what an earlier run made. Written as ours is: 50 articles a transaction.
 * `most`: an index is made of the newest so many only.
 */
export function openOthers(folder: string, names: readonly Tokenizer[], most: Readonly<Partial<Record<Tokenizer, number>>> = {}): Others {
  const db = new DatabaseSync(join(folder, 'others.db'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000; CREATE TABLE IF NOT EXISTS plain (id INTEGER PRIMARY KEY, title TEXT, text TEXT)');
  for (const name of names) db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS ${name} USING fts5 (title, text, content = '', tokenize = '${name}')`);
  const insert = db.prepare('INSERT INTO plain (title, text) VALUES (?, ?)');
  const indexes = names.map((name) => ({ name, sums: { ms: 0, articles: 0 }, most: most[name] ?? Number.MAX_SAFE_INTEGER, statement: db.prepare(`INSERT INTO ${name} (rowid, title, text) VALUES (?, ?, ?)`) }));
  let waiting: { id: number | bigint; article: PlainArticle; behind: number }[] = [];
  const flush = (): void => {
    for (const { statement, sums, most: newest } of indexes) {
      const taken = waiting.filter(({ behind }) => behind < newest);
      if (taken.length === 0) continue;
      const started = process.cpuUsage();
      db.exec('BEGIN');
      for (const { id, article } of taken) statement.run(id, article.title, article.text);
      db.exec('COMMIT');
      const { user, system } = process.cpuUsage(started);
      sums.ms += (user + system) / 1000;
      sums.articles += taken.length;
    }
    waiting = [];
  };
  const count = (sql: string, ...values: SQLInputValue[]): number => db.prepare(sql).all(...values).length;
  return {
    add(article, behind) {
      waiting.push({ id: insert.run(article.title, article.text).lastInsertRowid, article, behind });
      if (waiting.length >= 50) flush();
    },
    finish() {
      flush();
      return indexes.map(({ name, sums }) => ({ name, ...sums, bytes: bytesOf(db, name) }));
    },
    like: (word, most) => count("SELECT id FROM plain WHERE title LIKE '%' || ?1 || '%' OR text LIKE '%' || ?1 || '%' ORDER BY id DESC LIMIT ?2", word, most),
    match: (table, word, begins = false) => (!names.includes(table) ? null : count(`SELECT rowid FROM ${table} WHERE ${table} MATCH ? ORDER BY rowid DESC LIMIT 50`, `"${word.replaceAll(/["*]/g, '')}"${begins ? ' *' : ''}`)),
    close: () => db.close(),
  };
}
