import { useListing } from './listing.ts';
import type { Listing } from './listing.ts';

function isHere({ opening, shown }: Listing): boolean {
  return opening === shown;
}

/** Waits for the list that was asked for last. */
export async function listHere(): Promise<void> {
  if (isHere(useListing.getState())) return;
  await new Promise<void>((resolve) => {
    const stop = useListing.subscribe((listing) => {
      if (!isHere(listing)) return;
      stop();
      resolve();
    });
  });
}
