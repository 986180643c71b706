import { ReaderError, type ReaderErrorCode } from '../../contract/errors.ts';
import type { FeedCandidate } from '../../contract/model.ts';
import type { PagePreview } from '../../contract/page.ts';
import { hostOf } from '../fetch/address.ts';
import type { ExtractedPage, ExtractFailure } from '../extract/extracted-page.ts';
import type { ArticleResult, ImageResult, Ingest, IngestResult, OlderResult } from './ingest-job.ts';
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

/** A document under which a thread is ended is told as what it was. */
function ofPage(code: ReaderErrorCode): ReaderErrorCode {
  return code === 'feed-too-complex' ? 'page-too-large' : code;
}

/** An Ingest whose work is done in threads, so that no document can stop or end the one that asks. */
export function createIngestPool(options: IngestPoolOptions): Ingest {
  const pool = new Pool(options);
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
    async article({ url, ...job }, signal) {
      try {
        return (await pool.call({ method: 'article', url, ...job }, signal)) as ArticleResult;
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
    async image(url, referrer, signal) {
      try {
        return (await pool.call({ method: 'image', url, referrer }, signal)) as ImageResult;
      } catch (error) {
        return { kind: 'failed', code: asReaderError(error).code };
      }
    },
    close: () => pool.close(),
  };
}
