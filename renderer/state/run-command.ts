import { COMMAND_KEYS, WINDOW_COMMANDS } from '../../electron/contract/command.ts';
import type { WindowCommand } from '../../electron/contract/command.ts';
import type { DialogRequest } from './dialog-request.ts';
import { openDialog, useUi } from './ui.ts';

const DIALOGS: Readonly<Record<WindowCommand, DialogRequest>> = {
  'save-page': { kind: 'save' },
  import: { kind: 'import' },
  'import-library': { kind: 'import', library: true },
  'export-opml': { kind: 'export' },
  'export-articles': { kind: 'export-articles' },
  'export-library': { kind: 'export-articles', library: true },
};

/** Opens what a command of the application menu, or its key, asks for; while a dialog is open nothing takes its place. */
export function runCommand(command: WindowCommand): void {
  if (useUi.getState().dialog === null) openDialog(DIALOGS[command]);
}

const isMac = /^mac/iu.test(typeof navigator === 'undefined' ? '' : navigator.platform);

/** The command that a key calls, or null. On a Mac Ctrl moves the caret in every field, and calls none. */
export function commandOfKey({ key, ctrlKey, metaKey, altKey, shiftKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>, mac = isMac): WindowCommand | null {
  if (altKey || !(metaKey || (ctrlKey && !mac))) return null;
  return WINDOW_COMMANDS.find((command) => COMMAND_KEYS[command].letter === key.toUpperCase() && COMMAND_KEYS[command].shift === shiftKey) ?? null;
}

/** The keys of a command that are held together: Ctrl, Shift, E; on a Mac ⇧, ⌘, E. */
export function shownCommandKeys(command: WindowCommand, mac = isMac): readonly string[] {
  const { letter, shift } = COMMAND_KEYS[command];
  return mac ? [...(shift ? ['⇧'] : []), '⌘', letter] : ['Ctrl', ...(shift ? ['Shift'] : []), letter];
}

/** The key of a command as menus show it: Ctrl+Shift+E, on a Mac ⇧⌘E. */
export function shownCommandKey(command: WindowCommand, mac = isMac): string {
  return shownCommandKeys(command, mac).join(mac ? '' : '+');
}
