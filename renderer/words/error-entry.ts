/**
 * One error in words. `cause` says what happened and what it means, `next` what to do.
 * `host` and `path` have words of their own where the detail lacks them; for any other value that may be
 * absent, `causePlain` says the same without it.
 */
export interface ErrorEntry {
  readonly title: string;
  readonly cause: string;
  readonly causePlain?: string;
  readonly next: string;
  /** For some values of the detail's `reason`, what is to be said instead. */
  readonly reasons?: Readonly<Record<string, Pick<ErrorEntry, 'title' | 'cause' | 'next'>>>;
}
