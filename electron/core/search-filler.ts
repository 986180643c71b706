import type { Announce } from './pace/announcer.ts';
import type { ThreadShare } from './pace/thread-share.ts';
import { onSearchRemade } from './store/remake-search.ts';
import { fillSearch, isFilledAnew, leftToIndex, useTokensVersion } from './store/search-index.ts';
import type { Store } from './store/store.ts';

export interface SearchFillerParts {
  readonly store: Store;
  readonly share: ThreadShare;
  readonly announce: Announce;
  /** The whole index is there again: of anything more may be found than could. */
  readonly onFilled: () => Promise<void>;
  readonly onFault: (error: unknown) => void;
}

/** Fills the index with what it does not say yet: of an earlier version, of a transaction that touched too much, or all of it. */
export interface SearchFiller {
  /** Something may be left. */
  wake(): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Begins at once. One filling at a time; what is left when it is woken again is done by the one that runs. */
export function createSearchFiller({ store, share, announce, onFilled, onFault }: SearchFillerParts): SearchFiller {
  let running: Promise<void> | null = null;
  let closed = false;

  const fill = async (): Promise<void> => {
    // Whoever woke it is answered first.
    await share.pause();
    while (leftToIndex(store) > 0) {
      const isAnew = isFilledAnew(store);
      await fillSearch(store, share, () => announce({ kind: 'search' }));
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
  wake();
  return {
    wake,
    async settled() {
      await running;
    },
    async close() {
      closed = true;
      stop();
      await running;
    },
  };
}
