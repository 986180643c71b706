import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { app, appRecord, crashReporter, resetApp } from './electron-parts/app.ts';
import { ipcMain, invokeHandlers, resetIpc } from './electron-parts/ipc.ts';
import { ElectronMisuse, mustBeReady, setPhase } from './electron-parts/phase.ts';
import { keychain, resetKeychain, safeStorage } from './electron-parts/safe-storage.ts';
import { defaultSession, net, protocol, resetSessions, schemes, session } from './electron-parts/session.ts';
import { displays, resetScreen, screen } from './electron-parts/screen.ts';
import { nativeImage, resetTrays, shownTrays, Tray } from './electron-parts/tray.ts';
import { BrowserWindow, resetWindows } from './electron-parts/window.ts';

/*
 * Stands in for Electron where its binary is absent: in unit tests, and under the built bundle in the boot smoke.
 * Strict about what the real one forgives badly: order around `ready`, doubled handlers, values that cannot cross
 * processes. It draws nothing and starts no process.
 */

interface Record {
  notifications: Notification[];
  shared: Electron.SharingItem[];
  menu: Electron.MenuItemConstructorOptions[] | null;
  menus: number;
  opened: { url: string; activate: boolean }[];
  openedPaths: string[];
  dialogs: unknown[];
  /** Index of the button that the next message box is answered with. */
  answer: number;
}

const record: Record = { notifications: [], shared: [], menu: null, menus: 0, opened: [], openedPaths: [], dialogs: [], answer: 0 };

function checkMenu(template: readonly Electron.MenuItemConstructorOptions[]): void {
  for (const item of template) {
    if (!item.label && !item.role && item.type !== 'separator') throw new ElectronMisuse('Invalid template for MenuItem: must have at least one of label, role or type');
    if (Array.isArray(item.submenu)) checkMenu(item.submenu);
  }
}

const Menu = {
  buildFromTemplate(template: Electron.MenuItemConstructorOptions[]) {
    checkMenu(template);
    return { template };
  },
  setApplicationMenu(menu: { template: Electron.MenuItemConstructorOptions[] } | null) {
    mustBeReady('Menu.setApplicationMenu()');
    record.menu = menu?.template ?? null;
    record.menus++;
  },
};

const themeMethods = {
  themeSource: 'system' as 'system' | 'light' | 'dark',
  systemDark: false,
  get shouldUseDarkColorsForSystemIntegratedUI(): boolean { return this.systemDark; },
  get shouldUseDarkColors(): boolean { return this.themeSource === 'system' ? this.systemDark : this.themeSource === 'dark'; },
};
const nativeTheme = Object.defineProperties(new EventEmitter(), Object.getOwnPropertyDescriptors(themeMethods)) as EventEmitter & typeof themeMethods;

/** Whether the machine runs on its battery. */
const supply = { battery: false };
const powerMonitor = Object.assign(new EventEmitter(), {
  isOnBatteryPower(): boolean {
    mustBeReady('powerMonitor.isOnBatteryPower()');
    return supply.battery;
  },
  on(event: string, listener: (...args: unknown[]) => void) {
    mustBeReady('powerMonitor.on()');
    return EventEmitter.prototype.on.call(powerMonitor, event, listener);
  },
});

const shell = {
  openExternal: async (url, options) => { record.opened.push({ url, activate: options?.activate !== false }); },
  openPath: async (path) => { record.openedPaths.push(path); return ''; },
} satisfies Partial<Electron.Shell>;

const dialog = {
  showErrorBox: (title: string, content: string) => { record.dialogs.push({ title, content }); },
  async showMessageBox(options: unknown) {
    mustBeReady('dialog.showMessageBox()');
    record.dialogs.push(options);
    return { response: record.answer, checkboxChecked: false };
  },
};

/** As the real one: shown after `ready` only, each once; a click is an event of it. */
class Notification extends EventEmitter {
  static supported = true;
  readonly title: string;
  readonly body: string;
  #shown = false;

  constructor({ title = '', body = '' }: Electron.NotificationConstructorOptions = {}) {
    super();
    mustBeReady('new Notification()');
    if (title === '') throw new ElectronMisuse('a notification without a title is shown empty');
    this.title = title;
    this.body = body;
  }

  static isSupported(): boolean {
    return Notification.supported;
  }

  show(): void {
    if (this.#shown) throw new ElectronMisuse('a notification is shown twice');
    this.#shown = true;
    record.notifications.push(this);
  }
}

/** The system's own menu, on macOS alone. */
class ShareMenu {
  readonly #item: Electron.SharingItem;

  constructor(item: Electron.SharingItem) {
    mustBeReady('new ShareMenu()');
    this.#item = item;
  }

  popup(): void {
    record.shared.push(this.#item);
  }
}

/** The test's side of the fake. */
export const fake = {
  app: appRecord,
  shown: record,
  schemes,
  invokeHandlers,
  defaultSession,
  keychain,
  displays,
  supply,
  trays: shownTrays,
  /** As when Chromium has started. Every session, the default one first, is announced then. */
  ready(): void {
    setPhase('ready');
    defaultSession();
    app.emit('will-finish-launching');
    app.emit('ready', {}, {});
  },
  setSystemDark(dark: boolean): void {
    nativeTheme.systemDark = dark;
    nativeTheme.emit('updated');
  },
  /** As when the machine goes to sleep or wakes. */
  power(event: 'suspend' | 'resume'): void {
    powerMonitor.emit(event);
  },
  /** Back to before the start. */
  reset(): void {
    setPhase('starting');
    resetApp();
    resetIpc();
    resetWindows();
    resetSessions();
    resetKeychain();
    resetTrays();
    resetScreen();
    supply.battery = false;
    nativeTheme.removeAllListeners();
    powerMonitor.removeAllListeners();
    Object.assign(nativeTheme, { themeSource: 'system', systemDark: false });
    Object.assign(record, { notifications: [], shared: [], menu: null, menus: 0, opened: [], openedPaths: [], dialogs: [], answer: 0 });
  },
};

export { app, BrowserWindow, crashReporter, dialog, ElectronMisuse, ipcMain, Menu, nativeImage, nativeTheme, net, Notification, powerMonitor, protocol, safeStorage, screen, session, shell, ShareMenu, Tray };

// oxlint-disable-next-line import/no-default-export -- electron-store reads `electron` through its default export.
export default { app, BrowserWindow, crashReporter, dialog, ipcMain, Menu, nativeImage, nativeTheme, net, Notification, powerMonitor, protocol, safeStorage, screen, session, shell, ShareMenu, Tray };
