import type { WindowCommand } from '../contract/command.ts';
import { tellWindow, type AppWindows } from './app-windows.ts';

/** Does what the application menu asks for: the settings have a window of their own, all else is passed on to the one that is read in, which comes forward; on macOS the menu outlives both. */
export function createWindowCommands({ reader, openReader, bringForward, showSettings }: Pick<AppWindows, 'reader' | 'openReader' | 'bringForward' | 'showSettings'>): (command: WindowCommand) => void {
  return (command) => {
    if (command === 'settings') return showSettings();
    if (reader()) bringForward();
    tellWindow(reader() ?? openReader(), { kind: 'command', command });
  };
}
