import { BMP } from 'image-size/types/bmp';
import { GIF } from 'image-size/types/gif';
import { HEIF } from 'image-size/types/heif';
import { JPG } from 'image-size/types/jpg';
import { PNG } from 'image-size/types/png';
import { WEBP } from 'image-size/types/webp';
import { icoSize } from './ico-size.ts';
import type { ImageType } from './image-type.ts';

/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

type RasterType = Exclude<ImageType, 'image/svg+xml'>;

const READERS = { 'image/png': PNG, 'image/gif': GIF, 'image/webp': WEBP, 'image/avif': HEIF, 'image/bmp': BMP } as const;
/** Sizes stand within this; of an AVIF, other properties come before. */
const HEAD = 1024 * 1024;

/**
 * How large an image is by its header, without decoding any of it, and `most`: the largest that anything in it claims to be,
 * which is what a decoder would make room for. Null where the header is not whole.
 */
export function rasterSize(bytes: Uint8Array, type: RasterType): (Size & { readonly most: Size }) | null {
  try {
    if (type === 'image/jpeg') {
      const frame = jpegFrame(bytes);
      return frame && { ...turned(frame, bytes), most: frame };
    }
    if (type === 'image/x-icon') {
      const largest = icoSize(bytes);
      return largest && { ...largest, most: largest };
    }
    // Its own bytes alone: the library reads on past the end of a window into a larger buffer.
    const { width, height } = READERS[type].calculate(Uint8Array.from(bytes.subarray(0, HEAD)));
    const size = { width, height };
    const inner = type === 'image/gif' ? gifFrame(bytes) : type === 'image/avif' ? largestExtent(bytes) : null;
    const most = { width: Math.max(width, inner?.width ?? 0), height: Math.max(height, inner?.height ?? 0) };
    return width > 0 && height > 0 ? { ...size, most } : null;
  } catch {
    return null;
  }
}

/**
 * ITU-T T.81 annex B, walked as libjpeg does it: anything but a marker is passed over, fill bytes too. The library takes a
 * walk of its own, on which a file that was made for it shows a frame that no decoder sees.
 */
function jpegFrame(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 < bytes.length; ) {
    at = bytes.indexOf(0xff, at);
    if (at === -1) return null;
    while (bytes[at] === 0xff) at++;
    const marker = bytes[at++] ?? 0;
    if (marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) continue;
    if (marker === 0xd9 || marker === 0xda) return null;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (!isFrame) {
      at += view.getUint16(at);
      continue;
    }
    const [height, width] = [view.getUint16(at + 3), view.getUint16(at + 5)];
    return width > 0 && height > 0 ? { width, height } : null;
  }
  return null;
}

/** Cameras write an image as the sensor saw it, and beside it how it is to be turned (Exif 2.32, tag 274). */
function turned(size: Size, bytes: Uint8Array): Size {
  try {
    const { orientation = 1 } = JPG.calculate(bytes.subarray(0, 256 * 1024));
    return orientation >= 5 && orientation <= 8 ? { width: size.height, height: size.width } : size;
  } catch {
    return size;
  }
}

/** GIF89a section 20: the first frame may be larger than the screen that the file says it is for. */
function gifFrame(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = bytes[10] ?? 0;
  let at = 13 + (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  while (bytes[at] === 0x21) {
    at += 2;
    while ((bytes[at] ?? 0) > 0) at += 1 + (bytes[at] ?? 0);
    at += 1;
  }
  if (bytes[at] !== 0x2c) return null;
  return { width: view.getUint16(at + 1, true) + view.getUint16(at + 5, true), height: view.getUint16(at + 3, true) + view.getUint16(at + 7, true) };
}

/** ISO/IEC 23008-12 section 6.5.3: of every item's extents the largest. A crop beside them does not spare decoding them. */
function largestExtent(bytes: Uint8Array): Size {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD));
  let [width, height] = [0, 0];
  for (let at = head.indexOf('ispe'); at !== -1 && at + 16 <= head.length; at = head.indexOf('ispe', at + 4)) {
    width = Math.max(width, head.readUInt32BE(at + 8));
    height = Math.max(height, head.readUInt32BE(at + 12));
  }
  return { width, height };
}
