import { beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_KEYS } from '../../../electron/contract/command-keys.ts';
import type { WindowCommand } from '../../../electron/contract/command.ts';
import { createAppWindows, type AppWindows } from '../../../electron/shell/app-windows.ts';
import { Menu } from '../../fakes/electron.ts';
import { EVENT_CHANNEL } from '../../../electron/shell/ipc-channels.ts';
import { menuTemplate } from '../../../electron/shell/menu.ts';
import { appPaths } from '../../../electron/shell/paths.ts';
import { rendererSource } from '../../../electron/shell/renderer-url.ts';
import { shellWords } from '../../../electron/shell/shell-words.ts';
import { createWindowCommands } from '../../../electron/shell/window-commands.ts';
import { BrowserWindow as FakeWindow } from '../../fakes/electron-parts/window.ts';
import { fake } from '../../fakes/electron.ts';

const heard = (window: FakeWindow): unknown[] => window.webContents.sent.filter(({ channel }) => channel === EVENT_CHANNEL).flatMap(({ args }) => args);

const windowsOf = (): AppWindows =>
  createAppWindows({
    paths: appPaths('/app/out'), source: rendererSource(true, undefined), platform: 'darwin', dark: () => false, titles: () => ({ reader: 'Monazite', settings: 'Settings' }),
    show: true, workAreas: () => [], onGivenUp: () => undefined, onReader: () => undefined, onProblem: () => undefined,
  });

/** Makes the menu of the system, in a language. */
function showMenu(command: (command: WindowCommand) => void, language: 'en' | 'zh-CN'): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform: 'darwin', appName: 'Monazite', words: shellWords(language, 'en'), dev: false, keys: DEFAULT_KEYS, actions: { refreshAll: () => undefined, command, showLibrary: () => undefined } })));
}

/** Chooses an item of a menu as a person does. */
function choose(label: string): void {
  const item = (fake.shown.menu ?? []).flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : [])).find((one) => one.label === label);
  if (!item?.click) throw new Error(`no item ${label}`);
  (item.click as () => void)();
}

beforeEach(() => {
  fake.reset();
  fake.schemes.set('app', {});
  fake.ready();
  fake.defaultSession().protocol.handle('app', () => new Response('<!doctype html>'));
});

test.each([
  ['en', ['Save a page…', 'Import…', 'Export subscriptions (OPML)…', 'Export articles…', 'Import a whole library…', 'Export the whole library…']],
  ['zh-CN', ['保存网页…', '导入…', '导出订阅列表（OPML）…', '导出文章…', '导入整个资料库…', '导出整个资料库…']],
] as const)('the application menu asks the window by name, in %s, also one that is closed or still loading', async (language, labels) => {
  showMenu(createWindowCommands(windowsOf()), language);
  // On macOS the menu is there without a window.
  choose(labels[0]);
  const [window] = FakeWindow.getAllWindows();
  if (!window) throw new Error('no window was opened');
  expect(heard(window)).toEqual([]);
  await new Promise<void>((resolve) => {
    window.webContents.once('did-finish-load', () => resolve());
  });
  for (const label of labels.slice(1)) choose(label);
  expect(heard(window)).toEqual(['save-page', 'import', 'export-opml', 'export-articles', 'import-library', 'export-library'].map((name) => ({ kind: 'command', command: name })));
  expect(window.calls).toContain('focus');
});

test.each([['en', 'Settings…'], ['zh-CN', '设置…']] as const)('the settings are asked for by the menu, in %s, and open their own window, also where no other is', (language, label) => {
  const windows = windowsOf();
  showMenu(createWindowCommands(windows), language);
  choose(label);
  choose(label);
  expect(FakeWindow.getAllWindows().map(({ options }) => options.name)).toEqual(['settings']);
  choose(language === 'en' ? 'Import…' : '导入…');
  expect(FakeWindow.getAllWindows().map(({ options }) => options.name)).toEqual(['settings', 'main']);
});

test('what both windows can find is looked for in the one that has the keys', async () => {
  const windows = windowsOf();
  showMenu(createWindowCommands(windows), 'en');
  windows.openReader();
  windows.showSettings();
  const [reader, settings] = FakeWindow.getAllWindows();
  if (!reader || !settings) throw new Error('a window is missing');
  await vi.waitFor(() => expect([reader, settings].some(({ webContents }) => webContents.loading)).toBe(false));
  settings.focus();
  choose('Find in article…');
  expect([heard(reader), heard(settings)]).toEqual([[], [{ kind: 'command', command: 'find' }]]);
  choose('Print article or save it as PDF…');
  expect(heard(reader)).toEqual([{ kind: 'command', command: 'print' }]);
  choose('Find in article…');
  expect([heard(reader).length, heard(settings).length]).toEqual([2, 1]);
});
