import type { MenuItemConstructorOptions, Tray } from 'electron';
import type { ShellWords } from '../shell-words.ts';

/** Pictures of the tray by name, in `assets/tray/`. */
export type TrayPicture = 'quiet' | 'unread';

export interface TrayActions {
  readonly open: () => void;
  readonly openUnread: () => void;
  readonly refresh: () => void;
  readonly quit: () => void;
}

export interface TrayOptions {
  readonly platform: NodeJS.Platform;
  readonly appName: string;
  /** To be called once Electron is ready; the picture must fit the bar's colour. */
  readonly create: (picture: string) => Pick<Tray, 'setImage' | 'setToolTip' | 'setContextMenu' | 'setTitle' | 'on' | 'destroy'>;
  /** The file of a picture as it fits the bar now. */
  readonly picture: (name: TrayPicture) => string;
  readonly buildMenu: (template: MenuItemConstructorOptions[]) => Electron.Menu;
  readonly words: () => ShellWords;
  readonly actions: TrayActions;
}

export interface TrayPort {
  setShown(shown: boolean): void;
  setUnread(unread: number): void;
  /** The words or the bar's colour changed. */
  redraw(): void;
  readonly shown: boolean;
}

/** What the tray's menu offers. */
export function trayMenu(unread: number, { words, actions, appName }: Pick<TrayOptions, 'words' | 'actions' | 'appName'>): MenuItemConstructorOptions[] {
  const now = words();
  return [
    { label: now.unread(unread), enabled: unread > 0, click: actions.openUnread },
    { label: now.show(appName), click: actions.open },
    { type: 'separator' },
    { label: now.refreshAll, click: actions.refresh },
    { type: 'separator' },
    { label: now.quit(appName), click: actions.quit },
  ];
}

/**
 * The mark beside the clock: a dot says that something is unread, tooltip and menu how much, and macOS has the number
 * beside it. It is held here, for one that nothing holds disappears.
 */
export function createTray(options: TrayOptions): TrayPort {
  const { platform, appName, create, picture, buildMenu, words, actions } = options;
  let tray: ReturnType<TrayOptions['create']> | null = null;
  let unread = 0;

  const draw = (): void => {
    if (!tray) return;
    tray.setImage(picture(unread > 0 ? 'unread' : 'quiet'));
    tray.setToolTip(unread > 0 ? `${appName}: ${words().unread(unread)}` : appName);
    if (platform === 'darwin') tray.setTitle(unread > 0 ? String(unread) : '', { fontType: 'monospacedDigit' });
    // Linux shows a changed menu only once it is set anew.
    tray.setContextMenu(buildMenu(trayMenu(unread, options)));
  };

  const show = (): void => {
    tray = create(picture(unread > 0 ? 'unread' : 'quiet'));
    // On macOS a click opens the menu.
    if (platform !== 'darwin') tray.on('click', actions.open);
    draw();
  };

  return {
    get shown() {
      return tray !== null;
    },
    setShown(shown) {
      if (shown === (tray !== null)) return;
      if (shown) return show();
      tray?.destroy();
      tray = null;
    },
    setUnread(next) {
      if (next === unread) return;
      unread = next;
      draw();
    },
    redraw: draw,
  };
}
