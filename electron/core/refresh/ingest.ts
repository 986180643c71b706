import { createHash } from 'node:crypto';
import { ANYBODY, type AskedBy } from '../fetch/asked-by.ts';
import { withLogin } from '../fetch/login.ts';
import { createRobots, refusalOf, type Robots, type RobotsVerdict } from '../fetch/robots.ts';
import type { FetchRequest, FetchResult } from '../fetch/fetch-result.ts';
import type { Ingest, IngestJob, IngestResult } from './ingest-job.ts';
import type { IngestOptions } from './ingest-options.ts';
import { PAGE_REQUEST } from './page-request.ts';
import { politeFetcher } from './polite-fetcher.ts';

// What reads bytes is imported when there are some to read: most asks end with "not modified", and loading every reader
// costs more than two hundred of them.

type Options = IngestOptions & { readonly robots: Robots };

async function ingestFeed(job: IngestJob, askedBy: AskedBy, options: Options, signal?: AbortSignal): Promise<IngestResult> {
  const started = performance.now();
  const verdict = job.robots === true ? await options.robots.verdict(job.onward?.url ?? job.feedUrl, job.onward?.fromPublic ? ANYBODY : askedBy, signal) : null;
  const refusal = verdict && refusalOf(verdict);
  if (refusal) return refusal;
  const mayFollow: FetchRequest['mayFollow'] = verdict ? async (url, by, ended) => refusalOf(await options.robots.verdict(url, by, ended)) : undefined;
  const fetched = await withLogin(options.fetcher, job.login)(
    { url: job.feedUrl, askedBy, validators: job.validators, staysOnHost: job.staysOnHost, onward: job.onward, mayFollow, ...(job.page && PAGE_REQUEST) },
    signal,
  );
  const { answered, ...result } = fetched;
  const ms = Math.round(performance.now() - started);
  const read = result.kind === 'fresh' ? await readBody(job, result, options) : await withRobots(result, job, (url) => options.robots.verdict(url, askedBy, signal));
  return { ...read, ...(verdict && { crawlDelayMs: verdict.delayMs }), trip: { status: answered?.status ?? null, bytes: answered?.received ?? 0, ms } };
}

/**
 * Why a server refused us: where its robots.txt refuses us too, that is told. A feed is asked all the same, for a person
 * chose it.
 */
async function withRobots(result: Exclude<FetchResult, { kind: 'fresh' }>, { feedUrl, robots }: IngestJob, verdict: (url: string) => Promise<RobotsVerdict>): Promise<IngestResult> {
  if (result.kind !== 'failed' || result.code !== 'forbidden' || robots === true) return result;
  const { allowed, failure } = await verdict(feedUrl);
  return allowed || failure ? result : { ...result, detail: { ...result.detail, robots: 'disallowed' } };
}

async function readBody(job: IngestJob, fetched: Extract<FetchResult, { kind: 'fresh' }>, { around = (work) => work(), names, knownItems: findItems }: IngestOptions): Promise<IngestResult> {
  const { finalUrl, permanentUrl, validators, maxAgeMs } = fetched;
  return await around(async () => {
    const bodyHash = createHash('sha256').update(fetched.body).digest('hex');
    if (bodyHash === job.bodyHash) return { kind: 'notModified', permanentUrl, validators, maxAgeMs };
    const namesOf = await names?.();
    if (job.page) return (await import('./ingest-page.ts')).readPageBody(fetched, bodyHash, job, job.page, namesOf);
    const known = job.itemsOf ? await findItems?.(job.itemsOf) : null;
    const { readDocument } = await import('./ingest-document.ts');
    const read = await readDocument(fetched.body, {
      contentType: fetched.contentType, feedUrl: job.feedUrl, finalUrl, modifiedAt: fetched.modifiedAt, contentLanguage: fetched.contentLanguage, knownItems: known ?? null, now: job.now, namesOf,
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
  const { fetcher, robots = createRobots({ fetcher }), around = (work) => work() } = options;
  return {
    // Somebody follows it.
    feed: (job, signal) => ingestFeed(job, 'person', { ...options, robots }, signal),
    older: async (job, signal) => (await import('./ingest-older.ts')).ingestOlder(job, { ...options, read: (older, askedBy, watched) => ingestFeed(older, askedBy, { ...options, robots, fetcher: watched }, signal) }),
    discover: async (url, now, { unattended = null, reach, login, resting } = {}) =>
      (await import('./ingest-discover.ts')).discoverFeeds(url, { now, reach, resting, askedBy: unattended ?? 'person' }, { ...options, fetcher: withLogin(unattended ? politeFetcher(fetcher, robots) : fetcher, login) }),
    page: async (question, signal) => (await import('./ingest-page.ts')).previewOf(question, { ...options, fetcher: withLogin(fetcher, question.login) }, signal),
    article: async (job, signal) => (await import('./ingest-article.ts')).ingestArticle(job, { ...options, robots }, signal),
    document: async (job, signal) => (await import('./ingest-article.ts')).ingestDocument(job, { ...options, robots }, signal),
    markup: (job) => around(async () => (await import('./ingest-markup.ts')).ingestMarkup(job)),
    extract: (page) => around(async () => (await import('../extract/extract-page.ts')).extractPage(page)),
    savedFile: (job) => around(async () => {
      const [{ readSavedFile }, { inspectImage }] = await Promise.all([import('../saved-file/read-saved-file.ts'), import('../image/inspect-image.ts')]);
      return await readSavedFile(job, (bytes) => inspectImage(bytes).kind === 'image');
    }),
    figures: (jobs) => around(async () => {
      const { readFigures } = await import('../figures/read-figures.ts');
      const names = (await options.figureNames?.()) ?? { mentions: () => [], partsOf: () => [] };
      return jobs.map((job) => readFigures(job, names));
    }),
    image: async (job, signal) => (await import('./ingest-image.ts')).fetchImage(job, options, signal),
    icon: async (job, signal) => (await import('./ingest-icon.ts')).ingestIcon(job, { ...options, robots }, signal),
    imageFile: async (path) => (await import('./ingest-image.ts')).inspectStored(path, options),
    opml: (text) => around(async () => (await import('../parse/opml-list.ts')).listOpml(text)),
    close: () => Promise.resolve(),
  };
}
