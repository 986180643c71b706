import type { App } from 'electron';
import type { DesktopSettings } from '../../contract/desktop.ts';

export interface StartOptions {
  readonly platform: NodeJS.Platform;
  readonly atLogin: boolean;
  readonly app: Pick<App, 'getLoginItemSettings'>;
  readonly wish: Pick<DesktopSettings, 'tray' | 'closeToTray'>;
}

/** Whether a start shows no window: the system started the app at login, and the person has it in the tray. macOS passes no word, but tells. */
export function startsHidden({ platform, atLogin, app, wish }: StartOptions): boolean {
  if (!wish.tray || !wish.closeToTray) return false;
  return platform === 'darwin' ? app.getLoginItemSettings().wasOpenedAtLogin : atLogin;
}
