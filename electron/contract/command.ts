/**
 * Every command there is, written once: the palette, the keyboard, the list of shortcuts, the settings of keys and the
 * application menu read this table. The words for each are the renderer's, for the menu the shell's.
 */
export type CommandGroup = 'move' | 'article' | 'list' | 'window';

interface CommandShape {
  readonly id: string;
  readonly group: CommandGroup;
  /**
   * Alternatives, unless the person chose others. `KeyboardEvent.key` (`Space` for the blank), with `Shift+` before letters and
   * named keys; two keys one after the other are parted by a blank. `Mod+` is Ctrl, on macOS Cmd; it works in fields as well.
   */
  readonly keys: readonly string[];
}

/** In the order in which they are listed. */
export const COMMANDS = [
  { id: 'next', group: 'move', keys: ['j', 'ArrowDown'] },
  { id: 'previous', group: 'move', keys: ['k', 'ArrowUp'] },
  { id: 'nextUnread', group: 'move', keys: ['n'] },
  { id: 'previousUnread', group: 'move', keys: ['p'] },
  { id: 'pageDown', group: 'move', keys: ['Space'] },
  { id: 'pageUp', group: 'move', keys: ['Shift+Space'] },
  { id: 'open', group: 'move', keys: ['Enter', 'o'] },
  { id: 'back', group: 'move', keys: ['Escape'] },
  { id: 'search', group: 'move', keys: ['/'] },
  { id: 'find', group: 'move', keys: ['Mod+F'] },
  { id: 'findNext', group: 'move', keys: ['Mod+G'] },
  { id: 'findPrevious', group: 'move', keys: ['Mod+Shift+G'] },
  { id: 'nextPane', group: 'move', keys: ['F6'] },
  { id: 'previousPane', group: 'move', keys: ['Shift+F6'] },
  { id: 'goToday', group: 'move', keys: ['g t'] },
  { id: 'goUnread', group: 'move', keys: ['g u'] },
  { id: 'goBookmarks', group: 'move', keys: ['g b'] },
  { id: 'goOffline', group: 'move', keys: ['g o'] },
  { id: 'goSources', group: 'move', keys: ['g s'] },
  { id: 'goAlerts', group: 'move', keys: ['g a'] },
  { id: 'goRules', group: 'move', keys: ['g r'] },
  { id: 'goPrices', group: 'move', keys: ['g p'] },
  { id: 'goFigures', group: 'move', keys: ['g f'] },
  { id: 'goCalendar', group: 'move', keys: ['g c'] },
  { id: 'toggleRead', group: 'article', keys: ['m'] },
  { id: 'bookmark', group: 'article', keys: ['s', 'b'] },
  { id: 'tag', group: 'article', keys: ['t'] },
  { id: 'note', group: 'article', keys: ['c'] },
  { id: 'highlight', group: 'article', keys: ['h'] },
  { id: 'figure', group: 'article', keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] },
  { id: 'addFigure', group: 'article', keys: ['f'] },
  { id: 'keepOffline', group: 'article', keys: ['d'] },
  { id: 'mute', group: 'article', keys: ['Shift+M'] },
  { id: 'lookAgain', group: 'article', keys: ['a'] },
  { id: 'openInBrowser', group: 'article', keys: ['v'] },
  { id: 'openInBackground', group: 'article', keys: ['Shift+V'] },
  { id: 'copyLink', group: 'article', keys: ['y'] },
  { id: 'copyTitleAndLink', group: 'article', keys: ['Shift+Y'] },
  { id: 'copyQuotation', group: 'article', keys: ['q'] },
  { id: 'viewImages', group: 'article', keys: ['i'] },
  { id: 'print', group: 'article', keys: ['Mod+P'] },
  { id: 'undo', group: 'article', keys: ['z'] },
  { id: 'choose', group: 'list', keys: ['x'] },
  { id: 'extendDown', group: 'list', keys: ['Shift+J', 'Shift+ArrowDown'] },
  { id: 'extendUp', group: 'list', keys: ['Shift+K', 'Shift+ArrowUp'] },
  { id: 'cluster', group: 'list', keys: ['e'] },
  { id: 'showNew', group: 'list', keys: ['.'] },
  { id: 'markAllRead', group: 'list', keys: ['Shift+A'] },
  { id: 'unreadOnly', group: 'list', keys: ['u'] },
  { id: 'addWatch', group: 'list', keys: ['w'] },
  { id: 'refreshView', group: 'list', keys: ['r'] },
  { id: 'refreshAll', group: 'list', keys: ['Shift+R'] },
  { id: 'palette', group: 'window', keys: ['Mod+K'] },
  { id: 'addSource', group: 'window', keys: [] },
  { id: 'catalogue', group: 'window', keys: [] },
  { id: 'newFolder', group: 'window', keys: [] },
  { id: 'save-page', group: 'window', keys: ['Mod+S'] },
  { id: 'import', group: 'window', keys: ['Mod+O'] },
  { id: 'import-library', group: 'window', keys: ['Mod+Shift+O'] },
  { id: 'export-opml', group: 'window', keys: ['Mod+Shift+U'] },
  { id: 'export-articles', group: 'window', keys: ['Mod+E'] },
  { id: 'export-library', group: 'window', keys: ['Mod+Shift+E'] },
  { id: 'toggleSidebar', group: 'window', keys: ['['] },
  { id: 'toggleLens', group: 'window', keys: ['l', ']'] },
  { id: 'textLarger', group: 'window', keys: ['+', '='] },
  { id: 'textSmaller', group: 'window', keys: ['-'] },
  { id: 'textReset', group: 'window', keys: ['0'] },
  { id: 'settings', group: 'window', keys: ['Mod+,'] },
  { id: 'shortcuts', group: 'window', keys: ['?'] },
] as const satisfies readonly CommandShape[];

export type CommandId = (typeof COMMANDS)[number]['id'];

export interface Command extends CommandShape {
  readonly id: CommandId;
}

/** What the application menu asks of the window, by name. */
export const WINDOW_COMMANDS = ['palette', 'find', 'print', 'settings', 'shortcuts', 'save-page', 'import', 'import-library', 'export-opml', 'export-articles', 'export-library'] as const satisfies readonly CommandId[];
export type WindowCommand = (typeof WINDOW_COMMANDS)[number];
