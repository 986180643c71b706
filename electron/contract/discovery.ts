import type { FeedId, FeedKind } from './model.ts';

export interface FeedCandidate {
  readonly feedUrl: string;
  readonly title: string;
  readonly kind: FeedKind;
  readonly newestAt: number | null;
  /** Title of its newest item, or null where it has none. */
  readonly newestTitle: string | null;
  readonly itemCount: number;
  readonly lang: string | null;
  /** A feed of comments rather than of articles. */
  readonly comments: boolean;
  /** The host, where it is another than that of the address asked for. */
  readonly otherHost: string | null;
  /** Set where it is followed already. */
  readonly feedId: FeedId | null;
}

export interface Discovery {
  /** The address as understood, after normalization and redirects. */
  readonly url: string;
  readonly candidates: readonly FeedCandidate[];
}
