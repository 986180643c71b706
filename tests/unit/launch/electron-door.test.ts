import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { doorFromArgs } from '../../../electron/launch/door-args.mjs';
import { findElectron } from '../../../electron/launch/electron-program.mjs';
import { installElectron } from '../../../electron/launch/install-electron.mjs';
import { installNote } from '../../../electron/launch/install-note.mjs';
import { runElectron } from '../../../electron/launch/run-electron.mjs';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'monazite-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function fakeElectron(folder: string, script: string): string {
  const path = join(folder, 'electron');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

test('--door is taken out of the line, and the rest goes to the door', () => {
  expect(doorFromArgs(['--profile', '/p'])).toEqual({ door: 'electron', args: ['--profile', '/p'] });
  expect(doorFromArgs(['--profile', '/p', '--door', 'loopback', '--no-window'])).toEqual({ door: 'loopback', args: ['--profile', '/p', '--no-window'] });
});

describe.runIf(process.platform !== 'win32')('Electron', () => {
  test('is run from the folder that ELECTRON_OVERRIDE_DIST_PATH names, as an app and not as Node', async () => {
    const folder = temporaryFolder();
    const program = fakeElectron(folder, `echo "$@ as-node=\${ELECTRON_RUN_AS_NODE-no}" > ${folder}/log`);
    const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: folder, ELECTRON_RUN_AS_NODE: '1' };
    expect(findElectron(env)).toBe(program);
    expect(await runElectron(program, ['--profile', '/p'], env)).toEqual({ code: 0 });
    expect(readFileSync(join(folder, 'log'), 'utf8')).toMatch(/--profile \/p as-node=no\n$/);
  });

  test('that ends at once with an error is not the end of the start', async () => {
    const program = fakeElectron(temporaryFolder(), 'exit 3');
    expect(await runElectron(program, [], { ...process.env, DISPLAY: ':0' })).toEqual({ failed: expect.any(String) });
    expect(await runElectron(join(temporaryFolder(), 'missing'), [])).toEqual({ failed: expect.stringContaining('ENOENT') });
  });
});

const newNote = (mirror?: string, now?: () => number): ReturnType<typeof installNote> => installNote(mirror, join(temporaryFolder(), 'note.json'), now);

describe('a download that failed', () => {
  test('at once is tried at the next start', () => {
    const note = newNote();
    note.write('refused', 300);
    expect(note.failedLately()).toBeNull();
  });

  test('after a long wait is not tried again that day, unless another mirror is named or it has succeeded since', () => {
    const path = join(temporaryFolder(), 'note.json');
    const at = (hours: number, mirror?: string): ReturnType<typeof installNote> => installNote(mirror, path, () => hours * 3_600_000);
    at(100).write('too slow', 120_000);
    expect(at(101).failedLately()).toBe('too slow');
    expect(at(101, 'https://mirror.example/').failedLately()).toBeNull();
    expect(at(125).failedLately()).toBeNull();
    at(101).write(null, 60_000);
    expect(at(101).failedLately()).toBeNull();
  });

  test('is told with its reason and the way to try again, without asking the network', async () => {
    const note = newNote();
    note.write('it was not there after 120 s', 120_000);
    const env = { ...process.env, ELECTRON_MIRROR: 'http://127.0.0.1:9/', MONAZITE_ELECTRON_INSTALL_SECONDS: undefined };
    expect(await installElectron(env, note)).toBe('it was not there after 120 s, within the last day; "npx install-electron" tries again');
  });
});

// Where Electron is installed, its installer has nothing to do.
describe.skipIf(findElectron() !== null)('Electron’s own installer', () => {
  test('asks the mirror that ELECTRON_MIRROR names, and is ended when its time is over', async () => {
    const asked: string[] = [];
    const mirror = createServer((request) => asked.push(request.url ?? '')).listen(0, '127.0.0.1');
    await once(mirror, 'listening');
    onTestFinished(() => {
      mirror.closeAllConnections();
      mirror.close();
    });
    const env = {
      ...process.env,
      ELECTRON_MIRROR: `http://127.0.0.1:${(mirror.address() as AddressInfo).port}/`,
      MONAZITE_ELECTRON_INSTALL_SECONDS: '2',
      electron_config_cache: temporaryFolder(),
    };
    expect(await installElectron(env, newNote())).toBe('it was not there after 2 s');
    expect(asked).toEqual([expect.stringMatching(/^\/v?45\.4\.1\/electron-v45\.4\.1-.+\.zip$/)]);
  });

  test('that reaches nobody says so at once', async () => {
    const env = { ...process.env, ELECTRON_MIRROR: 'http://127.0.0.1:9/', electron_config_cache: temporaryFolder() };
    expect(await installElectron(env, newNote())).toBe('the server that has it could not be reached');
  }, 10_000);

  test('is not asked where its time is none', async () => {
    expect(await installElectron({ ...process.env, MONAZITE_ELECTRON_INSTALL_SECONDS: '0' })).toBe('its download is turned off');
  });
});
