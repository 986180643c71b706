import type Electron from 'electron';
import { app, screen } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createAppWindows, type AppWindows } from '../../../electron/shell/app-windows.ts';
import { workAreas } from '../../../electron/shell/desktop/work-areas.ts';
import { EVENT_CHANNEL } from '../../../electron/shell/ipc-channels.ts';
import { appPaths } from '../../../electron/shell/paths.ts';
import { rendererSource } from '../../../electron/shell/renderer-url.ts';
import { fake } from '../../fakes/electron.ts';
import { BrowserWindow as FakeWindow } from '../../fakes/electron-parts/window.ts';

let problems: string[];
let given: number;
let readers: number;

/** The windows of an app that is ready, with a page that the fake session can load. */
function start(platform: NodeJS.Platform = 'linux', source = rendererSource(true, undefined)): AppWindows {
  fake.schemes.set('app', {});
  fake.ready();
  fake.defaultSession().protocol.handle('app', () => new Response('<!doctype html>'));
  return createAppWindows({
    paths: appPaths('/app/out'), source, platform, dark: () => true, titles: () => ({ reader: 'Monazite', settings: '设置' }), show: true,
    workAreas: () => workAreas(screen), onGivenUp: () => { given += 1; }, onReader: () => { readers += 1; }, onProblem: (problem) => problems.push(problem),
  });
}

const named = (name: string): FakeWindow | undefined => FakeWindow.getAllWindows().find(({ options }) => options.name === name);
const isLoaded = (window: FakeWindow | undefined) => vi.waitFor(() => expect(window?.webContents.loading).toBe(false));
const heard = (window: FakeWindow | undefined): unknown[] => window?.webContents.sent.filter(({ channel }) => channel === EVENT_CHANNEL).flatMap(({ args }) => args) ?? [];
const place = (window: FakeWindow | undefined) => ({ x: window?.options.x, y: window?.options.y });
const readerAt = (bounds: Electron.Rectangle): void => named('main')?.setBounds(bounds);

beforeEach(() => {
  fake.reset();
  problems = [];
  given = 0;
  readers = 0;
});

describe('the settings’ window', () => {
  test('is our own page at the address of the settings, with the title that the person reads', async () => {
    const windows = start();
    windows.openReader();
    windows.showSettings();
    const settings = named('settings');
    expect(settings?.webContents.url).toBe('app://bundle/?settings=');
    expect(settings?.options).toMatchObject({ title: '设置', webPreferences: named('main')?.options.webPreferences });
    expect(settings?.visible).toBe(false);
    await vi.waitFor(() => expect(settings?.visible).toBe(true));
    expect(problems).toEqual([]);
  });

  test('opens at what was asked for, also where its page is a developer’s', () => {
    const windows = start('linux', rendererSource(false, 'http://localhost:5173/'));
    windows.showSettings({ section: 'storage', setting: 'evict' });
    expect(named('settings')?.webContents.url).toBe('http://localhost:5173/?settings=storage&setting=evict');
  });

  test('is opened once: asked for again it comes to the front, and hears where to go', async () => {
    const windows = start();
    windows.showSettings();
    const settings = named('settings');
    // While it is loading it hears once it listens.
    windows.showSettings({ section: 'names' });
    expect(heard(settings)).toEqual([]);
    await isLoaded(settings);
    windows.showSettings({ section: 'reading', setting: 'face' });
    windows.showSettings();
    expect(FakeWindow.getAllWindows()).toHaveLength(1);
    expect(heard(settings)).toEqual([{ kind: 'show-settings', section: 'names' }, { kind: 'show-settings', section: 'reading', setting: 'face' }]);
    expect(settings?.calls.slice(-2)).toEqual(['show', 'focus']);
  });

  test('is opened anew once it was closed', async () => {
    const windows = start();
    windows.showSettings();
    await isLoaded(named('settings'));
    named('settings')?.close();
    windows.showSettings({ section: 'about' });
    expect(FakeWindow.getAllWindows()).toHaveLength(1);
    expect(named('settings')?.webContents.url).toBe('app://bundle/?settings=about');
  });

  test.each([
    ['over the middle of the other', { x: 100, y: 100, width: 1280, height: 820 }, { x: 360, y: 230 }],
    ['whole on the display that the other is on', { x: 1900, y: -300, width: 720, height: 520 }, { x: 1920, y: -200 }],
    ['whole on the first display where the other is on none', { x: -5000, y: 0, width: 1280, height: 820 }, { x: 0, y: 130 }],
  ])('goes the first time %s', (_where, bounds, expected) => {
    const windows = start();
    fake.displays.all = [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }, { id: 2, workArea: { x: 1920, y: -200, width: 1440, height: 900 } }];
    windows.openReader();
    readerAt(bounds);
    windows.showSettings();
    expect(place(named('settings'))).toEqual(expected);
  });

  test('is placed by the system where there is no other', () => {
    start().showSettings();
    expect(place(named('settings'))).toEqual({ x: undefined, y: undefined });
  });

  test('is never taken for the one that is read in', () => {
    const windows = start();
    windows.showSettings();
    expect([windows.reader(), windows.readers(), readers]).toEqual([null, [], 0]);
    windows.bringForward();
    expect([windows.reader(), readers]).toEqual([named('main'), 1]);
    windows.bringForward();
    expect(FakeWindow.getAllWindows()).toHaveLength(2);
    expect(named('main')?.calls.slice(-2)).toEqual(['show', 'focus']);
  });

  test('goes where its page cannot be kept up, and nobody is asked', async () => {
    const windows = start();
    windows.showSettings();
    const settings = named('settings');
    await isLoaded(settings);
    for (let crash = 0; crash < 3; crash += 1) settings?.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    expect([FakeWindow.getAllWindows().length, given]).toEqual([0, 0]);
    windows.showSettings();
    expect(FakeWindow.getAllWindows()).toHaveLength(1);
  });
});

test.each(['win32', 'linux'] as const)('on %s the settings go with the window that is read in, and the app then hears once that none is left', (platform) => {
  const windows = start(platform);
  let ended = 0;
  app.on('window-all-closed', () => { ended += 1; });
  windows.openReader();
  windows.showSettings();
  named('settings')?.close();
  expect([FakeWindow.getAllWindows().length, ended]).toEqual([1, 0]);
  windows.showSettings();
  named('main')?.close();
  expect([FakeWindow.getAllWindows().length, ended, windows.reader()]).toEqual([0, 1, null]);
});

test('on macOS each window is its own', () => {
  const windows = start('darwin');
  windows.openReader();
  windows.showSettings();
  named('main')?.close();
  expect(FakeWindow.getAllWindows()).toEqual([named('settings')]);
  // What is asked of the window that is read in opens it again.
  windows.bringForward();
  expect(FakeWindow.getAllWindows()).toHaveLength(2);
});

test.each(['darwin', 'win32', 'linux'] as const)('on %s what the pages do not draw follows the theme in both', (platform) => {
  const windows = start(platform);
  windows.recolor();
  windows.openReader();
  windows.showSettings();
  for (const window of FakeWindow.getAllWindows()) window.setBackgroundColor('#FFFFFF');
  windows.recolor();
  expect(FakeWindow.getAllWindows().map(({ backgroundColor }) => backgroundColor)).toEqual(['#1C1D20', '#1C1D20']);
  expect(FakeWindow.getAllWindows().map(({ overlay }) => overlay !== null)).toEqual([platform === 'win32', false]);
});
