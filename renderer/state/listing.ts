import { create } from 'zustand';
import type { ArticleId, ArticleSummary } from '../../electron/contract/model.ts';
import type { ReaderError } from '../../electron/contract/errors.ts';
import { call } from '../client/transport.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import { askListing as ask } from './ask-listing.ts';
import type { ListedArticle, ListedPage, ListRequest, SearchAnswer } from './ask-listing.ts';

export type { ListedArticle, ListRequest } from './ask-listing.ts';

/** Where a list that is drawn anew begins: at a row, or so many pixels down; null is its top. */
export type ListStart = { readonly topId: ArticleId } | { readonly scrollTop: number } | null;

/** A list that search results cover, as it was left. */
export interface Covered {
  readonly request: ListRequest;
  /** Null where its rows were never drawn: the app was closed while they were covered. */
  readonly drawn: Pick<Listing, 'rows' | 'nextCursor' | 'total' | 'asOf' | 'arrived'> | null;
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
const RELIST_PAGE = 500;
/** How far down a place is looked for at the start. */
const DEEPEST = 2500;

export const useListing = create<Listing>()(() => ({
  request: null,
  opening: 0,
  shown: 0,
  rows: [],
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

type Agree = (row: ListedArticle) => ListedArticle;

function isSuperseded(error: unknown): boolean {
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
    useListing.setState({ shown: opening, rows: rows.map(agree), nextCursor, total: first.total, asOf: first.asOf, arrived: 0, loadingMore: false, start, search: first.search });
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

/** Keeps the list of a scope as it stands, for when the search that is put over it is closed. One that is covered already stays as it was. */
export function coverListing(left: Pick<Covered, 'articleId' | 'topId' | 'scrollTop'>): void {
  const { covered, request, opening, shown, rows, nextCursor, total, asOf, arrived, error } = useListing.getState();
  if (covered || !request) return;
  const isDrawn = opening === shown && error === null;
  useListing.setState({ covered: { ...left, request, drawn: isDrawn ? { rows, nextCursor, total, asOf, arrived } : null } });
}

/** Brings back the list that search results cover, where it was. */
export async function uncoverListing(): Promise<void> {
  const { covered, opening } = useListing.getState();
  if (!covered) return;
  const { request, drawn, topId, scrollTop } = covered;
  useListing.setState({ covered: null });
  if (!drawn) {
    await openListing(request, topId, true);
    return;
  }
  useListing.setState({ ...drawn, request, opening: opening + 1, shown: opening + 1, start: { scrollTop }, search: null, error: null, staleBecause: null, loadingMore: false });
  await relist();
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

export type RowPatch = Partial<Pick<ArticleSummary, 'read' | 'bookmarked' | 'pinned'>>;

interface RowChange {
  readonly matches: (row: ArticleSummary) => boolean;
  readonly patch: RowPatch;
}

/** For each question under way, the changes made since it was asked: its answer may be from before them. */
const sinceAsked = new Set<RowChange[]>();

/** Asks, and gives the way to make rows of the answer agree with what was changed meanwhile. */
async function current<T>(question: (agree: Agree) => Promise<T>): Promise<T> {
  const changes: RowChange[] = [];
  sinceAsked.add(changes);
  try {
    return await question((row) => changes.reduce((now, { matches, patch }) => (matches(row) ? { ...now, ...patch } : now), row));
  } finally {
    sinceAsked.delete(changes);
  }
}

/** Changes rows where they stand; none comes or goes. */
export function patchRows(matches: (row: ArticleSummary) => boolean, patch: RowPatch): void {
  for (const changes of sinceAsked) changes.push({ matches, patch });
  const patched = (rows: readonly ListedArticle[]) => rows.map((row) => (matches(row) ? { ...row, ...patch } : row));
  useListing.setState(({ rows, covered }) => ({ rows: patched(rows), covered: covered?.drawn ? { ...covered, drawn: { ...covered.drawn, rows: patched(covered.drawn.rows) } } : covered }));
}

/** The row of an article, where the list holds it. */
export function rowOf(articleId: ArticleId | null): ArticleSummary | undefined {
  if (articleId === null) return undefined;
  return useListing.getState().rows.find((row) => row.id === articleId);
}

/**
 * Puts newer truths about rows that the list holds in their places. `reach` is the oldest `sortAt` that the answer covers.
 * A row that the answer left out has lost what the listing asks for, and stays where it stands.
 */
export function mergeRows(rows: readonly ListedArticle[], newer: ReadonlyMap<ArticleId, ListedArticle>, reach: number, lost: RowPatch | null): readonly ListedArticle[] {
  return rows.map((row) => {
    const now = newer.get(row.id);
    if (now) return now;
    return lost && row.sortAt > reach ? { ...row, ...lost } : row;
  });
}

function lostBy({ scope, unreadOnly, search }: ListRequest): RowPatch | null {
  if (search) return null;
  if (unreadOnly || scope.kind === 'unread') return { read: true };
  return scope.kind === 'bookmarks' ? { bookmarked: false } : null;
}

/** Asks again about the rows that the list holds, and how many others have arrived. */
export async function relist(): Promise<void> {
  await current(askAgain);
}

/** How many articles have arrived that the list does not hold, among those that were just asked about. */
async function countNew({ scope, unreadOnly, search }: ListRequest, since: number, newer: ReadonlyMap<ArticleId, ListedArticle>): Promise<number> {
  if (!search) return (await call('countArrived', { scope, since, unreadOnly })).count;
  if (search.order === 'rank') return 0;
  const { rows, nextCursor } = useListing.getState();
  const held = new Set(rows.map((row) => row.id));
  // Ids grow with time: what is older than the last row may stand on a page that is not loaded.
  const last = nextCursor === null ? 0 : (rows.at(-1)?.id ?? 0);
  return [...newer.keys()].filter((id) => id > last && !held.has(id)).length;
}

async function askAgain(agree: Agree): Promise<void> {
  const { request, opening, shown, rows, asOf, error } = useListing.getState();
  if (!request || opening !== shown) return;
  if (rows.length === 0 || error) {
    await openListing(request);
    return;
  }
  try {
    const newer = new Map<ArticleId, ListedArticle>();
    let cursor: string | null = null;
    let indexing: SearchAnswer['indexing'] = null;
    let reach = Number.NEGATIVE_INFINITY;
    do {
      const page: ListedPage = await ask({ ...request, order: 'time' }, RELIST_PAGE, cursor);
      for (const article of page.articles) newer.set(article.id, article);
      cursor = page.nextCursor;
      indexing = page.search?.indexing ?? null;
      reach = cursor === null ? Number.NEGATIVE_INFINITY : (page.articles.at(-1)?.sortAt ?? reach);
    } while (cursor !== null && newer.size < rows.length);
    const count = await countNew(request, asOf, newer);
    if (useListing.getState().opening !== opening) return;
    useListing.setState((state) => ({ rows: mergeRows(state.rows, newer, reach, lostBy(request)).map(agree), arrived: count, search: state.search && { ...state.search, indexing } }));
  } catch (caught) {
    // The rows on screen stay true as of their time.
    if (useListing.getState().opening === opening && !isSuperseded(caught)) useListing.setState({ staleBecause: asReaderError(caught) });
  }
}
