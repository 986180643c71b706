import { setImmediate } from 'node:timers/promises';
import type { ArticleId } from '../../contract/model.ts';
import type { Eviction, OfflineSettings } from '../../contract/offline.ts';
import { createThreadShare } from '../pace/thread-share.ts';
import type { ThreadShare } from '../pace/thread-share.ts';
import { evictArticles, evictionCandidates } from '../store/evict.ts';
import { EvictionTally } from '../store/eviction-tally.ts';
import { isKept } from '../store/images.ts';
import type { Store } from '../store/open-store.ts';
import { chooseEvicted, type ChosenEviction } from './choose-evicted.ts';
import { removeImage } from './image-file.ts';
import { wantedArticles } from './wanted.ts';

const DAY = 24 * 60 * 60_000;
const MEGABYTE = 1_000_000;
/** Files removed in one turn of the event loop. */
const AT_ONCE = 100;
/** Articles, or images, counted before it is looked whether others wait. */
const COUNTED_AT_ONCE = 100;
/** Articles in one transaction. */
const PART = 50;

type Tally = ReturnType<EvictionTally['result']>;
const NOTHING: Tally = { ids: [], articles: 0, images: 0, bytes: 0 };

export interface EvictOptions {
  readonly dryRun: boolean;
  /** Bytes that are to be freed whatever the settings say. */
  readonly free: number;
  /** Left out: it is not stopped. */
  readonly signal?: AbortSignal;
  readonly share?: ThreadShare;
}

/**
 * Takes off this device what is too old or past the budget, the oldest first; with `dryRun`, says what that would be. What Prepare
 * wants stays, unless `free` wants more than all the rest. In small transactions, other work between them: a kill leaves each
 * article whole or evicted. The record of an image goes before its file, so that nothing is shown that is not there. Throws
 * `profile-unwritable`.
 */
export async function evictOffline(store: Store, wish: OfflineSettings, now: number, { dryRun, free, signal, share = createThreadShare() }: EvictOptions): Promise<Eviction> {
  const wanted = await wantedIds(store, wish, now);
  const before = wish.evictDays === 0 ? 0 : now - wish.evictDays * DAY;
  const { ids, ...count } = await chooseEnough(store, chooseEvicted(await evictionCandidates(store), { before, budget: wish.budgetMb * MEGABYTE, wanted }), free, share);
  if (!dryRun) await evict(store, ids, signal);
  return { ...count, wanted: ids.filter((id) => wanted.has(id)).length, short: Math.max(0, free - count.bytes) };
}

async function wantedIds(store: Store, wish: OfflineSettings, now: number): Promise<Set<ArticleId>> {
  const wanted = new Set<ArticleId>();
  for (const { rows } of wantedArticles(store, wish, now)) {
    for (const { id } of rows) wanted.add(id);
    await setImmediate();
    if (!store.db.isOpen) break;
  }
  return wanted;
}

/** What goes, with more of what may go next until so many bytes are free: images that several show go with the last of them, so that it is counted anew. */
async function chooseEnough(store: Store, { going, next }: ChosenEviction, free: number, share: ThreadShare): Promise<Tally> {
  const chosen = going.map(({ id }) => id);
  const count = async (): Promise<Tally> => {
    const tally = new EvictionTally(store, new Set(chosen));
    for (let from = 0; from < chosen.length; from += COUNTED_AT_ONCE) {
      tally.look(chosen.slice(from, from + COUNTED_AT_ONCE));
      if (share.isSpent()) await share.pause();
      if (!store.db.isOpen) return NOTHING;
    }
    while (!tally.settle(COUNTED_AT_ONCE)) {
      if (share.isSpent()) await share.pause();
      if (!store.db.isOpen) return NOTHING;
    }
    return tally.result();
  };
  let found = await count();
  for (let at = 0, factor = 1; found.bytes < free && at < next.length; factor *= 2) {
    const target = (free - found.bytes) * factor;
    for (let sum = 0; sum < target && at < next.length; at += 1) {
      chosen.push(next[at]?.id ?? 0);
      sum += next[at]?.bytes ?? 0;
    }
    found = await count();
  }
  return found;
}

/** Of images that several of the articles show, the last one decides. */
async function evict(store: Store, ids: readonly ArticleId[], signal: AbortSignal | undefined): Promise<void> {
  const going = new Set(ids);
  for (let from = 0; from < ids.length; from += PART) {
    if (signal?.aborted || !store.db.isOpen) return;
    const keys = evictArticles(store, ids.slice(from, from + PART), going);
    for (let at = 0; at < keys.length; at += AT_ONCE) {
      // One that somebody opened meanwhile is here again.
      for (const key of keys.slice(at, at + AT_ONCE)) if (!isKept(store, key)) removeImage(store.profile, key);
      await setImmediate();
      if (!store.db.isOpen) return;
    }
    await setImmediate();
  }
}
