import type { BrowserWindowConstructorOptions, TitleBarOverlay } from 'electron';
import type { Rectangle } from './desktop/window-place.ts';
import type { AppPaths } from './paths.ts';
import { secureWebPrefs } from './web-prefs.ts';

/** The design's page colours, shown until the page itself is drawn: no white flash at night. */
export function backgroundColor(dark: boolean): string {
  return dark ? '#1C1D20' : '#FFFFFF';
}

/** Windows' own caption buttons, over the right end of the last pane's bar. */
export function captionButtons(dark: boolean): TitleBarOverlay {
  return { color: backgroundColor(dark), symbolColor: dark ? '#E4E5E7' : '#171A1D', height: 32 };
}

export interface WindowLook {
  readonly platform: NodeJS.Platform;
  readonly dark: boolean;
  readonly title: string;
}

/**
 * Least size by the design: 720 × 520. Electron itself remembers place and size under the window's name.
 * The system's buttons lie over the page's own 48 px bars on macOS and Windows, where the overlay gives the page
 * `env(titlebar-area-x)` and `env(titlebar-area-width)` to keep clear of them. On Linux the desktop draws its own
 * frame, as each does differently; its menu bar shows at Alt.
 */
export function windowOptions(paths: AppPaths, { platform, dark, title }: WindowLook): BrowserWindowConstructorOptions {
  return {
    name: 'main',
    windowStatePersistence: true,
    title,
    width: 1280,
    height: 820,
    minWidth: 720,
    minHeight: 520,
    show: false,
    backgroundColor: backgroundColor(dark),
    webPreferences: secureWebPrefs(paths.preload),
    ...frame(paths, platform, dark),
  };
}

/** Of the settings' page. */
export const SETTINGS_SIZE = { width: 760, height: 560 };

/**
 * The settings' own window, in the frame that the system draws: it holds nothing but one page of rows and is never in the
 * way of the text. `place` is where it goes the first time; from then on Electron remembers its place and size by its name.
 * Its menu bar shows at Alt, and keeps the keys that every window has: close, zoom, quit.
 */
export function settingsWindowOptions(paths: AppPaths, { platform, dark, title }: WindowLook, place: Pick<Rectangle, 'x' | 'y'> | null): BrowserWindowConstructorOptions {
  return {
    name: 'settings',
    windowStatePersistence: true,
    title,
    ...SETTINGS_SIZE,
    ...place,
    minWidth: 640,
    minHeight: 480,
    useContentSize: true,
    maximizable: false,
    fullscreenable: false,
    show: false,
    backgroundColor: backgroundColor(dark),
    webPreferences: secureWebPrefs(paths.preload),
    ...(platform !== 'darwin' && { autoHideMenuBar: true, icon: paths.icon }),
  };
}

function frame(paths: AppPaths, platform: NodeJS.Platform, dark: boolean): BrowserWindowConstructorOptions {
  switch (platform) {
    case 'darwin':
      return { titleBarStyle: 'hiddenInset', titleBarOverlay: { height: 48 }, trafficLightPosition: { x: 16, y: 17 } };
    case 'win32':
      return { titleBarStyle: 'hidden', titleBarOverlay: captionButtons(dark) };
    default:
      return { autoHideMenuBar: true, icon: paths.icon };
  }
}
