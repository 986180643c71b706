import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

export type DecodedBody = { readonly kind: 'body'; readonly body: Uint8Array } | { readonly kind: 'too-large' } | { readonly kind: 'damaged' };

/** More layers than this are a trick, not a transfer. */
const MOST_LAYERS = 3;

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** RFC 1952 section 2.3.1: with the one method there is. */
function isGzipFile(bytes: Uint8Array): boolean {
  return isGzip(bytes) && bytes[2] === 8;
}

/** RFC 1950 section 2.2; many servers send `deflate` without this header. */
function hasZlibHeader(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}

/** RFC 1951 cannot shrink anything by more. */
const MOST_RATIO = 1032;

/** Room for the whole text at once, as far as the length that ends it (RFC 1952 section 2.3.1) can be true: pieces are put together byte by byte. */
function gzipChunk(bytes: Uint8Array, maxOutputLength: number): number {
  const { buffer, byteOffset, byteLength } = bytes;
  const told = byteLength < 18 ? 0 : new DataView(buffer, byteOffset + byteLength - 4, 4).getUint32(0, true);
  // One byte more, so that the end is seen without another chunk.
  return Math.max(1024, Math.min(told + 1, byteLength * MOST_RATIO, maxOutputLength));
}

function decodeLayer(bytes: Uint8Array, coding: string, maxOutputLength: number): Uint8Array {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      // Some servers announce gzip and send the plain text.
      return isGzip(bytes) ? gunzipSync(bytes, { maxOutputLength, chunkSize: gzipChunk(bytes, maxOutputLength) }) : bytes;
    case 'deflate':
      return hasZlibHeader(bytes) ? inflateSync(bytes, { maxOutputLength }) : inflateRawSync(bytes, { maxOutputLength });
    case 'br':
      return brotliDecompressSync(bytes, { maxOutputLength });
    default:
      return bytes;
  }
}

/**
 * Undoes Content-Encoding, and opens what is a gzip file itself, as `feed.xml.gz` is sent by many servers. `maxBytes` bounds what comes out, so that a small bomb stops at the cap. One call on the whole
 * body: for bodies of a feed's size this takes a fraction of what a stream through the thread pool takes.
 */
export function decodeBody(bytes: Uint8Array, contentEncoding: string | null, maxBytes: number): DecodedBody {
  const codings = (contentEncoding ?? '').toLowerCase().split(',').map((coding) => coding.trim()).filter(Boolean);
  if (codings.length > MOST_LAYERS) return { kind: 'damaged' };
  let body = bytes;
  try {
    for (const coding of codings.toReversed()) {
      if (body.length > 0) body = decodeLayer(body, coding, maxBytes);
    }
  } catch (error) {
    return { kind: isTooLarge(error) ? 'too-large' : 'damaged' };
  }
  if (body.length > maxBytes) return { kind: 'too-large' };
  return isGzipFile(body) ? openFile(body, maxBytes) : { kind: 'body', body };
}

/** Nobody said that it is one: what cannot be opened stays what it was. */
function openFile(file: Uint8Array, maxBytes: number): DecodedBody {
  try {
    return { kind: 'body', body: decodeLayer(file, 'gzip', maxBytes) };
  } catch (error) {
    return isTooLarge(error) ? { kind: 'too-large' } : { kind: 'body', body: file };
  }
}

function isTooLarge(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
}
