import { ReaderError, NETWORK_CODES, type ReaderErrorCode } from '../../contract/errors.ts';
import { hostOf } from '../fetch/address.ts';
import type { Onward } from '../fetch/fetch-result.ts';
import type { Announce } from '../pace/announcer.ts';
import type { HostPace } from '../pace/host-pace.ts';
import { createHostQueue } from '../pace/host-queue.ts';
import { createLull, type Lull } from '../pace/lull.ts';
import { within } from '../pace/within.ts';
import type { HostRests } from '../refresh/host-rests.ts';
import type { FetchedImage, IconJob, IconResult, Ingest } from '../refresh/ingest-job.ts';
import { awaitIcon, dueIcons, keepIcon, missIcon, type DueIcon } from '../store/feed-icons.ts';
import { isKept } from '../store/images.ts';
import type { Store } from '../store/open-store.ts';
import { createImageShelf } from './keep-image.ts';

export interface IconKeeperOptions {
  readonly store: Store;
  readonly ingest: Pick<Ingest, 'icon'>;
  /** How hosts are treated: shared with all who ask them. */
  readonly courtesy: { readonly rests: HostRests; readonly pace: HostPace };
  readonly now: () => number;
  readonly announce: Announce;
  readonly onFault: (error: unknown) => void;
  /** Whether a server answered lately: only then is a silent host the site's own failure. */
  readonly isOnline: () => boolean;
  /** As for images that nobody asked for. */
  readonly mayFetch: () => boolean;
  /** Left out: one of two seconds. */
  readonly lull?: (work: () => void) => Lull;
}

export interface IconKeeper {
  /** Sources may lack their icon: it is looked for once a lull has passed, where that is allowed then. */
  wake(): void;
  /** Drops what waits. */
  close(): Promise<void>;
}

const DAY = 24 * 60 * 60_000;
/** An icon is looked at again after this, and so is a site that has none. */
const MONTH = 30 * DAY;
/** After failures in a row. */
const RETRIES = [7 * DAY, 14 * DAY, 28 * DAY] as const;
/** After everything else that a start or a refresh leads to has begun. */
const LULL_MS = 2000;
/** Looked for at a time; more are looked for when these are done. */
const AHEAD = 20;
const AT_ONCE = 2;
/** Of what a source's own page names. */
const MOST_LINKED = 2;
/** A fetch that was ended is given this long to notice. */
const ABORT_MS = 2_000;
/** Sources of one site share its answers. */
const MOST_ANSWERS = 1000;
/** What says of an icon that it is not there, rather than that it could not be had. */
const ABSENT: ReadonlySet<ReaderErrorCode> = new Set<ReaderErrorCode>(['not-found', 'gone', 'not-an-image', 'image-too-large', 'image-too-complex', 'body-too-large', 'empty-body', 'invalid-address', 'unsupported-scheme']);

type Answer = Exclude<IconResult, { readonly kind: 'image' }> | { readonly kind: 'icon'; readonly key: string };

/** The way to the icon of one source. */
interface Search {
  readonly feed: DueIcon;
  /** What is left to ask for. */
  steps: readonly IconJob[];
  onward: Onward | null;
  /** Asked for already. */
  readonly asked: Set<string>;
  /** Why an icon may be there that was not had. */
  code: ReaderErrorCode | null;
  readonly end: () => void;
  readonly fail: (error: unknown) => void;
}

/** Brings the icons of sources onto this device, behind everything else, two hosts at once; each is looked at again after a month. */
export function createIconKeeper({ store, ingest, courtesy: { rests, pace }, now, announce, onFault, isOnline, mayFetch, lull = (work) => createLull(work, { ms: LULL_MS }) }: IconKeeperOptions): IconKeeper {
  const abort = new AbortController();
  const shelf = createImageShelf(store);
  const answers = new Map<string, { readonly at: number; readonly answer: Answer }>();
  let running: Promise<void> | null = null;
  let again = false;
  /** The last ask met a silent host while nothing showed that there is a network. */
  let silent = false;

  const isAllowed = (): boolean => !silent && !abort.signal.aborted && mayFetch();

  const queue = createHostQueue<Search>({ total: AT_ONCE, perHost: () => 1, pace }, async (search) => {
    try {
      // Asked again here: a refresh may have begun since this one was put in line.
      if (!isAllowed()) search.end();
      else await ask(search);
    } catch (error) {
      search.fail(error);
    }
  });

  const ask = async (search: Search): Promise<void> => {
    const [step] = search.steps;
    if (!step) return search.end();
    // Another source of the site may have had its answer meanwhile.
    if (search.onward === null && knownAnswer(step) !== null) return goOn(search);
    const address = search.onward?.url ?? step.url;
    const held = rests.heldUntil(address);
    if (held !== null) return putOff(search, held);
    const result = await ingest.icon({ ...step, onward: search.onward }, abort.signal);
    if (abort.signal.aborted) return search.end();
    if (result.crawlDelayMs !== undefined) pace.slowDown(hostOf(address), result.crawlDelayMs);
    if (result.kind === 'failed' && result.onward) {
      // As much a host as the first: it waits for its turn there.
      search.onward = result.onward;
      return queue.push(hostOf(result.onward.url), search);
    }
    search.onward = null;
    if (result.kind === 'failed') {
      if (NETWORK_CODES.has(result.code) && !isOnline()) {
        // Perhaps the network is missing: the source stays as it is, to be looked at when it is back.
        silent = true;
        return search.end();
      }
      const until = rests.note(address, result);
      if (until !== null) return putOff(search, until);
    } else rests.release(address);
    const answer = result.kind === 'image' ? ({ kind: 'icon', key: await put(step.url, result.image) } as const) : result;
    remember(step, answer);
    if (!use(search, step, answer)) goOn(search);
  };

  /** Takes the steps whose answers are known, and waits for the turn of the first that is not. */
  const goOn = (search: Search): void => {
    for (;;) {
      const [step] = search.steps;
      if (!step) return miss(search);
      const known = knownAnswer(step);
      if (!known) return queue.push(hostOf(step.url.startsWith('data:') ? step.from : step.url), search);
      if (use(search, step, known)) return;
    }
  };

  /** Whether that was the end of the search. */
  const use = (search: Search, step: IconJob, answer: Answer): boolean => {
    search.asked.add(step.url);
    search.steps = search.steps.slice(1);
    if (answer.kind === 'icon') return keep(search, answer.key);
    if (step.want === 'page') {
      const page = answer.kind === 'links' ? answer.finalUrl : step.url;
      const named = answer.kind === 'links' ? answer.icons.slice(0, MOST_LINKED) : [];
      const usual = URL.parse('/favicon.ico', page)?.href;
      search.steps = [...named, ...(usual === undefined ? [] : [usual])].filter((url) => !search.asked.has(url)).map((url) => ({ url, want: 'icon', from: page }));
    }
    if (answer.kind === 'failed' && !ABSENT.has(answer.code)) {
      search.code = answer.code;
      // A host that does not answer is not asked for the rest.
      if (NETWORK_CODES.has(answer.code)) search.steps = search.steps.filter(({ url }) => hostOf(url) !== hostOf(step.url));
    }
    return false;
  };

  const knownAnswer = ({ url, want }: IconJob): Answer | null => {
    const known = answers.get(`${want} ${url}`);
    // Whoever showed that icon may be followed no more, and the icon gone.
    const isHere = known?.answer.kind !== 'icon' || isKept(store, known.answer.key);
    return known && isHere && Math.abs(now() - known.at) < DAY ? known.answer : null;
  };

  const remember = ({ url, want }: IconJob, answer: Answer): void => {
    const name = `${want} ${url}`;
    answers.delete(name);
    answers.set(name, { at: now(), answer });
    if (answers.size > MOST_ANSWERS) answers.delete(answers.keys().next().value ?? '');
  };

  /** An icon is named for its bytes, so that one that changed has another address in the window, and sources share theirs. */
  const put = async (url: string, image: FetchedImage): Promise<string> => {
    const key = image.hash.slice(0, 32);
    if (!awaitIcon(store, key, url)) await shelf.put(key, image);
    return key;
  };

  const keep = ({ feed, end }: Search, key: string): boolean => {
    if (!keepIcon(store, feed.feedId, { key, nextAt: now() + MONTH })) return false;
    announce({ kind: 'feeds', feedIds: [feed.feedId] });
    end();
    return true;
  };

  const miss = ({ feed, code, end }: Search): void => {
    const tries = code === null ? 0 : feed.tries + 1;
    const wait = code === null ? MONTH : (RETRIES[Math.min(tries, RETRIES.length) - 1] ?? MONTH);
    if (missIcon(store, feed.feedId, { code, nextAt: now() + wait, tries })) announce({ kind: 'feeds', feedIds: [feed.feedId] });
    end();
  };

  const putOff = ({ feed, end }: Search, until: number): void => {
    missIcon(store, feed.feedId, { code: 'rate-limited', nextAt: Math.max(until, now() + DAY), tries: feed.tries });
    end();
  };

  const look = (feed: DueIcon): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    goOn({ feed, steps: firstSteps(feed), onward: null, asked: new Set(), code: null, end: resolve, fail: reject });
    return promise;
  };

  const run = async (): Promise<void> => {
    silent = false;
    while (isAllowed()) {
      const due = dueIcons(store, AHEAD);
      if (due.length === 0) return;
      const results = await Promise.allSettled(due.map(look));
      const rejected = results.find((result) => result.status === 'rejected');
      if (rejected) throw rejected.reason;
      // Whatever stays as it was would be found again at once.
      if (dueIcons(store, 1)[0]?.feedId === due[0]?.feedId) return;
    }
  };

  /** Whoever wakes it while it is about to end is heard as well. */
  const runAll = async (): Promise<void> => {
    try {
      do {
        again = false;
        await run();
      } while (again);
    } catch (error) {
      if (!(error instanceof ReaderError && error.code === 'engine-stopped')) onFault(error);
    } finally {
      running = null;
    }
  };

  const soon = lull(() => {
    if (abort.signal.aborted) return;
    again = true;
    running ??= runAll();
  });

  return {
    wake: () => soon.soon(),
    async close() {
      soon.close();
      abort.abort();
      for (const { end } of queue.takeWaiting()) end();
      await within(ABORT_MS, Promise.allSettled([running]));
    },
  };
}

/** What the feed names, then its site's own page; where that leads, only its answer tells. */
function firstSteps({ feedUrl, siteUrl, iconUrl }: DueIcon): IconJob[] {
  const site = webAddress(siteUrl) ?? webAddress(URL.parse(feedUrl)?.origin ?? null);
  const steps: IconJob[] = [];
  if (iconUrl !== null) steps.push({ url: iconUrl, want: 'icon', from: feedUrl });
  if (site !== null) steps.push({ url: site, want: 'page', from: feedUrl });
  return steps;
}

function webAddress(address: string | null): string | null {
  const url = address === null ? null : URL.parse(address);
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null;
}
