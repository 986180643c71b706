import { RELIST_PAGE } from '../../electron/contract/first-screen.ts';
import type { ArticleId } from '../../electron/contract/model.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import { call } from '../client/transport.ts';
import { current } from './agreement.ts';
import type { Agree, RowPatch } from './agreement.ts';
import { askListing as ask } from './ask-listing.ts';
import type { ListedArticle, ListedPage, ListRequest, SearchAnswer } from './ask-listing.ts';
import { isSuperseded, openListing, useListing } from './listing.ts';
import { bothMoved, leaving, NONE_MOVED, regroup, type Moved } from './regroup.ts';
import { useUi } from './ui.ts';

/** The contract's. */
const MOST_ASKED = 1000;

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

interface Asking {
  readonly opening: number;
  readonly done: Promise<void>;
  /** What is asked about once that is answered. */
  next: { moved: Moved; readonly done: Promise<void> } | null;
}

/** The last question about the rows of the list that is not answered yet. */
let asking: Asking | null = null;

/**
 * Asks again about the rows that the list holds, and how many others have arrived. Of articles whose story changed (`moved`), rows
 * come and go: no report stands twice, and none vanishes. While an answer is awaited, the next question waits for it, so that no
 * answer comes over a newer one; however many ask meanwhile, it is one.
 */
export async function relist(moved: Moved = NONE_MOVED): Promise<void> {
  const before = asking;
  if (before?.opening !== useListing.getState().opening) return await askNow(moved);
  if (before.next) before.next.moved = bothMoved(before.next.moved, moved);
  else before.next = { moved, done: askAfter(before) };
  return await before.next.done;
}

async function askNow(moved: Moved): Promise<void> {
  const now: Asking = { opening: useListing.getState().opening, done: current((agree) => askAgain(agree, moved)), next: null };
  asking = now;
  try {
    await now.done;
  } finally {
    if (asking === now) asking = null;
  }
}

async function askAfter(before: Asking): Promise<void> {
  await before.done;
  // One that was opened since was asked for after whatever changed.
  if (before.next && useListing.getState().opening === before.opening) await askNow(before.next.moved);
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

async function askAgain(agree: Agree, moved: Moved): Promise<void> {
  const { request, opening, shown, rows, opened, asOf, error } = useListing.getState();
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
    const keepId = useUi.getState().articleId;
    const isGrouped = request.stories === true && request.order === 'time' && !request.search;
    const gone = isGrouped ? leaving(rows, { newer, reach, moved, keepId }).slice(0, MOST_ASKED) : [];
    const storyIds = new Map(gone.length === 0 ? [] : (await call('storiesOf', { articleIds: [...gone] })).stories.map(({ articleId, story }) => [articleId, story.id]));
    const reports = await reportsOf([...opened.keys()].filter((id) => newer.get(id)?.story));
    if (useListing.getState().opening !== opening) return;
    useListing.setState((state) => {
      const merged = mergeRows(state.rows, newer, reach, lostBy(request)).map(agree);
      const regrouped = isGrouped ? regroup(merged, { newer, reach, asOf, moved, keepId, storyIds }) : merged;
      // One that was opened meanwhile was not asked about, and stays.
      const now = new Map([...state.opened].flatMap(([id, held]) => {
        const asked = reports.get(id) ?? (opened.has(id) ? null : held);
        return asked === null ? [] : [[id, asked.map(agree)] as const];
      }));
      const below = new Set([...now.values()].flat().map(({ id }) => id));
      return { rows: regrouped.filter(({ id }) => !below.has(id)), opened: now, arrived: count, search: state.search && { ...state.search, indexing } };
    });
  } catch (caught) {
    // The rows on screen stay true as of their time.
    if (useListing.getState().opening === opening && !isSuperseded(caught)) useListing.setState({ staleBecause: asReaderError(caught) });
  }
}

/** The other reports of the stories of these rows. */
async function reportsOf(leads: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, readonly ListedArticle[]>> {
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
