import type { ReaderApi } from '../../contract/api.ts';
import { toFeed } from '../query/list-feeds.ts';
import type { GapFiller } from '../refresh/fill-gap.ts';
import { dismissGap } from '../store/gap.ts';
import type { MethodParts } from './method-parts.ts';

export type GapMethods = Pick<ReaderApi, 'fillGap' | 'dismissGap'>;

/** What was missed between two refreshes. */
export function gapMethods({ store, announce, images }: MethodParts, gaps: GapFiller): GapMethods {
  return {
    async fillGap({ feedId }) {
      const filled = await gaps.fill(feedId);
      if (filled.added > 0) images.fetchAhead();
      return filled;
    },
    async dismissGap({ feedId }) {
      const feed = toFeed(dismissGap(store, feedId));
      announce({ kind: 'feeds', feedIds: [feedId] });
      return { feed };
    },
  };
}
