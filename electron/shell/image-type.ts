/**
 * The media type of a kept image by its first bytes, or null. SVG can carry script: whoever serves it says with it that none
 * may run (`INERT_IMAGE_HEADERS`).
 * @param bytes at least the first 4096 bytes of the file, or all of it where it is shorter.
 */
export function imageType(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 32)).toString('latin1');
  if (/^GIF8[79]a/.test(head)) return 'image/gif';
  if (/^RIFF.{4}WEBP/s.test(head)) return 'image/webp';
  if (/^.{4}ftyp(?:avif|avis)/s.test(head) || /^.{4}ftyp(?:mif1|msf1).{4}.*(?:avif|avis)/s.test(head)) return 'image/avif';
  if (head.startsWith('BM') && isBitmap(bytes)) return 'image/bmp';
  return isSvg(bytes) ? 'image/svg+xml' : null;
}

/** What may come before the first element, and how it ends. */
const PROLOG = [['<?', '?>'], ['<!--', '-->'], ['<!DOCTYPE', '>']] as const;

/** XML in UTF-8 whose first element, within 4096 bytes, is an svg. */
function isSvg(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('utf8').replace(/^\uFEFF/, '');
  let rest = head.trimStart();
  for (;;) {
    const found = PROLOG.find(([start]) => rest.slice(0, start.length).toUpperCase() === start);
    if (!found) return /^<(?:\w+:)?svg[\s>/]/.test(rest);
    const end = rest.indexOf(found[1], found[0].length);
    if (end === -1) return false;
    rest = rest.slice(end + found[1].length).trimStart();
  }
}

/** "BM" alone is too little: the reserved fields are zero, and the header's size is one of those in use. */
function isBitmap(bytes: Uint8Array): boolean {
  if (bytes.byteLength < 18) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getUint32(6, true) === 0 && [12, 40, 52, 56, 64, 108, 124].includes(view.getUint32(14, true));
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return bytes.length >= signature.length && signature.every((byte, at) => bytes[at] === byte);
}
