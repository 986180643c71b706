import { beforeEach, describe, expect, test } from 'vitest';
import { ipcMain } from 'electron';
import type { CallAnswer } from '../../../electron/contract/api.ts';
import { broadcast, serveCalls } from '../../../electron/shell/electron-ipc.ts';
import { fake } from '../../fakes/electron.ts';
import { invoke, type FakeFrame } from '../../fakes/electron-parts/ipc.ts';

const page: FakeFrame = { url: 'app://bundle/', parent: null };
let calls: [string, unknown][];
let problems: string[];

beforeEach(() => {
  fake.reset();
  calls = [];
  problems = [];
  serveCalls({
    ipcMain,
    origin: 'app://bundle',
    reader: {
      async call(method, args) {
        calls.push([method, args]);
        if (method === 'broken') throw new Error('the thread is gone');
        return { ok: true, value: { seen: args } };
      },
    },
    onProblem: (problem) => problems.push(problem),
  });
});

const ask = (frame: FakeFrame | null, ...args: unknown[]): Promise<CallAnswer> => invoke(frame, 'reader:call', ...args) as Promise<CallAnswer>;

describe('calls of the window', () => {
  test('reach the engine with their arguments, and its answer comes back', async () => {
    expect(await ask(page, 'getArticle', { articleId: 3 })).toEqual({ ok: true, value: { seen: { articleId: 3 } } });
    expect(calls).toEqual([['getArticle', { articleId: 3 }]]);
  });

  test.each<[string, FakeFrame | null]>([
    ['a frame that is gone', null],
    ['a frame inside our page', { url: 'app://bundle/', parent: page }],
    ['another page', { url: 'https://example.com/', parent: null }],
    ['a host that begins as ours does', { url: 'app://bundle.evil.example/', parent: null }],
    ['a page without an origin', { url: 'about:blank', parent: null }],
  ])('%s is refused, and the engine never hears of it', async (_who, frame) => {
    expect(await ask(frame, 'counts', {})).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(calls).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  test.each([[undefined], [''], [42], [{}], ['x'.repeat(65)]])('a method named %j is unknown', async (method) => {
    expect(await ask(page, method, {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
    expect(calls).toEqual([]);
  });

  test('an engine that fails is an answer, not a rejection that the page could not read', async () => {
    expect(await ask(page, 'broken', {})).toMatchObject({ ok: false, error: { code: 'engine-stopped' } });
    expect(problems).toHaveLength(1);
  });

  test('only one channel listens', () => {
    expect([...fake.invokeHandlers.keys()]).toEqual(['reader:call']);
  });
});

test('an event reaches every window that still has its page', () => {
  const sent: unknown[][] = [];
  const contents = (destroyed: boolean) => ({ webContents: { isDestroyed: () => destroyed, send: (...args: unknown[]) => void sent.push(args) } });
  broadcast([contents(false), contents(true), contents(false)], { kind: 'feeds', feedIds: [1] });
  expect(sent).toEqual([['reader:event', { kind: 'feeds', feedIds: [1] }], ['reader:event', { kind: 'feeds', feedIds: [1] }]]);
});
