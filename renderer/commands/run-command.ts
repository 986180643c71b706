import { exportBookmarks } from '../bookmarks/export-bookmarks.ts';
import type { ArticleId } from '../../electron/contract/model.ts';
import { showSettings } from '../desktop/show-settings.ts';
import { copySelection, highlightSelection, tagArticle, writeNoteHere } from '../evidence/evidence-commands.ts';
import { closeFind, openFind } from '../reading/find-view.ts';
import { selectedWords } from '../reading/selected-words.ts';
import { copyQuotation } from '../reading/quotation.ts';
import { viewImagesHere } from '../reading/view-images-here.ts';
import { toggleLens } from '../layout/lens-place.ts';
import { toggleSidebar } from '../layout/toggle-sidebar.ts';
import { addFigureHere } from '../lens/add-figure-here.ts';
import { showNthFigure } from '../lens/show-figure.ts';
import { copyLink, openInBrowser, toggleBookmark, togglePinned, toggleRead } from '../state/article-actions.ts';
import { muteArticle } from '../state/mute-article.ts';
import { lookAgain } from '../state/look-again.ts';
import { markAllRead, refresh, toggleUnreadOnly } from '../state/list-actions.ts';
import { findAgain, putOutLights, walkLights } from '../search/lights.ts';
import { searchToWatch } from '../search/kept-query.ts';
import { closeSearch, openSearch } from '../search/search-commands.ts';
import { useSearchView } from '../state/search-view.ts';
import { backToList, closeDrawer, focusPane, focusPaneSoon, moveBy, openPage, openScope, showNew } from '../state/navigate.ts';
import { goToUnread } from '../state/next-unread.ts';
import { toggleCluster } from '../state/story-actions.ts';
import { changeTextSize } from '../state/text-size.ts';
import { openDialog, useUi } from '../state/ui.ts';
import { undo } from '../state/undo.ts';
import type { FullPage } from '../state/ui.ts';
import type { CommandId } from '../../electron/contract/command.ts';
import { BOOKMARKS_KEYS } from './bookmarks-keys.ts';
import { goToHeadline, onceHere } from './coming-headline.ts';
import { pageArticle } from './page-article.ts';
import { SOURCES_KEYS } from './sources-keys.ts';
import { stepBack } from './step-back.ts';
import { ALERTS_KEYS, ROWS_KEYS, RULES_KEYS } from './watch-keys.ts';
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
  focusPaneSoon('article');
}

/** Puts out what a search lights, closes what is on top, else goes one pane back; from search results to the list of before. */
function back(): void {
  if (!useUi.getState().drawer && (closeFind() || putOutLights())) return;
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
  inList(() => goToHeadline(() => goToUnread(1)));
}

function previousUnread(): void {
  inList(() => goToHeadline(() => goToUnread(-1)));
}

function nothing(): void {
  // A key of a page that stands in place of the list.
}

/** What each does while the list and the article are on the screen. */
const RUNS: Readonly<Record<CommandId, (key: string) => void>> = {
  next: () => inList(() => goToHeadline(() => moveBy(1))),
  previous: () => inList(() => goToHeadline(() => moveBy(-1))),
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
  find: () => openFind(selectedWords()),
  findNext: () => void findAgain(1),
  findPrevious: () => void findAgain(-1),
  nextPane: () => stepPane(1),
  previousPane: () => stepPane(-1),
  goToday: () => void openScope({ kind: 'today' }),
  goUnread: () => void openScope({ kind: 'unread' }),
  goBookmarks: () => openPage('bookmarks', true),
  goOffline: () => void openScope({ kind: 'offline' }),
  goSources: () => openPage('sources', true),
  goAlerts: () => openPage('alerts', true),
  goRules: () => openPage('rules', true),
  goPrices: () => openPage('prices', true),
  goFigures: () => openPage('figures', true),
  goCalendar: () => openPage('calendar', true),
  toggleRead: () => withArticle((articleId) => void toggleRead(articleId)),
  bookmark: () => withArticle((articleId) => void toggleBookmark(articleId)),
  tag: () => withArticle(tagArticle),
  note: () => withArticle((articleId) => void writeNoteHere(articleId)),
  highlight: () => withArticle((articleId) => void highlightSelection(articleId)),
  keepOffline: () => withArticle((articleId) => void togglePinned(articleId)),
  mute: () => withArticle((articleId) => void muteArticle(articleId)),
  lookAgain: () => withArticle((articleId) => void lookAgain(articleId)),
  openInBrowser: () => withArticle((articleId) => openInBrowser(articleId)),
  openInBackground: () => withArticle((articleId) => openInBrowser(articleId, true)),
  copyLink: () => {
    if (!copySelection()) withArticle((articleId) => void copyLink(articleId, false));
  },
  copyTitleAndLink: () => withArticle((articleId) => void copyLink(articleId, true)),
  copyQuotation: () => void copyQuotation(),
  viewImages: () => withArticle(viewImagesHere),
  print: () => requestAnimationFrame(() => print()),
  undo: () => void undo(),
  choose: nothing,
  extendDown: nothing,
  extendUp: nothing,
  cluster: () => withArticle((articleId) => void toggleCluster(articleId)),
  showNew: () => void showNew(),
  markAllRead: () => void markAllRead(),
  unreadOnly: () => void toggleUnreadOnly(),
  // From results it begins with their search.
  addWatch: () => openDialog({ kind: 'watch', ...searchToWatch() }),
  refreshView: () => void refresh(useUi.getState().scope),
  refreshAll: () => void refresh(null),
  palette: () => openDialog({ kind: 'palette' }),
  addSource: () => openDialog({ kind: 'add' }),
  catalogue: () => openDialog({ kind: 'catalogue' }),
  newFolder: () => openDialog({ kind: 'new-folder', parentId: null }),
  'save-page': () => openDialog({ kind: 'save' }),
  import: () => openDialog({ kind: 'import' }),
  'import-library': () => openDialog({ kind: 'import', library: true }),
  'export-opml': () => openDialog({ kind: 'export' }),
  'export-articles': exportBookmarks,
  'export-library': () => openDialog({ kind: 'export-articles', library: true }),
  toggleSidebar,
  toggleLens,
  figure: (name) => void showNthFigure(Number(name)),
  addFigure: () => withArticle(addFigureHere),
  textLarger: () => void changeTextSize(1),
  textSmaller: () => void changeTextSize(-1),
  textReset: () => void changeTextSize(0),
  settings: () => showSettings(),
  shortcuts: () => openDialog({ kind: 'shortcuts' }),
};

const PAGE_KEYS: Readonly<Record<FullPage, Readonly<Partial<Record<CommandId, () => void>>>>> = { sources: SOURCES_KEYS, bookmarks: BOOKMARKS_KEYS, alerts: ALERTS_KEYS, rules: RULES_KEYS, prices: ROWS_KEYS, figures: ROWS_KEYS, calendar: ROWS_KEYS };

/** What does the same wherever the keys are. */
const EVERYWHERE: ReadonlySet<CommandId> = new Set([
  'nextPane',
  'previousPane',
  'goToday',
  'goUnread',
  'goBookmarks',
  'goOffline',
  'goSources',
  'goAlerts',
  'goRules',
  'goPrices',
  'goFigures',
  'goCalendar',
  'addWatch',
  'undo',
  'refreshAll',
  'toggleSidebar',
  'palette',
  'addSource',
  'catalogue',
  'newFolder',
  'save-page',
  'import',
  'import-library',
  'export-opml',
  'export-articles',
  'export-library',
  'settings',
  'shortcuts',
]);

/** Those that act on the open article, and on nothing where none is. */
const OF_ARTICLE: ReadonlySet<CommandId> = new Set(['toggleRead', 'bookmark', 'tag', 'note', 'highlight', 'keepOffline', 'mute', 'openInBrowser', 'openInBackground', 'copyLink', 'copyTitleAndLink', 'copyQuotation', 'viewImages', 'lookAgain', 'figure', 'addFigure', 'find', 'print', 'cluster', 'open']);

/** Those that only pages have, and that rest over the list. */
const OF_PAGES: ReadonlySet<CommandId> = new Set(['choose', 'extendDown', 'extendUp']);

/** Whether a command does something where the person is now. */
export function isAvailable(command: CommandId): boolean {
  const { page, articleId } = useUi.getState();
  if (EVERYWHERE.has(command)) return true;
  if (page !== null) return PAGE_KEYS[page][command] !== undefined;
  return !OF_PAGES.has(command) && (articleId !== null || !OF_ARTICLE.has(command));
}

/** Does what a key, the palette or the application menu asks for; `key` is the one that was pressed, if one was. */
export function runCommand(command: CommandId, key = ''): void {
  const { page } = useUi.getState();
  if (page === null && OF_ARTICLE.has(command) && onceHere(() => RUNS[command](key))) return;
  if (page === null || EVERYWHERE.has(command)) RUNS[command](key);
  else PAGE_KEYS[page][command]?.();
}
