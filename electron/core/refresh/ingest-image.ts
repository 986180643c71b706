import type { Fetcher } from '../fetch/fetch-result.ts';
import type { ImageResult } from './ingest-job.ts';

const MOST_BYTES = 10 * 1024 * 1024;
const ACCEPT = 'image/avif, image/webp, image/png, image/jpeg, image/gif, image/bmp;q=0.5';

function hasAscii(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

/** The media type of an image by its first bytes, or null for anything else; SVG, which can run scripts, is anything else. */
export function imageType(bytes: Uint8Array): string | null {
  if (bytes.length < 12) return null;
  if (bytes[0] === 0x89 && hasAscii(bytes, 1, 'PNG\r\n\u001A\n')) return 'image/png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (hasAscii(bytes, 0, 'GIF87a') || hasAscii(bytes, 0, 'GIF89a')) return 'image/gif';
  if (hasAscii(bytes, 0, 'RIFF') && hasAscii(bytes, 8, 'WEBP')) return 'image/webp';
  if (hasAscii(bytes, 4, 'ftypavif') || hasAscii(bytes, 4, 'ftypavis')) return 'image/avif';
  return hasAscii(bytes, 0, 'BM') ? 'image/bmp' : null;
}

/** Fetches an image, with its article as Referer for hosts that ask for one. */
export async function fetchImage(url: string, referrer: string | null, fetcher: Fetcher, signal?: AbortSignal): Promise<ImageResult> {
  const fetched = await fetcher({ url, accept: ACCEPT, maxBytes: MOST_BYTES, ...(referrer !== null && { referrer }) }, signal);
  if (fetched.kind === 'failed') return { kind: 'failed', code: fetched.code, detail: fetched.detail, retryAt: fetched.retryAt };
  const type = fetched.kind === 'fresh' ? imageType(fetched.body) : null;
  if (fetched.kind !== 'fresh' || type === null) return { kind: 'failed', code: 'http-error' };
  return { kind: 'image', image: { bytes: fetched.body, type } };
}
