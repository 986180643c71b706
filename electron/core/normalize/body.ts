import { deflateRawSync, inflateRawSync } from 'node:zlib';

const EMPTY = new Uint8Array(0);
/** No body of ours comes near this; a damaged one must not fill memory. */
const MOST_BYTES = 32 * 1024 * 1024;

/** HTML as an article's body is stored: raw-deflated UTF-8, or nothing. The bytes own their buffer, so that they can be transferred. */
export function deflateBody(html: string): Uint8Array<ArrayBuffer> {
  return html === '' ? EMPTY : new Uint8Array(deflateRawSync(html));
}

/** The HTML of a stored body. Throws where the bytes are damaged. */
export function inflateBody(body: Uint8Array): string {
  return body.length === 0 ? '' : inflateRawSync(body, { maxOutputLength: MOST_BYTES }).toString('utf8');
}
