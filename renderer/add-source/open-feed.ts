import type { FeedId } from '../../electron/contract/model.ts';
import { openScope } from '../state/navigate.ts';
import { showFailure } from '../state/show-failure.ts';
import { closeDialog } from '../state/ui.ts';

/** Leaves the dialog and shows a source. */
export function openFeed(feedId: FeedId): void {
  closeDialog();
  openScope({ kind: 'feed', id: feedId }).catch(showFailure);
}
