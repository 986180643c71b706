import type { App, BrowserWindow, Menu, NativeImage, Tray } from 'electron';
import type { ReaderBridge } from '../../contract/api.ts';
import type { DesktopAbilities, DesktopSettings } from '../../contract/desktop.ts';
import type { SettingsStore } from '../../core/settings.ts';
import type { AppPaths } from '../paths.ts';
import type { ShellWords } from '../shell-words.ts';
import { createBadge } from './badge.ts';
import { followLoginItem } from './follow-login-item.ts';
import { autostartItem, systemLoginItem } from './login-item.ts';
import { createTray, type TrayPicture } from './tray.ts';
import { followUnread } from './unread-count.ts';
import { createUpdates, type Updater } from './updates.ts';

export interface DesktopPorts {
  readonly app: Pick<App, 'name' | 'quit' | 'setBadgeCount' | 'getLoginItemSettings' | 'setLoginItemSettings'>;
  readonly appId: string;
  readonly platform: NodeJS.Platform;
  readonly abilities: DesktopAbilities;
  readonly paths: Pick<AppPaths, 'trayDir'>;
  readonly settings: SettingsStore;
  readonly reader: ReaderBridge;
  readonly words: () => ShellWords;
  readonly windows: () => readonly BrowserWindow[];
  /** Whether the bar that the tray is in is dark. */
  readonly darkBar: () => boolean;
  readonly createTray: (picture: string) => Tray;
  readonly readImage: (path: string) => NativeImage;
  readonly buildMenu: typeof Menu.buildFromTemplate;
  readonly loadUpdater: () => Promise<Updater>;
  readonly configDir: () => string;
  /** What the system starts at login: the AppImage itself where it is one. */
  readonly program: string;
  readonly openWindow: () => void;
  readonly openUnread: () => void;
  /** Tells the person of a version that waits. */
  readonly tellUpdate: (version: string) => void;
  readonly onProblem: (message: string) => void;
}

export interface Desktop {
  /** Whether the app goes on in the tray when its last window closes. */
  staysInTray(): boolean;
  /** The words or the system's colours changed. */
  redraw(): void;
}

/** The file of a tray picture: on macOS the one that the system colours itself, which its name says. */
export function trayFile(platform: NodeJS.Platform, name: TrayPicture, darkBar: boolean): string {
  if (platform === 'darwin') return `${name}Template.png`;
  return `${name}-${darkBar ? 'dark' : 'light'}.${platform === 'win32' ? 'ico' : 'png'}`;
}

/** Joins what the app does outside of its window to the settings and the library. To be called once Electron is ready. */
export function startDesktop(ports: DesktopPorts): Desktop {
  const { app, platform, abilities, paths, settings, reader, words, onProblem } = ports;
  const wish = (): DesktopSettings => settings.get().desktop;
  let unread = 0;

  const tray = createTray({
    platform,
    appName: app.name,
    create: ports.createTray,
    picture: (name) => `${paths.trayDir}/${trayFile(platform, name, ports.darkBar())}`,
    buildMenu: ports.buildMenu,
    words,
    actions: { open: ports.openWindow, openUnread: ports.openUnread, refresh: () => void reader.call('refresh', {}), quit: () => app.quit() },
  });
  const badge = createBadge({ platform, app, windows: ports.windows, dot: () => ports.readImage(`${paths.trayDir}/overlay.png`), say: (count) => words().unread(count) });
  const updates = createUpdates({ wanted: () => abilities.updates === 'works' && wish().updates, load: ports.loadUpdater, onReady: ports.tellUpdate, onProblem });

  const apply = (): void => {
    try {
      tray.setShown(wish().tray);
    } catch (error) {
      onProblem(`the tray cannot be shown: ${String(error)}`);
    }
    badge.set(wish().badge ? unread : 0);
    updates.settingsChanged();
  };

  followUnread({
    reader,
    tell(count) {
      unread = count;
      tray.setUnread(count);
      badge.set(wish().badge ? count : 0);
    },
  });
  if (abilities.startAtLogin === 'works') {
    const item = platform === 'linux' ? autostartItem({ configDir: ports.configDir(), appId: ports.appId, appName: app.name, iconName: app.name.toLowerCase(), program: ports.program }) : systemLoginItem(app, platform);
    followLoginItem(item, settings, onProblem);
  }
  settings.onChange(apply);
  apply();

  return {
    staysInTray: () => tray.shown && wish().closeToTray,
    redraw() {
      tray.redraw();
      badge.redraw();
    },
  };
}
