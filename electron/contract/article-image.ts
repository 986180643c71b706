import type { ReaderErrorCode } from './errors.ts';

/** `failed` is tried again in its time; `gone` only when a person asks; `dropped` is there to count readers and is not shown. */
export type ImageState = 'pending' | 'kept' | 'failed' | 'gone' | 'dropped';

export interface ArticleImage {
  /** 32 hexadecimal digits; the image is served at `img/<key>` once kept. */
  readonly key: string;
  readonly state: ImageState;
  /** In pixels, as its bytes say; null until it is here, and where an SVG does not say. */
  readonly width: number | null;
  readonly height: number | null;
  /** Why it is not here, after it was tried. */
  readonly code: ReaderErrorCode | null;
}
