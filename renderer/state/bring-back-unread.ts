import { openListing, useListing } from './listing.ts';
import { seen } from './seen.ts';

/**
 * To be called when what was marked as read is unread again. A list of what is unread that was drawn anew since, after the opening
 * `marked`, holds nothing of it any more: it is drawn again, from where it is read.
 */
export async function bringBackUnread(marked: number): Promise<void> {
  const { request, opening } = useListing.getState();
  if (!request || opening === marked || request.search) return;
  if (request.unreadOnly || request.scope.kind === 'unread') await openListing(request, seen.listTopId, true);
}
