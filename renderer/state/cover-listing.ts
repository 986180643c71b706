import { openListing, useListing } from './listing.ts';
import type { Covered } from './listing.ts';
import { relist } from './relist.ts';

/** Keeps the list of a scope as it stands, for when the search that is put over it is closed. One that is covered already stays as it was. */
export function coverListing(left: Pick<Covered, 'articleId' | 'topId' | 'scrollTop'>): void {
  const { covered, request, opening, shown, rows, opened, nextCursor, total, asOf, arrived, error } = useListing.getState();
  if (covered || !request) return;
  const isDrawn = opening === shown && error === null;
  useListing.setState({ covered: { ...left, request, drawn: isDrawn ? { rows, opened, nextCursor, total, asOf, arrived } : null } });
}

/** Brings back the list that search results cover, where it was. */
export async function uncoverListing(): Promise<void> {
  const { covered, opening } = useListing.getState();
  if (!covered) return;
  const { request, drawn, topId, scrollTop } = covered;
  useListing.setState({ covered: null });
  if (!drawn) {
    await openListing(request, topId, true);
    return;
  }
  useListing.setState({ ...drawn, request, opening: opening + 1, shown: opening + 1, start: { scrollTop }, search: null, error: null, moreError: null, staleBecause: null });
  await relist('many');
}
