import { looksLikeIco } from './looks-like-ico.ts';
import { looksLikeSvg } from './looks-like-svg.ts';

/** What an image is by its own bytes. */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif' | 'image/bmp' | 'image/x-icon' | 'image/svg+xml';

function hasAscii(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

/** ISO/IEC 14496-12 section 4.3: the brand, or one that the file is compatible with. */
function isAvif(bytes: Uint8Array): boolean {
  if (!hasAscii(bytes, 4, 'ftyp')) return false;
  const end = Math.min(bytes.length, 64, new DataView(bytes.buffer, bytes.byteOffset).getUint32(0));
  for (let at = 8; at + 4 <= end; at += 4) {
    if (at !== 12 && (hasAscii(bytes, at, 'avif') || hasAscii(bytes, at, 'avis'))) return true;
  }
  return false;
}

/** "BM" alone is too little: the reserved fields are zero, and the header's size is one of those in use. */
function isBitmap(bytes: Uint8Array): boolean {
  if (bytes.length < 26 || !hasAscii(bytes, 0, 'BM')) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getUint32(6, true) === 0 && [12, 40, 52, 56, 64, 108, 124].includes(view.getUint32(14, true));
}

/** The media type of a raster image by its first bytes, or null for anything else. */
export function rasterType(bytes: Uint8Array): Exclude<ImageType, 'image/svg+xml'> | null {
  if (bytes.length < 12) return null;
  if (bytes[0] === 0x89 && hasAscii(bytes, 1, 'PNG\r\n\u001A\n')) return 'image/png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (hasAscii(bytes, 0, 'GIF87a') || hasAscii(bytes, 0, 'GIF89a')) return 'image/gif';
  if (hasAscii(bytes, 0, 'RIFF') && hasAscii(bytes, 8, 'WEBP')) return 'image/webp';
  if (isAvif(bytes)) return 'image/avif';
  if (looksLikeIco(bytes)) return 'image/x-icon';
  return isBitmap(bytes) ? 'image/bmp' : null;
}

/**
 * The media type of a kept image by its first bytes, or null. SVG can carry script: whoever serves it says with it that none
 * may run (`INERT_IMAGE_HEADERS`).
 * @param bytes at least the first 4096 bytes of the file, or all of it where it is shorter.
 */
export function imageType(bytes: Uint8Array): ImageType | null {
  return rasterType(bytes) ?? (looksLikeSvg(bytes) ? 'image/svg+xml' : null);
}
