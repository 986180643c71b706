import type Electron from 'electron';
import { screen, type BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createCrashPolicy } from '../../../electron/shell/crash-policy.ts';
import { appPaths } from '../../../electron/shell/paths.ts';
import { secureWebPrefs } from '../../../electron/shell/web-prefs.ts';
import { settingsWindowOptions, windowOptions } from '../../../electron/shell/window-options.ts';
import { openWindow, recolor, showWindow } from '../../../electron/shell/window.ts';
import { workAreas } from '../../../electron/shell/desktop/work-areas.ts';
import { fake } from '../../fakes/electron.ts';
import type { BrowserWindow as FakeWindow } from '../../fakes/electron-parts/window.ts';

const paths = appPaths('/app/out');
let problems: string[];
let retries: (() => void)[];

beforeEach(() => {
  fake.reset();
  problems = [];
  retries = [];
});
afterEach(() => vi.useRealTimers());

/** With a page that the fake session can load. */
function open(show = true): FakeWindow {
  fake.schemes.set('app', {});
  fake.ready();
  fake.defaultSession().protocol.handle('app', () => new Response('<!doctype html>'));
  const window = openWindow({
    options: windowOptions(paths, { platform: 'linux', dark: true, title: 'Monazite' }),
    address: 'app://bundle/',
    show,
    workAreas: () => workAreas(screen),
    onGivenUp: (retry) => retries.push(retry),
    onProblem: (problem) => problems.push(problem),
  });
  return window as unknown as FakeWindow;
}

test('pages are sandboxed, isolated and without Node', () => {
  expect(secureWebPrefs('/x/preload.cjs')).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, webviewTag: false });
});

describe.each(['darwin', 'win32', 'linux'] as const)('the window on %s', (platform) => {
  const options = windowOptions(paths, { platform, dark: false, title: 'Monazite' });

  test('remembers its place under a name, and is never smaller than the design allows', () => {
    expect(options).toMatchObject({ name: 'main', windowStatePersistence: true, minWidth: 720, minHeight: 520 });
  });

  test('stays hidden until the page is drawn, on the colour of the theme', () => {
    expect(options).toMatchObject({ show: false, backgroundColor: '#FFFFFF' });
    expect(windowOptions(paths, { platform, dark: true, title: 'Monazite' }).backgroundColor).toBe('#1C1D20');
  });

  test('keeps the frame that belongs to the platform', () => {
    expect(options.titleBarStyle).toBe({ darwin: 'hiddenInset', win32: 'hidden', linux: undefined }[platform]);
    expect(Boolean(options.titleBarOverlay)).toBe(platform !== 'linux');
    expect(options.autoHideMenuBar).toBe(platform === 'linux' ? true : undefined);
  });
});

describe.each(['darwin', 'win32', 'linux'] as const)('the settings’ own window on %s', (platform) => {
  const look = { platform, dark: true, title: 'Settings' };
  const options = settingsWindowOptions(paths, look, { x: 10, y: 20 });

  test('is as safe as the other, and stays hidden until its page is drawn', () => {
    expect(options.webPreferences).toEqual(windowOptions(paths, look).webPreferences);
    expect(options).toMatchObject({ show: false, backgroundColor: '#1C1D20', title: 'Settings' });
  });

  test('has a name of its own to remember its place by, and the frame that the system draws', () => {
    expect(options).toMatchObject({ name: 'settings', windowStatePersistence: true, width: 760, height: 560, x: 10, y: 20, minWidth: 640, minHeight: 480 });
    expect([options.titleBarStyle, options.titleBarOverlay, options.autoHideMenuBar]).toEqual([undefined, undefined, platform === 'darwin' ? undefined : true]);
    expect('x' in settingsWindowOptions(paths, look, null)).toBe(false);
  });
});

test('it loads our own page and shows itself when drawn', async () => {
  const window = open();
  expect(window.visible).toBe(false);
  await vi.waitFor(() => expect(window.visible).toBe(true));
  expect(window.webContents.url).toBe('app://bundle/');
});

test('in the smoke test it never shows', async () => {
  const window = open(false);
  await new Promise((resolve) => { window.webContents.once('did-finish-load', resolve); });
  expect(window.visible).toBe(false);
});

test('a page that crashes is loaded again twice, then the person is asked', async () => {
  const window = open();
  const load = vi.spyOn(window, 'loadURL');
  const crash = (): void => void window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  crash();
  crash();
  expect(load).toHaveBeenCalledTimes(2);
  expect(retries).toHaveLength(0);
  crash();
  expect(load).toHaveBeenCalledTimes(2);
  expect(retries).toHaveLength(1);
  retries[0]?.();
  expect(load).toHaveBeenCalledTimes(3);
  expect(problems.join()).toContain('crashed (5)');
});

test('a page that ends as it should is left alone', () => {
  const window = open();
  const load = vi.spyOn(window, 'loadURL');
  window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
  window.webContents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', 'app://bundle/', true);
  window.webContents.emit('did-fail-load', {}, -2, 'ERR_FAILED', 'app://bundle/img/0', false);
  expect(load).not.toHaveBeenCalled();
});

test('what the page does not draw follows the theme', () => {
  const window = open();
  recolor(window as unknown as BrowserWindow, false, false);
  expect([window.backgroundColor, window.overlay]).toEqual(['#FFFFFF', null]);
  window.options.titleBarOverlay = true;
  recolor(window as unknown as BrowserWindow, true, true);
  expect(window.overlay).toEqual({ color: '#1C1D20', symbolColor: '#E4E5E7', height: 32 });
});

const restored = (bounds: Partial<Electron.Rectangle>, maximized = false): Electron.Rectangle => {
  const window = open();
  fake.displays.all = [{ id: 7, workArea: { x: 0, y: 25, width: 1440, height: 875 } }, { id: 8, workArea: { x: 1440, y: -200, width: 1920, height: 1080 } }];
  Object.assign(window, { maximized });
  window.setBounds(bounds);
  window.emit('persisted-state-restored');
  return window.bounds;
};

describe('a window that was restored', () => {
  test.each([[1500, 0], [1300, 25]])('stays where its bar can be reached, on whichever display: %i, %i', (x, y) => {
    expect(restored({ x, y })).toMatchObject({ x, y, width: 1280 });
  });

  test.each([
    ['its display is gone', { x: 4000, y: 100, width: 1280, height: 820 }, { x: 80, y: 53, width: 1280, height: 820 }],
    ['its bar is above every display', { x: 100, y: -900, width: 1280, height: 820 }, { x: 80, y: 53, width: 1280, height: 820 }],
    ['it is larger than what is left', { x: -9000, y: 0, width: 3000, height: 2000 }, { x: 0, y: 25, width: 1440, height: 875 }],
  ])('comes to the primary display where %s', (_why, bounds, place) => {
    expect(restored(bounds)).toEqual(place);
  });

  test('is left to the system where it is maximized', () => {
    expect(restored({ x: 4000, y: 100 }, true)).toMatchObject({ x: 4000, y: 100 });
  });
});

test('a minimized window is restored before it is shown', () => {
  const window = open();
  window.minimized = true;
  showWindow(window as unknown as BrowserWindow);
  expect(window.calls).toEqual(['restore', 'show', 'focus']);
});

test('reloads are counted by the minute', () => {
  let now = 0;
  const policy = createCrashPolicy(() => now);
  expect([policy.mayReload(), policy.mayReload(), policy.mayReload()]).toEqual([true, true, false]);
  now = 60_001;
  expect(policy.mayReload()).toBe(true);
});
