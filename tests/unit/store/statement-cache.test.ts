import type { StatementSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { statementCache } from '../../../electron/core/store/statement-cache.ts';
import { testStore } from './library.ts';

/** What is prepared from now on. */
function spyOn(db: { prepare(sql: string): StatementSync }): string[] {
  const prepared: string[] = [];
  const prepare = db.prepare.bind(db);
  db.prepare = (sql) => {
    prepared.push(sql);
    return prepare(sql);
  };
  return prepared;
}

test('a statement is prepared once, and no more are kept than so many', () => {
  const { db } = testStore();
  const prepared = spyOn(db);
  const statement = statementCache(db, 3);
  for (const n of [1, 2, 1, 2, 3]) expect(statement(`SELECT ${n} AS n`).get()).toMatchObject({ n });
  expect(prepared).toHaveLength(3);
  statement('SELECT 4 AS n');
  statement('SELECT 1 AS n');
  expect(prepared.slice(3)).toEqual(['SELECT 4 AS n', 'SELECT 1 AS n']);
});

test('the library keeps so many, however many different ones are asked', () => {
  const store = testStore();
  const prepared = spyOn(store.db);
  store.get('SELECT 1 AS first');
  for (let n = 0; n < 2000; n++) store.get(`SELECT ${n} AS n`);
  prepared.length = 0;
  store.get('SELECT 1 AS first');
  expect(prepared).toEqual(['SELECT 1 AS first']);
});
