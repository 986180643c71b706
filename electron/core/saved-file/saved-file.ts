import type { ReaderErrorCode } from '../../contract/errors.ts';
import type { ErrorDetail } from '../../contract/model.ts';
import type { SavedKind } from '../../contract/saving.ts';
import type { ExtractedPage } from '../extract/extracted-page.ts';

/** An image that came inside a file. */
export interface EmbeddedImage {
  /** As the text names it: `img/<key>`. */
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** A file that a person saves, at a path of this machine. */
export interface SavedFileJob {
  readonly path: string;
  /** As the person calls it, with its extension. */
  readonly name: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface ReadFile {
  readonly kind: 'file';
  readonly saved: SavedKind;
  /** Where it says that it came from; null where it does not. */
  readonly url: string | null;
  readonly title: string;
  readonly outlet: string | null;
  /** Its text may be empty only for a PDF, whose file is kept. */
  readonly page: ExtractedPage;
  readonly embedded: readonly EmbeddedImage[];
  readonly bytes: number;
  /** Of the file, 64 hexadecimal digits. */
  readonly sha256: string;
  /** Of a PDF. */
  readonly pages: number | null;
}

export type SavedFileFailureCode = Extract<ReaderErrorCode, 'file-type-unknown' | 'file-damaged' | 'file-encrypted' | 'file-without-text' | 'file-too-large' | 'file-missing'>;

export interface FileFailure {
  readonly kind: 'failed';
  readonly code: SavedFileFailureCode;
  /** name always; bytes, the limit, of `file-too-large`. */
  readonly detail: ErrorDetail;
}

export type SavedFileResult = ReadFile | FileFailure;
