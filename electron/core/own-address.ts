import { isDeepStrictEqual } from 'node:util';
import type { FeedId } from '../contract/model.ts';
import type { Login } from './fetch/login.ts';
import type { Logins } from './logins.ts';
import { MASKED } from './secret-address.ts';
import { findFeedByUrl } from './store/feeds.ts';
import type { Store } from './store/open-store.ts';

/** What stands in the place of a key, and what where that is another feed's. */
export const MASKS: readonly string[] = [MASKED, ...[2, 3, 4, 5, 6, 7, 8, 9].map((nth) => `${MASKED}${nth}`)];

/**
 * The address under which a feed with this login is stored. Two feeds may differ by their key alone: the second is told apart by
 * what stands in the key's place. `own`: the one feed that may have the address already, whatever its key.
 */
export async function ownAddress({ store, logins }: { readonly store: Store; readonly logins: Logins }, address: string, login: Login, own: FeedId | null = null): Promise<string> {
  for (const mask of MASKS) {
    const masked = address.replaceAll(MASKED, mask);
    const known = findFeedByUrl(store, masked);
    if (!known || known.id === own) return masked;
    const kept = await logins.find(known.id);
    if (!kept || isDeepStrictEqual(kept.parts, login.parts)) return masked;
  }
  return address;
}
