import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { extractPage } from '../extract/extract-page.ts';
import type { ExtractedPage } from '../extract/extracted-page.ts';
import { hostOf } from '../fetch/address.ts';
import { ANYBODY, mayLead, type AskedBy } from '../fetch/asked-by.ts';
import { decodeText } from '../fetch/decode-text.ts';
import type { FetchRequest, FetchResult, Onward } from '../fetch/fetch-result.ts';
import { withLogin } from '../fetch/login.ts';
import { isPrivateHost } from '../fetch/private-host.ts';
import { refusalOf, type Robots } from '../fetch/robots.ts';
import { pageClues } from '../parse/discover-links.ts';
import { readSavedFile } from '../saved-file/read-saved-file.ts';
import type { FileFailure } from '../saved-file/saved-file.ts';
import type { ArticleJob, ArticleResult, DocumentJob, FetchedFile } from './ingest-job.ts';
import { entityIds, storyMark } from '../stories/story-mark.ts';
import type { StoryMark } from '../stories/story-mark.ts';
import type { IngestOptions } from './ingest-options.ts';

const ACCEPT = 'text/html, application/xhtml+xml;q=0.9, text/plain;q=0.6, */*;q=0.1';
const MOST_BYTES = 10 * 1024 * 1024;
/** A page that is larger than pages may be is refused when it is read. */
const LIMITS_OF_FILES = { maxBytes: 50 * 1024 * 1024, timeoutMs: 90_000 };
/** Pages that lead on by themselves, as some do to set a cookie or from an old address to a new one. */
const MOST_REFRESHES = 1;

type Options = IngestOptions & { readonly robots: Robots };
type Failed = Extract<ArticleResult, { kind: 'failed' }>;

function failed(code: Failed['code'], detail: Failed['detail'], retryAt: number | null = null): Failed {
  return { kind: 'failed', code, detail, retryAt, facts: null };
}

/** Why a page was not had, in the words for pages. */
function notFetched(fetched: Exclude<FetchResult, { kind: 'fresh' }>, url: string): Failed {
  if (fetched.kind === 'notModified') return failed('http-error', { host: hostOf(url), status: 304 });
  const { code, detail, retryAt } = fetched;
  if (code === 'body-too-large') return failed('page-too-large', detail);
  return code === 'empty-body' ? failed('no-article-text', detail) : failed(code, detail, retryAt);
}

/** A page at `from` led on to another host: what was known of the trip still holds. */
function ledOn(url: string, from: string, before: Onward | null): Onward {
  const fromPublic = (before?.fromPublic ?? false) || !isPrivateHost(URL.parse(from)?.hostname ?? '');
  return { url, permanentUrl: null, unbroken: false, fromPublic, hops: (before?.hops ?? 0) + 1 };
}

/**
 * The trip of an article's page from its server to its text and facts. Asked once, with a reader's headers and no others: what a
 * server refuses stays refused. A redirect, a name or a refresh of a public page leads to no private network.
 */
export async function ingestArticle(job: ArticleJob, options: Options, signal?: AbortSignal): Promise<ArticleResult> {
  return (await travel(job, null, options, signal)) as ArticleResult;
}

/** As ingestArticle, for what a person saves: where the address leads to a PDF, that is written to the job's path and read. */
export async function ingestDocument(job: DocumentJob, options: Options, signal?: AbortSignal): Promise<ArticleResult | FetchedFile> {
  return await travel(job, job.path, options, signal);
}

async function travel(job: ArticleJob, path: string | null, options: Options, signal: AbortSignal | undefined): Promise<ArticleResult | FetchedFile> {
  const started = performance.now();
  const { around = (work) => work() } = options;
  const fetcher = withLogin(options.fetcher, job.login);
  const referrer = job.askedBy === 'person' ? null : job.askedBy.document;
  let crawlDelayMs: number | null = null;
  let bytes = 0;

  const markOf = async ({ text, facts }: ExtractedPage, given: string | null): Promise<StoryMark> => {
    const title = given ?? facts.headline ?? '';
    const findNames = await options.names?.();
    const named = findNames?.({ title, text, publishedAt: facts.publishedAt });
    return storyMark({ title, text, ...(named && { entities: entityIds(named) }) });
  };

  const askRobots = async (url: string, by: AskedBy, ended: AbortSignal | undefined): ReturnType<NonNullable<FetchRequest['mayFollow']>> => {
    const verdict = await options.robots.verdict(url, by, ended);
    crawlDelayMs = verdict.delayMs;
    return refusalOf(verdict);
  };

  const visit = async (url: string, askedBy: AskedBy, left: number, onward: Onward | null = null): Promise<ArticleResult | FetchedFile> => {
    if (askedBy !== 'person' && !mayLead(askedBy.document, url)) return failed('host-unreachable', { host: hostOf(url), reason: 'private network' });
    const refusal = job.robots ? await askRobots(onward?.url ?? url, onward?.fromPublic ? ANYBODY : askedBy, signal) : null;
    if (refusal) return notFetched(refusal, url);
    const fetched = await fetcher({ url, accept: ACCEPT, ...(path === null ? { maxBytes: MOST_BYTES } : LIMITS_OF_FILES), staysOnHost: job.staysOnHost, onward, askedBy, ...(job.robots && { mayFollow: askRobots }), ...(referrer !== null && { referrer }) }, signal);
    const status = fetched.answered?.status ?? null;
    bytes += fetched.answered?.received ?? 0;
    const trip = () => ({ trip: { status, bytes, ms: Math.round(performance.now() - started) } });
    if (fetched.kind === 'failed' && fetched.onward) return { ...failed(fetched.code, fetched.detail), onward: fetched.onward, refreshed: MOST_REFRESHES - left, ...trip() };
    if (fetched.kind !== 'fresh') return { ...notFetched(fetched, url), ...trip() };
    const { body, contentType, finalUrl } = fetched;
    if (path !== null && isPdf(body)) {
      const file = await around(() => readPdfAt(path, body, finalUrl, job.now));
      return file.kind === 'failed' ? { ...failed(file.code, { host: hostOf(finalUrl), ...file.detail }), ...trip() } : { kind: 'file', file, finalUrl, ...trip() };
    }
    const read = await around(async () => {
      const { now, lang = null, title = null } = job;
      const page = extractPage({ bytes: body, contentType, url: finalUrl, now, lang, title, signedIn: job.login !== null && job.login !== undefined });
      if (page.kind === 'page') return { page: { ...page, story: await markOf(page, title) }, bodyHash: createHash('sha256').update(body).digest('hex'), next: null };
      const isIdle = page.code === 'no-article-text' || page.code === 'script-only';
      return { page, bodyHash: '', next: isIdle && left > 0 ? pageClues(decodeText(body, contentType), finalUrl).refresh : null };
    });
    if (read.next !== null && read.next !== finalUrl) {
      const goesElsewhere = job.staysOnHost === true && hostOf(read.next) !== hostOf(finalUrl);
      if (!goesElsewhere || !mayLead(finalUrl, read.next)) return await visit(read.next, { document: finalUrl }, left - 1);
      return { ...failed('too-many-redirects', { host: hostOf(read.next) }), onward: ledOn(read.next, finalUrl, onward), refreshed: MOST_REFRESHES - left + 1, ...trip() };
    }
    if (read.page.kind === 'page') return { kind: 'extracted', page: read.page, finalUrl, bodyHash: read.bodyHash, ...trip() };
    const { code, detail, facts } = read.page;
    return { kind: 'failed', code, detail, retryAt: null, facts, ...trip() };
  };

  const result = await visit(job.url, job.askedBy, Math.max(0, MOST_REFRESHES - (job.refreshed ?? 0)), job.onward);
  return { ...result, ...(crawlDelayMs !== null && { crawlDelayMs }) };
}

/** As a browser tells it (WHATWG MIME Sniffing section 7.1). */
function isPdf(body: Uint8Array): boolean {
  return Buffer.from(body.buffer, body.byteOffset, Math.min(5, body.byteLength)).toString('latin1') === '%PDF-';
}

async function readPdfAt(path: string, body: Uint8Array, url: string, now: number): Promise<FetchedFile['file'] | FileFailure> {
  await writeFile(path, body, { flag: 'wx', mode: 0o600 });
  const name = fileNameOf(url);
  const read = await readSavedFile({ path, name, now }, () => false);
  return read.kind === 'failed' ? read : { ...read, name };
}

/** The last part of its path, as a person may read it. */
function fileNameOf(url: string): string {
  const part = basename(URL.parse(url)?.pathname ?? '');
  let name = part;
  try {
    name = decodeURIComponent(part);
  } catch {
    // As it is written.
  }
  const clean = name.replaceAll(/[/\\\p{Cc}]/gu, ' ').trim().slice(-200) || 'document';
  return /\.pdf$/i.test(clean) ? clean : `${clean}.pdf`;
}
