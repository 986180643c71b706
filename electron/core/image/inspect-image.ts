import { createHash } from 'node:crypto';
import type { ReaderErrorCode } from '../../contract/errors.ts';
import type { ErrorDetail } from '../../contract/model.ts';
import { rasterType, type ImageType } from './image-type.ts';
import { rasterSize, type Size } from './raster-size.ts';
import { readSvg } from './svg-image.ts';

export interface ImageFacts {
  readonly type: ImageType;
  /** In pixels; null where an SVG does not say. */
  readonly width: number | null;
  readonly height: number | null;
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  readonly hash: string;
}

export type Inspection = { readonly kind: 'image'; readonly facts: ImageFacts } | { readonly kind: 'failed'; readonly code: ReaderErrorCode; readonly detail: ErrorDetail };

/** Four bytes a pixel once decoded: 256 MB. */
const MOST_PIXELS = 64 * 1024 * 1024;
/** WebP and JPEG know no longer side, and no screen shows one. */
const LONGEST_SIDE = 32_768;

function isTooLarge({ width, height }: Size): boolean {
  return width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS;
}

/**
 * What bytes are as an image, by themselves: neither their name nor what the server calls them is believed, and nothing is
 * decoded. Fails with `not-an-image`, `image-too-large` {width, height} or `image-too-complex`.
 */
export function inspectImage(bytes: Uint8Array): Inspection {
  const raster = rasterType(bytes);
  if (raster === null) return inspectSvg(bytes);
  const size = rasterSize(bytes, raster);
  if (size === null) return { kind: 'failed', code: 'not-an-image', detail: { type: raster } };
  if (isTooLarge(size.most)) return { kind: 'failed', code: 'image-too-large', detail: { width: size.most.width, height: size.most.height } };
  return { kind: 'image', facts: { type: raster, width: size.width, height: size.height, hash: hashOf(bytes) } };
}

function inspectSvg(bytes: Uint8Array): Inspection {
  const svg = readSvg(bytes);
  if (svg.kind === 'none') return { kind: 'failed', code: 'not-an-image', detail: {} };
  if (svg.kind === 'too-complex') return { kind: 'failed', code: 'image-too-complex', detail: {} };
  if (svg.size && isTooLarge(svg.size)) return { kind: 'failed', code: 'image-too-large', detail: { ...svg.size } };
  return { kind: 'image', facts: { type: 'image/svg+xml', width: svg.size?.width ?? null, height: svg.size?.height ?? null, hash: hashOf(bytes) } };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
