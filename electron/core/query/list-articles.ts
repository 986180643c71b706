import type { ArgsOf } from '../../contract/api.ts';
import type { ArticleId, ArticlePage } from '../../contract/model.ts';
import type { Store } from '../store/store.ts';
import { articleIds } from './article-stream.ts';
import type { Slice } from './article-stream.ts';
import { articleSummaries } from './article-summaries.ts';
import type { Cursor } from './cursor.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { scopeTotal } from './scope-total.ts';

/** What is on this device comes first: full, text, headline. */
const PARTS = [2, 1, 0];
const ABOVE_ALL = Number.MAX_SAFE_INTEGER;

/**
 * One page of a listing. The cursor carries the moment of the first page, so that what arrives between two pages shows
 * on neither. `now` is epoch milliseconds. Throws `feed-missing`, `folder-missing`, `invalid-argument` for the cursor.
 */
export function listArticles(store: Store, args: ArgsOf<'listArticles'>, now: number): ArticlePage {
  const { scope, limit, order = 'time', unreadOnly = false, stories = false } = args;
  const start = args.cursor ? readCursor(args.cursor) : firstPage(store, { scope, unreadOnly, now, byKept: order === 'kept' });
  const slice = { scope, unreadOnly, stories: stories && scope.kind !== 'bookmarks', moment: start };
  // One more than asked for tells whether another page follows.
  const found = order === 'kept' ? byParts(store, slice, start, limit + 1) : byTime(store, slice, start, limit + 1);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = found.length > limit && last ? writeCursor({ ...start, kept: last.kept, after: last.id }) : null;
  return { articles: articleSummaries(store, shown.map((entry) => entry.id)), nextCursor, total: start.total, asOf: start.asOf };
}

type Listing = Pick<Slice, 'scope' | 'unreadOnly' | 'stories' | 'moment'>;

interface Entry {
  readonly id: ArticleId;
  readonly kept: number | null;
}

function firstPage(store: Store, { scope, unreadOnly, now, byKept }: Pick<Slice, 'scope' | 'unreadOnly'> & { now: number; byKept: boolean }): Cursor {
  const asOf = store.stamp();
  return { asOf, now, total: scopeTotal(store, { scope, unreadOnly, moment: { asOf, now } }), kept: byKept ? 2 : null, after: ABOVE_ALL };
}

function byTime(store: Store, listing: Listing, { after }: Cursor, limit: number): Entry[] {
  return articleIds(store, { ...listing, kept: null, below: after, limit }).map((id) => ({ id, kept: null }));
}

function byParts(store: Store, listing: Listing, start: Cursor, limit: number): Entry[] {
  const entries: Entry[] = [];
  for (const kept of PARTS) {
    if (entries.length >= limit || kept > (start.kept ?? 2)) continue;
    const below = kept === start.kept ? start.after : ABOVE_ALL;
    const ids = articleIds(store, { ...listing, kept, below, limit: limit - entries.length });
    for (const id of ids) entries.push({ id, kept });
  }
  return entries;
}
