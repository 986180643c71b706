import { create } from 'zustand';
import type { ArticleId, ArticleOrder, ArticlePage, ArticleSummary, Scope } from '../../electron/contract/model.ts';
import type { ReaderError } from '../../electron/contract/errors.ts';
import { call } from '../client/transport.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import { leaving, NONE_MOVED, regroup, type Moved } from './regroup.ts';
import { useUi } from './ui.ts';

export interface ListRequest {
  readonly scope: Scope;
  readonly unreadOnly: boolean;
  readonly order: ArticleOrder;
  /** Reports of one event are one row. */
  readonly stories?: boolean;
}

export interface Listing {
  /** What was asked for last; null before the first. */
  readonly request: ListRequest | null;
  /** Grows with each opening, also of the same request. Rows of an older one stay until the first page of the new one is here. */
  readonly opening: number;
  /** The opening that `rows` belong to. */
  readonly shown: number;
  readonly rows: readonly ArticleSummary[];
  /** The other reports of the stories that are opened in place, by the row that stands for them, in order of first publication. */
  readonly opened: ReadonlyMap<ArticleId, readonly ArticleSummary[]>;
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
}

const PAGE = 200;
const RELIST_PAGE = 500;
/** How far down a place is looked for at the start. */
const DEEPEST = 2500;
/** The contract's. */
const MOST_ASKED = 1000;

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
}));

function ask(request: ListRequest, limit: number, cursor: string | null): Promise<ArticlePage> {
  return call('listArticles', { ...request, limit, cursor });
}

/** Draws the list anew. Where `untilId` is given, pages are read until it is among them, 2,500 rows at most. */
export async function openListing(request: ListRequest, untilId: ArticleId | null = null): Promise<void> {
  await current((agree) => draw(request, untilId, agree));
}

async function draw(request: ListRequest, untilId: ArticleId | null, agree: (row: ArticleSummary) => ArticleSummary): Promise<void> {
  const opening = useListing.getState().opening + 1;
  useListing.setState({ request, opening, error: null, staleBecause: null });
  try {
    const first = await ask(request, untilId === null ? PAGE : RELIST_PAGE, null);
    const rows = [...first.articles];
    let { nextCursor } = first;
    const isReached = () => untilId === null || rows.length >= DEEPEST || rows.some((row) => row.id === untilId);
    while (nextCursor !== null && !isReached()) {
      const page = await ask(request, RELIST_PAGE, nextCursor);
      rows.push(...page.articles);
      nextCursor = page.nextCursor;
    }
    if (useListing.getState().opening !== opening) return;
    useListing.setState({ shown: opening, rows: rows.map(agree), opened: NONE_OPENED, nextCursor, total: first.total, asOf: first.asOf, arrived: 0, loadingMore: false });
  } catch (error) {
    if (useListing.getState().opening !== opening) return;
    useListing.setState({ shown: opening, rows: [], nextCursor: null, total: 0, arrived: 0, loadingMore: false, error: asReaderError(error) });
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
    useListing.setState({ loadingMore: false, error: asReaderError(error) });
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
async function current<T>(question: (agree: (row: ArticleSummary) => ArticleSummary) => Promise<T>): Promise<T> {
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
  const change = (rows: readonly ArticleSummary[]): readonly ArticleSummary[] => rows.map((row) => (matches(row) ? { ...row, ...patch } : row));
  useListing.setState((state) => ({ rows: change(state.rows), opened: new Map([...state.opened].map(([lead, rows]) => [lead, change(rows)])) }));
}

/** The rows as they stand in the list, the reports of opened stories below the row of each. */
export function shownRows({ rows, opened }: Pick<Listing, 'rows' | 'opened'>): readonly ArticleSummary[] {
  return opened.size === 0 ? rows : rows.flatMap((row) => [row, ...(opened.get(row.id) ?? [])]);
}

export function findRow({ rows, opened }: Pick<Listing, 'rows' | 'opened'>, articleId: ArticleId | null): ArticleSummary | undefined {
  return rows.find((row) => row.id === articleId) ?? [...opened.values()].flat().find((row) => row.id === articleId);
}

/** The row of an article, where the list holds it. */
export function rowOf(articleId: ArticleId | null): ArticleSummary | undefined {
  if (articleId === null) return undefined;
  return findRow(useListing.getState(), articleId);
}

/**
 * Puts newer truths about rows that the list holds in their places. `reach` is the oldest `sortAt` that the answer covers.
 * A row that the answer left out has lost what the listing asks for, and stays where it stands.
 */
export function mergeRows(rows: readonly ArticleSummary[], newer: ReadonlyMap<ArticleId, ArticleSummary>, reach: number, lost: RowPatch | null): readonly ArticleSummary[] {
  return rows.map((row) => {
    const now = newer.get(row.id);
    if (now) return now;
    return lost && row.sortAt > reach ? { ...row, ...lost } : row;
  });
}

function lostBy({ scope, unreadOnly }: ListRequest): RowPatch | null {
  if (unreadOnly || scope.kind === 'unread') return { read: true };
  return scope.kind === 'bookmarks' ? { bookmarked: false } : null;
}

/**
 * Asks again about the rows that the list holds, and how many others have arrived. Of articles whose story changed (`moved`), rows
 * come and go: no report stands twice, and none vanishes.
 */
export async function relist(moved: Moved = NONE_MOVED): Promise<void> {
  await current((agree) => askAgain(agree, moved));
}

async function askAgain(agree: (row: ArticleSummary) => ArticleSummary, moved: Moved): Promise<void> {
  const { request, opening, shown, rows, opened, asOf, error } = useListing.getState();
  if (!request || opening !== shown) return;
  if (rows.length === 0 || error) {
    await openListing(request);
    return;
  }
  try {
    const newer = new Map<ArticleId, ArticleSummary>();
    let cursor: string | null = null;
    let reach = Number.NEGATIVE_INFINITY;
    do {
      const page: ArticlePage = await ask({ ...request, order: 'time' }, RELIST_PAGE, cursor);
      for (const article of page.articles) newer.set(article.id, article);
      cursor = page.nextCursor;
      reach = cursor === null ? Number.NEGATIVE_INFINITY : (page.articles.at(-1)?.sortAt ?? reach);
    } while (cursor !== null && newer.size < rows.length);
    const { count } = await call('countArrived', { scope: request.scope, since: asOf, unreadOnly: request.unreadOnly });
    const keepId = useUi.getState().articleId;
    const gone = request.stories === true && request.order === 'time' ? leaving(rows, { newer, reach, moved, keepId }).slice(0, MOST_ASKED) : [];
    const storyIds = new Map(gone.length === 0 ? [] : (await call('storiesOf', { articleIds: [...gone] })).stories.map(({ articleId, story }) => [articleId, story.id]));
    const reports = await reportsOf([...opened.keys()].filter((id) => newer.get(id)?.story));
    if (useListing.getState().opening !== opening) return;
    useListing.setState((state) => {
      const merged = mergeRows(state.rows, newer, reach, lostBy(request)).map(agree);
      const regrouped = request.stories === true && request.order === 'time' ? regroup(merged, { newer, reach, asOf, moved, keepId, storyIds }) : merged;
      const now = new Map([...state.opened.keys()].flatMap((id) => (reports.has(id) ? [[id, (reports.get(id) ?? []).map(agree)] as const] : [])));
      const below = new Set([...now.values()].flat().map(({ id }) => id));
      return { rows: regrouped.filter(({ id }) => !below.has(id)), opened: now, arrived: count };
    });
  } catch (caught) {
    // The rows on screen stay true as of their time.
    if (useListing.getState().opening === opening) useListing.setState({ staleBecause: asReaderError(caught) });
  }
}

/** The other reports of the stories of these rows. */
async function reportsOf(leads: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, readonly ArticleSummary[]>> {
  return new Map(await Promise.all(leads.map(async (lead) => [lead, (await call('story', { articleId: lead })).articles.filter(({ id }) => id !== lead)] as const)));
}

/** Opens the story of a row in place. */
export async function openReports(lead: ArticleId): Promise<void> {
  const { shown } = useListing.getState();
  const reports = await reportsOf([lead]);
  if (useListing.getState().shown === shown) useListing.setState((state) => ({ opened: new Map([...state.opened, ...reports]) }));
}

export function closeReports(lead: ArticleId): void {
  useListing.setState((state) => ({ opened: new Map([...state.opened].filter(([id]) => id !== lead)) }));
}
