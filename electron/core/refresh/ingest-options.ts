import type { Fetcher } from '../fetch/fetch-result.ts';

export interface IngestOptions {
  readonly fetcher: Fetcher;
  /** Is given each stretch of work that keeps the thread busy, so that somebody can watch how long it takes. */
  readonly around?: <T>(work: () => Promise<T>) => Promise<T>;
}
