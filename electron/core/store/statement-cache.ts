import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** More than the engine asks in its own words; what is made of a query as it is written comes on top. */
const MOST_STATEMENTS = 1000;

/** Prepares a statement once and keeps it for the next time, so far: each takes some kilobytes for as long as it is kept. */
export function statementCache(db: Pick<DatabaseSync, 'prepare'>, most: number = MOST_STATEMENTS): (sql: string) => StatementSync {
  const statements = new Map<string, StatementSync>();
  return (sql) => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = db.prepare(sql);
      if (statements.size >= most) statements.clear();
      statements.set(sql, statement);
    }
    return statement;
  };
}
