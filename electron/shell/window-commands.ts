import type { BrowserWindow } from 'electron';
import type { WindowCommand } from '../contract/command.ts';
import { broadcast } from './electron-ipc.ts';
import { showWindow } from './window.ts';

export interface CommandPorts {
  /** The window, or null where it is closed: on macOS the menu outlives it. */
  readonly window: () => BrowserWindow | null;
  readonly open: () => BrowserWindow;
}

/** Passes on what the application menu asks for to the window, which comes forward; one that is loading hears it once it listens. */
export function createWindowCommands({ window, open }: CommandPorts): (command: WindowCommand) => void {
  return (command) => {
    const present = window();
    const target = present ?? open();
    const tell = (): void => broadcast([target], { kind: 'command', command });
    if (present) showWindow(present);
    if (target.webContents.isLoading()) target.webContents.once('did-finish-load', tell);
    else tell();
  };
}
