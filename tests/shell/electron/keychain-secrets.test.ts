import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, safeStorage } from 'electron';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createKeychainSecrets } from '../../../electron/shell/keychain-secrets.ts';
import type { SecretStore } from '../../../electron/core/secrets.ts';
import { fake } from '../../fakes/electron.ts';

const dir = mkdtempSync(join(tmpdir(), 'monazite-secrets-'));
afterAll(() => rmSync(dir, { recursive: true }));

const SECRET = 'geheim-4711';
let path = '';
let problems: string[] = [];
let count = 0;

function open(platform: NodeJS.Platform = 'linux'): SecretStore {
  return createKeychainSecrets({ path, keychain: safeStorage, platform, ready: app.whenReady(), onProblem: (problem) => problems.push(problem) });
}

beforeEach(() => {
  fake.reset();
  problems = [];
  path = join(dir, `secrets-${++count}.json`);
});

describe('with a keychain', () => {
  test('a secret is kept encrypted, in a file that its owner alone may read, and is there after a restart', async () => {
    const secrets = open();
    const kept = secrets.set('feed:1', SECRET);
    // Asked before ready, it waits: the keychain would refuse.
    fake.ready();
    expect(await kept).toEqual({ lasting: true });
    expect(await secrets.isLasting()).toBe(true);
    expect(readFileSync(path, 'utf8')).not.toContain(SECRET);
    expect(readFileSync(path, 'utf8')).not.toContain(Buffer.from(SECRET).toString('base64'));
    expect(process.platform === 'win32' ? 0o600 : statSync(path).mode & 0o777).toBe(0o600);
    expect(await open().get('feed:1')).toBe(SECRET);
    expect(problems).toEqual([]);
  });

  test('many at once are all kept, and one that is forgotten is gone from the file', async () => {
    fake.ready();
    const secrets = open();
    await Promise.all([1, 2, 3, 4, 5].map((n) => secrets.set(`feed:${n}`, `${SECRET}-${n}`)));
    await secrets.set('feed:3', null);
    const again = open();
    expect(await Promise.all([1, 2, 3, 4, 5].map((n) => again.get(`feed:${n}`)))).toEqual([1, 2, 3, 4, 5].map((n) => (n === 3 ? null : `${SECRET}-${n}`)));
    expect(readdirSync(dir).filter((name) => name.includes('partial'))).toEqual([]);
  });

  test('what was encrypted with an old key is encrypted again when the keychain asks for it', async () => {
    fake.ready();
    await open().set('feed:1', SECRET);
    const before = readFileSync(path, 'utf8');
    fake.keychain.rotated = true;
    expect(await open().get('feed:1')).toBe(SECRET);
    expect(readFileSync(path, 'utf8')).not.toBe(before);
  });

  test('what another keychain encrypted is not there, and stays in the file', async () => {
    fake.ready();
    await open().set('feed:1', SECRET);
    const before = readFileSync(path, 'utf8');
    fake.keychain.key = Buffer.alloc(32, 1);
    expect(await open().get('feed:1')).toBeNull();
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect(problems.join()).toContain('could not be read');
  });

  test('a damaged file is kept beside, and a new one begun', async () => {
    fake.ready();
    writeFileSync(path, '{"version":1,"secrets":{"feed:1":"not base64 §"}}');
    const secrets = open();
    expect(await secrets.get('feed:1')).toBeNull();
    await secrets.set('feed:2', SECRET);
    expect(await open().get('feed:2')).toBe(SECRET);
    expect(readdirSync(dir).some((name) => name.startsWith(`secrets-${count}.json.corrupt-`))).toBe(true);
  });

  test('a file that cannot be written leaves the secret for this run', async () => {
    fake.ready();
    path = join(dir, 'no', 'such', 'folder.json');
    const secrets = open();
    expect(await secrets.set('feed:1', SECRET)).toEqual({ lasting: false });
    expect(await secrets.get('feed:1')).toBe(SECRET);
    expect(problems.join()).not.toContain(SECRET);
  });
});

describe('without one', () => {
  test.each([
    ['that Chromium can use', { available: false }, 'darwin'],
    ['but a password that every machine has', { backend: 'basic_text' }, 'linux'],
  ] as const)('%s, a secret lasts for this run and no file is written', async (_what, keychain, platform) => {
    fake.ready();
    Object.assign(fake.keychain, keychain);
    const secrets = open(platform);
    expect(await secrets.set('feed:1', SECRET)).toEqual({ lasting: false });
    expect(await secrets.isLasting()).toBe(false);
    expect(await secrets.get('feed:1')).toBe(SECRET);
    expect(existsSync(path)).toBe(false);
    expect(await open(platform).get('feed:1')).toBeNull();
  });

  test('the backend is asked for on Linux alone', async () => {
    fake.ready();
    fake.keychain.backend = 'basic_text';
    expect(await open('win32').isLasting()).toBe(true);
  });
});
