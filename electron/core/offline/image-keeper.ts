import { setImmediate } from 'node:timers/promises';
import { NETWORK_CODES, ReaderError } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/model.ts';
import { createHostQueue } from '../pace/host-queue.ts';
import type { Announce } from '../pace/announcer.ts';
import { hostOf } from '../fetch/address.ts';
import type { Onward } from '../fetch/fetch-result.ts';
import type { HostRests } from '../refresh/host-rests.ts';
import type { Ingest, ImageResult } from '../refresh/ingest-job.ts';
import type { HostPace } from '../pace/host-pace.ts';
import { forgetImages, pendingImages, putOffImage, recordImage, unreferencedImages } from '../store/images.ts';
import type { Store } from '../store/open-store.ts';
import type { PendingImage } from '../store/records.ts';
import { createAwaited, within } from './awaited.ts';
import { removeImage } from './image-file.ts';
import { createImageShelf } from './keep-image.ts';

export interface ImageKeeperOptions {
  readonly store: Store;
  readonly ingest: Pick<Ingest, 'image' | 'imageFile'>;
  /** How hosts are treated: shared with all who ask them. */
  readonly courtesy: { readonly rests: Pick<HostRests, 'heldUntil' | 'note' | 'release'>; readonly pace: Pick<HostPace, 'ended'> };
  readonly announce: Announce;
  readonly onFault: (error: unknown) => void;
  /** Whether a server answered lately: only then is a silent host the image's own failure. */
  readonly isOnline: () => boolean;
  /** Whether images nobody asked for may be fetched now: not while a refresh runs, the network is missing or the person said no. */
  readonly mayFetchAhead: () => boolean;
}

export interface ImageKeeper {
  /**
   * Fetches what an article still lacks, and what failed and may be tried again; with `retryNow` all that failed. Rejects
   * with `disk-full` or `profile-unwritable`.
   */
  keep(articleId: ArticleId, options?: { retryNow?: boolean }): Promise<{ kept: number; failed: number }>;
  /** Goes on with the images nobody asked for, where that is allowed now. */
  fetchAhead(): void;
  /** Looks at images that were stored before their bytes were: at their sizes and at doubles. */
  lookThrough(): Promise<void>;
  /** Removes the files that no article shows any more. */
  sweep(): Promise<void>;
  /** What stopped fetching ahead, until an image can be written again. */
  readonly trouble: ReaderError | null;
  /** Drops what waits; `finish` first waits for what a person asked for. */
  close(options?: { finish?: boolean }): Promise<void>;
}

/** Looked for at a time; more are looked for when these are done. */
const AHEAD = 50;
/** A command waits this long for the images of a bookmark before it ends. */
const FINISH_MS = 15_000;
/** A fetch that was ended is given this long to notice. */
const ABORT_MS = 2_000;
/** Files removed in one turn of the event loop. */
const SWEPT_AT_ONCE = 50;
const LIMITS = { total: 4, perHost: () => 2 };

interface Errand {
  readonly image: PendingImage;
  /** Nobody asked for it. */
  readonly ahead: boolean;
  readonly resolve: (kept: boolean) => void;
  readonly reject: (error: unknown) => void;
  /** Where its trip goes on, at another host. */
  onward: Onward | null;
  attempt: number;
}

/** Brings the images of articles onto this device, four at once; one that fails is tried later and costs nothing else. */
export function createImageKeeper({ store, ingest, courtesy: { rests, pace }, announce, onFault, isOnline, mayFetchAhead }: ImageKeeperOptions): ImageKeeper {
  const abort = new AbortController();
  const shelf = createImageShelf(store);
  const underWay = new Map<string, Promise<boolean>>();
  const asked = createAwaited();
  let ahead: Promise<void> | null = null;
  let trouble: ReaderError | null = null;
  let answers = 0;
  /** The last ask met a silent host while nothing showed that there is a network. */
  let silent = false;

  const queue = createHostQueue<Errand>(LIMITS, async (errand) => {
    const { ahead, resolve, reject } = errand;
    try {
      // Asked again here: a refresh may have begun since this one was put in line.
      const done = ahead && !isAheadAllowed() ? false : await fetchOne(errand);
      if (done !== 'onward') return resolve(done);
      // As much a host as the first: it waits for its turn there.
      queue.push(hostOf(errand.onward?.url ?? ''), errand, !ahead);
    } catch (error) {
      if (error instanceof ReaderError) trouble = error;
      reject(error);
    }
  });

  const isAheadAllowed = (): boolean => trouble === null && !silent && !abort.signal.aborted && mayFetchAhead();

  const fetchOne = async (errand: Errand): Promise<boolean | 'onward'> => {
    const { image, onward, attempt } = errand;
    const address = onward?.url ?? image.url;
    const until = rests.heldUntil(address);
    if (until !== null) {
      putOffImage(store, image.key, until);
      return false;
    }
    const answersBefore = answers;
    // What a person chose is the feed; a saved page has none, and was chosen itself.
    const from = image.feedUrl && URL.canParse(image.feedUrl) && /^https?:/.test(image.feedUrl) ? image.feedUrl : (image.referrer ?? image.url);
    const result = await ingest.image({ url: image.url, referrer: image.referrer, from, onward, attempt }, abort.signal);
    if (abort.signal.aborted) return false;
    if (!address.startsWith('data:')) pace.ended(hostOf(address));
    if (result.kind === 'failed' && result.onward) {
      Object.assign(errand, { onward: result.onward, attempt: result.attempt ?? 0 });
      return 'onward';
    }
    if (result.kind === 'image' || !NETWORK_CODES.has(result.code)) {
      answers += 1;
      silent = false;
    } else if (answers === answersBefore && !isOnline()) {
      // Perhaps the network is missing: the image stays as it is, to be fetched when it is back.
      silent = true;
      return false;
    }
    return result.kind === 'image' ? await kept(image.key, address, result) : failed(image.key, address, result);
  };

  const kept = async (key: string, address: string, { image }: Extract<ImageResult, { kind: 'image' }>): Promise<boolean> => {
    rests.release(address);
    const articleIds = await shelf.put(key, image);
    trouble = null;
    announce({ kind: 'images', articleIds });
    return true;
  };

  const failed = (key: string, address: string, result: Extract<ImageResult, { kind: 'failed' }>): boolean => {
    const until = rests.note(address, result);
    announce({ kind: 'images', articleIds: recordImage(store, key, { state: 'failed', code: result.code, retryAt: until }) });
    return false;
  };

  const bring = (image: PendingImage, wanted: boolean): Promise<boolean> => {
    const known = underWay.get(image.key);
    if (known) return known;
    const { promise, resolve, reject } = Promise.withResolvers<boolean>();
    const done = promise.finally(() => underWay.delete(image.key));
    underWay.set(image.key, done);
    queue.push(hostOf(image.url), { image, ahead: !wanted, resolve, reject, onward: null, attempt: 0 }, wanted);
    return done;
  };

  const keep = async (articleId: ArticleId, retryNow: boolean): Promise<{ kept: number; failed: number }> => {
    const images = pendingImages(store, { limit: 1000, articleId, retryFailed: true, retryNow });
    const results = await Promise.allSettled(images.map((image) => bring(image, true)));
    for (const result of results) {
      if (result.status === 'rejected') throw result.reason;
    }
    const kept = results.filter((result) => result.status === 'fulfilled' && result.value).length;
    return { kept, failed: images.length - kept };
  };

  const goAhead = async (): Promise<void> => {
    while (isAheadAllowed()) {
      const images = pendingImages(store, { limit: AHEAD, retryFailed: true });
      if (images.length === 0) return;
      const results = await Promise.allSettled(images.map((image) => bring(image, false)));
      const rejected = results.find((result) => result.status === 'rejected');
      if (rejected) throw rejected.reason;
    }
  };

  return {
    keep: (articleId, { retryNow = false } = {}) => asked.add(keep(articleId, retryNow)),
    fetchAhead() {
      if (ahead) return;
      trouble = null;
      silent = false;
      ahead = goAhead()
        .catch(onFault)
        .finally(() => {
          ahead = null;
        });
    },
    async lookThrough() {
      const articleIds = await shelf.lookThrough(ingest, abort.signal);
      if (articleIds.length > 0) announce({ kind: 'images', articleIds });
    },
    async sweep() {
      for (;;) {
        const keys = unreferencedImages(store).filter((key) => !underWay.has(key)).slice(0, SWEPT_AT_ONCE);
        if (keys.length === 0 || abort.signal.aborted) return;
        // Within one turn, so that no article can show an image again between its file's end and its record's.
        for (const key of keys) removeImage(store.profile, key);
        forgetImages(store, keys);
        await setImmediate();
      }
    },
    get trouble() {
      return trouble;
    },
    async close({ finish = false } = {}) {
      if (finish) await asked.within(FINISH_MS);
      abort.abort();
      for (const { resolve } of queue.takeWaiting()) resolve(false);
      await within(ABORT_MS, Promise.allSettled([...underWay.values(), ahead]));
    },
  };
}
