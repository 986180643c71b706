import { setImmediate } from 'node:timers/promises';
import { NETWORK_CODES, ReaderError } from '../../contract/errors.ts';
import type { ArticleId, ErrorDetail } from '../../contract/model.ts';
import { createHostQueue } from '../pace/host-queue.ts';
import { within } from '../pace/within.ts';
import type { Announce } from '../pace/announcer.ts';
import { hostOf } from '../fetch/address.ts';
import type { Onward } from '../fetch/fetch-result.ts';
import { LARGEST_IMAGE } from '../fetch/largest-image.ts';
import type { HostRests } from '../refresh/host-rests.ts';
import type { Ingest, ImageResult } from '../refresh/ingest-job.ts';
import type { HostPace } from '../pace/host-pace.ts';
import { forgetImages, pendingImages, putOffImage, recordImage, unreferencedImages } from '../store/images.ts';
import type { Store } from '../store/open-store.ts';
import type { PendingImage } from '../store/records.ts';
import { createAwaited } from './awaited.ts';
import { removeImage } from './image-file.ts';
import { createImageShelf } from './keep-image.ts';
import { ENDLESS, type Room } from './room.ts';
import type { Why } from './why.ts';

export interface ImageKeeperOptions {
  readonly store: Store;
  readonly ingest: Pick<Ingest, 'image' | 'imageFile'>;
  /** How hosts are treated: shared with all who ask them. */
  readonly courtesy: { readonly rests: Pick<HostRests, 'heldUntil' | 'note' | 'release'>; readonly pace: Pick<HostPace, 'answered'> };
  readonly announce: Announce;
  readonly onFault: (error: unknown) => void;
  /** Whether a server answered lately: only then is a silent host the image's own failure. */
  readonly isOnline: () => boolean;
  /** Whether images nobody asked for may be fetched now: not while a refresh runs, the network is missing or the person said no. */
  readonly mayFetchAhead: () => boolean;
}

export interface BringImages {
  readonly retryNow: boolean;
  readonly room: Pick<Room, 'take'>;
  /** Nothing more is begun; what is under way comes to its end. */
  readonly signal?: AbortSignal;
}

export interface ImageKeeper {
  /**
   * Fetches what an article still lacks, and what failed and may be tried again; with `retryNow` all that failed. Rejects
   * with `disk-full` or `profile-unwritable`.
   */
  keep(articleId: ArticleId, options?: { retryNow?: boolean }): Promise<{ kept: number; failed: number }>;
  /** As `keep`, within `room`: what does not fit stays as it was, and so does what waits when `signal` ends it. `why`: what came of the first that did not come, null where all did. */
  bring(articleId: ArticleId, options: BringImages): Promise<{ kept: number; failed: number; why: Why | null }>;
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
/** Of one host two at once and without a pause, as browsers ask for the images of a page; what is asked next of it waits its pause. */
const LIMITS = { total: 4, perHost: () => 2 };

interface Outcome {
  readonly kept: boolean;
  /** Of what came. */
  readonly bytes: number;
  /** Null also where nobody asked for it and it was not its time. */
  readonly why: Why | null;
}

const NOT_NOW: Outcome = { kept: false, bytes: 0, why: null };
const STOPPED: Outcome = notKept('engine-stopped', {});
const TAKEN_BACK: Outcome = notKept('prepare-stopped', {});
const OVER: Outcome = notKept('over-budget', {});

function notKept(code: string, detail: ErrorDetail): Outcome {
  return { kept: false, bytes: 0, why: { code, detail } };
}

interface Errand {
  readonly image: PendingImage;
  /** What it may take at most, bytes. */
  readonly most: number;
  /** Nobody asked for it. */
  readonly ahead: boolean;
  /** By which whoever asked takes it back. */
  readonly signal: AbortSignal | undefined;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
  /** Where its trip goes on, at another host. */
  onward: Onward | null;
  attempt: number;
}

/** Brings the images of articles onto this device, four at once; one that fails is tried later and costs nothing else. */
export function createImageKeeper({ store, ingest, courtesy: { rests, pace }, announce, onFault, isOnline, mayFetchAhead }: ImageKeeperOptions): ImageKeeper {
  const abort = new AbortController();
  const shelf = createImageShelf(store);
  const underWay = new Map<string, Promise<Outcome>>();
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
      const done = ahead && !isAheadAllowed() ? NOT_NOW : await fetchOne(errand);
      if (done !== 'onward') return resolve(done);
      if (errand.signal?.aborted) return resolve(TAKEN_BACK);
      // As much a host as the first: it waits for its turn there.
      queue.push(hostOf(errand.onward?.url ?? ''), errand, !ahead);
    } catch (error) {
      if (error instanceof ReaderError) trouble = error;
      reject(error);
    }
  });

  const isAheadAllowed = (): boolean => trouble === null && !silent && !abort.signal.aborted && mayFetchAhead();

  const fetchOne = async (errand: Errand): Promise<Outcome | 'onward'> => {
    const { image, most, onward, attempt } = errand;
    const address = onward?.url ?? image.url;
    const until = rests.heldUntil(address);
    if (until !== null) {
      putOffImage(store, image.key, until);
      return notKept('rate-limited', { host: hostOf(address), until });
    }
    const answersBefore = answers;
    const result = await ingest.image({ url: image.url, referrer: image.referrer, from: image.chosenUrl, maxBytes: most, onward, attempt }, abort.signal);
    if (abort.signal.aborted) return STOPPED;
    if (!address.startsWith('data:')) pace.answered(hostOf(address));
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
      return notKept(result.code, { host: hostOf(address), ...result.detail });
    }
    // It is as large as any, and has not failed.
    if (result.kind === 'failed' && result.code === 'body-too-large' && most < LARGEST_IMAGE) return OVER;
    return result.kind === 'image' ? await kept(image.key, address, result) : failed(image.key, address, result);
  };

  const kept = async (key: string, address: string, { image }: Extract<ImageResult, { kind: 'image' }>): Promise<Outcome> => {
    rests.release(address);
    const articleIds = await shelf.put(key, image);
    trouble = null;
    announce({ kind: 'images', articleIds });
    return { kept: true, bytes: image.bytes.length, why: null };
  };

  const failed = (key: string, address: string, result: Extract<ImageResult, { kind: 'failed' }>): Outcome => {
    const until = rests.note(address, result);
    announce({ kind: 'images', articleIds: recordImage(store, key, { state: 'failed', code: result.code, retryAt: until }) });
    return notKept(result.code, { host: hostOf(address), ...result.detail });
  };

  const bringOne = (image: PendingImage, wanted: boolean, most = LARGEST_IMAGE, signal?: AbortSignal): Promise<Outcome> => {
    if (signal?.aborted) return Promise.resolve(TAKEN_BACK);
    const known = underWay.get(image.key);
    // Whoever asks without a bound has it also where it was too large for who asked first, or where that one took it back.
    if (known) return known.then((outcome) => ((outcome === OVER && most === LARGEST_IMAGE) || outcome === TAKEN_BACK ? bringOne(image, wanted, most, signal) : outcome));
    const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
    const done = promise.finally(() => underWay.delete(image.key));
    underWay.set(image.key, done);
    queue.push(hostOf(image.url), { image, most, ahead: !wanted, signal, resolve, reject, onward: null, attempt: 0 }, wanted);
    return done;
  };

  const bringWithin = async (image: PendingImage, room: Pick<Room, 'take'>, signal: AbortSignal | undefined): Promise<Outcome> => {
    const portion = await room.take(LARGEST_IMAGE);
    if (portion === null) return OVER;
    let used = 0;
    try {
      const outcome = await bringOne(image, true, Math.min(portion.bytes, LARGEST_IMAGE), signal);
      used = outcome.bytes;
      return outcome;
    } finally {
      portion.settle(used);
    }
  };

  const bring = async (articleId: ArticleId, { retryNow, room, signal }: BringImages): Promise<{ kept: number; failed: number; why: Why | null }> => {
    const images = pendingImages(store, { limit: 1000, articleId, retryFailed: true, retryNow });
    const takeBack = (): void => {
      for (const { resolve } of queue.takeWaiting((errand) => errand.signal === signal)) resolve(TAKEN_BACK);
    };
    signal?.addEventListener('abort', takeBack, { once: true });
    const results = await Promise.allSettled(images.map((image) => bringWithin(image, room, signal)));
    signal?.removeEventListener('abort', takeBack);
    const outcomes = results.map((result) => {
      if (result.status === 'rejected') throw result.reason;
      return result.value;
    });
    const failed = outcomes.filter(({ kept }) => !kept);
    return { kept: outcomes.length - failed.length, failed: failed.length, why: failed[0]?.why ?? null };
  };

  const goAhead = async (): Promise<void> => {
    while (isAheadAllowed()) {
      const images = pendingImages(store, { limit: AHEAD, retryFailed: true });
      if (images.length === 0) return;
      const results = await Promise.allSettled(images.map((image) => bringOne(image, false)));
      const rejected = results.find((result) => result.status === 'rejected');
      if (rejected) throw rejected.reason;
    }
  };

  return {
    keep: (articleId, { retryNow = false } = {}) => asked.add(bring(articleId, { retryNow, room: ENDLESS }).then(({ kept, failed }) => ({ kept, failed }))),
    bring: (articleId, options) => asked.add(bring(articleId, options)),
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
      for (const { resolve } of queue.takeWaiting()) resolve(STOPPED);
      await within(ABORT_MS, Promise.allSettled([...underWay.values(), ahead]));
    },
  };
}
