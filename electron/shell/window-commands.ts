import type { WindowCommand } from '../contract/command.ts';
import { tellWindow, type AppWindows } from './app-windows.ts';

/**
 * Does what the application menu asks for: the settings have a window of their own, all else is passed on to the one that is
 * read in, which comes forward; on macOS the menu outlives both. There the menu has the keys first, so that what both windows
 * can find is looked for in the one that is in use.
 */
export function createWindowCommands({ reader, openReader, bringForward, showSettings, settingsInUse }: Omit<AppWindows, 'readers' | 'recolor'>): (command: WindowCommand) => void {
  return (command) => {
    if (command === 'settings') return showSettings();
    const own = command === 'find' ? settingsInUse() : null;
    if (own) return tellWindow(own, { kind: 'command', command });
    if (reader()) bringForward();
    tellWindow(reader() ?? openReader(), { kind: 'command', command });
  };
}
