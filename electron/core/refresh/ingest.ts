import { createHash } from 'node:crypto';
import { withLogin } from '../fetch/login.ts';
import { readDocument } from './ingest-document.ts';
import { discoverFeeds } from './ingest-discover.ts';
import { fetchImage } from './ingest-image.ts';
import type { Ingest, IngestJob, IngestResult } from './ingest-job.ts';
import type { IngestOptions } from './ingest-options.ts';

async function ingestFeed(job: IngestJob, { fetcher, around = (work) => work() }: IngestOptions, signal?: AbortSignal): Promise<IngestResult> {
  const fetched = await withLogin(fetcher, job.login)({ url: job.feedUrl, validators: job.validators }, signal);
  if (fetched.kind !== 'fresh') return fetched;
  const { finalUrl, permanentUrl, validators, maxAgeMs } = fetched;
  return await around(async () => {
    const bodyHash = createHash('sha256').update(fetched.body).digest('hex');
    if (bodyHash === job.bodyHash) return { kind: 'notModified', permanentUrl, validators, maxAgeMs };
    const read = await readDocument(fetched.body, {
      contentType: fetched.contentType, feedUrl: job.feedUrl, finalUrl, modifiedAt: fetched.modifiedAt, knownItems: job.knownItems ?? null, now: job.now,
    });
    if (read.kind === 'failed') return { ...read, retryAt: null };
    const { facts, articles } = read.document;
    const { knownItems, feed: { kind: feedKind } } = read;
    const fresh = { kind: 'fresh', feedKind, facts, articles, finalUrl, permanentUrl, maxAgeMs, bytes: fetched.body.length } as const;
    if (!read.cut) return { ...fresh, validators, bodyHash, knownItems };
    if (articles.length === 0) return { kind: 'failed', code: 'malformed-feed', detail: { host: URL.parse(finalUrl)?.host ?? null, reason: 'cut off' }, retryAt: null };
    // What came is kept; what did not is asked for again, with the validators of the last whole document.
    return { ...fresh, validators: job.validators ?? { etag: null, lastModified: null }, bodyHash: job.bodyHash ?? '', knownItems: null };
  });
}

/** The whole trip of a stranger's bytes, in this thread. Closing it leaves the fetcher to whoever made it. */
export function createIngest(options: IngestOptions): Ingest {
  return {
    feed: (job, signal) => ingestFeed(job, options, signal),
    discover: (url, now, login) => discoverFeeds(url, now, { ...options, fetcher: withLogin(options.fetcher, login) }),
    image: (url, referrer, signal) => fetchImage(url, referrer, options.fetcher, signal),
    close: () => Promise.resolve(),
  };
}
