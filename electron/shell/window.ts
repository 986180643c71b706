import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { reachablePlace, type Rectangle } from './desktop/window-place.ts';
import { createCrashPolicy } from './crash-policy.ts';
import { backgroundColor, captionButtons } from './window-options.ts';

export interface WindowPorts {
  readonly options: BrowserWindowConstructorOptions;
  /** Of its page, which is ours. */
  readonly address: string;
  /** Stays hidden when false, as in the smoke test. */
  readonly show: boolean;
  /** Of every display, the primary one first. */
  readonly workAreas: () => readonly Rectangle[];
  /** The page stopped more often than it is worth starting by itself; `retry` loads it again. */
  readonly onGivenUp: (retry: () => void) => void;
  readonly onProblem: (message: string) => void;
}

const ABORTED = -3;

/** The only place where a window is made. Where its page may go is decided for every page at once, as it is created. */
export function openWindow({ options, address, show, workAreas, onGivenUp, onProblem }: WindowPorts): BrowserWindow {
  const window = new BrowserWindow(options);
  const { webContents } = window;
  const crashes = createCrashPolicy(Date.now);
  const load = (): void => {
    // Whatever keeps the page from loading also arrives as did-fail-load.
    window.loadURL(address).catch((error: unknown) => onProblem(`the page did not load: ${String(error)}`));
  };
  const recover = (): void => {
    if (window.isDestroyed()) return;
    if (crashes.mayReload()) load();
    else onGivenUp(() => { if (!window.isDestroyed()) load(); });
  };

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    onProblem(`the window's process ended: ${reason} (${exitCode})`);
    recover();
  });
  webContents.on('did-fail-load', (_event, code, description, url, isMainFrame) => {
    if (!isMainFrame || code === ABORTED) return;
    onProblem(`could not load ${url}: ${description} (${code})`);
    recover();
  });
  webContents.on('preload-error', (_event, path, error) => onProblem(`the preload ${path} failed: ${error.stack ?? error.message}`));
  window.on('unresponsive', () => onProblem('the window does not respond'));
  // A display may be gone since, or stand elsewhere; what is maximized or full-screen lies on one by itself.
  window.once('persisted-state-restored', () => {
    if (window.isMaximized() || window.isFullScreen()) return;
    const bounds = window.getBounds();
    const place = reachablePlace(bounds, workAreas());
    if (place !== bounds) window.setBounds(place);
  });
  if (show) window.once('ready-to-show', () => window.show());
  load();
  return window;
}

/** Follows the theme with what the page does not draw itself; `captions`: Windows' buttons lie over the page. */
export function recolor(window: BrowserWindow, dark: boolean, captions: boolean): void {
  window.setBackgroundColor(backgroundColor(dark));
  if (captions) window.setTitleBarOverlay(captionButtons(dark));
}

/** Brings a window to the person, wherever it is. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
