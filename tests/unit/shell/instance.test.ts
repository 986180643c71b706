import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findInstance } from '../../../electron/shell/instance-client.ts';
import { startInstanceEndpoint } from '../../../electron/shell/instance-endpoint.ts';
import type { InstanceEndpoint } from '../../../electron/shell/instance-endpoint.ts';
import { temporaryFolder } from './temporary-folder.ts';

const fileOf = (profile: string): string => join(profile, 'instance.json');

function socketOf(profile: string): string {
  return (JSON.parse(readFileSync(fileOf(profile), 'utf8')) as { socket: string }).socket;
}

async function openEndpoint(profile: string): Promise<InstanceEndpoint> {
  const endpoint = await startInstanceEndpoint({
    profile,
    call: async (method, args) => (method === 'broken' ? { ok: false, error: { code: 'internal', message: 'no', detail: {} } } : { ok: true, value: { method, args } }),
    activate: async () => ({ door: 'loopback', address: 'http://127.0.0.1:1/?token=t' }),
  });
  onTestFinished(() => endpoint.close());
  return endpoint;
}

test('another process asks the instance that holds the profile, and can wake it', async () => {
  const profile = temporaryFolder();
  expect(await findInstance(profile)).toBeNull();
  await openEndpoint(profile);
  const instance = await findInstance(profile);
  expect(await instance?.call('listFeeds', { a: '稀土' })).toEqual({ ok: true, value: { method: 'listFeeds', args: { a: '稀土' } } });
  expect(await instance?.call('broken', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(await instance?.activate()).toEqual({ door: 'loopback', address: 'http://127.0.0.1:1/?token=t' });
});

test('a closed instance leaves nothing to be found, and touches nothing else in the profile', async () => {
  const profile = temporaryFolder();
  writeFileSync(join(profile, 'library.db'), 'kept');
  const endpoint = await openEndpoint(profile);
  const socket = socketOf(profile);
  await endpoint.close();
  expect(await findInstance(profile)).toBeNull();
  expect(existsSync(fileOf(profile))).toBe(false);
  expect(existsSync(socket)).toBe(false);
  expect(readFileSync(join(profile, 'library.db'), 'utf8')).toBe('kept');
});

test.each(['', '{', '[]', '{"pid":1}', JSON.stringify({ pid: 1, socket: '/nowhere/instance.sock', secret: 'x'.repeat(43) })])(
  'what a killed instance left is harmless: %j',
  async (left) => {
    const profile = temporaryFolder();
    writeFileSync(fileOf(profile), left);
    writeFileSync(join(profile, 'instance.sock'), '');
    expect(await findInstance(profile)).toBeNull();
    await openEndpoint(profile);
    expect(await findInstance(profile)).not.toBeNull();
  },
);

test('an instance that ends before it has answered is told as a stopped engine', async () => {
  const profile = temporaryFolder();
  const asked = Promise.withResolvers<void>();
  const endpoint = await startInstanceEndpoint({
    profile,
    call() {
      asked.resolve();
      return new Promise(() => {});
    },
    activate: async () => ({ door: 'electron', address: null }),
  });
  const instance = await findInstance(profile);
  const answer = instance?.call('refresh', {}).catch((error: unknown) => error);
  await asked.promise;
  await endpoint.close();
  expect(await answer).toMatchObject({ code: 'engine-stopped' });
  await expect(instance?.activate()).rejects.toMatchObject({ code: 'engine-stopped' });
});

test.runIf(process.platform !== 'win32')('whoever cannot read the profile can ask nothing', async () => {
  const profile = temporaryFolder();
  await openEndpoint(profile);
  const socketPath = socketOf(profile);
  expect(statSync(fileOf(profile)).mode & 0o077).toBe(0);
  expect(statSync(socketPath).mode & 0o077).toBe(0);
  const status = await new Promise((resolve, reject) => {
    request({ socketPath, path: '/call/listFeeds', method: 'POST', headers: { authorization: 'Bearer guess' } }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end('{}');
  });
  expect(status).toBe(403);
});

test.runIf(process.platform !== 'win32')('a profile whose path is too long for a socket has its socket elsewhere', async () => {
  const profile = join(temporaryFolder(), 'x'.repeat(120));
  mkdirSync(profile);
  const endpoint = await openEndpoint(profile);
  const socket = socketOf(profile);
  expect(Buffer.byteLength(socket)).toBeLessThan(104);
  expect(await findInstance(profile)).not.toBeNull();
  await endpoint.close();
  expect(existsSync(dirname(socket))).toBe(false);
});
