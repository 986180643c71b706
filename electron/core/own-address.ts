import { isDeepStrictEqual } from 'node:util';
import type { FeedId } from '../contract/model.ts';
import type { Login } from './fetch/login.ts';
import { kindOf, type Logins } from './logins.ts';
import { MASKED, maskedParts } from './secret-address.ts';
import { findFeedByUrl, makeWay, setFeedCredentials } from './store/feeds.ts';
import type { FeedRecord } from './store/records.ts';
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

/**
 * Notes how a feed signs in, and stores its address without that: told apart, where another feed has that address, by what stands in
 * the key's place, else by a fragment, which no server is sent. Throws `feed-missing` {feedId}.
 */
export function storeSignedIn(store: Store, id: FeedId, { address, login }: { readonly address: string; readonly login: Login | null }): FeedRecord {
  return store.transaction(() => {
    const kind = kindOf(login) ?? (maskedParts(address).length > 0 ? 'url' : null);
    const feedUrl = MASKS.map((mask) => address.replaceAll(MASKED, mask)).find((masked) => makeWay(store, id, masked)) ?? `${address}#${id}`;
    return setFeedCredentials(store, id, { kind, feedUrl });
  });
}
