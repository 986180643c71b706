import { ReaderError } from '../contract/errors.ts';
import type { FeedId, OpmlSummary } from '../contract/model.ts';
import type { Store } from './store/open-store.ts';

/** Throws `not-opml` until the parser is here. */
export function importOpml(_store: Store, _opml: string): { summary: OpmlSummary; feedIds: readonly FeedId[] } {
  throw new ReaderError('not-opml', 'no parser yet');
}

/** Throws `not-opml` until the writer is here. */
export function exportOpml(_store: Store): string {
  throw new ReaderError('not-opml', 'no writer yet');
}
