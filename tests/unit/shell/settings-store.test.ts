import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../electron/core/settings.ts';
import { createSettingsStore } from '../../../electron/shell/settings-store.ts';
import type { SettingsProblem } from '../../../electron/shell/settings-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

function openSettings(cwd: string): { store: ReturnType<typeof createSettingsStore>; problems: SettingsProblem[] } {
  const problems: SettingsProblem[] = [];
  return { store: createSettingsStore({ cwd, onProblem: (problem) => problems.push(problem) }), problems };
}

const fileOf = (cwd: string): string => join(cwd, 'settings.json');

test('a new profile has the defaults, and nothing to report', () => {
  const { store, problems } = openSettings(temporaryFolder());
  expect(store.get()).toEqual(DEFAULT_SETTINGS);
  expect(problems).toEqual([]);
});

test('what was set is there after a restart, and is told to who listens', async () => {
  const cwd = temporaryFolder();
  const { store } = openSettings(cwd);
  const heard: string[] = [];
  const stop = store.onChange((settings) => heard.push(settings.theme));
  await store.set({ theme: 'dark', closedFolders: [3] });
  stop();
  await store.set({ theme: 'light' });
  expect(heard).toEqual(['dark']);
  expect(openSettings(cwd).store.get()).toEqual({ ...DEFAULT_SETTINGS, theme: 'light', closedFolders: [3] });
});

describe('a damaged file', () => {
  test.each(['{"theme": "dark"', '', '\0\0\0\0', 'not json'])('is kept beside the new one, reported, and costs no start: %j', async (text) => {
    const cwd = temporaryFolder();
    writeFileSync(fileOf(cwd), text);
    const { store, problems } = openSettings(cwd);
    expect(store.get()).toEqual(DEFAULT_SETTINGS);
    expect(problems).toEqual([{ kind: 'corrupt', path: fileOf(cwd), keptAs: expect.stringMatching(/settings\.corrupt-[\dTZ-]+\.json$/) }]);
    const [problem] = problems;
    expect(problem?.kind === 'corrupt' && readFileSync(problem.keptAs, 'utf8')).toBe(text);
    await store.set({ theme: 'dark' });
    expect(openSettings(cwd).store.get().theme).toBe('dark');
  });

  test('that was damaged while the app ran is kept too, and what the app holds is written', async () => {
    const cwd = temporaryFolder();
    const { store, problems } = openSettings(cwd);
    await store.set({ theme: 'dark' });
    writeFileSync(fileOf(cwd), '{');
    await store.set({ textSize: 20 });
    expect(problems.map((problem) => problem.kind)).toEqual(['corrupt']);
    expect(openSettings(cwd).store.get()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', textSize: 20 });
  });

  test('never replaces one that was kept before', () => {
    const cwd = temporaryFolder();
    for (const text of ['{1', '{2', '{3']) {
      writeFileSync(fileOf(cwd), text);
      openSettings(cwd);
    }
    const kept = readdirSync(cwd).filter((name) => name.startsWith('settings.corrupt-'));
    expect(kept.map((name) => readFileSync(join(cwd, name), 'utf8')).toSorted()).toEqual(['{1', '{2', '{3']);
  });
});

test('one value that is not allowed costs that value alone', () => {
  const cwd = temporaryFolder();
  writeFileSync(fileOf(cwd), JSON.stringify({ theme: 'purple', textSize: 22, place: { scope: { kind: 'nowhere' } } }));
  const { store, problems } = openSettings(cwd);
  expect(store.get()).toEqual({ ...DEFAULT_SETTINGS, textSize: 22 });
  expect(problems).toEqual([{ kind: 'invalid', path: fileOf(cwd), keys: ['theme', 'place'] }]);
});

test('what must be here is not lost where an older version wrote it, and nothing goes unasked', () => {
  const cwd = temporaryFolder();
  const offline = { folders: 'all', unreadDays: 3, budgetMb: 250, evictDays: 30 } as const;
  writeFileSync(fileOf(cwd), JSON.stringify({ offline }));
  const { store, problems } = openSettings(cwd);
  expect(store.get().offline).toEqual({ ...offline, evictUnasked: false });
  expect(problems).toEqual([]);
});

test('a key of a later version is not used and not lost', async () => {
  const cwd = temporaryFolder();
  writeFileSync(fileOf(cwd), JSON.stringify({ theme: 'dark', laterKey: 'compact' }));
  const { store, problems } = openSettings(cwd);
  await store.set({ textSize: 16 });
  expect(problems).toEqual([]);
  expect(store.get()).not.toHaveProperty('laterKey');
  expect(JSON.parse(readFileSync(fileOf(cwd), 'utf8'))).toMatchObject({ theme: 'dark', laterKey: 'compact', textSize: 16 });
});

test('a file that cannot be written is settings-failed, and what holds stays', async () => {
  const cwd = temporaryFolder();
  const { store } = openSettings(cwd);
  // A folder in the file's place: refused whoever asks, root included.
  mkdirSync(fileOf(cwd));
  writeFileSync(join(fileOf(cwd), 'x'), '');
  await expect(store.set({ theme: 'dark' })).rejects.toMatchObject({ code: 'settings-failed', detail: { path: fileOf(cwd) } });
  expect(store.get()).toEqual(DEFAULT_SETTINGS);
});

test('a file that cannot be read costs no start', () => {
  const cwd = temporaryFolder();
  mkdirSync(fileOf(cwd));
  const { store, problems } = openSettings(cwd);
  expect(store.get()).toEqual(DEFAULT_SETTINGS);
  expect(problems).toMatchObject([{ kind: 'unreadable', path: fileOf(cwd) }]);
});

test.runIf(process.platform !== 'win32')('only the profile’s owner can read the file', async () => {
  const cwd = temporaryFolder();
  await openSettings(cwd).store.set({ theme: 'dark' });
  expect(statSync(fileOf(cwd)).mode & 0o077).toBe(0);
});
