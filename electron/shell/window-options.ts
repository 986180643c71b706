import type { BrowserWindowConstructorOptions } from 'electron';
import type { AppPaths } from './paths.ts';
import { secureWebPrefs } from './web-prefs.ts';

/** The design's page colours, shown until the page itself is drawn: no white flash at night. */
export function backgroundColor(dark: boolean): string {
  return dark ? '#1C1D20' : '#FFFFFF';
}

export interface WindowLook {
  readonly platform: NodeJS.Platform;
  readonly dark: boolean;
  readonly title: string;
}

/**
 * Least size by the design: 720 × 520. Electron itself remembers place and size under the window's name.
 * On macOS the traffic lights sit in the sidebar's 48 px bar, and the overlay gives the page `env(titlebar-area-x)` to
 * keep clear of them; elsewhere the desktop draws its own frame, whose menu bar shows at Alt.
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
    ...(platform === 'darwin'
      ? { titleBarStyle: 'hiddenInset', titleBarOverlay: { height: 48 }, trafficLightPosition: { x: 16, y: 17 } }
      : { autoHideMenuBar: true }),
    ...(platform === 'linux' ? { icon: paths.icon } : {}),
  };
}
