import { create } from 'zustand';
import type { BookmarkFilter, BookmarkOrder, BookmarkSummary, TagId } from '../../electron/contract/bookmark.ts';
import type { ArticleId, FeedId } from '../../electron/contract/model.ts';
import type { Light } from '../../electron/contract/search/match-text.ts';
import { useUi } from './ui.ts';

/** Since when, or until when, it was bookmarked. */
export const SPANS = ['any', 'week', 'month', 'quarter', 'year', 'older'] as const;
export type Span = (typeof SPANS)[number];

/** What the person narrows the bookmarks by. */
export interface BookmarkChoice {
  /** A query of the search. */
  readonly text: string;
  /** Of that, only the words as they were typed. */
  readonly exact: boolean;
  readonly tagIds: readonly TagId[];
  readonly feedId: FeedId | null;
  readonly span: Span;
  /** With any, without, or null for both. */
  readonly highlights: boolean | null;
  readonly notes: boolean | null;
}

export const NO_CHOICE: BookmarkChoice = { text: '', exact: false, tagIds: [], feedId: null, span: 'any', highlights: null, notes: null };

export interface BookmarksView {
  readonly choice: BookmarkChoice;
  readonly order: BookmarkOrder;
  /** The bookmark whose details are shown. */
  readonly chosen: ArticleId | null;
  /** Chosen together, for what is done to many at once. */
  readonly marked: ReadonlySet<ArticleId>;
  /** Where a span of rows that is extended begins. */
  readonly anchor: ArticleId | null;
  /** Where a span that is being extended ends. */
  readonly extent: ArticleId | null;
  /** The bookmarks of the list from top to bottom, as far as they are loaded. */
  readonly rows: readonly ArticleId[];
  /** What is known of them. */
  readonly byId: ReadonlyMap<ArticleId, BookmarkSummary>;
  /** Which field of the details is being written in. */
  readonly editing: 'tags' | 'note' | null;
  /** How far the list was scrolled, in pixels. */
  readonly scrollTop: number;
  /** What the words of the choice light in an article. */
  readonly lights: readonly Light[];
}

const NONE: ReadonlySet<ArticleId> = new Set();

/** What of the bookmarks is looked at. Kept while the window is open, so that coming back finds it as it was left. */
export const useBookmarksView = create<BookmarksView>()(() => ({
  choice: NO_CHOICE,
  order: 'saved',
  chosen: null,
  marked: NONE,
  anchor: null,
  extent: null,
  rows: [],
  byId: new Map(),
  editing: null,
  scrollTop: 0,
  lights: [],
}));

const DAY = 86_400_000;
const DAYS = { week: 7, month: 30, quarter: 90, year: 365, older: 365 } as const satisfies Record<Exclude<Span, 'any'>, number>;

/** A choice as the engine filters. `today`: the start of the local day, so that the answer to a question holds for a day. */
export function filterOf({ text, exact, tagIds, feedId, span, highlights, notes }: BookmarkChoice, today: number): BookmarkFilter {
  // A blank at its end says that the last word is whole.
  const words = text.trimStart();
  const since = span === 'any' ? null : today - (DAYS[span] - 1) * DAY;
  return {
    ...(words === '' ? {} : { text: words, ...(exact ? { exact } : {}) }),
    ...(tagIds.length === 0 ? {} : { tagIds: [...tagIds] }),
    ...(feedId === null ? {} : { feedId }),
    ...(since === null ? {} : span === 'older' ? { to: since } : { from: since }),
    ...(highlights === null ? {} : { highlights }),
    ...(notes === null ? {} : { notes }),
  };
}

/** Whether anything is narrowed. */
export function isNarrowed(choice: BookmarkChoice): boolean {
  return Object.keys(filterOf(choice, 0)).length > 0;
}

/** Narrows by something else; what was marked is let go, since it may be out of sight. */
export function narrow(patch: Partial<BookmarkChoice>): void {
  // Another search is of all names again.
  const anew = patch.text === undefined || patch.text.trim() !== '' ? {} : { exact: false };
  useBookmarksView.setState(({ choice }) => ({ choice: { ...choice, ...anew, ...patch }, marked: NONE, anchor: null, extent: null }));
}

export function toggleTag(tagId: TagId): void {
  const { tagIds } = useBookmarksView.getState().choice;
  narrow({ tagIds: tagIds.includes(tagId) ? tagIds.filter((one) => one !== tagId) : [...tagIds, tagId] });
}

/** Shows the details of a bookmark. In the narrow layout they come over the list where `push` says so. */
export function chooseBookmark(chosen: ArticleId | null, push = false): void {
  useBookmarksView.setState((state) => ({ chosen, editing: state.chosen === chosen ? state.editing : null }));
  if (push && useUi.getState().layout === 'narrow') useUi.setState({ pushed: true });
}

function nextOf({ chosen, rows }: Pick<BookmarksView, 'chosen' | 'rows'>, step: 1 | -1): ArticleId | undefined {
  const at = chosen === null ? -1 : rows.indexOf(chosen);
  return rows[at === -1 ? (step === 1 ? 0 : rows.length - 1) : at + step];
}

/** Goes to the next (1) or previous (-1) bookmark of the list. */
export function moveBookmark(step: 1 | -1): void {
  const next = nextOf(useBookmarksView.getState(), step);
  if (next !== undefined) chooseBookmark(next);
}

/** Marks a bookmark, or takes its mark away; what is extended later begins there. */
export function toggleMark(articleId: ArticleId): void {
  useBookmarksView.setState(({ marked }) => {
    const next = new Set(marked);
    if (!next.delete(articleId)) next.add(articleId);
    return { marked: next, anchor: articleId, extent: null };
  });
}

/** Marks all from where the last mark was set, or from the chosen one, to `articleId`, and no others of what an earlier extension took. */
export function extendTo(articleId: ArticleId): void {
  useBookmarksView.setState(({ rows, marked, anchor, extent, chosen }) => {
    const from = anchor ?? chosen ?? articleId;
    const [one, other] = [rows.indexOf(from), rows.indexOf(articleId)];
    if (one === -1 || other === -1) return {};
    const last = extent === null ? -1 : rows.indexOf(extent);
    const next = new Set(marked);
    // Going back over what was just extended takes it off again.
    if (last !== -1) for (const id of between(rows, one, last)) next.delete(id);
    for (const id of between(rows, one, other)) next.add(id);
    return { marked: next, anchor: from, extent: articleId, chosen: articleId, editing: null };
  });
}

function between(rows: readonly ArticleId[], one: number, other: number): readonly ArticleId[] {
  return rows.slice(Math.min(one, other), Math.max(one, other) + 1);
}

/** Extends what is marked to the next (1) or previous (-1) bookmark. */
export function extendBy(step: 1 | -1): void {
  const next = nextOf(useBookmarksView.getState(), step);
  if (next !== undefined) extendTo(next);
}

export function markAll(articleIds: readonly ArticleId[]): void {
  useBookmarksView.setState({ marked: new Set(articleIds), anchor: null, extent: null });
}

export function unmark(): void {
  useBookmarksView.setState({ marked: NONE, anchor: null, extent: null });
}

/** What is acted on: what is marked, in the order of the list, else the chosen one. */
export function actedOn(): readonly ArticleId[] {
  const { marked, rows, chosen } = useBookmarksView.getState();
  if (marked.size > 0) return [...rows.filter((id) => marked.has(id)), ...[...marked].filter((id) => !rows.includes(id))];
  return chosen === null ? [] : [chosen];
}

/**
 * Takes the rows that are there now. A mark on one that has gone goes, and so does the choice: to what stands in its place
 * now, or to the top where other bookmarks are listed (`anew`). `lights`: of the words that found them.
 */
export function showRows(summaries: readonly BookmarkSummary[], anew: boolean, lights: readonly Light[] = useBookmarksView.getState().lights): void {
  useBookmarksView.setState((state) => {
    const rows = summaries.map(({ id }) => id);
    const byId = new Map(summaries.map((row) => [row.id, row]));
    const here = new Set(rows);
    const marked = [...state.marked].every((id) => here.has(id)) ? state.marked : new Set([...state.marked].filter((id) => here.has(id)));
    const kept = state.chosen !== null && here.has(state.chosen);
    const was = anew || state.chosen === null ? 0 : Math.max(0, state.rows.indexOf(state.chosen));
    const chosen = kept ? state.chosen : (rows[Math.min(was, rows.length - 1)] ?? null);
    return { rows, byId, lights, marked, chosen, editing: kept ? state.editing : null, anchor: state.anchor !== null && here.has(state.anchor) ? state.anchor : null };
  });
}
