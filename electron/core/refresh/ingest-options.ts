import type { FetchFailure, Fetcher } from '../fetch/fetch-result.ts';
import type { PageShelf } from './page-shelf.ts';

export interface IngestOptions {
  readonly fetcher: Fetcher;
  /** Is given each stretch of work that keeps the thread busy, so that somebody can watch how long it takes. */
  readonly around?: <T>(work: () => Promise<T>) => Promise<T>;
  /** Where robots.txt keeps programs from a page, the failure that says so. Asked before each fetch of a page that nobody asked for. */
  readonly refusedByRobots?: (url: string, signal?: AbortSignal) => Promise<FetchFailure | null>;
  /** Pages that a person is looking at, so that trying rules on one does not ask its server each time. */
  readonly shelf?: PageShelf;
}
