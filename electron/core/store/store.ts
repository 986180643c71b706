import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

/**
 * The library on disk, held by this process alone. Every statement goes through it, so that every SQLite error
 * becomes a ReaderError (`database-failed`, `disk-full`, `database-damaged`) and none is mistaken for an empty answer.
 */
export interface Store {
  readonly db: DatabaseSync;
  /** The profile folder that holds `library/`. */
  readonly profile: string;
  /** The clock that the store was opened with, epoch milliseconds. */
  readonly now: () => number;
  /** Epoch milliseconds, strictly increasing and above every stored stamp, also after the clock was set back. */
  stamp(): number;
  /** The first row, or undefined. SQL is prepared once a text: keep it constant and bind the rest. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- whoever writes the SQL names its row
  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined;
  all<Row>(sql: string, ...values: SQLInputValue[]): Row[];
  /** Answers with the number of rows changed. */
  run(sql: string, ...values: SQLInputValue[]): number;
  /** All of it or none of it. Inside another transaction it joins that one. */
  transaction<T>(work: () => T): T;
  /**
   * All of it or none of it, while what else the transaction around it wrote stands. Throws where that transaction is lost
   * already. Outside of one it is one.
   */
  savepoint<T>(work: () => T): T;
  /**
   * As savepoint, in a transaction that stays open for more of the same: committing each piece of a long work by itself writes
   * the same pages again and again. What was written is read here at once, and is in the log, or taken back, when `done` is
   * called: once the work that is under way then is over, with the error where all that was gathered is lost. Whoever writes
   * otherwise has it committed first.
   */
  gather<T>(work: () => T, done: (error: unknown) => void): T;
  /** Does a stretch of what is to be done before gathered work is committed. False where nothing is left of it. */
  settleGathered(): boolean;
  /** Commits what was gathered. Throws nothing: `done` hears of it. */
  commitGathered(): void;
  /** Counted up whenever something that was written is taken back: what was read meanwhile may be gone. */
  readonly epoch: number;
  /** Writes everything into the one file and gives the profile free. */
  close(): void;
}

/** What questions need of it, over whichever connection. */
export type StoreReads = Pick<Store, 'get' | 'all'>;
