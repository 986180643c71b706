import { describe, expect, test } from 'vitest';
import type { ReaderApi } from '../../../electron/contract/api.ts';
import { ReaderError } from '../../../electron/contract/errors.ts';
import { dispatch } from '../../../electron/shell/dispatch.ts';

const api = (patch: Partial<ReaderApi>): ReaderApi => patch as ReaderApi;

describe('dispatch', () => {
  test('calls the method with its checked arguments and wraps the answer', async () => {
    const calls: unknown[] = [];
    const reader = api({
      setRead: async (args) => {
        calls.push(args);
        return { changed: 2 };
      },
    });
    expect(await dispatch(reader, 'setRead', { articleIds: [1, 2], read: true })).toEqual({ ok: true, value: { changed: 2 } });
    expect(calls).toEqual([{ articleIds: [1, 2], read: true }]);
  });

  test('no arguments are an empty object', async () => {
    const reader = api({ cancelRefresh: async (args) => args });
    expect(await dispatch(reader, 'cancelRefresh', undefined)).toEqual({ ok: true, value: {} });
  });

  test.each(['close', '__proto__', 'constructor', 'toString', ''])('refuses the method %j', async (method) => {
    expect(await dispatch(api({}), method, {})).toMatchObject({ ok: false, error: { code: 'unknown-method', detail: { method } } });
  });

  test('refuses arguments of another shape, and says where', async () => {
    const answer = await dispatch(api({}), 'setRead', { articleIds: [0], read: true });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-argument', detail: { method: 'setRead', path: 'articleIds.0' } } });
  });

  test('an expected error keeps its code and detail', async () => {
    const reader = api({
      getArticle: () => Promise.reject(new ReaderError('article-missing', 'gone', { articleId: 7 })),
    });
    expect(await dispatch(reader, 'getArticle', { articleId: 7 })).toEqual({
      ok: false,
      error: { code: 'article-missing', message: 'gone', detail: { articleId: 7 } },
    });
  });

  test('a fault of ours becomes internal and is told', async () => {
    const faults: unknown[] = [];
    const broken = new TypeError('undefined is not a function');
    const reader = api({
      counts: () => {
        throw broken;
      },
    });
    const answer = await dispatch(reader, 'counts', {}, (error) => faults.push(error));
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(faults).toEqual([broken]);
  });
});
