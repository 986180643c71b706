import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ReaderEvent } from '../../../electron/contract/api.ts';
import type { RefreshProgress } from '../../../electron/contract/model.ts';
import { ReaderError } from '../../../electron/contract/errors.ts';
import { startEngine, type EngineClient } from '../../../electron/shell/engine-client.ts';
import { feed, rss, startFeedServer } from '../refresh/feed-server.ts';
import { memorySettings } from '../reader/reading-room.ts';

const enginePath = join(import.meta.dirname, '../../../electron/engine.ts');
let profile: string;
const open: (() => Promise<unknown>)[] = [];

beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'engine-'));
});

afterEach(async () => {
  vi.useRealTimers();
  for (const close of open.splice(0).toReversed()) await close();
  rmSync(profile, { recursive: true, force: true });
});

async function anEngine(patch: { path?: string; settings?: ReturnType<typeof memorySettings>; unattended?: boolean } = {}): Promise<EngineClient> {
  const info = { version: '1.2.3', door: 'command', platform: process.platform, profile } as const;
  const engine = await startEngine({
    enginePath: patch.path ?? enginePath,
    data: { profile, info, unattended: patch.unattended ?? false },
    settings: patch.settings ?? memorySettings(),
  });
  open.push(() => engine.close());
  return engine;
}

/** A worker that does as told, in place of the engine. */
function aScript(text: string): string {
  const path = join(profile, 'worker.mjs');
  writeFileSync(path, `import { parentPort } from 'node:worker_threads';\n${text}`);
  return path;
}

const READY = `parentPort.postMessage({ kind: 'ready', error: null });`;

describe('the engine in its thread', () => {
  test('subscribes, refreshes, lists, and tells events', async () => {
    const server = await startFeedServer();
    open.push(() => server.close());
    const engine = await anEngine();
    const events: ReaderEvent[] = [];
    engine.onEvent((event) => events.push(event));
    expect(engine.openError).toBeNull();
    const url = server.on('/feed', feed(() => rss('outlet', ['one', 'two'])));
    expect(await engine.call('subscribe', { url })).toMatchObject({ ok: true, value: { added: 2 } });
    expect(await engine.call('refresh', {})).toMatchObject({ ok: true, value: { asked: 1, notModified: 1, failed: [] } });
    expect(await engine.call('listArticles', { scope: { kind: 'all' }, limit: 5 })).toMatchObject({ ok: true, value: { total: 2 } });
    expect(await engine.call('nonsense', {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
    expect(events).toContainEqual({ kind: 'feeds', feedIds: 'many' });
    expect(server.requests[0]?.headers['user-agent']).toBe('Monazite/1.2.3');
  });

  test('reads and writes the settings of the door', async () => {
    const settings = memorySettings();
    const engine = await anEngine({ settings });
    expect(await engine.call('setSettings', { theme: 'dark' })).toMatchObject({ ok: true, value: { theme: 'dark' } });
    expect(settings.get().theme).toBe('dark');
    await settings.set({ language: 'zh-CN' });
    expect(await engine.call('getSettings', {})).toMatchObject({ ok: true, value: { theme: 'dark', language: 'zh-CN' } });
  });

  test('answers with settings-failed where the door cannot write them', async () => {
    const settings = { ...memorySettings(), set: () => Promise.reject(new ReaderError('settings-failed', 'read-only', { path: 'x' })) };
    const engine = await anEngine({ settings });
    expect(await engine.call('setSettings', { theme: 'dark' })).toEqual({ ok: false, error: { code: 'settings-failed', message: 'read-only', detail: { path: 'x' } } });
  });

  test('a library that is held elsewhere is told by every call but those about the app', async () => {
    await anEngine();
    const second = await anEngine();
    expect(second.openError).toMatchObject({ code: 'profile-in-use' });
    expect(await second.call('counts', {})).toMatchObject({ ok: false, error: { code: 'profile-in-use' } });
    expect(await second.call('appInfo', {})).toMatchObject({ ok: true, value: { version: '1.2.3' } });
    expect(await second.call('setSettings', { theme: 'dark' })).toMatchObject({ ok: true });
  });

  test('closed, it gives the library free and answers engine-stopped', async () => {
    const first = await anEngine();
    await first.call('createFolder', { title: 'Kept' });
    await first.close();
    expect(await first.call('counts', {})).toMatchObject({ ok: false, error: { code: 'engine-stopped' } });
    const second = await anEngine();
    expect(second.openError).toBeNull();
    expect(await second.call('listFeeds', {})).toMatchObject({ ok: true, value: { folders: [{ title: 'Kept' }] } });
  });
});

test('an engine that hears of sleep starts nothing, and what is due some time after waking', async () => {
  const engine = await anEngine({ unattended: true });
  engine.power('asleep');
  const wokeAt = Date.now();
  engine.power('awake');
  const progress = await engine.call('refreshProgress', {});
  expect(progress.ok && (progress.value as RefreshProgress).nextAt).toBeGreaterThanOrEqual(wokeAt + 10_000);
});

describe('an engine that is closed', () => {
  test('ends by itself', async () => {
    const server = await startFeedServer();
    open.push(() => server.close());
    const engine = await anEngine();
    expect(await engine.call('subscribe', { url: server.on('/feed', feed(() => rss('outlet', ['one']))) })).toMatchObject({ ok: true });
    // With the clock stopped, the moment at which it would be terminated never comes.
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    await engine.close();
    expect(await engine.call('counts', {})).toMatchObject({ error: { code: 'engine-stopped' } });
  });

  test('is terminated where it stays although it said that it was done', async () => {
    const engine = await anEngine({ path: aScript(`${READY} parentPort.on('message', () => parentPort.postMessage({ kind: 'closed' }));`) });
    await engine.close();
    expect(await engine.call('counts', {})).toMatchObject({ error: { code: 'engine-stopped' } });
  });
});

describe('an engine that dies', () => {
  test('answers every waiting call, and every later one, with engine-stopped', async () => {
    const engine = await anEngine({ path: aScript(`${READY} let calls = 0; parentPort.on('message', () => { calls += 1; if (calls === 2) process.exit(3); });`) });
    const waiting = [engine.call('counts', {}), engine.call('counts', {})];
    for (const call of waiting) expect(await call).toMatchObject({ ok: false, error: { code: 'engine-stopped' } });
    expect(await engine.call('counts', {})).toMatchObject({ ok: false, error: { code: 'engine-stopped' } });
    await engine.close();
  });

  test('before it is ready is an open error', async () => {
    const engine = await anEngine({ path: aScript(`throw new Error('broken build');`) });
    expect(engine.openError).toMatchObject({ code: 'engine-stopped', message: expect.stringContaining('broken build') });
  });
});
