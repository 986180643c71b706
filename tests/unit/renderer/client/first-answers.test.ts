import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetFirstAnswers } from '../../../../renderer/client/first-answers.ts';
import { askFirst, call } from '../../../../renderer/client/transport.ts';
import { installFakeReader } from '../fake-reader.ts';

const reader = installFakeReader();

function first(...calls: readonly (readonly [string, object, unknown])[]): object {
  return { calls: calls.map(([method, args, value]) => ({ method, args, answer: { ok: true, value } })) };
}

function asked(): readonly string[] {
  return reader.asked.map(({ method }) => method);
}

describe('what the first screen asks', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    reader.asked.length = 0;
    reader.answer('counts', () => ({ unread: 2 }));
  });

  afterEach(() => {
    vi.runAllTimers();
    vi.useRealTimers();
    forgetFirstAnswers();
  });

  it('is asked at once and answered from that, each of it one time', async () => {
    reader.answer('firstScreen', () => first(['counts', {}, { unread: 1 }]));
    await askFirst();
    expect(await call('counts', {})).toEqual({ unread: 1 });
    expect(asked()).toEqual(['firstScreen']);
    expect(await call('counts', {})).toEqual({ unread: 2 });
  });

  it('answers a call with the same arguments alone', async () => {
    reader.answer('firstScreen', () => first(['getArticle', { articleId: 1 }, { id: 1 }]));
    reader.answer('getArticle', ({ articleId }: { readonly articleId: number }) => ({ id: articleId }));
    await askFirst();
    expect(await call('getArticle', { articleId: 2 })).toEqual({ id: 2 });
    expect(asked()).toEqual(['firstScreen', 'getArticle']);
  });

  it('says of each call why it failed', async () => {
    reader.answer('firstScreen', () => ({ calls: [{ method: 'counts', args: {}, answer: { ok: false, error: { code: 'database-damaged', message: 'cut', detail: {} } } }] }));
    await askFirst();
    await expect(call('counts', {})).rejects.toMatchObject({ code: 'database-damaged' });
  });

  it('is old once anything changed, or a while later', async () => {
    reader.answer('firstScreen', () => first(['counts', {}, { unread: 1 }]));
    await askFirst();
    reader.emit({ kind: 'articles', feedIds: [1] });
    expect(await call('counts', {})).toEqual({ unread: 2 });
    await askFirst();
    vi.advanceTimersByTime(5000);
    expect(await call('counts', {})).toEqual({ unread: 2 });
  });

  it('is asked call by call where it cannot be had at once', async () => {
    reader.answer('firstScreen', () => {
      throw { code: 'engine-stopped', message: 'gone', detail: {} };
    });
    await askFirst();
    expect(await call('counts', {})).toEqual({ unread: 2 });
  });
});
