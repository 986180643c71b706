import type { OpmlEntry, OpmlList } from './opml-list.ts';

/** The lines of a list, piece after piece. */
export function* opmlEntries({ pieces }: OpmlList): Generator<OpmlEntry> {
  for (const piece of pieces) yield* JSON.parse(piece) as OpmlEntry[];
}
