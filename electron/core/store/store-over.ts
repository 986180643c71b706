import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { ReaderError } from '../../contract/errors.ts';
import { toStoreError } from './sqlite-error.ts';
import { statementCache } from './statement-cache.ts';
import type { Store } from './store.ts';

export interface StoreOverOptions {
  readonly profile: string;
  readonly now: () => number;
  /** The greatest stamp that the database holds. */
  readonly lastStamp: number;
  readonly release: () => void;
  /** Called after each write that is in the log. */
  readonly onWrite?: (() => void) | undefined;
  /** Called with the store at the end of each transaction, in it. */
  readonly settle?: ((store: Store) => void) | undefined;
  /** Called when a statement meets damage in the file. */
  readonly onDamage?: (() => void) | undefined;
  /** Called when a statement meets damage in the index of words, to put an empty one in its place. */
  readonly remake?: ((store: Store) => void) | undefined;
}

/** The Store over an open, migrated database. */
export function storeOver(db: DatabaseSync, { profile, now, lastStamp, release, onWrite, settle, onDamage, remake }: StoreOverOptions): Store {
  const prepared = statementCache(db);
  let last = lastStamp;
  let isOpen = false;
  let epoch = 0;

  function named(error: unknown): unknown {
    const known = toStoreError(profile, error);
    if (!(known instanceof ReaderError)) return known;
    if (known !== error && known.code === 'database-damaged') onDamage?.();
    // Within a transaction it is for that to end first.
    if (known.code === 'search-damaged' && !isOpen) remake?.(store);
    return known;
  }

  function guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw named(error);
    }
  }

  /** A full disk or an I/O error takes the whole transaction back: what would be written after that must not stand alone. */
  function requireOpen(): void {
    if (!db.isTransaction) throw new Error('the transaction was rolled back');
  }

  function transaction<T>(work: () => T): T {
    if (isOpen) {
      requireOpen();
      return work();
    }
    isOpen = true;
    try {
      db.exec('BEGIN IMMEDIATE');
      const answer = work();
      settleOrRemake();
      db.exec('COMMIT');
      onWrite?.();
      return answer;
    } catch (error) {
      epoch += 1;
      // A full disk or an I/O error has rolled back already.
      if (db.isTransaction) db.exec('ROLLBACK');
      isOpen = false;
      throw named(error);
    } finally {
      isOpen = false;
    }
  }

  /** What a transaction wrote is worth more than the index of it: that is made anew, and the writing stands. */
  function settleOrRemake(): void {
    if (!settle) return;
    db.exec('SAVEPOINT settle');
    try {
      settle(store);
      // FTS5 writes what it gathered at a savepoint, else as the transaction ends, where all of that would be lost with it.
      db.exec('SAVEPOINT written; RELEASE written; RELEASE settle');
    } catch (error) {
      const known = toStoreError(profile, error);
      if (!remake || !db.isTransaction || !(known instanceof ReaderError) || known.code !== 'search-damaged') throw error;
      db.exec('ROLLBACK TO settle; RELEASE settle');
      remake(store);
    }
  }

  function savepoint<T>(work: () => T): T {
    if (!isOpen) return transaction(work);
    requireOpen();
    return guarded(() => {
      db.exec('SAVEPOINT part');
      try {
        const answer = work();
        db.exec('RELEASE part');
        return answer;
      } catch (error) {
        epoch += 1;
        if (db.isTransaction) db.exec('ROLLBACK TO part; RELEASE part');
        throw error;
      }
    });
  }

  const store: Store = {
    db,
    profile,
    now,
    stamp: () => (last = Math.max(Math.floor(now()), last + 1)),
    // Each guards itself: a refresh asks a hundred thousand times, and a function made for each is swept up after it.
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- whoever writes the SQL names its row
    get<Row>(sql: string, ...values: SQLInputValue[]) {
      try {
        return prepared(sql).get(...values) as Row | undefined;
      } catch (error) {
        throw named(error);
      }
    },
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- whoever writes the SQL names its row
    all<Row>(sql: string, ...values: SQLInputValue[]) {
      try {
        return prepared(sql).all(...values) as Row[];
      } catch (error) {
        throw named(error);
      }
    },
    run(sql, ...values) {
      try {
        return Number(prepared(sql).run(...values).changes);
      } catch (error) {
        throw named(error);
      }
    },
    transaction,
    savepoint,
    get epoch() {
      return epoch;
    },
    close() {
      try {
        db.close();
      } finally {
        release();
      }
    },
  };
  return store;
}
