import type { Feed } from '../contract/model.ts';
import type { FeedRecord } from './store/records.ts';

/** A feed as the contract shows it, without what only the next request needs. */
export function toFeed({ validators: _, validatorsAt: __, bodyHash: ___, failures: ____, ...feed }: FeedRecord): Feed {
  return feed;
}
