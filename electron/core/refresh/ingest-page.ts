import { ReaderError } from '../../contract/errors.ts';
import type { PagePreview } from '../../contract/page.ts';
import { hostOf, lacksScheme, normalizeAddress } from '../fetch/address.ts';
import { decodeText } from '../fetch/decode-text.ts';
import type { FetchResult } from '../fetch/fetch-result.ts';
import type { FindNames } from '../normalize/normalize-feed.ts';
import { normalizeFeed } from '../normalize/normalize-feed.ts';
import type { IngestJob, IngestResult, PageJob, PageQuestion } from './ingest-job.ts';
import type { IngestOptions } from './ingest-options.ts';
import { PAGE_REQUEST } from './page-request.ts';
import { previewLists, readList, whyNoList } from './page-finder.ts';
import type { ShelvedPage } from './page-shelf.ts';
import { restingFailure } from './wants-rest.ts';

/** From so many items on, a list of which less than a third is left has lost its shape rather than its news. */
const TELLING = 5;
const SHRUNK = 1 / 3;
/** Where so many of its items had a date, one of which hardly any has has lost them; they are back where so many have one. */
const DATED = 0.7;
const HARDLY_ANY = 0.1;
const BACK = 0.3;

type Fresh = Extract<FetchResult, { kind: 'fresh' }>;

function hasShrunk(found: number, before: number | null): boolean {
  return before !== null && before >= TELLING && found < before * SHRUNK;
}

/** Whether a list that had dates has none now: what it gives is all there, but nothing says from when it is. */
function hasLostDates(found: number, dated: number, { before, dated: datedBefore = null, datesLost = false }: PageJob): boolean {
  if (datesLost) return dated < found * BACK;
  return before !== null && datedBefore !== null && before >= TELLING && found >= TELLING && datedBefore >= before * DATED && dated <= found * HARDLY_ANY;
}

/**
 * The body of a page without a feed, read by its rules. A page whose rules find nothing fails with `page-shape-changed`
 * {found, before}, or `no-list-found` where none was ever read, with the `reason` where scripts draw the page now; one that
 * gives far less than before fails too, and brings what it gave. One that lost its dates gives its articles, and says so.
 */
export function readPageBody(fetched: Fresh, bodyHash: string, job: IngestJob, page: PageJob, namesOf?: FindNames): IngestResult {
  const { body, contentType, finalUrl, permanentUrl, validators, maxAgeMs, modifiedAt, contentLanguage } = fetched;
  const { rules, before } = page;
  const host = hostOf(finalUrl);
  const text = decodeText(body, contentType);
  const read = readList(text, { url: finalUrl, rules, now: job.now });
  if (read.kind === 'failed') return { ...read, detail: { host, ...read.detail }, retryAt: null };
  if (read.kind === 'changed') {
    const code = before === null ? 'no-list-found' : 'page-shape-changed';
    return { kind: 'failed', code, detail: { host, found: read.found, before, ...whyNoList(text, finalUrl) }, retryAt: null };
  }
  const feed = { ...read.feed, updatedAt: read.feed.updatedAt ?? modifiedAt };
  const { facts, articles } = normalizeFeed(feed, { feedUrl: job.feedUrl, finalUrl, now: job.now, contentLanguage, namesOf });
  const found = articles.length;
  if (hasShrunk(found, before)) return { kind: 'failed', code: 'page-shape-changed', detail: { host, found, before }, retryAt: null, part: { facts, articles } };
  const dated = articles.filter(({ publishedAt }) => publishedAt !== null).length;
  const pageDates = { dated, lost: hasLostDates(found, dated, page) };
  return { kind: 'fresh', feedKind: 'page', facts, articles, validators, bodyHash, knownItems: null, finalUrl, permanentUrl, maxAgeMs, bytes: body.length, pageFound: found, pageDates };
}

/** What following a page would take. See Ingest.page. */
export async function previewOf(question: PageQuestion, options: IngestOptions, signal?: AbortSignal): Promise<PagePreview> {
  const { url: written, rules, example, now, resting = new Map() } = question;
  const asked = normalizeAddress(written);
  // What was shown to one who signed in is not for another.
  const shelved = (url: string): string => (question.login ? JSON.stringify([url, question.login]) : url);
  // Who looks at a page for the first time wants it as it is now; who corrects how it is read, as it was shown.
  const held = rules || example ? (options.shelf?.get(shelved(asked), now) ?? null) : null;
  const page = held ?? (await openPage(asked, { isSchemeOpen: lacksScheme(written), resting }, options, signal));
  options.shelf?.put(shelved(asked), page, now);
  options.shelf?.put(shelved(page.finalUrl), page, now);
  const { around = (work) => work() } = options;
  return await around(async () => {
    const found = previewLists(decodeText(page.body, page.contentType), { url: page.finalUrl, contentType: page.contentType, rules, example, now });
    if (found.kind === 'failed') throw failure(found.code, { host: hostOf(page.finalUrl), ...found.detail });
    return { url: page.finalUrl, feedId: null, ...found.preview };
  });
}

interface OpenHow {
  readonly isSchemeOpen: boolean;
  readonly resting: ReadonlyMap<string, number>;
}

async function openPage(url: string, { isSchemeOpen, resting }: OpenHow, options: IngestOptions, signal?: AbortSignal): Promise<ShelvedPage> {
  const until = resting.get(hostOf(url));
  const fetched = until === undefined ? await options.fetcher({ url, askedBy: 'person', ...PAGE_REQUEST }, signal) : restingFailure(hostOf(url), until);
  if (fetched.kind === 'fresh') return fetched;
  const code = fetched.kind === 'failed' ? fetched.code : 'http-error';
  const mayBePlain = isSchemeOpen && url.startsWith('https:') && (code === 'tls-failed' || code === 'host-unreachable' || code === 'timeout');
  if (mayBePlain) return await openPage(url.replace(/^https:/, 'http:'), { isSchemeOpen: false, resting }, options, signal);
  throw failure(code, fetched.kind === 'failed' ? { ...fetched.detail, ...(fetched.retryAt !== null && { retryAt: fetched.retryAt }) } : { host: hostOf(url) });
}

function failure(code: ReaderError['code'], detail: ReaderError['detail']): ReaderError {
  return new ReaderError(code, `${detail['host'] ?? 'the page'}: ${code}`, detail);
}
