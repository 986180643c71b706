import { flushSync } from 'react-dom';
import { saveSettings, settingsNow } from '../client/queries.ts';
import { listHere } from '../state/list-here.ts';
import { useListing } from '../state/listing.ts';
import { closeDrawer, focusPane, focusPaneSoon, openArticle } from '../state/navigate.ts';
import { changeSearch, leaveSearch, useSearchView } from '../state/search-view.ts';
import { showFailure } from '../state/show-failure.ts';
import { useUi } from '../state/ui.ts';
import { entityQuery } from './entity-query.ts';
import type { AskedEntity } from './entity-query.ts';
import { lightAgain } from './lights.ts';

/** The field's element; there is one at a time. */
export const SEARCH_FIELD_ID = 'search-field';

/** How many of the last searches are remembered. */
const MOST_RECENT = 8;

function focusField(): void {
  const field = document.getElementById(SEARCH_FIELD_ID);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  field.select();
}

/** Opens the search field in place of the list's bar, or gives it the keys where it is open. */
export function openSearch(): void {
  const { drawer } = useUi.getState();
  closeDrawer();
  // Drawn at once: a key that follows before the next frame belongs to the field.
  flushSync(() => {
    useUi.setState({ pushed: false, pane: 'list' });
    useSearchView.setState({ open: true });
  });
  // A drawer that closes gives the keys to the list in the next frame.
  if (drawer) requestAnimationFrame(focusField);
  else focusField();
}

/** Closes the search, and gives the keys to the list that comes back. */
export function closeSearch(): void {
  void leaveSearch();
  focusPaneSoon('list');
}

/** Searches everything for `query` and gives the keys to what is found. */
export function searchFor(query: string): void {
  lightAgain();
  useUi.setState({ pushed: false });
  rememberSearch(query);
  void changeSearch({ text: query, inScope: false, exact: false }).then(() => focusPane('list'));
}

/** Searches for what names an entity. */
export function searchEntity(entity: AskedEntity): void {
  searchFor(`${entityQuery(entity)} `);
}

/** Gives the keys to the results; `open` opens the first one where none of them is open. False where there are none to go to. */
export async function goToResults(open: boolean): Promise<boolean> {
  const { text } = useSearchView.getState();
  // What was typed last may still be asked.
  await listHere();
  if (useSearchView.getState().text !== text || useListing.getState().search === null) return false;
  const { rows } = useListing.getState();
  const { articleId } = useUi.getState();
  const [first] = rows;
  if (open && first && !rows.some((row) => row.id === articleId)) openArticle(first.id, true);
  focusPane('list');
  return true;
}

/** Remembers a search as the latest. */
export function rememberSearch(text: string): void {
  const query = text.trim();
  const known = settingsNow()?.recentSearches ?? [];
  if (query === '' || known[0] === query) return;
  // Offering old searches is a convenience: a file that cannot be written is said where the person changes a setting.
  saveSettings({ recentSearches: [query, ...known.filter((one) => one !== query)].slice(0, MOST_RECENT) }).catch(() => undefined);
}

/** Forgets all that was searched for. */
export function forgetSearches(): void {
  saveSettings({ recentSearches: [] }).catch(showFailure);
}
