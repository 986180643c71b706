/** Every action that a key reaches. The words for each are the renderer's. */
export type ActionId =
  | 'next'
  | 'previous'
  | 'nextUnread'
  | 'previousUnread'
  | 'pageDown'
  | 'pageUp'
  | 'open'
  | 'back'
  | 'search'
  | 'nextPane'
  | 'previousPane'
  | 'goToday'
  | 'goUnread'
  | 'goBookmarks'
  | 'goOffline'
  | 'goSources'
  | 'goAlerts'
  | 'goRules'
  | 'toggleRead'
  | 'bookmark'
  | 'tag'
  | 'note'
  | 'highlight'
  | 'keepOffline'
  | 'mute'
  | 'lookAgain'
  | 'openInBrowser'
  | 'openInBackground'
  | 'copyLink'
  | 'copyTitleAndLink'
  | 'copyQuotation'
  | 'viewImages'
  | 'undo'
  | 'choose'
  | 'extendDown'
  | 'extendUp'
  | 'cluster'
  | 'showNew'
  | 'markAllRead'
  | 'unreadOnly'
  | 'addWatch'
  | 'refreshView'
  | 'refreshAll'
  | 'toggleSidebar'
  | 'toggleLens'
  | 'figure'
  | 'addFigure'
  | 'goPrices'
  | 'goFigures'
  | 'goCalendar'
  | 'textLarger'
  | 'textSmaller'
  | 'textReset'
  | 'shortcuts';

export type KeyGroup = 'move' | 'article' | 'list' | 'window';

export interface KeyBinding {
  readonly action: ActionId;
  readonly group: KeyGroup;
  /** Alternatives. `KeyboardEvent.key` (`Space` for the blank), with `Shift+` before letters and named keys; two keys one after the other are parted by a blank. */
  readonly keys: readonly string[];
  /** What the shortcuts dialog shows in their place: a row of keys is one range. */
  readonly shown?: readonly string[];
}

/** What is bound, in the order in which the shortcuts dialog lists it. */
export const KEY_MAP: readonly KeyBinding[] = [
  { action: 'next', group: 'move', keys: ['j', 'ArrowDown'] },
  { action: 'previous', group: 'move', keys: ['k', 'ArrowUp'] },
  { action: 'nextUnread', group: 'move', keys: ['n'] },
  { action: 'previousUnread', group: 'move', keys: ['p'] },
  { action: 'pageDown', group: 'move', keys: ['Space'] },
  { action: 'pageUp', group: 'move', keys: ['Shift+Space'] },
  { action: 'open', group: 'move', keys: ['Enter', 'o'] },
  { action: 'back', group: 'move', keys: ['Escape'] },
  { action: 'search', group: 'move', keys: ['/'] },
  { action: 'nextPane', group: 'move', keys: ['F6'] },
  { action: 'previousPane', group: 'move', keys: ['Shift+F6'] },
  { action: 'goToday', group: 'move', keys: ['g t'] },
  { action: 'goUnread', group: 'move', keys: ['g u'] },
  { action: 'goBookmarks', group: 'move', keys: ['g b'] },
  { action: 'goOffline', group: 'move', keys: ['g o'] },
  { action: 'goSources', group: 'move', keys: ['g s'] },
  { action: 'goAlerts', group: 'move', keys: ['g a'] },
  { action: 'goRules', group: 'move', keys: ['g r'] },
  { action: 'goPrices', group: 'move', keys: ['g p'] },
  { action: 'goFigures', group: 'move', keys: ['g f'] },
  { action: 'goCalendar', group: 'move', keys: ['g c'] },
  { action: 'toggleRead', group: 'article', keys: ['m'] },
  { action: 'bookmark', group: 'article', keys: ['s', 'b'] },
  { action: 'tag', group: 'article', keys: ['t'] },
  { action: 'note', group: 'article', keys: ['c'] },
  { action: 'highlight', group: 'article', keys: ['h'] },
  { action: 'figure', group: 'article', keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'], shown: ['1–9'] },
  { action: 'addFigure', group: 'article', keys: ['f'] },
  { action: 'keepOffline', group: 'article', keys: ['d'] },
  { action: 'mute', group: 'article', keys: ['Shift+M'] },
  { action: 'lookAgain', group: 'article', keys: ['a'] },
  { action: 'openInBrowser', group: 'article', keys: ['v'] },
  { action: 'openInBackground', group: 'article', keys: ['Shift+V'] },
  { action: 'copyLink', group: 'article', keys: ['y'] },
  { action: 'copyTitleAndLink', group: 'article', keys: ['Shift+Y'] },
  { action: 'copyQuotation', group: 'article', keys: ['q'] },
  { action: 'viewImages', group: 'article', keys: ['i'] },
  { action: 'undo', group: 'article', keys: ['z'] },
  { action: 'choose', group: 'list', keys: ['x'] },
  { action: 'extendDown', group: 'list', keys: ['Shift+J', 'Shift+ArrowDown'] },
  { action: 'extendUp', group: 'list', keys: ['Shift+K', 'Shift+ArrowUp'] },
  { action: 'cluster', group: 'list', keys: ['e'] },
  { action: 'showNew', group: 'list', keys: ['.'] },
  { action: 'markAllRead', group: 'list', keys: ['Shift+A'] },
  { action: 'unreadOnly', group: 'list', keys: ['u'] },
  { action: 'addWatch', group: 'list', keys: ['w'] },
  { action: 'refreshView', group: 'list', keys: ['r'] },
  { action: 'refreshAll', group: 'list', keys: ['Shift+R'] },
  { action: 'toggleSidebar', group: 'window', keys: ['['] },
  { action: 'toggleLens', group: 'window', keys: ['l', ']'] },
  { action: 'textLarger', group: 'window', keys: ['+', '='] },
  { action: 'textSmaller', group: 'window', keys: ['-'] },
  { action: 'textReset', group: 'window', keys: ['0'] },
  { action: 'shortcuts', group: 'window', keys: ['?'] },
];
