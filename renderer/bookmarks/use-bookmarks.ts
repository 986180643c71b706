import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { InfiniteData } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { BookmarkCounts, BookmarkFilter, BookmarkPage, BookmarkSummary } from '../../electron/contract/bookmark.ts';
import { queryClient } from '../client/query-client.ts';
import { throttle } from '../client/throttle.ts';
import { call, onEvent, onMissed } from '../client/transport.ts';
import { evidenceChanged } from '../evidence/use-evidence.ts';
import { dayStart } from '../list/list-items.ts';
import { filterOf, useBookmarksView } from '../state/bookmarks-view.ts';

const BOOKMARKS = 'bookmarks';
const PAGE = 200;
/** Passages are looked for in each bookmark that is shown. */
const FOUND_PAGE = 50;
/** An article may be read for long before one comes back to its row. */
const KEPT_MS = 3_600_000;

const NONE: readonly never[] = [];
const NO_COUNTS: BookmarkCounts = { all: 0, tags: [], feeds: [], highlights: 0, notes: 0 };

/** Asks again for the bookmarks and what was added to them, after this window changed any. */
export async function bookmarksChanged(): Promise<void> {
  await Promise.all([queryClient.invalidateQueries({ queryKey: [BOOKMARKS] }), evidenceChanged()]);
}

export interface Bookmarks {
  /** What is asked for. */
  readonly filter: BookmarkFilter;
  readonly rows: readonly BookmarkSummary[];
  /** How many the listing holds, loaded or not. */
  readonly total: number;
  readonly counts: BookmarkCounts;
  /** What the search says of the words; null where there are none. */
  readonly search: BookmarkPage['search'];
  /** False until the first answer. */
  readonly known: boolean;
  /** What is shown belongs to the question before; the answer to this one is on its way. */
  readonly old: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  /** Loads the next page, where there is one. */
  readonly more: () => void;
  /** Loads all pages, and answers with every bookmark of the listing. */
  readonly all: () => Promise<readonly BookmarkSummary[]>;
}

function rowsOf(data: InfiniteData<BookmarkPage> | undefined): readonly BookmarkSummary[] {
  const pages = data?.pages ?? NONE;
  // A bookmark set between two pages pushes the last row of one to the next.
  const seen = new Set<number>();
  return pages.flatMap(({ bookmarks }) => bookmarks.filter(({ id }) => !seen.has(id) && seen.add(id)));
}

/** The bookmarks that the page's filter and order ask for; follows what changes them. */
export function useBookmarks(): Bookmarks {
  const choice = useBookmarksView((state) => state.choice);
  const order = useBookmarksView((state) => state.order);
  const [today] = useState(() => dayStart(Date.now()));
  const filter = useMemo(() => filterOf(choice, today), [choice, today]);

  useEffect(() => {
    const again = throttle(() => void bookmarksChanged(), 500);
    const later = throttle(() => void bookmarksChanged(), 3000);
    const stop = onEvent((event) => {
      if (event.kind === 'status') again();
      // A refresh brings many of these, few of which are about bookmarks.
      else if (event.kind === 'search' || event.kind === 'images' || event.kind === 'texts' || event.kind === 'articles' || event.kind === 'feeds') later();
    });
    const stopMissed = onMissed(again);
    // What happened while the page was away is not known here.
    again();
    return () => {
      stop();
      stopMissed();
    };
  }, []);

  const { data, error, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: [BOOKMARKS, filter, order],
    queryFn: ({ pageParam }) => call('listBookmarks', { filter, order, limit: filter.text === undefined ? PAGE : FOUND_PAGE, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    gcTime: KEPT_MS,
  });
  const rows = useMemo(() => rowsOf(data), [data]);
  const newest = data?.pages.at(-1);
  return {
    filter,
    rows,
    total: newest?.total ?? 0,
    counts: newest?.counts ?? NO_COUNTS,
    search: newest?.search ?? null,
    known: data !== undefined,
    old: isPlaceholderData,
    error: data === undefined ? error : null,
    retry: () => void refetch(),
    more: () => {
      if (hasNextPage && !isFetchingNextPage && !isPlaceholderData) void fetchNextPage();
    },
    all: async () => {
      let answer = data;
      let isMore = hasNextPage;
      while (isMore) {
        const next = await fetchNextPage();
        answer = next.data;
        isMore = next.hasNextPage && !next.isError;
      }
      return rowsOf(answer);
    },
  };
}

/** How many bookmarks a filter lets through; undefined until that is known, and where there is no filter. */
export function useBookmarkTotal(filter: BookmarkFilter | undefined): number | undefined {
  const { data } = useQuery({ queryKey: [BOOKMARKS, 'total', filter ?? null], queryFn: async () => (await call('listBookmarks', { filter: filter ?? {}, limit: 1 })).total, enabled: filter !== undefined });
  return data;
}
