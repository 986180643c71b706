import type { ArticleId, Scope } from '../../electron/contract/model.ts';
import { isListHere, listHere } from './list-here.ts';
import { DEEPEST, loadMore, openListing, reopenListing, rowOf, shownRows, useListing } from './listing.ts';
import type { ListedArticle } from './listing.ts';
import { requestFor, setOfflineOrder } from './request-for.ts';
import { scopeKey } from './scope-key.ts';
import { dropSearch, isSearching } from './search-view.ts';
import { showToast, useUi } from './ui.ts';
import type { FullPage, Pane } from './ui.ts';
import { wordsNow } from '../words/use-words.ts';

/** Shows a scope, in place of a page where there is one. The same one again draws it anew. Bookmarks have a page of their own. */
export async function openScope(scope: Scope): Promise<void> {
  if (scope.kind === 'bookmarks') {
    openPage('bookmarks');
    return;
  }
  if (useUi.getState().page !== null) useUi.setState({ page: null, pushed: false });
  await changeScope(scope);
}

/** Makes another scope the one that is read, and leaves a page that covers it where it is. */
export async function changeScope(scope: Scope): Promise<void> {
  const same = scopeKey(scope) === scopeKey(useUi.getState().scope);
  dropSearch();
  useUi.setState((state) => ({ scope, articleId: same ? state.articleId : null, pushed: state.page !== null && state.pushed }));
  await openListing(requestFor(scope));
}

/** Draws the list anew at its top, with what waited behind the new-headlines line. */
export async function showNew(): Promise<void> {
  if (isSearching()) await reopenListing();
  else await openListing(requestFor(useUi.getState().scope));
}

export async function reorder(order: 'time' | 'kept'): Promise<void> {
  setOfflineOrder(order);
  await openListing(requestFor(useUi.getState().scope));
}

/** Reads a bookmark as any other article is read, beside the list of all of them; going back leads to the page again. */
export function readBookmark(articleId: ArticleId): void {
  void readBeside({ kind: 'bookmarks' }, articleId);
}

/** Reads an article beside the list of a scope, in which its row is chosen and in sight; where it lies too far down for that, says so. */
export async function readBeside(scope: Scope, articleId: ArticleId): Promise<void> {
  dropSearch();
  const request = requestFor(scope);
  // Being read takes it off a list of what is unread: that is asked for first.
  const isLater = request.unreadOnly;
  useUi.setState((state) => ({ page: null, drawer: false, scope, articleId: isLater ? null : articleId, pushed: !isLater || state.pushed, pane: 'article' }));
  focusPaneSoon('article');
  await openListing(request, articleId);
  if (useUi.getState().scope !== scope) return;
  if (isLater) openArticle(articleId, true);
  const { rows, nextCursor } = useListing.getState();
  if (nextCursor !== null && rows.length >= DEEPEST && !rowOf(articleId)) showToast({ text: () => wordsNow().t('list.furtherDown', { many: rows.length }) });
}

/** Goes from the article back to where it was opened from: the list, or the page of bookmarks. */
export function backToList(): void {
  if (useUi.getState().scope.kind === 'bookmarks' && !isSearching()) {
    openPage('bookmarks', true);
    return;
  }
  useUi.setState({ pushed: false });
  focusPaneSoon('list');
}

/** Opens a scope as a click does: in the narrow layout the drawer closes and the list has the keys. */
export function visitScope(scope: Scope): void {
  void openScope(scope);
  closeDrawer();
}

/** Shows the overview of the watchlist that is read; in the narrow layout over its list. */
export function showOverview(): void {
  useUi.setState({ articleId: null, pushed: true });
  focusPaneSoon('article');
}

/** Shows a page in place of the list and the article. `keys` gives it the keys, as one that was asked for by a key has them. */
export function openPage(page: FullPage, keys = false): void {
  const { drawer, pane } = useUi.getState();
  useUi.setState({ page, drawer: false, pushed: false, pane: keys || drawer ? 'list' : pane });
  if (keys || drawer) focusPaneSoon('list');
}

/** Goes back from a page to the list that waits below it. */
export function leavePage(): void {
  useUi.setState({ page: null, pushed: false });
  focusPaneSoon('list');
}

/** Puts the drawer away, if it is there, and gives the keys to the list below it. */
export function closeDrawer(): void {
  if (!useUi.getState().drawer) return;
  useUi.setState({ drawer: false });
  focusPaneSoon('list');
}

/** Chooses an article. In the narrow layout it comes over the list only where `push` says so. */
export function openArticle(articleId: ArticleId | null, push = false): void {
  useUi.setState((state) => ({ articleId, pushed: articleId !== null && (push || state.pushed) }));
}

interface Beside {
  readonly above: readonly ListedArticle[];
  readonly below: readonly ListedArticle[];
}

/** The rows around the article that is chosen, also where a list by time does not hold it: it came from elsewhere. Null where it has no place. */
function besideChosen(): Beside | null {
  const { articleId } = useUi.getState();
  const { rows, opened, request } = useListing.getState();
  const all = shownRows({ rows, opened });
  const at = all.findIndex((row) => row.id === articleId);
  if (at !== -1) return { above: all.slice(0, at), below: all.slice(at + 1) };
  if (articleId === null || request?.order !== 'time' || request.search) return null;
  // Ids grow with time.
  const older = rows.find((row) => row.id < articleId);
  const place = older ? all.indexOf(older) : all.length;
  return { above: all.slice(0, place), below: all.slice(place) };
}

/** Chooses the next (1) or previous (-1) headline. False at the end, and where the person went elsewhere before the list was here. */
export async function moveBy(step: 1 | -1): Promise<boolean> {
  const { scope } = useUi.getState();
  // The rows of the list before stand until then, and none of them is next.
  if (!isListHere()) await listHere();
  if (useUi.getState().scope !== scope) return false;
  const rows = shownRows(useListing.getState());
  const { above, below } = besideChosen() ?? { above: rows, below: rows };
  const next = step === 1 ? below[0] : above.at(-1);
  if (!next) return false;
  openArticle(next.id);
  return true;
}

/**
 * Chooses the next (1) or previous (-1) unread headline of this list, reading further pages where it must. False where there is none.
 * Rejects with a ReaderError where a page failed, since what is on it is not known.
 */
export async function moveToUnread(step: 1 | -1): Promise<boolean> {
  const { scope } = useUi.getState();
  for (;;) {
    await listHere();
    // Whoever went elsewhere meanwhile chose what to read.
    if (useUi.getState().scope !== scope) return true;
    const { above, below } = besideChosen() ?? { above: [], below: shownRows(useListing.getState()) };
    const found = step === 1 ? below.find((row) => !row.read) : above.findLast((row) => !row.read);
    if (found) {
      openArticle(found.id);
      return true;
    }
    const { nextCursor, error } = useListing.getState();
    if (step === -1 || nextCursor === null || error) return false;
    await loadMore();
    const { moreError } = useListing.getState();
    if (moreError) throw moreError;
  }
}

/** Gives the keys to a pane. */
export function focusPane(pane: Pane): void {
  useUi.setState({ pane });
  const target = document.querySelector<HTMLElement>(`[data-pane="${pane}"] [data-pane-focus]`);
  target?.focus({ preventScroll: true });
}

/** Which pane gets the keys in the next frame, and what had them when that was first asked for. */
let wanted: { readonly pane: Pane; readonly from: Element | null } | null = null;

/**
 * Gives the keys to a pane once it is drawn; the last that was asked for gets them. A field that was opened by the next key
 * meanwhile keeps them: what is typed into it would be commands.
 */
export function focusPaneSoon(pane: Pane): void {
  const isAsked = wanted !== null;
  wanted = { pane, from: wanted ? wanted.from : document.activeElement };
  if (!isAsked) requestAnimationFrame(giveKeys);
}

function giveKeys(): void {
  const asked = wanted;
  wanted = null;
  const { activeElement } = document;
  const isTaken = activeElement !== asked?.from && activeElement?.matches('input, textarea') === true;
  if (asked && !isTaken) focusPane(asked.pane);
}
