import type { Eviction, OfflineSettings } from '../../contract/offline.ts';
import type { Announce } from '../pace/announcer.ts';
import type { ThreadShare } from '../pace/thread-share.ts';
import { recordEvicted } from '../store/activity.ts';
import { recordRun } from '../store/last-runs.ts';
import type { Store } from '../store/open-store.ts';
import { evictOffline } from './evict-offline.ts';

export interface EvictorOptions {
  readonly store: Store;
  readonly share: ThreadShare;
  readonly wish: () => OfflineSettings;
  readonly now: () => number;
  readonly announce: Announce;
  /** Whether anything may go now unasked. */
  readonly mayEvict: () => boolean;
  /** Something went. */
  readonly onEvicted: () => void;
  readonly onFault: (error: unknown) => void;
}

export interface Evictor {
  /** As `evictOffline`, one at a time. */
  evict(options: { dryRun: boolean; free: number }): Promise<Eviction>;
  /** Takes away what is too old or past the budget, where the settings say so and it was not looked at within the hour. */
  evictUnasked(): void;
  close(): Promise<void>;
}

const HOUR = 60 * 60_000;

/** Frees space: when a person asks, and unasked where the settings say so, which is told in the storage report. */
export function createEvictor({ store, share, wish, now, announce, mayEvict, onEvicted, onFault }: EvictorOptions): Evictor {
  const ending = new AbortController();
  let turn: Promise<unknown> = Promise.resolve();
  let lookedAt = -Infinity;

  const run = async ({ dryRun, free }: { dryRun: boolean; free: number }): Promise<Eviction> => {
    const answer = await evictOffline(store, wish(), now(), { dryRun, free, signal: ending.signal, share });
    if (!dryRun && answer.articles > 0 && !ending.signal.aborted) {
      announce({ kind: 'status', articleIds: 'many' });
      onEvicted();
    }
    return answer;
  };

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };

  const runUnasked = async (): Promise<void> => {
    const { articles, bytes } = await run({ dryRun: false, free: 0 });
    if (articles === 0 || ending.signal.aborted) return;
    const last = { at: now(), articles, bytes };
    store.transaction(() => {
      recordRun(store, 'evict', last);
      recordEvicted(store, last);
    });
  };

  return {
    evict: (options) => inTurn(() => run(options)),
    evictUnasked() {
      const at = now();
      if (ending.signal.aborted || !wish().evictUnasked || !mayEvict() || Math.abs(at - lookedAt) < HOUR) return;
      lookedAt = at;
      inTurn(runUnasked).catch((error: unknown) => {
        if (!ending.signal.aborted) onFault(error);
      });
    },
    async close() {
      ending.abort();
      await turn;
    },
  };
}
