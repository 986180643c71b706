import { setImmediate } from 'node:timers/promises';
import type { ArticleId } from '../../contract/model.ts';
import type { Eviction, OfflineSettings } from '../../contract/offline.ts';
import { countEviction, evictArticles, evictable, touchedByEviction } from '../store/evict.ts';
import { isKept } from '../store/images.ts';
import type { Store } from '../store/open-store.ts';
import { removeImage } from './image-file.ts';

const DAY = 24 * 60 * 60_000;
const MEGABYTE = 1_000_000;
/** Files removed in one turn of the event loop. */
const AT_ONCE = 100;

export interface EvictOptions {
  readonly dryRun: boolean;
  /** Bytes that are to be freed whatever the settings say. */
  readonly free: number;
}

/**
 * Takes off this device what is too old or past the budget, the oldest first; with `dryRun`, says what that would be. The record of an
 * image goes before its file, so that nothing is shown that is not there. Throws `profile-unwritable`.
 */
export async function evictOffline(store: Store, { evictDays, budgetMb }: OfflineSettings, now: number, { dryRun, free }: EvictOptions): Promise<Eviction> {
  const before = evictDays === 0 ? 0 : now - evictDays * DAY;
  const ids = touchedByEviction(store, await evictable(store, { before, budget: budgetMb * MEGABYTE, free }));
  const count = countEviction(store, ids);
  if (!dryRun) await evict(store, ids);
  return count;
}

/** The records go in one transaction: of images that several of the articles show, the last one decides. */
async function evict(store: Store, ids: readonly ArticleId[]): Promise<void> {
  const keys = evictArticles(store, ids);
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    // One that somebody opened meanwhile is here again.
    for (const key of keys.slice(from, from + AT_ONCE)) if (!isKept(store, key)) removeImage(store.profile, key);
    await setImmediate();
  }
}
