import { ReaderError } from '../../contract/errors.ts';
import type { FeedRecord } from '../store/records.ts';
import type { Ingest, IngestJob, IngestResult } from './ingest-job.ts';

/** Some servers answer 304 to everything: validators older than this are not sent, so that the feed moves again. */
const VALIDATORS_LAST_MS = 8 * 24 * 60 * 60_000;

export interface JobOptions {
  readonly now: number;
  /** Every item is wanted, whatever is known of them. */
  readonly whole?: boolean;
}

/** The request that a feed's next ask is. */
export function ingestJob(feed: FeedRecord, { now, whole = false }: JobOptions): IngestJob {
  const page = feed.page && { rules: feed.page, before: feed.pageFound, dated: feed.pageDated, datesLost: feed.datesLostAt !== null };
  const signIn = feed.credentials === null ? {} : { signIn: { feedId: feed.id, kind: feed.credentials } };
  // Somebody follows a feed for it to be asked; a page was not made for programs.
  const asked = { feedUrl: feed.feedUrl, page, robots: feed.kind === 'page', now, ...signIn };
  if (whole) return { ...asked, validators: null, bodyHash: null };
  // Those of a moment that has not come were written under a clock that was wrong; nobody knows how old they are.
  const fresh = feed.validatorsAt !== null && Math.abs(now - feed.validatorsAt) < VALIDATORS_LAST_MS;
  return { ...asked, validators: fresh ? feed.validators : null, bodyHash: feed.bodyHash, itemsOf: feed.id };
}

/** Asks one feed. A fault of the ingest becomes the failure of this feed, and `onFault` hears of it. */
export async function askFeed(
  ingest: Ingest,
  job: IngestJob,
  { signal, onFault }: { signal: AbortSignal; onFault: (error: unknown) => void },
): Promise<IngestResult> {
  try {
    return await ingest.feed(job, signal);
  } catch (error) {
    if (error instanceof ReaderError) return { kind: 'failed', code: error.code, detail: error.detail, retryAt: null };
    if (!signal.aborted) onFault(error);
    return { kind: 'failed', code: 'internal', detail: {}, retryAt: null };
  }
}
