import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, Menu, nativeImage, nativeTheme, ShareMenu, Tray } from 'electron';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ReaderEvent, ReaderEventListener } from '../../../electron/contract/api.ts';
import type { DesktopSettings } from '../../../electron/contract/desktop.ts';
import { electronAbilities } from '../../../electron/shell/desktop/abilities.ts';
import { explainTray } from '../../../electron/shell/desktop/explain-tray.ts';
import { createOpenAt } from '../../../electron/shell/desktop/open-at.ts';
import { createShare } from '../../../electron/shell/desktop/share.ts';
import { startDesktop, type Desktop } from '../../../electron/shell/desktop/start-desktop.ts';
import { createSettingsStore } from '../../../electron/shell/settings-store.ts';
import { shellWords } from '../../../electron/shell/shell-words.ts';
import { fake } from '../../fakes/electron.ts';

const dir = mkdtempSync(join(tmpdir(), 'monazite-desktop-'));
afterAll(() => rmSync(dir, { recursive: true }));
beforeEach(() => fake.reset());

const newSettings = () => createSettingsStore({ cwd: mkdtempSync(join(dir, 'profile-')), onProblem: () => {} });

/** The desktop of an app with an engine that has so many unread. */
function start(platform: NodeJS.Platform, unread = 2) {
  fake.ready();
  const settings = newSettings();
  const asked: string[] = [];
  const problems: string[] = [];
  const listeners = new Set<ReaderEventListener>();
  const reader = {
    async call(method: string) {
      asked.push(method);
      return { ok: true as const, value: { unread } };
    },
    onEvent(listener: ReaderEventListener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const desktop: Desktop = startDesktop({
    app, appId: 'io.github.monazite.monazite', platform, settings, reader,
    abilities: electronAbilities({ platform, packaged: true, appImage: '/a.AppImage', packageType: null }),
    paths: { trayDir: join(import.meta.dirname, '../../../assets/tray') },
    words: () => shellWords(settings.get().language, 'en'),
    windows: () => BrowserWindow.getAllWindows(),
    darkBar: () => nativeTheme.shouldUseDarkColorsForSystemIntegratedUI,
    createTray: (picture) => new Tray(picture),
    readImage: (path) => nativeImage.createFromPath(path),
    buildMenu: (template) => Menu.buildFromTemplate(template),
    loadUpdater: () => Promise.reject(new Error('not in this test')),
    configDir: () => join(dir, 'config'), program: '/a.AppImage',
    openWindow: () => asked.push('window'), openUnread: () => asked.push('unread'), tellUpdate: () => {},
    onProblem: (problem) => problems.push(problem),
  });
  const choose = (patch: Partial<DesktopSettings>) => settings.set({ desktop: { ...settings.get().desktop, ...patch } });
  return { desktop, settings, choose, asked, problems };
}

describe.each(['darwin', 'win32', 'linux'] as const)('the desktop on %s', (platform) => {
  test('shows what is unread, and follows what is chosen', async () => {
    const { desktop, choose, problems } = start(platform);
    const window = new BrowserWindow();
    await vi.waitFor(() => expect(fake.trays()[0]?.toolTip).toBe('Monazite: 2 unread'));
    const overlay = () => (window as unknown as { overlayIcon: { words: string } | null }).overlayIcon;
    const badge = (): unknown => (platform === 'win32' ? (desktop.redraw(), overlay()?.words ?? 0) : fake.app.badge);
    expect(badge()).toBe(platform === 'win32' ? '2 unread' : 2);
    await choose({ badge: false });
    expect(badge()).toBe(0);
    await choose({ tray: false });
    expect(fake.trays()).toHaveLength(0);
    await choose({ tray: true, badge: true });
    expect([fake.trays().length, badge()]).toEqual([1, platform === 'win32' ? '2 unread' : 2]);
    expect(problems).toEqual([]);
  });

  test('stays in the tray only where there is one and the person wants it', async () => {
    const { desktop, choose } = start(platform);
    expect(desktop.staysInTray()).toBe(false);
    await choose({ closeToTray: true });
    expect(desktop.staysInTray()).toBe(true);
    await choose({ tray: false });
    expect(desktop.staysInTray()).toBe(false);
  });
});

test('the picture fits the bar that it is in', () => {
  const { desktop } = start('linux', 0);
  expect(fake.trays()[0]?.picture).toMatch(/quiet-light\.png$/);
  fake.setSystemDark(true);
  desktop.redraw();
  expect(fake.trays()[0]?.picture).toMatch(/quiet-dark\.png$/);
});

test('the tray asks the engine to refresh, and quits the app', () => {
  const { asked } = start('linux', 0);
  fake.trays()[0]?.choose('Refresh all sources');
  expect(asked).toContain('refresh');
  fake.trays()[0]?.choose('Quit Monazite');
  expect(fake.app.quits).toBe(1);
});

describe('a window that closes into the tray', () => {
  test('is explained once, and offers the end', async () => {
    fake.ready();
    const settings = newSettings();
    let quits = 0;
    const explain = () => explainTray({ settings, dialog, words: () => shellWords('en', 'en'), appName: 'Monazite', quit: () => { quits++; } });
    fake.shown.answer = 0;
    await explain();
    await explain();
    expect(fake.shown.dialogs).toHaveLength(1);
    expect(fake.shown.dialogs[0]).toMatchObject({ message: 'Monazite goes on in the tray', buttons: ['OK', 'Quit'] });
    expect([quits, settings.get().desktop.trayExplained]).toEqual([0, true]);
    await settings.set({ desktop: { ...settings.get().desktop, trayExplained: false } });
    fake.shown.answer = 1;
    await explain();
    expect(quits).toBe(1);
  });
});

test('a place is opened in the window that is there, and is where a new one begins', async () => {
  const settings = newSettings();
  const told: ReaderEvent[] = [];
  let windows = 1;
  const openAt = createOpenAt({ settings, windows: () => windows, bringForward: () => { windows = 1; }, tell: (event) => told.push(event) });
  await openAt.article(7);
  await openAt.unread();
  expect([told, settings.get().place]).toEqual([[{ kind: 'open', articleId: 7 }, { kind: 'open-unread' }], null]);
  windows = 0;
  await openAt.unread();
  expect(settings.get().place?.scope).toEqual({ kind: 'unread' });
});

const share = (platform: NodeJS.Platform): boolean => createShare(platform, (item) => new ShareMenu(item))({ url: 'https://oxide.example/1', title: 'Oxide' });

test('macOS shares a link by its own menu, and no other system has one', () => {
  fake.ready();
  expect([share('linux'), share('win32'), fake.shown.shared.length]).toEqual([false, false, 0]);
  expect([share('darwin'), fake.shown.shared]).toEqual([true, [{ urls: ['https://oxide.example/1'], texts: ['Oxide'] }]]);
});
