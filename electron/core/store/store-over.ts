import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { ReaderError } from '../../contract/errors.ts';
import { toStoreError } from './sqlite-error.ts';
import { statementCache } from './statement-cache.ts';
import type { Store } from './store.ts';
import { createTransactions } from './transactions.ts';
import type { TransactionParts } from './transactions.ts';

export interface StoreOverOptions extends Pick<TransactionParts, 'onWrite' | 'settle' | 'remake'> {
  readonly profile: string;
  readonly now: () => number;
  /** The greatest stamp that the database holds. */
  readonly lastStamp: number;
  readonly release: () => void;
  /** Called when a statement meets damage in the file. */
  readonly onDamage?: (() => void) | undefined;
}

/** The Store over an open, migrated database. */
export function storeOver(db: DatabaseSync, { profile, now, lastStamp, release, onWrite, settle, onDamage, remake }: StoreOverOptions): Store {
  const prepared = statementCache(db);
  let last = lastStamp;

  function named(error: unknown): unknown {
    const known = toStoreError(profile, error);
    if (!(known instanceof ReaderError)) return known;
    if (known !== error && known.code === 'database-damaged') onDamage?.();
    // Within a transaction it is for that to end first.
    if (known.code === 'search-damaged' && !transactions.isOpen) remake?.(store);
    return known;
  }

  function isOfSearch(error: unknown): boolean {
    const known = toStoreError(profile, error);
    return known instanceof ReaderError && known.code === 'search-damaged';
  }

  const transactions = createTransactions({ db, store: () => store, named, onWrite, settle, remake, isOfSearch });
  const { transaction, savepoint, gather, settleGathered, commitGathered, beforeStatement } = transactions;

  const store: Store = {
    db,
    profile,
    now,
    stamp: () => (last = Math.max(Math.floor(now()), last + 1)),
    // Each guards itself: a refresh asks a hundred thousand times, and a function made for each is swept up after it.
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- whoever writes the SQL names its row
    get<Row>(sql: string, ...values: SQLInputValue[]) {
      try {
        beforeStatement(sql, true);
        return prepared(sql).get(...values) as Row | undefined;
      } catch (error) {
        throw named(error);
      }
    },
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- whoever writes the SQL names its row
    all<Row>(sql: string, ...values: SQLInputValue[]) {
      try {
        beforeStatement(sql, true);
        return prepared(sql).all(...values) as Row[];
      } catch (error) {
        throw named(error);
      }
    },
    run(sql, ...values) {
      try {
        beforeStatement(sql, false);
        return Number(prepared(sql).run(...values).changes);
      } catch (error) {
        throw named(error);
      }
    },
    transaction,
    savepoint,
    gather,
    settleGathered,
    commitGathered,
    get epoch() {
      return transactions.epoch;
    },
    close() {
      try {
        commitGathered();
        db.close();
      } finally {
        release();
      }
    },
  };
  return store;
}
