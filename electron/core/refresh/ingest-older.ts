import type { AskedBy } from '../fetch/asked-by.ts';
import { decodeText } from '../fetch/decode-text.ts';
import type { Fetcher, FetchResult } from '../fetch/fetch-result.ts';
import { olderLinks } from '../parse/older-links.ts';
import type { IngestResult, OlderJob, OlderResult } from './ingest-job.ts';

type FreshBody = Extract<FetchResult, { kind: 'fresh' }>;

interface OlderParts {
  readonly fetcher: Fetcher;
  readonly around?: <T>(work: () => Promise<T>) => Promise<T>;
  /** The trip of a feed or a page over a fetcher. */
  readonly read: (job: OlderJob, askedBy: AskedBy, fetcher: Fetcher) => Promise<IngestResult>;
}

/**
 * The trip of an older document of a feed: that of any document, and what it says of where still older items are. It was
 * named by the feed, so that a public feed must not lead into a private network.
 */
export async function ingestOlder(job: OlderJob, { fetcher, around = (work) => work(), read }: OlderParts): Promise<OlderResult> {
  const seen: FreshBody[] = [];
  const result = await read(job, { document: job.ofFeed }, async (request, signal) => {
    const fetched = await fetcher(request, signal);
    if (fetched.kind === 'fresh') seen.push(fetched);
    return fetched;
  });
  const document = seen.at(-1);
  if (result.kind !== 'fresh' || !document) return result.kind === 'failed' ? result : { kind: 'failed', code: 'http-error', detail: { status: 304 }, retryAt: null };
  const older = await around(async () => olderLinks(decodeText(document.body, document.contentType), document.finalUrl));
  return { ...result, older };
}
