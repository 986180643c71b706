import { NETWORK_CODES, ReaderError } from '../../contract/errors.ts';
import type { FullText, LookedAgain } from '../../contract/full-text.ts';
import type { ArticleId, FeedId } from '../../contract/model.ts';
import { EXTRACTOR_VERSION } from '../extract/extracted-page.ts';
import { hostOf } from '../fetch/address.ts';
import type { Onward } from '../fetch/fetch-result.ts';
import type { Announce } from '../pace/announcer.ts';
import type { HostPace } from '../pace/host-pace.ts';
import { createHostQueue } from '../pace/host-queue.ts';
import { within } from '../pace/within.ts';
import type { HostRests } from '../refresh/host-rests.ts';
import type { ArticleJob, ArticleResult, Ingest } from '../refresh/ingest-job.ts';
import type { Store } from '../store/open-store.ts';
import { pageChanged } from '../store/page-changed.ts';
import { confirmPageText, keepPageText, pageRecord, pagesAhead, recordPageFailure } from '../store/page-texts.ts';
import type { PageRecord } from '../store/page-texts.ts';
import { createAwaited } from './awaited.ts';
import { retryPageAt } from './page-retry.ts';

/**
 * Who wants a page: a person by name; a person who wants to know whether it changed (`again`); a person by opening or bookmarking its article; a person who chose it among many, for offline, by
 * a rule or in a file of links, or earlier without a network; or nobody in particular. The last two are unattended: robots.txt is asked.
 */
export type PageWish = 'asked' | 'again' | 'opened' | 'chosen' | 'ahead';

export interface FullTextKeeperOptions {
  readonly store: Store;
  readonly ingest: Pick<Ingest, 'article'>;
  readonly now: () => number;
  readonly announce: Announce;
  readonly onFault: (error: unknown) => void;
  /** Shared with the refresher: a host is spaced and rests whoever asks it. */
  readonly pace: HostPace;
  readonly rests: HostRests;
  /** The sign-in of a feed, or null where it has none in this run. */
  readonly findLogin: (feedId: FeedId) => Promise<ArticleJob['login']>;
  readonly isOffline: () => boolean;
  /** Whether pages nobody asked for may be fetched now. */
  readonly mayFetchAhead: () => boolean;
  /** The text of an article came. */
  readonly onKept: (articleId: ArticleId) => void;
  /** Called in the transaction that stores a text. */
  readonly onText?: (articleId: ArticleId) => void;
}

export interface FullTextKeeper {
  /** Brings the text of an article's page, where that is wanted, and answers with what is known of it then. Rejects with `article-missing`, `disk-full`. */
  keep(articleId: ArticleId, wish: Exclude<PageWish, 'ahead' | 'again'>): Promise<FullText>;
  /** As `keep` for `chosen`, where the text takes no more than `most` bytes as stored; fails with `over-budget` where it does, and stays as it was, also where `signal` ends it before its turn. */
  bring(articleId: ArticleId, most: number, signal?: AbortSignal): Promise<FullText>;
  /** Asks for the page of an article again, whatever is kept of it. Rejects with `article-missing`, `disk-full`. */
  lookAgain(articleId: ArticleId): Promise<LookedAgain>;
  /** Goes on with the new articles of sources that are always read whole, where that is allowed now. */
  fetchAhead(): void;
  /** Drops what waits; `finish` first waits for what a person asked for. */
  close(options?: { finish?: boolean }): Promise<void>;
}

interface Errand {
  readonly page: PageRecord;
  readonly url: string;
  readonly wish: PageWish;
  /** What its text may take as stored, bytes. */
  readonly most: number;
  /** By which whoever asked takes it back. */
  readonly signal: AbortSignal | undefined;
  /** Null: it was taken back. */
  readonly resolve: (state: FullText | null) => void;
  readonly reject: (error: unknown) => void;
  /** Where its trip goes on, at another host. */
  onward: Onward | null;
  /** How many pages led on by themselves. */
  refreshed: number;
}

const AT_ONCE = 3;
/** So long who opens an article lets a page rest that met no network. */
const SILENT_MS = 60_000;
/** Looked for at a time. */
const AHEAD = 20;
/** A command waits this long for the text of a bookmark before it ends. */
const FINISH_MS = 15_000;
const ABORT_MS = 2_000;
/** A page that says less than this share of what the feed gave has not given its article. */
const LEAST_SHARE = 0.5;

/** Brings the texts of articles' own pages onto this device, each once, one page of a host at a time. */
export function createFullTextKeeper(options: FullTextKeeperOptions): FullTextKeeper {
  const { store, ingest, now, announce, onFault, pace, rests, findLogin, isOffline, mayFetchAhead, onKept, onText } = options;
  const abort = new AbortController();
  const underWay = new Map<ArticleId, Promise<FullText | null>>();
  const asked = createAwaited();
  let ahead: Promise<void> | null = null;
  /** The last page that nobody waited for met no answer: perhaps there is no network. */
  let silent = false;

  const isAheadAllowed = (): boolean => !silent && !abort.signal.aborted && mayFetchAhead();

  const queue = createHostQueue<Errand>({ total: AT_ONCE, perHost: () => 1, pace }, async (errand) => {
    const { page, wish, resolve, reject } = errand;
    try {
      // Asked again here: a refresh may have begun, or the network gone, since this one was put in line.
      const isStopped = wish === 'ahead' ? !isAheadAllowed() : abort.signal.aborted;
      const done = isStopped ? page.fullText : await fetchOne(errand);
      if (done !== 'onward') return resolve(done);
      if (errand.signal?.aborted) return resolve(null);
      // As much a host as the first: it waits for its turn there.
      queue.push(hostOf(errand.onward?.url ?? ''), errand, wish !== 'ahead');
    } catch (error) {
      reject(error);
    }
  });

  const fetchOne = async (errand: Errand): Promise<FullText | 'onward'> => {
    const { page, wish, most } = errand;
    const url = errand.onward?.url ?? errand.url;
    const host = hostOf(url);
    const heldUntil = rests.heldUntil(url);
    if (heldUntil !== null) return fail(errand, { code: 'rate-limited', detail: { host } }, heldUntil);
    const result = await ask(errand);
    if (abort.signal.aborted) return page.fullText;
    if (result.crawlDelayMs !== undefined) pace.slowDown(host, result.crawlDelayMs);
    if (result.kind === 'failed' && result.onward) {
      Object.assign(errand, { onward: result.onward, refreshed: result.refreshed ?? 0 });
      return 'onward';
    }
    silent = wish === 'ahead' && result.kind === 'failed' && NETWORK_CODES.has(result.code);
    if (result.kind === 'failed') return fail(errand, result, rests.note(url, result) ?? result.retryAt);
    rests.release(url);
    if (result.page.text.length < page.textLength * LEAST_SHARE) return fail(errand, { code: 'no-article-text', detail: { host } }, null);
    if (wish === 'again' && !pageChanged(store, page.id, result.page)) {
      confirmPageText(store, page.id, result.page.version);
      return pageRecord(store, page.id).fullText;
    }
    const stored = store.transaction(() => {
      const kept = keepPageText(store, page.id, { ...result.page, url: result.finalUrl, handedIn: false }, now(), most);
      if (kept === 'kept') onText?.(page.id);
      return kept;
    });
    if (stored === 'gone') return { state: 'none' };
    if (stored === 'over') return { state: 'failed', code: 'over-budget', detail: {}, at: now(), retryAt: now() };
    announce({ kind: 'texts', articleIds: [page.id] });
    onKept(page.id);
    return pageRecord(store, page.id).fullText;
  };

  const ask = async ({ page: { feedId, askedBy, signsIn, lang, title }, url, wish, onward, refreshed }: Errand): Promise<ArticleResult> => {
    const found = signsIn ? await findLogin(feedId) : null;
    const login = found && found.origin === URL.parse(url)?.origin ? found : null;
    try {
      return await ingest.article({ url, askedBy, login, robots: wish === 'ahead' || wish === 'chosen', now: now(), lang, title, staysOnHost: true, onward, refreshed }, abort.signal);
    } catch (error) {
      // A page under which the thread died costs itself alone.
      if (error instanceof ReaderError) return { kind: 'failed', code: error.code, detail: { host: hostOf(onward?.url ?? url), ...error.detail }, retryAt: null, facts: null };
      throw error;
    }
  };

  const fail = ({ page, wish }: Errand, { code, detail }: Pick<Extract<ArticleResult, { kind: 'failed' }>, 'code' | 'detail'>, restsUntil: number | null): FullText => {
    const at = now();
    const failure = { code, detail, at, retryAt: retryPageAt({ code, tries: page.tries, restsUntil, now: at }) };
    recordPageFailure(store, page.id, failure);
    announce({ kind: 'texts', articleIds: [page.id] });
    if (wish === 'again') return { state: 'failed', ...failure };
    return pageRecord(store, page.id).fullText;
  };

  const bring = (page: PageRecord, url: string, asking: Pick<Errand, 'wish' | 'most' | 'signal'>): Promise<FullText> => {
    const { wish, most, signal } = asking;
    const known = underWay.get(page.id);
    // Whoever asks without a bound has it also where it was too large for who asked first, or where that one took it back.
    if (known) return known.then((state) => (state === null || (isOver(state) && most === Infinity) ? bring(page, url, asking) : state));
    if (signal?.aborted) return Promise.resolve(page.fullText);
    const { promise, resolve, reject } = Promise.withResolvers<FullText | null>();
    const done = promise.finally(() => underWay.delete(page.id));
    underWay.set(page.id, done);
    queue.push(hostOf(url), { page, url, wish, most, signal, resolve, reject, onward: null, refreshed: 0 }, wish !== 'ahead');
    return done.then((state) => state ?? page.fullText);
  };

  const keep = async (articleId: ArticleId, wish: PageWish, most = Infinity, signal?: AbortSignal): Promise<FullText> => {
    const page = pageRecord(store, articleId);
    const url = webUrl(page.url);
    if (url === null || !isWanted(page, wish, now()) || (wish !== 'asked' && wish !== 'chosen' && isOffline())) return page.fullText;
    const takeBack = (): void => {
      for (const { resolve } of queue.takeWaiting((errand) => errand.signal === signal)) resolve(null);
    };
    signal?.addEventListener('abort', takeBack, { once: true });
    try {
      return await bring(page, url, { wish, most, signal });
    } finally {
      signal?.removeEventListener('abort', takeBack);
    }
  };

  const lookAgain = async (articleId: ArticleId): Promise<LookedAgain> => {
    const page = pageRecord(store, articleId);
    const url = webUrl(page.url);
    if (url === null) return { state: 'none' };
    const before = page.fullText;
    const after = await bring(page, url, { wish: 'again', most: Infinity, signal: undefined });
    if (abort.signal.aborted) throw new ReaderError('engine-stopped', 'closed while a page was looked at');
    if (after.state !== 'kept') return after;
    if (before.state !== 'kept') return { state: 'first' };
    return after.at === before.at ? { state: 'unchanged', since: before.at } : { state: 'changed' };
  };

  const goAhead = async (): Promise<void> => {
    while (isAheadAllowed()) {
      const ids = pagesAhead(store, { limit: AHEAD, now: now() });
      if (ids.length === 0) return;
      const results = await Promise.allSettled(ids.map((id) => keep(id, 'ahead')));
      const rejected = results.find((result) => result.status === 'rejected');
      if (rejected) throw rejected.reason;
      // Whatever stays as it was would be found again at once.
      if (pagesAhead(store, { limit: 1, now: now() })[0] === ids[0]) return;
    }
  };

  return {
    keep: (articleId, wish) => asked.add(keep(articleId, wish)),
    lookAgain: (articleId) => asked.add(lookAgain(articleId)),
    bring: (articleId, most, signal) => asked.add(keep(articleId, 'chosen', most, signal)),
    fetchAhead() {
      if (ahead) return;
      silent = false;
      ahead = goAhead()
        .catch(onFault)
        .finally(() => {
          ahead = null;
        });
    },
    async close({ finish = false } = {}) {
      if (finish) await asked.within(FINISH_MS);
      abort.abort();
      for (const { page, resolve } of queue.takeWaiting()) resolve(page.fullText);
      await within(ABORT_MS, Promise.allSettled([...underWay.values(), ahead]));
    },
  };
}

/** Whether the page of an article is to be fetched: never one whose text is kept as well as we can read it. Pure. */
export function isWanted({ mode, whole, extractor, retryAt, fullText }: Pick<PageRecord, 'mode' | 'whole' | 'extractor' | 'retryAt' | 'fullText'>, wish: PageWish, now: number): boolean {
  // Of a text that an older extractor read, the person who opens it gets the better one; nobody else is asked for it.
  if (extractor !== null && (extractor >= EXTRACTOR_VERSION || ((wish === 'ahead' || wish === 'chosen') && extractor > 0))) return false;
  if (wish === 'asked') return true;
  if (mode === 'feed' || (mode === 'opened' && whole && extractor === null)) return false;
  if (retryAt <= now) return true;
  // That was no to a program; now a person looks.
  if (wish === 'opened' && fullText.state === 'failed' && fullText.code === 'robots-disallowed') return true;
  // A network that was gone is no answer: whoever prepares for offline tries again at once, and whoever opens the article, or has it open as the network comes back, once a minute.
  if (fullText.state !== 'failed' || !(NETWORK_CODES as ReadonlySet<string>).has(fullText.code)) return false;
  return wish === 'chosen' || (wish === 'opened' && fullText.at + SILENT_MS <= now);
}

function isOver(state: FullText): boolean {
  return state.state === 'failed' && state.code === 'over-budget';
}

function webUrl(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url);
  return parsed && (parsed.protocol === 'http:' || parsed.protocol === 'https:') ? parsed.href : null;
}
