import { readFile } from 'node:fs/promises';
import { dataImageBytes } from '../image/data-image.ts';
import { inspectImage } from '../image/inspect-image.ts';
import { hostOf } from '../fetch/address.ts';
import { LARGEST_IMAGE } from '../fetch/largest-image.ts';
import type { ReaderErrorCode } from '../../contract/errors.ts';
import type { ImageJob, ImageResult } from './ingest-job.ts';
import type { IngestOptions } from './ingest-options.ts';

const ACCEPT = 'image/avif, image/webp, image/png, image/jpeg, image/gif, image/svg+xml, image/bmp;q=0.5';
/** What a host answers that serves its images to its own pages only: a refusal, or a page instead of the image. */
const UNHEARD: ReadonlySet<ReaderErrorCode> = new Set<ReaderErrorCode>(['unauthorized', 'forbidden', 'not-an-image']);

/** What is sent as Referer, one after the other: the article, its site, nothing. Some hosts want the one, some the other. */
function referrersOf(article: string | null): (string | null)[] {
  const url = article === null ? null : URL.parse(article);
  if (article === null || (url?.protocol !== 'http:' && url?.protocol !== 'https:')) return [null];
  const site = `${url.origin}/`;
  return site === url.href ? [article, null] : [article, site, null];
}

/**
 * Fetches an image and looks at its bytes. Ends before another host than its own, so that it can wait for its turn there; see
 * ImageResult. Codes beside those of a fetch: `not-an-image`, `image-too-large`, `image-too-complex`.
 */
export async function fetchImage(job: ImageJob, { fetcher, around = (work) => work() }: Pick<IngestOptions, 'fetcher' | 'around'>, signal?: AbortSignal): Promise<ImageResult> {
  const maxBytes = Math.min(LARGEST_IMAGE, job.maxBytes ?? LARGEST_IMAGE);
  const carried = job.url.startsWith('data:') ? dataImageBytes(job.url) : null;
  if (carried && carried.length > maxBytes) return { kind: 'failed', code: 'body-too-large', detail: { host: 'data:', limit: maxBytes }, retryAt: null };
  if (carried) return await around(async () => inspected(carried, 'data:'));
  const referrers = referrersOf(job.referrer);
  let last: ImageResult = { kind: 'failed', code: 'not-an-image', detail: {}, retryAt: null };
  for (let attempt = job.attempt ?? 0; attempt < referrers.length; attempt++) {
    const referrer = referrers[attempt] ?? null;
    const onward = attempt === (job.attempt ?? 0) ? (job.onward ?? null) : null;
    const fetched = await fetcher({ url: job.url, accept: ACCEPT, maxBytes, staysOnHost: true, onward, askedBy: { document: job.from }, ...(referrer !== null && { referrer }) }, signal);
    if (fetched.kind === 'failed' && fetched.onward) return { kind: 'failed', code: fetched.code, detail: fetched.detail, retryAt: null, onward: fetched.onward, attempt };
    const { body } = fetched.kind === 'fresh' ? fetched : { body: new Uint8Array() };
    last = fetched.kind === 'failed' ? { kind: 'failed', code: fetched.code, detail: fetched.detail, retryAt: fetched.retryAt } : await around(async () => inspected(body, hostOf(job.url)));
    if (last.kind === 'image' || !UNHEARD.has(last.code) || signal?.aborted) return last;
  }
  return last;
}

/** Looks at an image that is stored already. `bytes` of the answer stay behind. Fails with `file-missing` where it is gone. */
export async function inspectStored(path: string, { around = (work) => work() }: Pick<IngestOptions, 'around'>): Promise<ImageResult> {
  return await around(async () => {
    try {
      const result = inspected(await readFile(path), '');
      return result.kind === 'image' ? { kind: 'image', image: { ...result.image, bytes: new Uint8Array() } } : result;
    } catch {
      return { kind: 'failed', code: 'file-missing', detail: {}, retryAt: null };
    }
  });
}

function inspected(bytes: Uint8Array, host: string): ImageResult {
  const seen = inspectImage(bytes);
  return seen.kind === 'image' ? { kind: 'image', image: { bytes, ...seen.facts } } : { kind: 'failed', code: seen.code, detail: { host, ...seen.detail }, retryAt: null };
}
