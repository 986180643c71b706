import { useListing } from './listing.ts';
import type { Listing } from './listing.ts';

function isHere({ opening, shown }: Listing): boolean {
  return opening === shown;
}

/** Whether the rows on the screen are those that were asked for last. */
export function isListHere(): boolean {
  return isHere(useListing.getState());
}

/** Waits for the list that was asked for last. */
export async function listHere(): Promise<void> {
  if (isListHere()) return;
  await new Promise<void>((resolve) => {
    const stop = useListing.subscribe((listing) => {
      if (!isHere(listing)) return;
      stop();
      resolve();
    });
  });
}
