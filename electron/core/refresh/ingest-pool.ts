import { ReaderError, type ReaderErrorCode } from '../../contract/errors.ts';
import type { OwnEntity } from '../../contract/gazetteer.ts';
import type { FeedId } from '../../contract/model.ts';
import type { PagePreview } from '../../contract/page.ts';
import { hostOf } from '../fetch/address.ts';
import type { ExtractedPage, ExtractFailure } from '../extract/extracted-page.ts';
import type { AskedBy } from '../fetch/asked-by.ts';
import type { FetchFailure } from '../fetch/fetch-result.ts';
import { createRuleBook, type FindRules, type RulesKeeper, type SiteRules } from '../fetch/robots.ts';
import type { FiguresResult } from '../figures/stored-figure.ts';
import type { OpmlList } from '../parse/opml-list.ts';
import type { SavedFileResult } from '../saved-file/saved-file.ts';
import type { ArticleResult, Discovered, FetchedFile, IconResult, ImageResult, Ingest, IngestResult, OlderResult } from './ingest-job.ts';
import type { IngestAnswer, IngestCall } from './ingest-protocol.ts';
import type { PendingCall, ThreadOptions } from './ingest-thread.ts';
import { IngestThread } from './ingest-thread.ts';

export interface IngestPoolOptions {
  /** The built `ingest` entry. */
  readonly workerPath: string;
  /** Threads at most; each starts when there is work for it. */
  readonly size: number;
  readonly userAgent: string;
  /** How long one document may keep a thread busy, in milliseconds; 20 s by default. */
  readonly busyMs?: number;
  readonly maxHeapMb?: number;
  /** Of bytes outside of a thread's heap; by default 1.5 GB, as a PDF of 200 MB is held several times. */
  readonly maxBytesMb?: number;
  /** The ways to a server as Chromium writes them. Left out: the threads go by the environment. */
  readonly proxyFor?: (url: string) => Promise<string>;
  /** What is known of the items of a feed's last document. */
  readonly knownItems?: (feedId: FeedId) => string | null;
  /** Where what sites' robots.txt say outlives this run. */
  readonly rules?: RulesKeeper;
}

/** Threads that share the calls, and, after one died for no known reason, one more at a time for each call that may have been the cause. */
class Pool {
  readonly #options: IngestPoolOptions;
  readonly #threads = new Set<IngestThread>();
  #suspects: PendingCall[] = [];
  #trial: IngestThread | null = null;
  #ids = 0;
  #own: readonly OwnEntity[] = [];
  #isClosed = false;
  /** One for all threads: a site is asked for its rules once a day. */
  readonly #findRules: FindRules;

  constructor(options: IngestPoolOptions) {
    this.#options = options;
    this.#findRules = createRuleBook({ ask: (origin, askedBy) => this.#askRules(origin, askedBy), keeper: options.rules });
  }

  useGazetteer(own: readonly OwnEntity[]): void {
    this.#own = own;
    for (const thread of [...this.#threads, ...(this.#trial ? [this.#trial] : [])]) thread.useGazetteer(own);
  }

  async #askRules(origin: string, askedBy: AskedBy): Promise<SiteRules | FetchFailure> {
    try {
      return (await this.call({ method: 'rules', origin, askedBy })) as SiteRules | FetchFailure;
    } catch (error) {
      const { code, detail } = asReaderError(error);
      return { kind: 'failed', code, detail: { host: hostOf(origin), ...detail }, retryAt: null };
    }
  }

  #start(events: Pick<ThreadOptions, 'onGone' | 'onIdle'>): IngestThread {
    const { workerPath, userAgent, busyMs = 20_000, maxHeapMb = 768, maxBytesMb = 1536, proxyFor, knownItems } = this.#options;
    return new IngestThread({ workerPath, data: { userAgent, proxies: proxyFor ? 'asked' : 'environment', ownEntities: this.#own }, proxyFor, knownItems, findRules: this.#findRules, busyMs, maxHeapMb, maxBytesMb, ...events });
  }

  #thread(): IngestThread {
    const idlest = [...this.#threads].toSorted((a, b) => a.load - b.load)[0];
    if (idlest && (idlest.load === 0 || this.#threads.size >= this.#options.size)) return idlest;
    const thread = this.#start({
      onGone: (waiting, blameless) => {
        this.#threads.delete(thread);
        if (this.#isClosed) for (const pending of waiting) stop(pending);
        else if (blameless) for (const pending of waiting) this.#thread().send(pending);
        else void this.#suspect(waiting);
      },
    });
    this.#threads.add(thread);
    return thread;
  }

  /** Asks each of these again in a thread of its own, one after the other: whoever kills that one as well, fails alone. */
  async #suspect(calls: readonly PendingCall[]): Promise<void> {
    for (const suspect of calls) {
      // A call on trial may wait for these rules: they are not made to wait for it.
      if (suspect.call.method === 'rules') suspect.reject(died());
      else this.#suspects.push(suspect);
    }
    if (this.#trial) return;
    for (let call = this.#suspects.shift(); call; call = this.#suspects.shift()) {
      const { promise: isOver, resolve: onIdle } = Promise.withResolvers<void>();
      this.#trial = this.#start({ onIdle, onGone: (guilty) => guilty.forEach(({ reject }) => reject(died())) });
      this.#trial.send(call);
      await isOver;
      await this.#trial.close();
    }
    this.#trial = null;
  }

  call(call: IngestCall, signal?: AbortSignal): Promise<IngestAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<IngestAnswer>();
    const stopped = () => reject(new ReaderError('engine-stopped', 'cancelled'));
    if (this.#isClosed || signal?.aborted) {
      stopped();
      return promise;
    }
    const id = ++this.#ids;
    const abort = () => {
      stopped();
      this.#suspects = this.#suspects.filter((suspect) => suspect.id !== id);
      for (const thread of this.#all()) thread.forget(id);
    };
    signal?.addEventListener('abort', abort, { once: true });
    this.#thread().send({ id, call, resolve, reject });
    return promise.finally(() => signal?.removeEventListener('abort', abort));
  }

  #all(): IngestThread[] {
    return this.#trial ? [...this.#threads, this.#trial] : [...this.#threads];
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#suspects.splice(0).forEach(stop);
    await Promise.all(this.#all().map((thread) => thread.close()));
    this.#threads.clear();
  }
}

function died(): ReaderError {
  return new ReaderError('internal', 'the ingest thread died');
}

function stop({ reject }: PendingCall): void {
  reject(new ReaderError('engine-stopped', 'the engine stopped'));
}

function asReaderError(error: unknown): ReaderError {
  return error instanceof ReaderError ? error : new ReaderError('internal', String(error), {}, { cause: error });
}

/** A document under which a thread is ended is told as what it was. */
function ofPage(code: ReaderErrorCode): ReaderErrorCode {
  return code === 'feed-too-complex' ? 'page-too-large' : code;
}

/** An Ingest whose work is done in threads, so that no document can stop or end the one that asks. */
export function createIngestPool(options: IngestPoolOptions): Ingest {
  const pool = new Pool(options);
  const imageOf = async (call: IngestCall, signal?: AbortSignal): Promise<ImageResult> => {
    try {
      return (await pool.call(call, signal)) as ImageResult;
    } catch (error) {
      const { code, detail } = asReaderError(error);
      // A thread that hung over an image says so in the words of documents.
      return { kind: 'failed', code: code === 'feed-too-complex' ? 'image-too-complex' : code, detail, retryAt: null };
    }
  };
  return {
    async feed(job, signal) {
      try {
        return (await pool.call({ method: 'feed', job }, signal)) as IngestResult;
      } catch (error) {
        const { code, detail } = asReaderError(error);
        return { kind: 'failed', code, detail: { host: hostOf(job.feedUrl), ...detail }, retryAt: null };
      }
    },
    async older(job, signal) {
      try {
        return (await pool.call({ method: 'older', job }, signal)) as OlderResult;
      } catch (error) {
        const { code, detail } = asReaderError(error);
        return { kind: 'failed', code, detail: { host: hostOf(job.feedUrl), ...detail }, retryAt: null };
      }
    },
    async discover(url, now, options) {
      return (await pool.call({ method: 'discover', url, now, options })) as Discovered;
    },
    async page(question, signal) {
      return (await pool.call({ method: 'page', ...question }, signal)) as PagePreview;
    },
    async article({ url, ...job }, signal) {
      try {
        return (await pool.call({ method: 'article', url, ...job }, signal)) as ArticleResult;
      } catch (error) {
        const { code, detail } = asReaderError(error);
        return { kind: 'failed', code: ofPage(code), detail: { host: hostOf(url), ...detail }, retryAt: null, facts: null };
      }
    },
    async document({ url, ...job }, signal) {
      try {
        return (await pool.call({ method: 'document', url, ...job }, signal)) as ArticleResult | FetchedFile;
      } catch (error) {
        const { code, detail } = asReaderError(error);
        return { kind: 'failed', code: ofPage(code), detail: { host: hostOf(url), ...detail }, retryAt: null, facts: null };
      }
    },
    async extract(page, signal) {
      try {
        return (await pool.call({ method: 'extract', ...page }, signal)) as ExtractedPage | ExtractFailure;
      } catch (error) {
        const { code, message, detail } = asReaderError(error);
        throw new ReaderError(ofPage(code), message, { host: hostOf(page.url), ...detail }, { cause: error });
      }
    },
    async markup(job, signal) {
      return (await pool.call({ method: 'markup', ...job }, signal)) as ExtractedPage;
    },
    async savedFile({ name, ...job }, signal) {
      try {
        return (await pool.call({ method: 'savedFile', name, ...job }, signal)) as SavedFileResult;
      } catch (error) {
        const known = asReaderError(error);
        if (known.code === 'engine-stopped') throw known;
        return { kind: 'failed', code: 'file-damaged', detail: { name, reason: known.message } };
      }
    },
    async figures(jobs, signal) {
      return (await pool.call({ method: 'figures', jobs }, signal)) as readonly FiguresResult[];
    },
    image: (job, signal) => imageOf({ method: 'image', job }, signal),
    async icon(job, signal) {
      try {
        return (await pool.call({ method: 'icon', job }, signal)) as IconResult;
      } catch (error) {
        const { code, detail } = asReaderError(error);
        return { kind: 'failed', code: code === 'feed-too-complex' ? 'image-too-complex' : code, detail: { host: hostOf(job.url), ...detail }, retryAt: null };
      }
    },
    imageFile: (path) => imageOf({ method: 'imageFile', path }),
    async opml(text, signal) {
      try {
        return (await pool.call({ method: 'opml', text }, signal)) as OpmlList;
      } catch (error) {
        const known = asReaderError(error);
        throw known.code === 'feed-too-complex' ? new ReaderError('opml-too-complex', known.message, {}, { cause: known }) : known;
      }
    },
    useGazetteer: (own) => pool.useGazetteer(own),
    close: () => pool.close(),
  };
}
