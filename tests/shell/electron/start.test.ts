import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { app, powerMonitor } from 'electron';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { appArgs } from '../../../electron/shell/app-args.ts';
import { chooseFolders } from '../../../electron/shell/app-folders.ts';
import { manageLifetime } from '../../../electron/shell/app-lifetime.ts';
import { followPower } from '../../../electron/shell/power.ts';
import { createProblemLog } from '../../../electron/shell/problem-log.ts';
import { fake } from '../../fakes/electron.ts';

const dir = mkdtempSync(join(tmpdir(), 'monazite-start-'));
afterAll(() => rmSync(dir, { recursive: true }));
beforeEach(() => fake.reset());

describe('the command line', () => {
  test('paths are resolved at once, against the folder of whoever typed them', () => {
    expect(appArgs(['.', '--profile', 'mine'], '/home/a')).toEqual({ profile: resolve('/home/a/mine'), smokeTest: false, disableGpu: false, atLogin: false, open: [] });
    expect(appArgs(['--profile=/b/c'], '/').profile).toBe(resolve('/b/c'));
  });

  test('switches of Chromium and stray words are passed over', () => {
    expect(appArgs(['--no-sandbox', '--remote-debugging-port=0', 'https://example.com', '--smoke-test', '--disable-gpu', '-psn_0_1'], '/')).toEqual({ profile: null, smokeTest: true, disableGpu: true, atLogin: false, open: [] });
  });

  test('a profile without a folder is none', () => {
    expect(appArgs(['--profile'], '/').profile).toBeNull();
    expect(appArgs(['--profile='], '/').profile).toBeNull();
  });
});

describe('the folders', () => {
  test('the profile is where everything goes, with Chromium in a folder of its own', () => {
    const profile = join(dir, 'a', 'profile');
    expect(chooseFolders(app, { profile, smokeTest: false }, () => {})).toBe(profile);
    expect(fake.app.paths).toMatchObject({ userData: profile, sessionData: join(profile, 'chromium') });
  });

  test('a profile that cannot be made is reported, and left for the engine to tell', () => {
    const problems: string[] = [];
    const profile = join(dir, 'no\0where');
    expect(chooseFolders(app, { profile, smokeTest: false }, (problem) => problems.push(problem))).toBe(profile);
    expect(problems).toHaveLength(1);
  });

  test('the smoke test leaves the person’s own profile alone', () => {
    const profile = chooseFolders(app, { profile: null, smokeTest: true }, () => {});
    expect(profile.startsWith(join(tmpdir(), 'monazite-smoke-'))).toBe(true);
    expect(existsSync(profile)).toBe(true);
  });
});

test('problems are kept in a file of the profile, one entry each', () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const log = createProblemLog(join(dir, 'logs'), () => new Date(0));
  log('first\nwith a stack');
  log('second');
  written.mockRestore();
  expect(readFileSync(join(dir, 'logs', 'monazite.log'), 'utf8')).toBe('1970-01-01T00:00:00.000Z first\n  with a stack\n1970-01-01T00:00:00.000Z second\n');
});

/** Opens the app with such an engine; the answer fills with what then happens. */
function start(closeEngine: () => Promise<void>): string[] {
  const done: string[] = [];
  const opened = manageLifetime({
    app,
    platform: 'linux',
    windows: () => 1,
    openWindow: () => done.push('open'),
    showWindow: () => done.push('show'),
    closeEngine,
    closeMs: 20,
    onProblem: (problem) => done.push(problem),
  });
  app.on('quit', () => done.push('quit'));
  fake.ready();
  opened();
  return done;
}

test('sleep and waking are told once Electron is ready', () => {
  fake.ready();
  const told: string[] = [];
  followPower(powerMonitor, (state) => told.push(state));
  fake.power('suspend');
  fake.power('resume');
  expect(told).toEqual(['asleep', 'awake']);
});

describe('the app’s life', () => {
  test('quits after the engine has closed', async () => {
    const engine = Promise.withResolvers<void>();
    const done = start(() => engine.promise);
    app.emit('second-instance');
    app.emit('window-all-closed');
    expect(done).toEqual(['open', 'show']);
    engine.resolve();
    await vi.waitFor(() => expect(done).toEqual(['open', 'show', 'quit']));
  });

  test('quits although the engine fails to close', async () => {
    const done = start(() => Promise.reject(new Error('disk gone')));
    app.quit();
    await vi.waitFor(() => expect(done.at(-1)).toBe('quit'));
    expect(done.join()).toContain('disk gone');
  });

  test('quits although the engine never closes', async () => {
    const done = start(() => new Promise(() => {}));
    app.quit();
    expect(done).toEqual(['open']);
    await vi.waitFor(() => expect(done.at(-1)).toBe('quit'));
    expect(done.join()).toContain('did not close within 20 ms');
  });
});
