import type { Origin, Origins } from '../addresses.ts';
import type { Outlet } from '../outlet.ts';
import type { Story } from '../story.ts';

/** All that a feed is written from. Stories come newest first. */
export interface FeedSource {
  readonly outlet: Outlet;
  readonly stories: readonly Story[];
  readonly origin: Origin;
  readonly origins: Origins;
}

/** A feed as bytes, with the type that its server claims. */
export interface FeedBytes {
  readonly type: string;
  readonly body: Buffer;
}
