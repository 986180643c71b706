import { ReaderError } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/model.ts';

/** Where the next page of a listing begins, and the moment that the listing was drawn. */
export interface Cursor {
  /** Stamp of the first page: what arrived later belongs to no page. */
  readonly asOf: number;
  /** Clock of the first page, for "today". */
  readonly now: number;
  readonly total: number;
  /** The part that the page ended in, where what is on this device comes first: 2 full, 1 text, 0 headline; else null. */
  readonly kept: number | null;
  /** Last article of the page. */
  readonly after: ArticleId;
}

const NO_PART = 9;

/** A cursor as the opaque text that crosses a carrier. */
export function writeCursor({ asOf, now, total, kept, after }: Cursor): string {
  return [asOf, now, total, kept ?? NO_PART, after].map((part) => part.toString(36)).join('.');
}

/** Throws `invalid-argument` {path: "cursor"} for a text that writeCursor did not write. */
export function readCursor(text: string): Cursor {
  const [asOf, now, total, kept, after, ...more] = text.split('.').map((part) => (/^[0-9a-z]{1,11}$/.test(part) ? Number.parseInt(part, 36) : Number.NaN));
  const whole = [asOf, now, total, kept, after].every((part) => Number.isSafeInteger(part));
  if (!whole || more.length > 0 || asOf === undefined || now === undefined || total === undefined || kept === undefined || after === undefined) {
    throw new ReaderError('invalid-argument', 'the cursor is none of a listing', { path: 'cursor' });
  }
  return { asOf, now, total, kept: kept === NO_PART ? null : kept, after };
}
