import { ReaderError } from '../../contract/errors.ts';
import { hostOf, normalizeAddress } from '../fetch/address.ts';
import type { Onward } from '../fetch/fetch-result.ts';
import type { HostCourtesy } from './host-courtesy.ts';
import type { ArticleResult, DocumentJob, FetchedFile, Ingest, IngestJob, IngestResult } from './ingest-job.ts';
import { restingFailure } from './wants-rest.ts';

type Failure = Extract<IngestResult, { kind: 'failed' }>;

/**
 * An ingest for what is asked outside of a refresh, most of it because a person waits. A host that wants rest is not asked: the
 * answer is at once `rate-limited`, with the end of the rest in epoch milliseconds as detail.until. A host that asks for rest gets
 * it from all, and the failure says until when in the same way.
 */
export function courteousIngest(ingest: Ingest, { rests, pace }: HostCourtesy): Ingest {
  const resting = (address: string): Failure | null => {
    const until = rests.heldUntil(address);
    return until === null ? null : restingFailure(hostOf(address), until);
  };

  const told = (address: string, failure: Failure): Failure => {
    const until = 'until' in failure.detail ? null : rests.note(address, failure);
    return until === null ? failure : { ...failure, detail: { ...failure.detail, until } };
  };

  /** Nobody else asks the host meanwhile who can wait. */
  const counted = async <T>(address: string, ask: () => Promise<T>, hasBegun = false): Promise<T> => {
    const host = hostOf(address);
    if (!hasBegun) pace.began(host);
    try {
      return await ask();
    } finally {
      pace.ended(host);
    }
  };

  const asking = async <T extends IngestResult | ArticleResult | FetchedFile>(address: string, ask: () => Promise<T>, hasBegun = false): Promise<T | Failure> => {
    const held = resting(address);
    if (held) {
      if (hasBegun) pace.ended(hostOf(address));
      return held;
    }
    const result = await counted(address, ask, hasBegun);
    if (result.kind === 'failed') return told(address, result);
    rests.release(address);
    return result;
  };

  const trip = async (job: IngestJob, signal: AbortSignal | undefined, onward: Onward | null = null): Promise<IngestResult> => {
    const result = await asking(onward?.url ?? job.feedUrl, () => ingest.feed({ ...job, staysOnHost: true, onward }, signal));
    return result.kind === 'failed' && result.onward ? await trip(job, signal, result.onward) : result;
  };

  /** Where a page leads on by a redirect or by itself, nobody chose that host: it has its pause as from any queue. */
  const itsTurn = async (host: string, signal: AbortSignal | undefined): Promise<void> => {
    for (let wait = pace.waitMs(host); wait > 0; wait = pace.waitMs(host)) {
      if (signal?.aborted) break;
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = wait === Infinity ? null : pace.timers.set(resolve, wait);
      if (timer === null) pace.whenEnded(host, resolve);
      signal?.addEventListener('abort', () => resolve(), { once: true });
      await promise;
      if (timer !== null) pace.timers.clear(timer);
    }
    pace.began(host);
  };

  const document = async (job: DocumentJob, signal: AbortSignal | undefined, hasBegun = false): Promise<ArticleResult | FetchedFile> => {
    const result = await asking(job.onward?.url ?? job.url, () => ingest.document({ ...job, staysOnHost: true }, signal), hasBegun);
    if (result.kind !== 'failed') return result;
    if (!('onward' in result) || !result.onward) return { facts: null, ...result };
    await itsTurn(hostOf(result.onward.url), signal);
    return await document({ ...job, onward: result.onward, refreshed: ('refreshed' in result ? result.refreshed : undefined) ?? 0 }, signal, true);
  };

  /** What asks several hosts by itself is told which of them rest, and tells which want to. */
  const searching = async <T>(url: string, ask: (restingHosts: ReadonlyMap<string, number>) => Promise<T>): Promise<T> => {
    const address = normalizeAddress(url);
    try {
      return await counted(address, () => ask(rests.current()));
    } catch (error) {
      if (!(error instanceof ReaderError)) throw error;
      const { retryAt = null, ...detail } = error.detail;
      const failure = told(address, { kind: 'failed', code: error.code, detail, retryAt: typeof retryAt === 'number' ? retryAt : null });
      throw new ReaderError(error.code, error.message, failure.detail, { cause: error });
    }
  };

  return {
    ...ingest,
    feed: (job, signal) => trip(job, signal),
    older: (job, signal) => asking(job.feedUrl, () => ingest.older(job, signal)),
    discover: (url, now, options) =>
      searching(url, async (restingHosts) => {
        const found = await ingest.discover(url, now, { ...options, resting: restingHosts });
        for (const failure of found.wantRest ?? []) rests.note(normalizeAddress(url), failure);
        return found;
      }),
    article: async (job, signal) => {
      const result = await asking(job.url, () => ingest.article(job, signal));
      return result.kind === 'failed' ? { facts: null, ...result } : result;
    },
    document: (job, signal) => document(job, signal),
    page: (question, signal) => searching(question.url, (restingHosts) => ingest.page({ ...question, resting: restingHosts }, signal)),
  };
}
