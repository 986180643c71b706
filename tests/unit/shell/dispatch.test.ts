import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { ReaderApi } from '../../../electron/contract/api.ts';
import { ReaderError } from '../../../electron/contract/errors.ts';
import { dispatch } from '../../../electron/shell/dispatch.ts';

const api = { counts: async () => ({ all: 1 }), exportOpml: () => Promise.reject(new Error('broken')), cancelRefresh: () => Promise.reject(new ReaderError('offline', 'no network')) } as unknown as ReaderApi;

test.each([[[]], [[{}]], [null], ['{}'], [7], [true], [new Map([['a', 1]])], [new Date(0)], [new Uint8Array(4)], [new URL('app://bundle/')], [() => ({})]])('what is no plain object is no argument: %s', async (args) => {
  expect(await dispatch(api, 'counts', args)).toMatchObject({ ok: false, error: { code: 'invalid-argument', detail: { method: 'counts' } } });
});

test.each([[undefined], [{}], [Object.create(null) as object], [structuredClone({})], [runInContext('({})', createContext()) as object]])('nothing, and an object of any realm, is taken: %s', async (args) => {
  expect(await dispatch(api, 'counts', args)).toEqual({ ok: true, value: { all: 1 } });
});

test('an expected failure keeps its code, and a fault of ours is told to whoever listens', async () => {
  const faults: unknown[] = [];
  expect(await dispatch(api, 'cancelRefresh', {}, (fault) => faults.push(fault))).toMatchObject({ ok: false, error: { code: 'offline' } });
  expect(faults).toEqual([]);
  expect(await dispatch(api, 'exportOpml', {}, (fault) => faults.push(fault))).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(faults).toEqual([expect.objectContaining({ message: 'broken' })]);
});
