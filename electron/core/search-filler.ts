import { ReaderError } from '../contract/errors.ts';
import type { Announce } from './pace/announcer.ts';
import { createLull } from './pace/lull.ts';
import type { ThreadShare } from './pace/thread-share.ts';
import { doesSearchFind } from './store/check-search.ts';
import { onSearchRemade, remakeSearch } from './store/remake-search.ts';
import { fillSearch, isFilledAnew, leftToIndex, useTokensVersion } from './store/search-index.ts';
import type { Store } from './store/store.ts';

/** How often the index is asked whether it finds what it must. */
const CHECK_EVERY_MS = 24 * 60 * 60_000;

export interface SearchFillerParts {
  readonly store: Store;
  readonly share: ThreadShare;
  readonly announce: Announce;
  /** The whole index is there again: of anything more may be found than could. */
  readonly onFilled: () => Promise<void>;
  readonly onFault: (error: unknown) => void;
  /** Somebody waits for the first answers of this start: it begins behind them. */
  readonly later?: boolean;
}

/** Fills the index with what it does not say yet: of an earlier version, of a transaction that touched too much, or all of it. */
export interface SearchFiller {
  /** Something may be left. */
  wake(): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Begins at once, or after a lull, and looks then, and once a day as it is woken, whether the index can be trusted; one that cannot is made anew,
 * which every answer says. One filling at a time; what is left when it is woken again is done by the one that runs.
 */
export function createSearchFiller({ store, share, announce, onFilled, onFault, later = false }: SearchFillerParts): SearchFiller {
  let running: Promise<void> | null = null;
  let closed = false;
  let checkAt = 0;

  const check = (): void => {
    // What is not filled yet cannot be asked; a filling meets by itself what is wrong with an index.
    if (store.now() < checkAt || isFilledAnew(store)) return;
    checkAt = store.now() + CHECK_EVERY_MS;
    try {
      if (doesSearchFind(store)) return;
      remakeSearch(store);
    } catch (error) {
      if (!isRemade(error)) throw error;
    }
    announce({ kind: 'search' });
  };

  const fill = async (): Promise<void> => {
    // Whoever woke it is answered first.
    await share.pause();
    check();
    let wasDamaged = false;
    while (leftToIndex(store) > 0) {
      const isAnew = isFilledAnew(store);
      try {
        await fillSearch(store, share, () => announce({ kind: 'search' }));
      } catch (error) {
        // Were the new one damaged too, the next waking tries again.
        if (wasDamaged || !isRemade(error)) throw error;
        wasDamaged = true;
        continue;
      }
      if (isAnew) await onFilled();
    }
  };

  const wake = (): void => {
    if (closed || running !== null) return;
    running = (async () => {
      try {
        await fill();
      } catch (error) {
        if (!closed) onFault(error);
      } finally {
        running = null;
      }
    })();
  };

  useTokensVersion(store);
  const stop = onSearchRemade(store, wake);
  const lull = createLull(wake);
  if (later) lull.soon();
  else wake();
  return {
    wake,
    async settled() {
      await running;
    },
    async close() {
      closed = true;
      stop();
      lull.close();
      await running;
    },
  };
}

/** Whoever meets a damaged index has an empty one in its place by the time that this is thrown. */
function isRemade(error: unknown): boolean {
  return error instanceof ReaderError && error.code === 'search-damaged';
}
