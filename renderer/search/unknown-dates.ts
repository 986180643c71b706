import type { QueryNote } from '../../electron/contract/search/query-node.ts';

/** The parts of a query that its search was made without, since they are no dates; as they were typed. */
export function unknownDates(notes: readonly QueryNote[]): readonly string[] {
  return notes.filter(({ what }) => what === 'date-unknown').map(({ text }) => text);
}
