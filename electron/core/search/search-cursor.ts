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
  /** By time, the last article of the page. */
  readonly after: number;
  /**
   * By rank, the rows of the index that follow, the best first: how much a word weighs changes with each article that comes, so
   * that a page which ranked anew would show some twice and others never.
   */
  readonly ranked: readonly number[] | null;
}

/** A cursor as the opaque text that crosses a carrier. */
export function writeSearchCursor({ order, asOf, now, total, isExact, after, ranked }: SearchCursor): string {
  const rest = ranked === null ? [] : [ranked.map((doc) => doc.toString(36)).join('-')];
  return [`${order === 'rank' ? 'r' : 't'}${isExact ? 'e' : 'b'}`, ...[asOf, now, total, after].map((part) => part.toString(36)), ...rest].join('.');
}

const PART = String.raw`([0-9a-z]{1,11})`;
const WRITTEN = new RegExp(String.raw`^([tr])([eb])\.${PART}\.${PART}\.${PART}\.${PART}(?:\.([0-9a-z]{1,11}(?:-[0-9a-z]{1,11})*))?$`);

/** Throws `invalid-argument` {path: "cursor"} for a text that writeSearchCursor did not write for this order. */
export function readSearchCursor(text: string, order: SearchOrder): SearchCursor {
  const read = WRITTEN.exec(text);
  const [asOf = Number.NaN, now = Number.NaN, total = Number.NaN, after = Number.NaN] = (read ?? []).slice(3, 7).map((part) => Number.parseInt(part, 36));
  const isOurs = read !== null && (read[1] === 'r') === (order === 'rank') && [asOf, now, total, after].every((part) => Number.isSafeInteger(part));
  if (!isOurs) throw new ReaderError('invalid-argument', 'the cursor is none of this search', { path: 'cursor' });
  return { order, asOf, now, total, isExact: read[2] === 'e', after, ranked: read[7]?.split('-').map((doc) => Number.parseInt(doc, 36)) ?? null };
}
