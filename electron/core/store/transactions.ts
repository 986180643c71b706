import type { DatabaseSync } from 'node:sqlite';
import { ReaderError } from '../../contract/errors.ts';
import type { Store } from './store.ts';

export interface TransactionParts {
  readonly db: DatabaseSync;
  readonly store: () => Store;
  /** What an error is called outside, and what is to be done about it. */
  readonly named: (error: unknown) => unknown;
  /** Called after each write that is in the log. */
  readonly onWrite?: (() => void) | undefined;
  /** Called at the end of each transaction, in it; with a limit before that of one that is gathered. Answers whether something is left. */
  readonly settle?: ((store: Store, limit?: number) => boolean) | undefined;
  /** Puts an empty index of words in the place of a damaged one. */
  readonly remake?: ((store: Store) => void) | undefined;
  /** Whether an error tells of damage in the index of words. */
  readonly isOfSearch: (error: unknown) => boolean;
}

export interface Transactions extends Pick<Store, 'transaction' | 'savepoint' | 'gather' | 'settleGathered' | 'commitGathered'> {
  /** Whether work that writes is under way. */
  readonly isOpen: boolean;
  /** See Store.epoch. */
  readonly epoch: number;
  /** To be called before each statement: one that writes and belongs to no transaction has what was gathered committed first. */
  readonly beforeStatement: (sql: string, isQuestion: boolean) => void;
}

/** What one stretch settles of gathered work: some ten milliseconds of indexing. */
const STRETCH = 200;

type Done = (error: unknown) => void;

/** Not before the work that is under way is over: whoever hears of it may ask and write. */
function tell(waiting: readonly Done[], error: unknown): void {
  for (const done of waiting) queueMicrotask(() => done(error));
}

/** The transactions of one connection, of which at most one is open at a time. */
export function createTransactions({ db, store, named, onWrite, settle, remake, isOfSearch }: TransactionParts): Transactions {
  let isOpen = false;
  let epoch = 0;
  /** Who waits for the commit of what was gathered; null where nothing is. */
  let gathered: Done[] | null = null;

  /** A full disk or an I/O error takes the whole transaction back: what would be written after that must not stand alone. */
  const requireOpen = (): void => {
    if (!db.isTransaction) throw new Error('the transaction was rolled back');
  };

  /** A full disk or an I/O error has rolled back already. */
  const takeBack = (): void => {
    epoch += 1;
    if (db.isTransaction) db.exec('ROLLBACK');
  };

  /** What a transaction wrote is worth more than the index of it: that is made anew, and the writing stands. */
  const settleOrRemake = (limit?: number): boolean => {
    if (!settle) return false;
    db.exec('SAVEPOINT settle');
    try {
      const isLeft = settle(store(), limit);
      // FTS5 writes what it gathered at a savepoint, else as the transaction ends, where all of that would be lost with it.
      db.exec(isLeft ? 'RELEASE settle' : 'SAVEPOINT written; RELEASE written; RELEASE settle');
      return isLeft;
    } catch (error) {
      if (!remake || !db.isTransaction || !isOfSearch(error)) throw error;
      db.exec('ROLLBACK TO settle; RELEASE settle');
      remake(store());
      return false;
    }
  };

  function transaction<T>(work: () => T): T {
    if (isOpen) {
      requireOpen();
      return work();
    }
    commitGathered();
    isOpen = true;
    try {
      db.exec('BEGIN IMMEDIATE');
      const answer = work();
      settleOrRemake();
      db.exec('COMMIT');
      onWrite?.();
      return answer;
    } catch (error) {
      takeBack();
      isOpen = false;
      throw named(error);
    } finally {
      isOpen = false;
    }
  }

  function part<T>(work: () => T): T {
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
  }

  function savepoint<T>(work: () => T): T {
    if (!isOpen) return transaction(work);
    requireOpen();
    try {
      return part(work);
    } catch (error) {
      throw named(error);
    }
  }

  /** Runs work in the transaction that gathers. Where that is lost, everybody who waits for it hears so. */
  function inGathered<T>(work: () => T): T {
    isOpen = true;
    try {
      return work();
    } catch (error) {
      isOpen = false;
      const known = named(error);
      if (gathered && !db.isTransaction) {
        tell(gathered, known);
        gathered = null;
      }
      throw known;
    } finally {
      isOpen = false;
    }
  }

  function gather<T>(work: () => T, done: (error: unknown) => void): T {
    if (isOpen) throw new ReaderError('internal', 'what is gathered stands in no other transaction');
    const answer = inGathered(() => {
      if (!gathered) {
        db.exec('BEGIN IMMEDIATE');
        gathered = [];
      }
      return part(work);
    });
    gathered?.push(done);
    return answer;
  }

  function settleGathered(): boolean {
    if (!gathered) return false;
    try {
      return inGathered(() => settleOrRemake(STRETCH));
    } catch {
      // What cannot be settled ends the commit too, where it is told.
      return false;
    }
  }

  function commitGathered(): void {
    const waiting = gathered;
    if (!waiting || isOpen) return;
    gathered = null;
    isOpen = true;
    try {
      settleOrRemake();
      db.exec('COMMIT');
    } catch (error) {
      takeBack();
      isOpen = false;
      tell(waiting, named(error));
      return;
    } finally {
      isOpen = false;
    }
    onWrite?.();
    tell(waiting, null);
  }

  return {
    transaction,
    savepoint,
    gather,
    settleGathered,
    commitGathered,
    beforeStatement(sql, isQuestion) {
      // A question that writes answers with what it wrote.
      if (gathered && !isOpen && (!isQuestion || sql.includes(' RETURNING '))) commitGathered();
    },
    get isOpen() {
      return isOpen;
    },
    get epoch() {
      return epoch;
    },
  };
}
