import type { BrowserWindow } from 'electron';
import type { ReaderEvent } from '../contract/api.ts';
import { settingsQuery, type SettingsPlace } from '../contract/settings-place.ts';
import { placeOver } from './desktop/window-place.ts';
import { broadcast } from './electron-ipc.ts';
import type { AppPaths } from './paths.ts';
import type { RendererSource } from './renderer-url.ts';
import { settingsWindowOptions, SETTINGS_SIZE, windowOptions, type WindowLook } from './window-options.ts';
import { openWindow, recolor, showWindow, type WindowPorts } from './window.ts';

export interface AppWindowsPorts extends Pick<WindowPorts, 'show' | 'workAreas' | 'onGivenUp' | 'onProblem'> {
  readonly paths: AppPaths;
  readonly source: RendererSource;
  readonly platform: NodeJS.Platform;
  readonly dark: () => boolean;
  readonly titles: () => { readonly reader: string; readonly settings: string };
  /** A window to read in was opened. */
  readonly onReader: () => void;
}

export interface AppWindows {
  /** The window that is read in; null where it is closed. What is told of the library, on icons and by other programs, is for it alone. */
  readonly reader: () => BrowserWindow | null;
  /** The same as a list. */
  readonly readers: () => readonly BrowserWindow[];
  readonly openReader: () => BrowserWindow;
  /** Brings the window that is read in to the person, opened where it is not. */
  readonly bringForward: () => void;
  /** Brings the settings' window to the person, opened where it is not, at what was asked for. */
  readonly showSettings: (place?: SettingsPlace) => void;
  /** The settings' window while it has the keys. */
  readonly settingsInUse: () => BrowserWindow | null;
  /** The theme of what no page draws. */
  readonly recolor: () => void;
}

/** Has a window hear something; one that is loading hears it once it listens. */
export function tellWindow(window: BrowserWindow, event: ReaderEvent): void {
  const tell = (): void => broadcast([window], event);
  if (window.webContents.isLoading()) window.webContents.once('did-finish-load', tell);
  else tell();
}

/** The app's two windows, each there once at most. They share their page's origin, preload and rules; the address says which it is. */
export function createAppWindows({ paths, source, platform, dark, titles, show, workAreas, onGivenUp, onReader, onProblem }: AppWindowsPorts): AppWindows {
  let reader: BrowserWindow | null = null;
  let settings: BrowserWindow | null = null;
  const look = (title: string): WindowLook => ({ platform, dark: dark(), title });

  function openReader(): BrowserWindow {
    const opened = openWindow({
      options: windowOptions(paths, look(titles().reader)),
      address: source.url,
      show,
      workAreas,
      onGivenUp,
      onProblem,
    });
    reader = opened;
    opened.once('closed', () => {
      reader = null;
      // On macOS windows are each their own. Elsewhere the window that is read in is the app: whoever closes it, into the
      // tray or for good, has put the app away, and settings left behind would keep it from ending.
      if (platform !== 'darwin') settings?.close();
    });
    onReader();
    return opened;
  }

  function openSettings(place: SettingsPlace): void {
    const opened = openWindow({
      options: settingsWindowOptions(paths, look(titles().settings), reader && placeOver(reader.getBounds(), SETTINGS_SIZE, workAreas())),
      address: new URL(settingsQuery(place), source.url).href,
      show,
      workAreas,
      // Nothing is lost with it, and it can be asked for again.
      onGivenUp: () => opened.destroy(),
      onProblem,
    });
    settings = opened;
    opened.once('closed', () => { settings = null; });
  }

  return {
    reader: () => reader,
    readers: () => (reader ? [reader] : []),
    openReader,
    bringForward() {
      if (reader) showWindow(reader);
      else openReader();
    },
    showSettings(place = {}) {
      if (!settings) return openSettings(place);
      showWindow(settings);
      if (place.section !== undefined || place.setting !== undefined) tellWindow(settings, { kind: 'show-settings', ...place });
    },
    settingsInUse: () => (settings?.isFocused() ? settings : null),
    recolor() {
      if (reader) recolor(reader, dark(), platform === 'win32');
      if (settings) recolor(settings, dark(), false);
    },
  };
}

