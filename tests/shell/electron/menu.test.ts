import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { DEFAULT_KEYS } from '../../../electron/contract/command-keys.ts';
import { menuTemplate } from '../../../electron/shell/menu.ts';
import { appPaths } from '../../../electron/shell/paths.ts';
import { shellWords } from '../../../electron/shell/shell-words.ts';
import { windowOptions } from '../../../electron/shell/window-options.ts';

const done: string[] = [];
const template = (platform: NodeJS.Platform, language: 'en' | 'zh-CN' = 'en', dev = false, keys = DEFAULT_KEYS): MenuItemConstructorOptions[] =>
  menuTemplate({
    platform,
    appName: 'Monazite',
    words: shellWords(language, 'en'),
    dev,
    keys,
    actions: { refreshAll: () => done.push('refresh'), command: (name) => done.push(name), showLibrary: () => done.push('library') },
  });

const items = (menu: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] => menu.flatMap((item) => (Array.isArray(item.submenu) ? items(item.submenu) : [item]));
const roles = (menu: MenuItemConstructorOptions[]): unknown[] => items(menu).map((item) => item.role);

describe.each(['darwin', 'win32', 'linux'] as const)('the menu on %s', (platform) => {
  test('gives editing, zoom and quit their keys', () => {
    expect(roles(template(platform))).toEqual(expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen', 'minimize', 'close', 'quit']));
  });

  test('has no item that does nothing, none twice, and none without words', () => {
    const real = items(template(platform)).filter((item) => item.type !== 'separator');
    expect(real.filter((item) => !item.label || !(item.role ?? item.click))).toEqual([]);
    const named = roles(template(platform)).filter((role) => role !== undefined);
    expect(new Set(named).size).toBe(named.length);
  });

  test('offers developer tools and reloading to nobody but developers', () => {
    expect(roles(template(platform))).not.toContain('toggleDevTools');
    expect(roles(template(platform))).not.toContain('reload');
    expect(roles(template(platform, 'en', true))).toContain('toggleDevTools');
  });

  test('is whole in Chinese', () => {
    const menus = template(platform, 'zh-CN');
    const labels = [...menus.filter((item) => item.role !== 'appMenu'), ...items(menus).filter((item) => item.type !== 'separator')].map((item) => item.label ?? '');
    expect(labels.filter((label) => !/\p{Script=Han}/u.test(label))).toEqual([]);
  });
});

test('macOS begins with the app menu and keeps the roles that place its windows and help', () => {
  expect(template('darwin').map((item) => item.role)).toEqual(['appMenu', 'fileMenu', 'editMenu', 'viewMenu', 'windowMenu', 'help']);
  expect(roles(template('darwin'))).toEqual(expect.arrayContaining(['services', 'hide', 'hideOthers', 'unhide', 'front']));
});

test('on Linux the menus are File, Edit, View, Window, Help, with About, behind Alt', () => {
  expect(template('linux').map((item) => item.label)).toEqual(['File', 'Edit', 'View', 'Window', 'Help']);
  expect(roles(template('linux'))).toContain('about');
  expect(windowOptions(appPaths('/app/out'), { platform: 'linux', dark: false, title: 'Monazite' })).toMatchObject({ autoHideMenuBar: true });
});

test('on Windows, where no menu bar can be seen, each item has a key of its own', () => {
  const { frame, titleBarStyle } = windowOptions(appPaths('/app/out'), { platform: 'win32', dark: false, title: 'Monazite' });
  expect({ frame, titleBarStyle }).toEqual({ frame: undefined, titleBarStyle: 'hidden' });
  // Electron gives these roles their keys; of `quit` it is the window's own Alt+F4.
  const keyed = new Set(['close', 'quit', 'undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen', 'minimize']);
  const real = items(template('win32')).filter((item) => item.type !== 'separator');
  expect(real.filter((item) => !item.accelerator && !keyed.has(item.role ?? ''))).toEqual([]);
});

test('our own items do what they say', () => {
  done.length = 0;
  for (const item of items(template('linux'))) (item.click as (() => void) | undefined)?.();
  expect(done).toEqual(['save-page', 'refresh', 'import', 'export-opml', 'export-articles', 'import-library', 'export-library', 'print', 'settings', 'find', 'palette', 'shortcuts', 'library']);
});

test('a language left to the system follows it', () => {
  expect(shellWords('system', 'zh-Hans-CN').file).toBe('文件');
  expect(shellWords('system', 'de').file).toBe('File');
  expect(shellWords('en', 'zh-CN').file).toBe('File');
  expect(Object.keys(shellWords('zh-CN', 'en'))).toEqual(Object.keys(shellWords('en', 'en')));
});

test('what the window does is asked of it by name, with the key that it hears itself', () => {
  const offered = items(template('darwin')).filter(({ label }) => Object.values(shellWords('en', 'en').commands).includes(label ?? ''));
  expect(offered.map(({ label, accelerator, registerAccelerator }) => [label, accelerator, registerAccelerator])).toEqual([
    ['Settings…', 'CmdOrCtrl+,', false], ['Save a page…', 'CmdOrCtrl+S', false], ['Import…', 'CmdOrCtrl+O', false], ['Export subscriptions (OPML)…', 'CmdOrCtrl+Shift+U', false],
    ['Export articles…', 'CmdOrCtrl+E', false], ['Import a whole library…', 'CmdOrCtrl+Shift+O', false], ['Export the whole library…', 'CmdOrCtrl+Shift+E', false],
    ['Print article or save it as PDF…', 'CmdOrCtrl+P', false], ['Find in article…', 'CmdOrCtrl+F', false], ['Command palette…', 'CmdOrCtrl+K', false], ['Keyboard shortcuts', undefined, undefined],
  ]);
});

test('a key that the person changed is the menu\u2019s too, and one that was turned off is gone from it', () => {
  const keys = { singleKeys: true, own: { palette: ['Mod+J'], 'save-page': [], shortcuts: ['q'] } };
  const shown = new Map(items(template('linux', 'en', false, keys)).map(({ label, accelerator }) => [label, accelerator]));
  expect([shown.get('Command palette…'), shown.get('Save a page…'), shown.get('Keyboard shortcuts')]).toEqual(['CmdOrCtrl+J', undefined, undefined]);
});
