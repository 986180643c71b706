/** Of the address. Larger ones belong in files of their own. */
const LONGEST = 300_000;
/** Below this it is a point or a blur that stands where a script puts the image. */
const SHORTEST = 1_500;
const RASTER = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp)(?:;[\w.=-]+)*;base64,/i;

/** Whether an address carries a raster image itself that is worth keeping. */
export function isDataImage(address: string): boolean {
  return address.length >= SHORTEST && address.length <= LONGEST && RASTER.test(address.slice(0, 100));
}

/** The bytes that an address carries (RFC 2397), or null where it carries none. */
export function dataImageBytes(address: string): Uint8Array | null {
  const match = RASTER.exec(address.slice(0, 100));
  if (!match) return null;
  const coded = address.slice(match[0].length);
  return new Uint8Array(Buffer.from(coded.includes('%') ? safelyDecoded(coded) : coded, 'base64'));
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** Of the address of an icon that a page carries itself. */
const LONGEST_ICON = 64_000;
const DATA_ICON = /^data:image\/[\w.+-]{1,40}(?:;[\w.=-]{1,40}){0,4}?(;base64)?,/i;

/** The bytes of an icon that a page's own link carries, an SVG in most cases (RFC 2397), or null where it carries none. */
export function dataIconBytes(address: string): Uint8Array | null {
  const match = address.length <= LONGEST_ICON ? DATA_ICON.exec(address.slice(0, 300)) : null;
  if (!match) return null;
  const coded = safelyDecoded(address.slice(match[0].length));
  return new Uint8Array(Buffer.from(coded, match[1] ? 'base64' : 'utf8'));
}
