import { create } from 'zustand';
import type { SearchOrder } from '../../electron/contract/search.ts';
import type { SearchPlace } from '../../electron/contract/model.ts';
import { coverListing } from './cover-listing.ts';
import { uncoverListing } from './cover-listing.ts';
import { openListing, useListing } from './listing.ts';
import { seen } from './seen.ts';
import { useUi } from './ui.ts';

/** What the search field holds. The list that it finds is the listing's. */
export interface SearchView {
  /** The field stands in place of the list's bar. */
  readonly open: boolean;
  /** The query as it was typed. */
  readonly text: string;
  /** Only what the scope on screen holds, not everything that is stored. */
  readonly inScope: boolean;
  readonly order: SearchOrder;
  /** Only the words as they were typed. */
  readonly exact: boolean;
}

const CLOSED: SearchView = { open: false, text: '', inScope: false, order: 'time', exact: false };

export const useSearchView = create<SearchView>()(() => CLOSED);

/** Whether search results are listed. */
export function isSearching(): boolean {
  return useListing.getState().request?.search !== undefined;
}

function scrollTopNow(): number {
  return document.querySelector('[data-headlines]')?.scrollTop ?? 0;
}

/** Lists what the field asks for; where it asks for nothing, what the list held before. */
async function run(): Promise<void> {
  const { text, inScope, order, exact } = useSearchView.getState();
  if (text.trim() === '') {
    await uncover();
    return;
  }
  const { scope, articleId } = useUi.getState();
  coverListing({ articleId, topId: seen.listTopId, scrollTop: scrollTopNow() });
  await openListing({ scope: inScope ? scope : { kind: 'all' }, unreadOnly: false, order: 'time', search: { query: text, order, exact } });
}

async function uncover(): Promise<void> {
  const { covered } = useListing.getState();
  if (!covered) return;
  const back = uncoverListing();
  useUi.setState({ articleId: covered.articleId });
  await back;
}

/** Changes what is searched for, and searches. */
export async function changeSearch(patch: Partial<Omit<SearchView, 'open'>>): Promise<void> {
  useSearchView.setState({ ...patch, open: true });
  await run();
}

/** Changes what stands in the field without searching: an input method is not done with it. */
export function composeSearch(text: string): void {
  useSearchView.setState({ text });
}

/** Takes the field away, and brings back the list where it was. */
export async function leaveSearch(): Promise<void> {
  useSearchView.setState(CLOSED);
  await uncover();
}

/** Takes the field away where another list takes the place of all. */
export function dropSearch(): void {
  useSearchView.setState(CLOSED);
  useListing.setState({ covered: null });
}

/** What is searched for, to be found again at the next start; null where nothing is. */
export function searchPlace(): SearchPlace | null {
  const { covered } = useListing.getState();
  const { text, inScope, order, exact } = useSearchView.getState();
  if (!covered) return null;
  return { query: text, inScope, order, exact, articleId: covered.articleId, listTopId: covered.topId };
}

/** Searches as before the app was closed. `topId` is the first result that was in sight. */
export async function resumeSearch({ query, articleId, listTopId, ...rest }: SearchPlace, topId: number | null): Promise<void> {
  const { request } = useListing.getState();
  if (!request) return;
  useSearchView.setState({ ...rest, text: query, open: true });
  useListing.setState({ covered: { request, drawn: null, articleId, topId: listTopId, scrollTop: 0 } });
  const { order, exact, inScope } = rest;
  await openListing({ scope: inScope ? request.scope : { kind: 'all' }, unreadOnly: false, order: 'time', search: { query, order, exact } }, topId, true);
}
