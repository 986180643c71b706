import { ReaderError } from '../../contract/errors.ts';
import type { SearchOrder } from '../../contract/search.ts';

/** Where the next page of a search begins, and the moment that the search was drawn. */
export interface SearchCursor {
  readonly order: SearchOrder;
  /** Stamp of the first page: what arrived later belongs to no page. */
  readonly asOf: number;
  /** Clock of the first page, for "today". */
  readonly now: number;
  readonly total: number;
  readonly isExact: boolean;
  /** By time, the last article of the page; by rank, how many came before. */
  readonly after: number;
}

/** A cursor as the opaque text that crosses a carrier. */
export function writeSearchCursor({ order, asOf, now, total, isExact, after }: SearchCursor): string {
  return [`${order === 'rank' ? 'r' : 't'}${isExact ? 'e' : 'b'}`, ...[asOf, now, total, after].map((part) => part.toString(36))].join('.');
}

/** Throws `invalid-argument` {path: "cursor"} for a text that writeSearchCursor did not write for this order. */
export function readSearchCursor(text: string, order: SearchOrder): SearchCursor {
  const read = /^([tr])([eb])\.([0-9a-z]{1,11})\.([0-9a-z]{1,11})\.([0-9a-z]{1,11})\.([0-9a-z]{1,11})$/.exec(text);
  const [asOf = Number.NaN, now = Number.NaN, total = Number.NaN, after = Number.NaN] = (read ?? []).slice(3).map((part) => Number.parseInt(part, 36));
  const isOurs = read !== null && (read[1] === 'r') === (order === 'rank') && [asOf, now, total, after].every((part) => Number.isSafeInteger(part));
  if (!isOurs) throw new ReaderError('invalid-argument', 'the cursor is none of this search', { path: 'cursor' });
  return { order, asOf, now, total, isExact: read[2] === 'e', after };
}
