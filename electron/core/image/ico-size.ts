import { ICO_ENTRY, ICO_HEAD } from './looks-like-ico.ts';

/** BITMAPINFOHEADER, the one that icons have. */
const BITMAP_HEADER = 40;

interface Sides {
  readonly width: number;
  readonly height: number;
}

/**
 * How large the largest image of an icon file is, in pixels, by the images themselves: their entries in the directory have a byte for
 * a side, and are often wrong. Null where none lies whole in the file.
 */
export function icoSize(bytes: Uint8Array): Sides | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint16(4, true);
  let [width, height] = [0, 0];
  for (let at = ICO_HEAD; at < ICO_HEAD + ICO_ENTRY * count && at + ICO_ENTRY <= bytes.length; at += ICO_ENTRY) {
    const [size, from] = [view.getUint32(at + 8, true), view.getUint32(at + 12, true)];
    const image = from + size <= bytes.length ? sidesOf(new DataView(bytes.buffer, bytes.byteOffset + from, size)) : null;
    width = Math.max(width, image?.width ?? 0);
    height = Math.max(height, image?.height ?? 0);
  }
  return width > 0 && height > 0 ? { width, height } : null;
}

/** Of a whole PNG, or of a bitmap without its file's head, whose height counts its mask as well. */
function sidesOf(image: DataView): Sides | null {
  if (image.byteLength < BITMAP_HEADER) return null;
  if (image.getUint32(0) === 0x89504e47 && image.getUint32(4) === 0x0d0a1a0a) return { width: image.getUint32(16), height: image.getUint32(20) };
  if (image.getUint32(0, true) !== BITMAP_HEADER) return null;
  return { width: Math.abs(image.getInt32(4, true)), height: Math.floor(Math.abs(image.getInt32(8, true)) / 2) };
}
