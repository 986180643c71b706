import { readChosen } from '../bookmarks/read-chosen.ts';
import { copyLinkOf, openOutsideOf } from '../bookmarks/row-actions.ts';
import { removeBookmarks } from '../bookmarks/bookmark-actions.ts';
import { lookAgain } from '../state/look-again.ts';
import { focusPane } from '../state/navigate.ts';
import { actedOn, extendBy, moveBookmark, narrow, toggleMark, unmark, useBookmarksView } from '../state/bookmarks-view.ts';
import { expectField } from '../state/typed-ahead.ts';
import { openDialog, useUi } from '../state/ui.ts';
import type { CommandId } from '../../electron/contract/command.ts';
import { stepBack } from './step-back.ts';

/** Gives the keys to the list, where it is not below the details, and moves in it. */
function inList(move: () => void): void {
  const { layout, pushed } = useUi.getState();
  if (layout !== 'narrow' || !pushed) focusPane('list');
  move();
}

/** Scrolls what has the keys by a page. */
function page(by: 1 | -1): void {
  const { pane } = useUi.getState();
  const scroll = document.querySelector<HTMLElement>(`[data-pane="${pane}"] [data-page-scroll]`);
  scroll?.scrollBy({ top: by * (scroll.clientHeight - 48) });
}

/** Closes what is on top, lets go of what is marked, clears the search, or goes one pane back. */
function back(): void {
  if (stepBack()) return;
  const { marked, choice } = useBookmarksView.getState();
  if (marked.size > 0) unmark();
  else if (choice.text !== '') narrow({ text: '' });
  else focusPane('sidebar');
}

function choose(): void {
  const { chosen } = useBookmarksView.getState();
  if (chosen !== null) toggleMark(chosen);
}

/** Opens a field of the details, which are brought in sight. */
function write(editing: 'tags' | 'note'): void {
  const { chosen } = useBookmarksView.getState();
  if (chosen === null) return;
  expectField(editing === 'tags' ? '[data-tag-field]' : `[data-note-of="article-${chosen}"]`);
  useBookmarksView.setState({ editing });
  if (useUi.getState().layout === 'narrow') useUi.setState({ pushed: true });
}

/** Tags what is marked, else the chosen one. */
function tag(): void {
  if (useBookmarksView.getState().marked.size > 0) openDialog({ kind: 'tag-bookmarks', articleIds: actedOn() });
  else write('tags');
}

/** What the keys of the list and the article do while the page of bookmarks stands in their place. The others do nothing there. */
export const BOOKMARKS_KEYS: Readonly<Partial<Record<CommandId, () => void>>> = {
  next: () => inList(() => moveBookmark(1)),
  previous: () => inList(() => moveBookmark(-1)),
  extendDown: () => inList(() => extendBy(1)),
  extendUp: () => inList(() => extendBy(-1)),
  choose,
  pageDown: () => page(1),
  pageUp: () => page(-1),
  open: readChosen,
  back,
  bookmark: () => void removeBookmarks(actedOn()),
  tag,
  note: () => write('note'),
  lookAgain: () => {
    const { chosen } = useBookmarksView.getState();
    if (chosen !== null) void lookAgain(chosen);
  },
  openInBrowser: () => openOutsideOf(false),
  openInBackground: () => openOutsideOf(true),
  copyLink: () => copyLinkOf(false),
  copyTitleAndLink: () => copyLinkOf(true),
};
