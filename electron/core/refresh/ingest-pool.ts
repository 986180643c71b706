import { ReaderError } from '../../contract/errors.ts';
import type { FeedCandidate } from '../../contract/model.ts';
import type { PagePreview } from '../../contract/page.ts';
import { hostOf } from '../fetch/address.ts';
import type { OpmlList } from '../parse/opml-list.ts';
import type { ImageResult, Ingest, IngestResult, OlderResult } from './ingest-job.ts';
import type { IngestAnswer, IngestCall } from './ingest-protocol.ts';
import type { PendingCall } from './ingest-thread.ts';
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
  /** The ways to a server as Chromium writes them. Left out: the threads go by the environment. */
  readonly proxyFor?: (url: string) => Promise<string>;
}

/** A call under which this many threads died is given up. */
const MOST_DEATHS = 2;

class Pool {
  readonly #options: IngestPoolOptions;
  readonly #threads = new Set<IngestThread>();
  #ids = 0;
  #isClosed = false;

  constructor(options: IngestPoolOptions) {
    this.#options = options;
  }

  #thread(): IngestThread {
    const idlest = [...this.#threads].toSorted((a, b) => a.load - b.load)[0];
    if (idlest && (idlest.load === 0 || this.#threads.size >= this.#options.size)) return idlest;
    const { workerPath, userAgent, busyMs = 20_000, maxHeapMb = 768, proxyFor } = this.#options;
    const thread = new IngestThread({
      workerPath,
      data: { userAgent, proxies: proxyFor ? 'asked' : 'environment' },
      proxyFor,
      busyMs,
      maxHeapMb,
      onGone: (waiting) => {
        this.#threads.delete(thread);
        for (const pending of waiting) this.#resend(pending);
      },
    });
    this.#threads.add(thread);
    return thread;
  }

  #resend(pending: PendingCall): void {
    if (this.#isClosed) pending.reject(new ReaderError('engine-stopped', 'the engine stopped'));
    else if (pending.deaths >= MOST_DEATHS) pending.reject(new ReaderError('internal', 'the ingest thread died'));
    else this.#thread().send(pending);
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
      for (const thread of this.#threads) thread.forget(id);
    };
    signal?.addEventListener('abort', abort, { once: true });
    this.#thread().send({ id, call, resolve, reject, deaths: 0 });
    return promise.finally(() => signal?.removeEventListener('abort', abort));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#threads].map((thread) => thread.close()));
    this.#threads.clear();
  }
}

function asReaderError(error: unknown): ReaderError {
  return error instanceof ReaderError ? error : new ReaderError('internal', String(error), {}, { cause: error });
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
      return (await pool.call({ method: 'discover', url, now, options })) as { url: string; candidates: FeedCandidate[] };
    },
    async page(question, signal) {
      return (await pool.call({ method: 'page', ...question }, signal)) as PagePreview;
    },
    image: (job, signal) => imageOf({ method: 'image', job }, signal),
    imageFile: (path) => imageOf({ method: 'imageFile', path }),
    async opml(text, signal) {
      try {
        return (await pool.call({ method: 'opml', text }, signal)) as OpmlList;
      } catch (error) {
        const known = asReaderError(error);
        throw known.code === 'feed-too-complex' ? new ReaderError('opml-too-complex', known.message, {}, { cause: known }) : known;
      }
    },
    close: () => pool.close(),
  };
}
