import { createHash } from 'node:crypto';
import { imageKey } from '../normalize/short-hash.ts';
import type { EmbeddedImage } from './saved-file.ts';

/** RFC 2606 section 2: no host of this name exists, so nothing that is named under it is ever fetched. */
const NOWHERE = 'saved-file.invalid';
/** What a file's relative addresses are resolved against where it does not say whence it came. */
export const UNKNOWN_BASE = `https://${NOWHERE}/`;
const MOST_IMAGES = 500;
const DATA_IMAGE = /data:image\/(?:png|jpe?g|gif|webp|avif|bmp);base64,([a-z0-9+/=\s]+)/gi;

/** The images inside a file. Each gets an address by which its text names it until the sanitizer has given it a key. */
export class EmbeddedImages {
  readonly #found = new Map<string, EmbeddedImage>();
  readonly #isImage: (bytes: Uint8Array) => boolean;

  constructor(isImage: (bytes: Uint8Array) => boolean) {
    this.#isImage = isImage;
  }

  /** The address of these bytes. */
  add(bytes: Uint8Array): string {
    const address = `https://${NOWHERE}/${createHash('sha256').update(bytes).digest('hex')}`;
    this.addAt(address, bytes);
    return address;
  }

  /** Of bytes that have an address of their own. */
  addAt(address: string, bytes: Uint8Array): void {
    const key = imageKey(address);
    if (this.#found.size < MOST_IMAGES && this.#isImage(bytes)) this.#found.set(key, { key, bytes });
  }

  /** Replaces the images that markup carries inside its attributes. */
  takeOut(html: string): string {
    return html.replace(DATA_IMAGE, (_whole, base64: string) => this.add(Buffer.from(base64, 'base64')));
  }

  /** Those that a text shows. */
  shownIn(images: readonly { readonly key: string }[]): EmbeddedImage[] {
    return images.flatMap(({ key }) => this.#found.get(key) ?? []);
  }

  has(key: string): boolean {
    return this.#found.has(key);
  }
}

export function isNowhere(url: string): boolean {
  return URL.parse(url)?.hostname === NOWHERE;
}
