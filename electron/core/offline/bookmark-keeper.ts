import { NETWORK_CODES } from '../../contract/errors.ts';
import { bookmarksAhead, isKeptByHand, releaseBookmarks } from '../store/bookmarks-ahead.ts';
import type { Store } from '../store/open-store.ts';
import type { FullTextKeeper } from './full-text.ts';
import type { ImageKeeper } from './image-keeper.ts';

export interface BookmarkKeeperOptions {
  readonly store: Store;
  readonly texts: Pick<FullTextKeeper, 'keep'>;
  readonly images: Pick<ImageKeeper, 'keep'>;
  readonly now: () => number;
  readonly isOffline: () => boolean;
  /** Whether anything may be fetched now that nobody waits for. */
  readonly mayFetch: () => boolean;
  readonly onFault: (error: unknown) => void;
}

export interface BookmarkKeeper {
  /** Goes on with the texts and images of bookmarks that are not here yet, where that is allowed now. */
  fetchAhead(): void;
  close(): Promise<void>;
}

const AT_ONCE = 50;
/** So many in a row that met no answer: there is no network, whatever is thought of it. */
const SILENT = 3;
const codes: ReadonlySet<string> = NETWORK_CODES;

/**
 * Brings what was bookmarked or kept by hand while there was no network, once there is, also where nothing else is fetched
 * unasked. One article after the other, as robots.txt allows: nobody waits.
 */
export function createBookmarkKeeper({ store, texts, images, now, isOffline, mayFetch, onFault }: BookmarkKeeperOptions): BookmarkKeeper {
  let wasOffline = false;
  let closed = false;
  let underWay: Promise<void> | null = null;

  const goAhead = async (): Promise<void> => {
    let silent = 0;
    for (let below = Number.MAX_SAFE_INTEGER; ; ) {
      const found = bookmarksAhead(store, { below, limit: AT_ONCE, now: now() });
      for (const { id, evicted } of found) {
        if (closed || !mayFetch()) return;
        if (!isKeptByHand(store, id)) continue;
        const text = await texts.keep(id, 'chosen');
        if (closed || !mayFetch()) return;
        if (!isKeptByHand(store, id)) continue;
        await images.keep(id, { retryNow: evicted });
        silent = text.state === 'failed' && codes.has(text.code) ? silent + 1 : 0;
        if (silent === SILENT) return;
      }
      if (closed || found.length < AT_ONCE) return;
      below = found.at(-1)?.id ?? 0;
    }
  };

  return {
    fetchAhead() {
      if (isOffline()) wasOffline = true;
      if (closed || underWay || !mayFetch()) return;
      if (wasOffline) releaseBookmarks(store);
      wasOffline = false;
      underWay = goAhead()
        .catch((error: unknown) => {
          if (!closed) onFault(error);
        })
        .finally(() => {
          underWay = null;
        });
    },
    async close() {
      closed = true;
      await underWay;
    },
  };
}
