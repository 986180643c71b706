import type { ArticleId } from '../../electron/contract/model.ts';
import { copySelection, highlightSelection, tagArticle, writeNoteHere } from '../evidence/evidence-commands.ts';
import { toggleSidebar } from '../layout/toggle-sidebar.ts';
import { copyLink, muteArticle, openInBrowser, toggleBookmark, togglePinned, toggleRead } from '../state/article-actions.ts';
import { markAllRead, refresh, toggleUnreadOnly } from '../state/list-actions.ts';
import { putOutLights, walkLights } from '../search/lights.ts';
import { closeSearch, openSearch } from '../search/search-commands.ts';
import { useSearchView } from '../state/search-view.ts';
import { backToList, closeDrawer, focusPane, moveBy, openPage, openScope, showNew } from '../state/navigate.ts';
import { goToUnread } from '../state/next-unread.ts';
import { toggleCluster } from '../state/story-actions.ts';
import { changeTextSize } from '../state/text-size.ts';
import { openDialog, useUi } from '../state/ui.ts';
import { undo } from '../state/undo.ts';
import type { FullPage } from '../state/ui.ts';
import type { ActionId } from './key-map.ts';
import { BOOKMARKS_KEYS } from './bookmarks-keys.ts';
import { pageArticle } from './page-article.ts';
import { SOURCES_KEYS } from './sources-keys.ts';
import { stepBack } from './step-back.ts';
import { ALERTS_KEYS, RULES_KEYS } from './watch-keys.ts';
import { stepPane } from './step-pane.ts';

function withArticle(act: (articleId: ArticleId) => void): void {
  const { articleId } = useUi.getState();
  if (articleId !== null) act(articleId);
}

/** Gives the keys to the list, so that Enter opens what was gone to; a list below the article or the drawer stays there. */
function inList(move: () => void): void {
  const { layout, drawer, pushed } = useUi.getState();
  if (drawer) closeDrawer();
  else if (layout !== 'narrow' || !pushed) focusPane('list');
  move();
}

function openOrBack(): void {
  const { articleId, pane, layout } = useUi.getState();
  if (articleId === null) return;
  if (pane === 'article') {
    backToList();
    return;
  }
  if (layout === 'narrow') useUi.setState({ pushed: true });
  requestAnimationFrame(() => focusPane('article'));
}

/** Puts out what a search lights, closes what is on top, else goes one pane back; from search results to the list of before. */
function back(): void {
  if (!useUi.getState().drawer && putOutLights()) return;
  if (stepBack() || useUi.getState().pane !== 'list') return;
  if (useSearchView.getState().open) {
    closeSearch();
    return;
  }
  // The list beside a bookmark that is read belongs to the page of bookmarks.
  if (useUi.getState().scope.kind === 'bookmarks') backToList();
  else focusPane('sidebar');
}

function nextUnread(): void {
  inList(() => void goToUnread(1));
}

function previousUnread(): void {
  inList(() => void goToUnread(-1));
}

function nothing(): void {
  // A key of a page that stands in place of the list.
}

const ACTIONS: Readonly<Record<ActionId, () => void>> = {
  next: () => inList(() => void moveBy(1)),
  previous: () => inList(() => void moveBy(-1)),
  // While a search is lit in the article they go from match to match.
  nextUnread: () => {
    if (!walkLights(1, nextUnread)) nextUnread();
  },
  previousUnread: () => {
    if (!walkLights(-1, previousUnread)) previousUnread();
  },
  pageDown: () => {
    if (!pageArticle(1)) void goToUnread(1);
  },
  pageUp: () => void pageArticle(-1),
  open: openOrBack,
  back,
  search: openSearch,
  nextPane: () => stepPane(1),
  previousPane: () => stepPane(-1),
  goToday: () => void openScope({ kind: 'today' }),
  goUnread: () => void openScope({ kind: 'unread' }),
  goBookmarks: () => openPage('bookmarks', true),
  goOffline: () => void openScope({ kind: 'offline' }),
  goSources: () => openPage('sources', true),
  goAlerts: () => openPage('alerts', true),
  goRules: () => openPage('rules', true),
  toggleRead: () => withArticle((articleId) => void toggleRead(articleId)),
  bookmark: () => withArticle((articleId) => void toggleBookmark(articleId)),
  tag: () => withArticle(tagArticle),
  note: () => withArticle((articleId) => void writeNoteHere(articleId)),
  highlight: () => withArticle((articleId) => void highlightSelection(articleId)),
  keepOffline: () => withArticle((articleId) => void togglePinned(articleId)),
  mute: () => withArticle((articleId) => void muteArticle(articleId)),
  openInBrowser: () => withArticle((articleId) => openInBrowser(articleId)),
  openInBackground: () => withArticle((articleId) => openInBrowser(articleId, true)),
  copyLink: () => {
    if (!copySelection()) withArticle((articleId) => void copyLink(articleId, false));
  },
  copyTitleAndLink: () => withArticle((articleId) => void copyLink(articleId, true)),
  undo: () => void undo(),
  choose: nothing,
  extendDown: nothing,
  extendUp: nothing,
  cluster: () => withArticle((articleId) => void toggleCluster(articleId)),
  showNew: () => void showNew(),
  markAllRead: () => void markAllRead(),
  unreadOnly: () => void toggleUnreadOnly(),
  addWatch: () => openDialog({ kind: 'watch' }),
  refreshView: () => void refresh(useUi.getState().scope),
  refreshAll: () => void refresh(null),
  toggleSidebar,
  textLarger: () => void changeTextSize(1),
  textSmaller: () => void changeTextSize(-1),
  textReset: () => void changeTextSize(0),
  shortcuts: () => openDialog({ kind: 'shortcuts' }),
};

const PAGE_KEYS: Readonly<Record<FullPage, Readonly<Partial<Record<ActionId, () => void>>>>> = { sources: SOURCES_KEYS, bookmarks: BOOKMARKS_KEYS, alerts: ALERTS_KEYS, rules: RULES_KEYS };

/** What does the same wherever the keys are. */
const EVERYWHERE: ReadonlySet<ActionId> = new Set([
  'nextPane',
  'previousPane',
  'goToday',
  'goUnread',
  'goBookmarks',
  'goOffline',
  'goSources',
  'goAlerts',
  'goRules',
  'addWatch',
  'undo',
  'refreshAll',
  'toggleSidebar',
  'shortcuts',
]);

/** Does what a key, or the application menu, asks for. */
export function runAction(action: ActionId): void {
  const { page } = useUi.getState();
  if (page === null || EVERYWHERE.has(action)) ACTIONS[action]();
  else PAGE_KEYS[page][action]?.();
}
