import { create } from 'zustand';
import { FIRST_PAGE, RELIST_PAGE, START_PAGE } from '../../electron/contract/first-screen.ts';
import type { ArticleId, ArticleSummary } from '../../electron/contract/model.ts';
import type { ReaderError } from '../../electron/contract/errors.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import { current, noteChange } from './agreement.ts';
import type { Agree, RowPatch } from './agreement.ts';
import { askListing as ask } from './ask-listing.ts';
import type { ListedArticle, ListRequest, SearchAnswer } from './ask-listing.ts';
import { isReached, openedFor, wantedRows } from './wanted-rows.ts';
import type { ListStart } from './wanted-rows.ts';

export type { ListedArticle, ListRequest } from './ask-listing.ts';
export type { ListStart } from './wanted-rows.ts';

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
  /** Why there are no rows. */
  readonly error: ReaderError | null;
  /** Why the next page did not come; the rows that are there stay. */
  readonly moreError: ReaderError | null;
  /** Why the rows could not be asked about again. */
  readonly staleBecause: ReaderError | null;
  readonly start: ListStart;
  /** What the search said that `rows` answer; null where they are of a scope. */
  readonly search: SearchAnswer | null;
  /** What waits below search results. */
  readonly covered: Covered | null;
}

/** Passages are sought for each result: while somebody types, a list that is more than filled is enough. */
const FIRST_FOUND = 80;
/** How far down a row is looked for. */
export const DEEPEST = 2500;

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
  error: null,
  moreError: null,
  staleBecause: null,
  start: null,
  search: null,
  covered: null,
}));

export function isSuperseded(error: unknown): boolean {
  return asReaderError(error).code === 'search-superseded';
}

/**
 * Draws the list anew. Where `untilId` is given, pages are read until it is among them, 2,500 rows at most, and it is in sight; where
 * another report stands for its story, that is opened. `atIt` has the list begin there.
 */
export async function openListing(request: ListRequest, untilId: ArticleId | null = null, atIt = false): Promise<void> {
  await current((agree) => draw(request, untilId === null ? null : atIt ? { topId: untilId } : { middleId: untilId }, agree));
}

async function draw(request: ListRequest, start: ListStart, agree: Agree): Promise<void> {
  const opening = useListing.getState().opening + 1;
  useListing.setState({ request, opening, error: null, moreError: null, staleBecause: null });
  try {
    const limit = start !== null ? RELIST_PAGE : request.search ? FIRST_FOUND : opening === 1 ? START_PAGE : FIRST_PAGE;
    const [first, wanted] = await Promise.all([ask(request, limit, null), wantedRows(request, start)]);
    const rows = [...first.articles];
    let { nextCursor } = first;
    while (nextCursor !== null && rows.length < DEEPEST && !isReached(rows, wanted, request)) {
      const page = await ask(request, RELIST_PAGE, nextCursor);
      rows.push(...page.articles);
      nextCursor = page.nextCursor;
    }
    if (useListing.getState().opening !== opening) return;
    const opened = new Map([...openedFor(rows, wanted)].map(([lead, reports]) => [lead, reports.map(agree)]));
    useListing.setState({ shown: opening, rows: rows.map(agree), opened, nextCursor, total: first.total, asOf: first.asOf, arrived: 0, start, search: first.search });
  } catch (error) {
    if (useListing.getState().opening !== opening) return;
    if (isSuperseded(error)) {
      // Another window searched meanwhile; this one still waits for its answer.
      await draw(request, start, agree);
      return;
    }
    useListing.setState({ search: null, shown: opening, rows: [], nextCursor: null, total: 0, arrived: 0, error: asReaderError(error) });
  }
}

/** Draws the same list anew, with what has arrived. */
export async function reopenListing(): Promise<void> {
  const { request } = useListing.getState();
  if (request) await openListing(request);
}

/** The page that is being asked for. */
let underWay: { readonly opening: number; readonly page: Promise<boolean> } | null = null;

/**
 * Adds the next page to the end: the one that is asked for already, where there is one. Whether it came; where it did not because it
 * failed, `moreError` says why.
 */
export function loadMore(): Promise<boolean> {
  const { request, opening, shown, nextCursor } = useListing.getState();
  if (!request || opening !== shown || nextCursor === null) return Promise.resolve(false);
  if (underWay?.opening === opening) return underWay.page;
  const asked = { opening, page: nextPage(request, opening, nextCursor) };
  underWay = asked;
  void asked.page.finally(() => {
    if (underWay === asked) underWay = null;
  });
  return asked.page;
}

async function nextPage(request: ListRequest, opening: number, cursor: string): Promise<boolean> {
  const isLeft = () => useListing.getState().opening !== opening;
  try {
    return await current(async (agree) => {
      const page = await ask(request, FIRST_PAGE, cursor);
      if (isLeft()) return false;
      useListing.setState((state) => ({ rows: [...state.rows, ...page.articles.map(agree)], nextCursor: page.nextCursor, moreError: null }));
      return true;
    });
  } catch (error) {
    if (isLeft()) return false;
    // Another window searched meanwhile; this one still waits for its page.
    if (isSuperseded(error)) return await nextPage(request, opening, cursor);
    useListing.setState({ moreError: asReaderError(error) });
    return false;
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
