import { create } from 'zustand';
import type { ArticleId, ArticleSummary } from '../../electron/contract/model.ts';
import type { ReaderError } from '../../electron/contract/errors.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import { current, noteChange } from './agreement.ts';
import type { Agree, RowPatch } from './agreement.ts';
import { askListing as ask } from './ask-listing.ts';
import type { ListedArticle, ListRequest, SearchAnswer } from './ask-listing.ts';

export type { ListedArticle, ListRequest } from './ask-listing.ts';

/** Where a list that is drawn anew begins: at a row, or so many pixels down; null is its top. */
export type ListStart = { readonly topId: ArticleId } | { readonly scrollTop: number } | null;

/** A list that search results cover, as it was left. */
export interface Covered {
  readonly request: ListRequest;
  /** Null where its rows were never drawn: the app was closed while they were covered. */
  readonly drawn: Pick<Listing, 'rows' | 'opened' | 'nextCursor' | 'total' | 'asOf' | 'arrived'> | null;
  readonly articleId: ArticleId | null;
  readonly topId: ArticleId | null;
  readonly scrollTop: number;
}

export interface Listing {
  /** What was asked for last; null before the first. */
  readonly request: ListRequest | null;
  /** Grows with each opening, also of the same request. Rows of an older one stay until the first page of the new one is here. */
  readonly opening: number;
  /** The opening that `rows` belong to. */
  readonly shown: number;
  readonly rows: readonly ListedArticle[];
  /** The other reports of the stories that are opened in place, by the row that stands for them, in order of first publication. */
  readonly opened: ReadonlyMap<ArticleId, readonly ListedArticle[]>;
  readonly nextCursor: string | null;
  readonly total: number;
  readonly asOf: number;
  /** How many arrived since `asOf`; they wait. */
  readonly arrived: number;
  readonly loadingMore: boolean;
  /** Why there are no rows. */
  readonly error: ReaderError | null;
  /** Why the rows could not be asked about again. */
  readonly staleBecause: ReaderError | null;
  readonly start: ListStart;
  /** What the search said that `rows` answer; null where they are of a scope. */
  readonly search: SearchAnswer | null;
  /** What waits below search results. */
  readonly covered: Covered | null;
}

const PAGE = 200;
/** Passages are sought for each result: while somebody types, a list that is more than filled is enough. */
const FIRST_FOUND = 80;
export const RELIST_PAGE = 500;
/** How far down a place is looked for at the start. */
const DEEPEST = 2500;

const NONE_OPENED: Listing['opened'] = new Map();

export const useListing = create<Listing>()(() => ({
  request: null,
  opening: 0,
  shown: 0,
  rows: [],
  opened: NONE_OPENED,
  nextCursor: null,
  total: 0,
  asOf: 0,
  arrived: 0,
  loadingMore: false,
  error: null,
  staleBecause: null,
  start: null,
  search: null,
  covered: null,
}));

export function isSuperseded(error: unknown): boolean {
  return asReaderError(error).code === 'search-superseded';
}

/**
 * Draws the list anew. Where `untilId` is given, pages are read until it is among them, 2,500 rows at most; `atIt` has the list
 * begin there.
 */
export async function openListing(request: ListRequest, untilId: ArticleId | null = null, atIt = false): Promise<void> {
  await current((agree) => draw(request, { untilId, start: atIt && untilId !== null ? { topId: untilId } : null }, agree));
}

async function draw(request: ListRequest, { untilId, start }: { readonly untilId: ArticleId | null; readonly start: ListStart }, agree: Agree): Promise<void> {
  const opening = useListing.getState().opening + 1;
  useListing.setState({ request, opening, error: null, staleBecause: null });
  try {
    const first = await ask(request, untilId !== null ? RELIST_PAGE : request.search ? FIRST_FOUND : PAGE, null);
    const rows = [...first.articles];
    let { nextCursor } = first;
    const isReached = () => untilId === null || rows.length >= DEEPEST || rows.some((row) => row.id === untilId);
    while (nextCursor !== null && !isReached()) {
      const page = await ask(request, RELIST_PAGE, nextCursor);
      rows.push(...page.articles);
      nextCursor = page.nextCursor;
    }
    if (useListing.getState().opening !== opening) return;
    useListing.setState({ shown: opening, rows: rows.map(agree), opened: NONE_OPENED, nextCursor, total: first.total, asOf: first.asOf, arrived: 0, loadingMore: false, start, search: first.search });
  } catch (error) {
    if (useListing.getState().opening !== opening) return;
    if (isSuperseded(error)) {
      // Another window searched meanwhile; this one still waits for its answer.
      await draw(request, { untilId, start }, agree);
      return;
    }
    useListing.setState({ search: null, shown: opening, rows: [], nextCursor: null, total: 0, arrived: 0, loadingMore: false, error: asReaderError(error) });
  }
}

/** Draws the same list anew, with what has arrived. */
export async function reopenListing(): Promise<void> {
  const { request } = useListing.getState();
  if (request) await openListing(request);
}

/** Adds the next page to the end. */
export async function loadMore(): Promise<void> {
  const { request, opening, shown, nextCursor, loadingMore } = useListing.getState();
  if (!request || opening !== shown || nextCursor === null || loadingMore) return;
  useListing.setState({ loadingMore: true });
  try {
    await current(async (agree) => {
      const page = await ask(request, PAGE, nextCursor);
      if (useListing.getState().opening !== opening) return;
      useListing.setState((state) => ({ rows: [...state.rows, ...page.articles.map(agree)], nextCursor: page.nextCursor, loadingMore: false }));
    });
  } catch (error) {
    if (useListing.getState().opening !== opening) return;
    useListing.setState({ loadingMore: false, error: isSuperseded(error) ? null : asReaderError(error) });
  }
}

/** Changes rows where they stand; none comes or goes. */
export function patchRows(matches: (row: ArticleSummary) => boolean, patch: RowPatch): void {
  noteChange(matches, patch);
  const patched = (rows: readonly ListedArticle[]) => rows.map((row) => (matches(row) ? { ...row, ...patch } : row));
  const below = (opened: Listing['opened']): Listing['opened'] => new Map([...opened].map(([lead, rows]) => [lead, patched(rows)]));
  useListing.setState(({ rows, opened, covered }) => ({
    rows: patched(rows),
    opened: below(opened),
    covered: covered?.drawn ? { ...covered, drawn: { ...covered.drawn, rows: patched(covered.drawn.rows), opened: below(covered.drawn.opened) } } : covered,
  }));
}

/** The rows as they stand in the list, the reports of opened stories below the row of each. */
export function shownRows({ rows, opened }: Pick<Listing, 'rows' | 'opened'>): readonly ListedArticle[] {
  return opened.size === 0 ? rows : rows.flatMap((row) => [row, ...(opened.get(row.id) ?? [])]);
}

export function findRow({ rows, opened }: Pick<Listing, 'rows' | 'opened'>, articleId: ArticleId | null): ListedArticle | undefined {
  return rows.find((row) => row.id === articleId) ?? [...opened.values()].flat().find((row) => row.id === articleId);
}

/** The row of an article, where the list holds it. */
export function rowOf(articleId: ArticleId | null): ArticleSummary | undefined {
  if (articleId === null) return undefined;
  return findRow(useListing.getState(), articleId);
}
