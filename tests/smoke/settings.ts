import assert from 'node:assert/strict';
import type { CallAnswer, ReaderBridge, ReaderEvent } from '../../electron/contract/api.ts';
import { app } from '../fakes/electron-parts/app.ts';
import { BrowserWindow } from '../fakes/electron-parts/window.ts';
import { fake } from '../fakes/electron.ts';
import type { Checks } from './checks.ts';
import { until } from './run-main.ts';
import { runPreload } from './run-preload.ts';

const named = (name: string): BrowserWindow => {
  const window = BrowserWindow.getAllWindows().find(({ options }) => options.name === name);
  assert.ok(window, `no window ${name}`);
  return window;
};

/** As the page of a window has it, with what it hears. */
function bridgeOf({ options, webContents }: BrowserWindow): { readonly bridge: ReaderBridge; readonly heard: ReaderEvent[] } {
  const bridge = runPreload(options.webPreferences?.preload ?? '', webContents)['reader'] as ReaderBridge;
  const heard: ReaderEvent[] = [];
  bridge.onEvent((event) => heard.push(event));
  return { bridge, heard };
}

function valueOf(answer: CallAnswer): unknown {
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.value;
}

/** Chooses Settings in the application menu, in Chinese by now. */
export async function openSettings(): Promise<void> {
  const items = (fake.shown.menu ?? []).flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
  (items.find(({ label }) => label === '设置…')?.click as (() => void) | undefined)?.();
  await until('the settings to show', () => named('settings').visible);
}

/** Checks the settings' own window, which is closed again at the end. */
export async function checkSettings({ check }: Checks): Promise<void> {
  const opened = await check('the settings open in a window of their own, as safe as the other', async () => {
    await openSettings();
    assert.equal(BrowserWindow.getAllWindows().length, 2);
    const { options, webContents } = named('settings');
    assert.equal(options.title, '设置');
    assert.deepEqual(options.webPreferences, named('main').options.webPreferences);
    assert.equal(webContents.url, 'app://bundle/?settings=');
    const page = await fake.defaultSession().fetch(webContents.url);
    assert.equal(page.status, 200);
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.equal(webContents.navigate('https://example.com/'), false);
    assert.equal(webContents.open('https://example.com/b'), 'deny');
    await until('its link to open', () => fake.shown.opened.at(-1)?.url === 'https://example.com/b');
  });
  if (!opened) return;
  const [reader, settings] = [bridgeOf(named('main')), bridgeOf(named('settings'))];
  await check('the page asks for a setting, and the window that is there goes to it', async () => {
    assert.deepEqual(valueOf(await reader.bridge.call('showSettings', { section: 'reading', setting: 'face' })), { shown: true });
    assert.equal(BrowserWindow.getAllWindows().length, 2);
    assert.deepEqual(named('settings').calls.slice(-2), ['show', 'focus']);
    assert.deepEqual(settings.heard.filter(({ kind }) => kind === 'show-settings'), [{ kind: 'show-settings', section: 'reading', setting: 'face' }]);
    assert.equal(reader.heard.some(({ kind }) => kind === 'show-settings'), false);
  });
  await check('what is changed in either window is told to both', async () => {
    for (const [{ bridge }, density] of [[settings, 'compact'], [reader, 'standard']] as const) {
      [reader, settings].forEach(({ heard }) => heard.splice(0));
      valueOf(await bridge.call('setSettings', { density }));
      await until('both to hear', () => [reader, settings].every(({ heard }) => heard.some(({ kind }) => kind === 'settings')));
      for (const other of [reader, settings]) assert.equal((valueOf(await other.bridge.call('getSettings', {})) as { density: string }).density, density);
    }
  });
  await check('what a second start or the menu means for the reader does not come to the settings', async () => {
    const calls = named('settings').calls.length;
    app.emit('second-instance', {}, [], '/', {});
    const items = (fake.shown.menu ?? []).flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    (items.find(({ label }) => label === '导入…')?.click as (() => void) | undefined)?.();
    await until('the command', () => reader.heard.some(({ kind }) => kind === 'command'));
    assert.equal(settings.heard.some(({ kind }) => kind === 'command'), false);
    assert.equal(named('settings').calls.length, calls);
    assert.deepEqual(named('main').calls.slice(-2), ['show', 'focus']);
  });
  await check('closed, they leave the app as it was', () => {
    named('settings').close();
    assert.deepEqual(BrowserWindow.getAllWindows(), [named('main')]);
    assert.equal(fake.app.quits, 0);
  });
}
