import { describe, expect, test, vi } from 'vitest';
import { electronAbilities } from '../../../electron/shell/desktop/abilities.ts';
import { mayAskForUpdates } from '../../../electron/shell/desktop/update-session.ts';
import { createUpdates, type Updater } from '../../../electron/shell/desktop/updates.ts';

/** A stand-in for electron-updater's, with a clock of the test's own. */
function room({ wanted = true, fails = 0 } = {}) {
  const listeners = new Map<string, (value: never) => void>();
  const state = { wanted, loads: 0, checks: 0, failsLeft: fails, ticks: [] as (() => void)[], ready: [] as string[], problems: [] as string[] };
  const updater: Updater = {
    autoDownload: false,
    autoInstallOnAppQuit: false,
    allowDowngrade: true,
    logger: console,
    checkForUpdates: async () => { state.checks++; },
    on: (event: string, listener: (value: never) => void) => listeners.set(event, listener),
  };
  const updates = createUpdates({
    wanted: () => state.wanted,
    async load() {
      state.loads++;
      if (state.failsLeft-- > 0) throw new Error('not there');
      return updater;
    },
    onReady: (version) => state.ready.push(version),
    onProblem: (problem) => state.problems.push(problem),
    every(run) {
      state.ticks.push(run);
      return { stop: () => void state.ticks.splice(state.ticks.indexOf(run), 1) };
    },
  });
  return { state, updater, updates, emit: (event: string, value: unknown) => listeners.get(event)?.(value as never) };
}

describe('updates', () => {
  test('are looked for at the start and with each tick of the day, never backwards, and installed at the end', async () => {
    const { state, updater, emit } = room();
    await vi.waitFor(() => expect(state.checks).toBe(1));
    expect(updater).toMatchObject({ autoDownload: true, autoInstallOnAppQuit: true, allowDowngrade: false, logger: null });
    state.ticks[0]?.();
    await vi.waitFor(() => expect(state.checks).toBe(2));
    expect(state.loads).toBe(1);
    emit('update-downloaded', { version: '0.2.0' });
    emit('error', new Error('no network'));
    expect([state.ready, state.problems]).toEqual([['0.2.0'], ['updates: no network']]);
  });

  test('are not even loaded before the person wants them, and no more asked for when they do not', async () => {
    const { state, updater, updates } = room({ wanted: false });
    updates.settingsChanged();
    expect([state.loads, state.ticks.length]).toEqual([0, 0]);
    state.wanted = true;
    updates.settingsChanged();
    await vi.waitFor(() => expect(state.checks).toBe(1));
    state.wanted = false;
    updates.settingsChanged();
    expect(state.ticks).toHaveLength(0);
    await vi.waitFor(() => expect(updater.autoInstallOnAppQuit).toBe(false));
    state.wanted = true;
    updates.settingsChanged();
    await vi.waitFor(() => expect([state.checks, updater.autoInstallOnAppQuit]).toEqual([2, true]));
  });

  test('that could not be loaded are loaded anew the next time', async () => {
    const { state } = room({ fails: 1 });
    await vi.waitFor(() => expect(state.problems).toHaveLength(1));
    state.ticks[0]?.();
    await vi.waitFor(() => expect([state.loads, state.checks]).toEqual([2, 1]));
  });
});

const of = (platform: NodeJS.Platform, packaged: boolean, parts: { appImage?: string; packageType?: string } = {}) => electronAbilities({ platform, packaged, appImage: parts.appImage, packageType: parts.packageType ?? null });

describe('what a copy of the app reaches', () => {
  test('updates itself where it was installed by itself, and nowhere else', () => {
    expect([of('win32', true), of('darwin', true), of('linux', true, { appImage: '/a.AppImage' })].map(({ updates }) => updates)).toEqual(['works', 'works', 'works']);
    expect([of('linux', true, { packageType: 'deb' }), of('linux', true, { packageType: 'rpm' })].map(({ updates }) => updates)).toEqual(['package', 'package']);
    expect([of('linux', true), of('linux', false), of('win32', false)].map(({ updates }) => updates)).toEqual(['unpackaged', 'unpackaged', 'unpackaged']);
  });

  test('opens links and starts at login where it is installed', () => {
    expect(of('linux', true, { packageType: 'deb' })).toMatchObject({ links: 'works', startAtLogin: 'works' });
    expect(of('linux', true, { appImage: '/a.AppImage' })).toMatchObject({ links: 'appimage', startAtLogin: 'works' });
    expect(of('darwin', false)).toMatchObject({ links: 'unpackaged', startAtLogin: 'unpackaged' });
  });

  test('says of each system what it has not', () => {
    expect([of('linux', true).metered, of('darwin', true).metered, of('win32', true).metered]).toEqual(['works', 'system', 'system']);
    expect([of('linux', true).share, of('darwin', true).share, of('win32', true).share]).toEqual(['system', 'works', 'system']);
  });
});

test.each([
  ['https://github.com/monazite/monazite/releases.atom', true],
  ['https://api.github.com/repos/monazite/monazite/releases', true],
  ['https://release-assets.githubusercontent.com/x?sig=1', true],
  ['http://github.com/monazite/monazite', false],
  ['https://github.com:8443/', false],
  ['https://github.com.evil.example/', false],
  ['https://githubusercontent.com.evil.example/', false],
  ['https://evilgithubusercontent.com/', false],
  ['app://bundle/', false],
  ['nonsense', false],
])('the updater may ask %s: %s', (address, allowed) => {
  expect(mayAskForUpdates(address)).toBe(allowed);
});
