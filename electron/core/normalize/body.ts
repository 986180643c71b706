import { deflateRawSync, inflateRawSync } from 'node:zlib';

const EMPTY = new Uint8Array(0);
/** No body of ours comes near this; a damaged one must not fill memory. */
const MOST_BYTES = 32 * 1024 * 1024;
/** Of less than this, deflating saves a few bytes and takes a hundred times as long. */
const WORTH_DEFLATING = 200;
/**
 * The last level is paid for at every article and gains a twentieth of its size. The default chunk of 16 KB would be
 * allocated anew for each body and collected after it.
 */
const DEFLATE = { level: 1, memLevel: 5, chunkSize: 2048 };
/** What zlib takes; its window is made, and later collected, for each body. */
const WINDOW_BITS = { least: 9, most: 15 };

function windowBits(length: number): number {
  return Math.min(WINDOW_BITS.most, Math.max(WINDOW_BITS.least, 32 - Math.clz32(length)));
}

/** RFC 1951 section 3.2.4: one block that is not compressed. */
function stored(text: Buffer): Uint8Array {
  const block = Buffer.allocUnsafe(5 + text.length);
  block[0] = 1;
  block.writeUInt16LE(text.length, 1);
  block.writeUInt16LE(~text.length & 0xffff, 3);
  text.copy(block, 5);
  return block;
}

/** HTML as an article's body is stored: raw-deflated UTF-8, or nothing. The bytes may be a window on a larger buffer. */
export function deflateBody(html: string): Uint8Array {
  if (html === '') return EMPTY;
  const text = Buffer.from(html);
  return text.length < WORTH_DEFLATING ? stored(text) : deflateRawSync(text, { ...DEFLATE, windowBits: windowBits(text.length) });
}

/** The HTML of a stored body. Throws where the bytes are damaged. */
export function inflateBody(body: Uint8Array): string {
  return body.length === 0 ? '' : inflateRawSync(body, { maxOutputLength: MOST_BYTES }).toString('utf8');
}
