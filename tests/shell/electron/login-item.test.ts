import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Settings } from '../../../electron/contract/settings.ts';
import { DEFAULT_SETTINGS, type SettingsStore } from '../../../electron/core/settings.ts';
import { followLoginItem } from '../../../electron/shell/desktop/follow-login-item.ts';
import { autostartItem, autostartPath, systemLoginItem, type LoginItem } from '../../../electron/shell/desktop/login-item.ts';
import { startsHidden } from '../../../electron/shell/desktop/starts-hidden.ts';
import { fake } from '../../fakes/electron.ts';

const dir = mkdtempSync(join(tmpdir(), 'monazite-login-'));
afterAll(() => rmSync(dir, { recursive: true }));
beforeEach(() => {
  fake.reset();
  fake.ready();
});

function settingsWith(startAtLogin: boolean): SettingsStore {
  let settings: Settings = { ...DEFAULT_SETTINGS, desktop: { ...DEFAULT_SETTINGS.desktop, startAtLogin } };
  const listeners = new Set<(next: Settings) => void>();
  return {
    get: () => settings,
    async set(patch) {
      settings = { ...settings, ...patch };
      listeners.forEach((listener) => listener(settings));
      return settings;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const choose = (settings: SettingsStore, startAtLogin: boolean): Promise<Settings> => settings.set({ desktop: { ...settings.get().desktop, startAtLogin } });

describe.each(['darwin', 'win32'] as const)('on %s the system’s list', (platform) => {
  test('takes the app and lets it go', () => {
    const item = systemLoginItem(app, platform);
    expect(item.isOn()).toBe(false);
    item.set(true);
    expect([item.isOn(), fake.app.login.on]).toEqual([true, true]);
    expect(fake.app.login.args).toEqual(platform === 'win32' ? ['--at-login'] : []);
    item.set(false);
    expect(item.isOn()).toBe(false);
  });
});

test('an entry that Windows’ own settings turned off is off', () => {
  const listed = systemLoginItem(app, 'win32');
  listed.set(true);
  fake.app.login.systemOff = true;
  expect(listed.isOn()).toBe(false);
});

describe('the autostart entry', () => {
  const options = { configDir: join(dir, 'config'), appId: 'io.github.monazite.monazite', appName: 'Monazite', iconName: 'monazite', program: '/home/a/My apps/100% $HOME "x"\\Monazite.AppImage' };
  const path = autostartPath(options);

  test('names the program, whatever its path has in it', () => {
    const item = autostartItem(options);
    expect(item.isOn()).toBe(false);
    item.set(true);
    expect(path).toBe(join(dir, 'config/autostart/io.github.monazite.monazite.desktop'));
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('[Desktop Entry]\nType=Application\nName=Monazite\n');
    expect(text).toContain(String.raw`Exec="/home/a/My apps/100%% \\$HOME \\"x\\"\\\\Monazite.AppImage" --at-login`);
    expect(item.isOn()).toBe(true);
    item.set(false);
    expect([item.isOn(), existsSync(path)]).toEqual([false, false]);
  });

  test.each(['Hidden=true', 'X-GNOME-Autostart-enabled = false'])('is off where the desktop wrote %s', (line) => {
    const item = autostartItem(options);
    item.set(true);
    writeFileSync(path, `${readFileSync(path, 'utf8').replace('X-GNOME-Autostart-enabled=true', '')}${line}\n`);
    expect(item.isOn()).toBe(false);
  });
});

const item = (): LoginItem => systemLoginItem(app, 'win32');

describe('the setting and the system', () => {
  test('what is chosen is told to the system', async () => {
    const settings = settingsWith(false);
    followLoginItem(item(), settings, () => {});
    await choose(settings, true);
    expect(fake.app.login.on).toBe(true);
    await choose(settings, false);
    expect(fake.app.login.on).toBe(false);
  });

  test('what was turned off in the system’s settings is taken over', async () => {
    item().set(true);
    fake.app.login.systemOff = true;
    const settings = settingsWith(true);
    followLoginItem(item(), settings, () => {});
    await vi.waitFor(() => expect(settings.get().desktop.startAtLogin).toBe(false));
    expect(fake.app.login).toMatchObject({ systemOff: true });
  });

  test('what the system refuses is taken back, and told of', async () => {
    const problems: string[] = [];
    const settings = settingsWith(false);
    followLoginItem({ isOn: () => false, set: () => { throw new Error('read-only'); } }, settings, (problem) => problems.push(problem));
    await choose(settings, true);
    await vi.waitFor(() => expect(problems).toEqual(['start at login: Error: read-only']));
    expect(settings.get().desktop.startAtLogin).toBe(false);
  });
});

describe('a start at login', () => {
  const tray = { tray: true, closeToTray: true };
  const hidden = (platform: NodeJS.Platform, atLogin: boolean, wish = tray): boolean => startsHidden({ platform, atLogin, app, wish });

  test('shows no window where the app lives in the tray', () => {
    expect([hidden('linux', true), hidden('win32', true), hidden('linux', false)]).toEqual([true, true, false]);
    expect([hidden('linux', true, { tray: true, closeToTray: false }), hidden('linux', true, { tray: false, closeToTray: true })]).toEqual([false, false]);
  });

  test('is known on macOS by what the system says', () => {
    expect(hidden('darwin', true)).toBe(false);
    fake.app.login.atLogin = true;
    expect(hidden('darwin', false)).toBe(true);
  });
});
