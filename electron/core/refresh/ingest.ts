import { createHash } from 'node:crypto';
import { decodeText } from '../fetch/decode-text.ts';
import { normalizeFeed } from '../normalize/normalize-feed.ts';
import { parseFeed } from '../parse/parse-feed.ts';
import { discoverFeeds } from './ingest-discover.ts';
import { fetchImage } from './ingest-image.ts';
import type { Ingest, IngestJob, IngestResult } from './ingest-job.ts';
import type { IngestOptions } from './ingest-options.ts';

async function ingestFeed(job: IngestJob, { fetcher, around = (work) => work() }: IngestOptions, signal?: AbortSignal): Promise<IngestResult> {
  const fetched = await fetcher({ url: job.feedUrl, validators: job.validators }, signal);
  if (fetched.kind !== 'fresh') return fetched;
  const { finalUrl, permanentUrl, validators, maxAgeMs } = fetched;
  return await around(async () => {
    const bodyHash = createHash('sha256').update(fetched.body).digest('hex');
    if (bodyHash === job.bodyHash) return { kind: 'notModified', permanentUrl, validators, maxAgeMs };
    const parsed = await parseFeed(decodeText(fetched.body, fetched.contentType), { url: finalUrl });
    if (parsed.kind === 'failed') return { ...parsed, retryAt: null };
    const feed = { ...parsed.feed, updatedAt: parsed.feed.updatedAt ?? fetched.modifiedAt };
    const { facts, articles } = normalizeFeed(feed, { feedUrl: job.feedUrl, finalUrl, now: job.now });
    return { kind: 'fresh', feedKind: feed.kind, facts, articles, validators, bodyHash, finalUrl, permanentUrl, maxAgeMs, bytes: fetched.body.length };
  });
}

/** The whole trip of a stranger's bytes, in this thread. Closing it leaves the fetcher to whoever made it. */
export function createIngest(options: IngestOptions): Ingest {
  return {
    feed: (job, signal) => ingestFeed(job, options, signal),
    discover: (url, now) => discoverFeeds(url, now, options),
    image: (url, referrer, signal) => fetchImage(url, referrer, options.fetcher, signal),
    close: () => Promise.resolve(),
  };
}
