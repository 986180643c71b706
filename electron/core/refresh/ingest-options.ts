import type { Fetcher } from '../fetch/fetch-result.ts';

export interface IngestOptions {
  readonly fetcher: Fetcher;
  /** Is given each stretch of work that keeps the thread busy, so that somebody can watch how long it takes. */
  readonly around?: <T>(work: () => Promise<T>) => Promise<T>;
  readonly discovery?: DiscoveryLimits;
}

export interface DiscoveryLimits {
  /** How long a site is looked at, in milliseconds; 25 s by default. */
  readonly deadlineMs?: number;
  /** How long a host is left alone between two requests, in milliseconds; a fifth of a second by default, nothing on this machine. */
  readonly spacingMs?: number;
}
