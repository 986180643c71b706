import { leaveAddresses } from './leave-address.ts';
import type { Logins } from './logins.ts';
import { storeSignedIn } from './own-address.ts';
import { splitAddress } from './secret-address.ts';
import { eraseTraces } from './store/erase-traces.ts';
import { followedAddresses } from './store/feeds.ts';
import type { Store } from './store/open-store.ts';

/**
 * Takes the keys and passwords that earlier versions stored in addresses to where secrets live. Only where that outlives this
 * run: a feed that has worked must not stop because it was opened once on a machine without a keychain. Those of sources that
 * are followed no more go for good.
 */
export async function moveSecrets(store: Store, logins: Logins): Promise<void> {
  leaveAddresses(store);
  const holding = followedAddresses(store, { after: 0, limit: Number.MAX_SAFE_INTEGER }).flatMap((feed) => {
    const { address, parts, login } = splitAddress(feed.feedUrl);
    if (login === null && Object.keys(parts).length === 0) return [];
    return [{ id: feed.id, address, login: { origin: new URL(address).origin, credentials: login && { kind: 'basic' as const, ...login }, parts } }];
  });
  if (holding.length === 0 || !(await logins.isLasting())) return;
  try {
    for (const { id, address, login } of holding) {
      const { lasting } = await logins.keep(id, login);
      if (lasting) storeSignedIn(store, id, { address, login });
    }
  } finally {
    if (store.db.isOpen) eraseTraces(store);
  }
}
