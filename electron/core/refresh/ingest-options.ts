import type { FeedId } from '../../contract/model.ts';
import type { Fetcher } from '../fetch/fetch-result.ts';
import type { Robots } from '../fetch/robots.ts';
import type { FigureNames } from '../figures/read-figures.ts';
import type { FindNames } from '../normalize/normalize-feed.ts';
import type { PageShelf } from './page-shelf.ts';

export interface IngestOptions {
  readonly fetcher: Fetcher;
  /** Left out: sites are asked for their rules anew in each ingest. */
  readonly robots?: Robots;
  /** Is given each stretch of work that keeps the thread busy, so that somebody can watch how long it takes. */
  readonly around?: <T>(work: () => Promise<T>) => Promise<T>;
  /** Pages that a person is looking at, so that trying rules on one does not ask its server each time. */
  readonly shelf?: PageShelf;
  /** Gives who looks for names in articles as they are read, asked for where there is something to read; left out, they come without. */
  readonly names?: () => Promise<FindNames>;
  /** Who knows names for the lens; left out, figures are said of words alone. */
  readonly figureNames?: () => Promise<FigureNames>;
  /** What is known of the items of a feed's last document; left out, nothing is. */
  readonly knownItems?: (feedId: FeedId) => Promise<string | null>;
  readonly discovery?: DiscoveryLimits;
}

export interface DiscoveryLimits {
  /** How long a site is looked at, in milliseconds; 25 s by default. */
  readonly deadlineMs?: number;
  /** How long a host is left alone between two requests, in milliseconds; a fifth of a second by default, nothing on this machine. */
  readonly spacingMs?: number;
}
