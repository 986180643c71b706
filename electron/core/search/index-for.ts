import type { Scope } from '../../contract/model.ts';
import type { CompiledQuery } from './compile-query.ts';
import type { SearchLibrary } from './search-library.ts';

type StatusIndex = 'statuses_muted' | 'statuses_bookmarked' | 'statuses_unread_by_feed' | 'statuses_unread' | 'statuses_by_feed' | 'statuses_visible';

/** The index of `statuses` whose walk from the newest on meets the fewest others. */
export function indexFor({ feedIds, isBookmarked, isMuted }: CompiledQuery, scope: Scope, isUnread: boolean): StatusIndex {
  if (isMuted) return 'statuses_muted';
  if (scope.kind === 'bookmarks' || isBookmarked) return 'statuses_bookmarked';
  const ofFeeds = feedIds !== null || scope.kind === 'feed' || scope.kind === 'folder';
  if (isUnread) return ofFeeds ? 'statuses_unread_by_feed' : 'statuses_unread';
  return ofFeeds ? 'statuses_by_feed' : 'statuses_visible';
}

/** Conditions and their values. */
export interface Conditions {
  readonly where: readonly string[];
  readonly values: readonly (string | number)[];
}

const NONE: Conditions = { where: [], values: [] };
/** To gather so many takes a millisecond; of more, the newest that have a word are soon met. */
const FEW = 5000;

/** What each index is of, as far as it tells that by itself: of the others a walk would look at each row. */
const OF_INDEX: Partial<Record<StatusIndex, string>> = {
  statuses_bookmarked: 'bookmarked = 1',
  statuses_unread: 'visible = 1 AND read = 0',
  statuses_unread_by_feed: 'visible = 1 AND read = 0',
  statuses_by_feed: 'visible = 1',
};

/**
 * What lets the index of words be walked without a look at the article of each row that a common word finds, which took six times
 * as long: the rows of all that the index of `statuses` has between two ids, of `feeds` where it is one by feeds, if that is few.
 * It leaves out nothing that is found without it.
 */
export function rowsOfFew(library: SearchLibrary, index: StatusIndex, { bounds, feeds }: { readonly bounds: readonly number[]; readonly feeds: Conditions }): Conditions {
  const ofIndex = OF_INDEX[index];
  if (ofIndex === undefined) return NONE;
  const byFeed: Conditions = index.endsWith('_by_feed') ? feeds : NONE;
  const these = `FROM statuses INDEXED BY ${index}`;
  const where = ['article_id < ?', 'article_id >= ?', ofIndex, ...byFeed.where].join(' AND ');
  const values = [...bounds, ...byFeed.values];
  const count = library.get<{ n: number }>(`SELECT count(*) AS n FROM (SELECT 1 ${these} WHERE ${where} LIMIT ?)`, ...values, FEW + 1)?.n ?? 0;
  if (count > FEW) return NONE;
  // The plus keeps SQLite from asking the index of words for each of these rows.
  return { where: [`+search.rowid IN (SELECT doc ${these} CROSS JOIN search_docs ON article = article_id WHERE ${where})`], values };
}
