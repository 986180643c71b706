import type { MenuItemConstructorOptions } from 'electron';
import { menuKey, type KeySettings } from '../contract/command-keys.ts';
import type { WindowCommand } from '../contract/command.ts';
import type { ShellWords } from './shell-words.ts';

export interface MenuActions {
  readonly refreshAll: () => void;
  /** Opens a dialog of the window. */
  readonly command: (command: WindowCommand) => void;
  readonly showLibrary: () => void;
}

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  readonly appName: string;
  readonly words: ShellWords;
  readonly dev: boolean;
  readonly keys: KeySettings;
  readonly actions: MenuActions;
}

const line: MenuItemConstructorOptions = { type: 'separator' };

/**
 * The application menu. On macOS it is also what gives copy, paste and quit their keys, so there is always one.
 * Submenus keep their roles: macOS puts windows and help search where the roles say.
 * On Windows the page's own bars stand where a menu bar would, and no key brings one up: there it is a list of keys
 * alone. What has none, the version and the library's folder, is in the settings of every system.
 */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const mac = options.platform === 'darwin';
  return [...(mac ? [appMenu(options)] : []), fileMenu(options), editMenu(options), viewMenu(options), windowMenu(options), ...(options.platform === 'win32' ? [] : [helpMenu(options)])];
}

function appMenu(options: MenuOptions): MenuItemConstructorOptions {
  const { words, appName } = options;
  return {
    role: 'appMenu',
    label: appName,
    submenu: [
      { role: 'about', label: words.about(appName) },
      line,
      commandItem('settings', options),
      line,
      { role: 'services', label: words.services },
      line,
      { role: 'hide', label: words.hide(appName) },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      line,
      { role: 'quit', label: words.quit(appName) },
    ],
  };
}

function fileMenu(options: MenuOptions): MenuItemConstructorOptions {
  const { words, appName, platform, actions } = options;
  return {
    role: 'fileMenu',
    label: words.file,
    submenu: [
      commandItem('save-page', options),
      { label: words.refreshAll, accelerator: 'CmdOrCtrl+R', click: actions.refreshAll },
      line,
      commandItem('import', options),
      commandItem('export-opml', options),
      commandItem('export-articles', options),
      line,
      commandItem('import-library', options),
      commandItem('export-library', options),
      line,
      commandItem('print', options),
      line,
      ...(platform === 'darwin' ? [] : [commandItem('settings', options), line]),
      { role: 'close', label: words.closeWindow },
      ...(platform === 'darwin' ? [] : [{ role: 'quit', label: words.quit(appName) } as const]),
    ],
  };
}

/** The window hears the key itself, so it is not registered twice; macOS gives it to the menu first. Without one, no key is shown. */
function commandItem(command: WindowCommand, { words, actions, keys }: MenuOptions): MenuItemConstructorOptions {
  const key = menuKey(command, keys);
  const shown = key === null ? {} : { accelerator: key.replace('Mod+', 'CmdOrCtrl+'), registerAccelerator: false };
  return { label: words.commands[command], ...shown, click: () => actions.command(command) };
}

function editMenu(options: MenuOptions): MenuItemConstructorOptions {
  const { words } = options;
  return {
    role: 'editMenu',
    label: words.edit,
    submenu: [
      { role: 'undo', label: words.undo },
      { role: 'redo', label: words.redo },
      line,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'selectAll', label: words.selectAll },
      line,
      commandItem('find', options),
    ],
  };
}

function viewMenu(options: MenuOptions): MenuItemConstructorOptions {
  const { words, dev } = options;
  return {
    role: 'viewMenu',
    label: words.view,
    submenu: [
      commandItem('palette', options),
      line,
      { role: 'resetZoom', label: words.actualSize },
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      line,
      { role: 'togglefullscreen', label: words.fullScreen },
      ...(dev ? [line, { role: 'toggleDevTools' } as const] : []),
    ],
  };
}

function windowMenu({ words, platform }: MenuOptions): MenuItemConstructorOptions {
  return {
    role: 'windowMenu',
    label: words.window,
    submenu: [
      { role: 'minimize', label: words.minimize },
      ...(platform === 'darwin' ? [{ role: 'zoom', label: words.zoom } as const, line, { role: 'front', label: words.bringAllToFront } as const] : []),
    ],
  };
}

function helpMenu(options: MenuOptions): MenuItemConstructorOptions {
  const { words, appName, platform, actions } = options;
  return {
    role: 'help',
    label: words.help,
    submenu: [
      commandItem('shortcuts', options),
      { label: words.showLibrary, click: actions.showLibrary },
      ...(platform === 'darwin' ? [] : [line, { role: 'about', label: words.about(appName) } as const]),
    ],
  };
}
