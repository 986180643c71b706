/** What the application menu asks of the window, by name: each opens a dialog of the window. */
export const WINDOW_COMMANDS = ['save-page', 'import', 'import-library', 'export-opml', 'export-articles', 'export-library'] as const;
export type WindowCommand = (typeof WINDOW_COMMANDS)[number];

/** The letter that calls a command with Ctrl, on macOS with Cmd: the menu shows what the window hears. */
export interface CommandKey {
  readonly letter: string;
  readonly shift: boolean;
}

export const COMMAND_KEYS: Readonly<Record<WindowCommand, CommandKey>> = {
  'save-page': { letter: 'S', shift: false },
  import: { letter: 'O', shift: false },
  'import-library': { letter: 'O', shift: true },
  'export-opml': { letter: 'U', shift: true },
  'export-articles': { letter: 'E', shift: false },
  'export-library': { letter: 'E', shift: true },
};
