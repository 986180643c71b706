import type { Fetcher } from '../fetch/fetch-result.ts';
import type { Robots } from '../fetch/robots.ts';

export interface IngestOptions {
  readonly fetcher: Fetcher;
  /** Left out: sites are asked for their rules anew in each ingest. */
  readonly robots?: Robots;
  /** Is given each stretch of work that keeps the thread busy, so that somebody can watch how long it takes. */
  readonly around?: <T>(work: () => Promise<T>) => Promise<T>;
}
