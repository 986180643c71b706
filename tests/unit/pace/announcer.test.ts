import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ReaderEvent } from '../../../electron/contract/api.ts';
import { createAnnouncer } from '../../../electron/core/pace/announcer.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the first event goes at once, the next are merged, the last is never lost', () => {
  const heard: ReaderEvent[] = [];
  const { announce, listen } = createAnnouncer({ onFault: () => undefined });
  listen((event) => heard.push(event));
  announce({ kind: 'articles', feedIds: [1] });
  expect(heard).toEqual([{ kind: 'articles', feedIds: [1] }]);
  announce({ kind: 'articles', feedIds: [2] });
  announce({ kind: 'refresh' });
  announce({ kind: 'articles', feedIds: [3, 2] });
  announce({ kind: 'refresh' });
  expect(heard).toHaveLength(1);
  vi.advanceTimersByTime(100);
  expect(heard.slice(1)).toEqual([{ kind: 'articles', feedIds: [2, 3] }, { kind: 'refresh' }]);
  vi.advanceTimersByTime(1000);
  expect(heard).toHaveLength(3);
});

test('a stream of events is told ten times a second', () => {
  const heard: ReaderEvent[] = [];
  const { announce, listen } = createAnnouncer({ onFault: () => undefined });
  listen((event) => heard.push(event));
  for (let ms = 0; ms < 1000; ms += 1) {
    announce({ kind: 'refresh' });
    vi.advanceTimersByTime(1);
  }
  expect(heard.length).toBeLessThanOrEqual(11);
  expect(heard.length).toBeGreaterThanOrEqual(10);
});

test('too many articles to name are many', () => {
  const heard: ReaderEvent[] = [];
  const { announce, listen, flush } = createAnnouncer({ onFault: () => undefined });
  listen((event) => heard.push(event));
  announce({ kind: 'status', articleIds: [1] });
  announce({ kind: 'status', articleIds: [2] });
  announce({ kind: 'status', articleIds: 'many' });
  flush();
  expect(heard).toEqual([
    { kind: 'status', articleIds: [1] },
    { kind: 'status', articleIds: 'many' },
  ]);
});

test.each(['names', 'stories', 'figures', 'status'] as const)('that many articles have other %s is not lost on the way, however few are named beside them', (kind) => {
  const heard: ReaderEvent[] = [];
  const { announce, listen, flush } = createAnnouncer({ onFault: () => undefined });
  listen((event) => heard.push(event));
  announce({ kind, articleIds: 'many' });
  announce({ kind, articleIds: [1] });
  announce({ kind, articleIds: 'many' });
  flush();
  expect(heard).toEqual([{ kind, articleIds: 'many' }, { kind, articleIds: 'many' }]);
});

test('feeds are named until many of them, or their order, changed', () => {
  const heard: ReaderEvent[] = [];
  const { announce, listen, flush } = createAnnouncer({ onFault: () => undefined });
  listen((event) => heard.push(event));
  announce({ kind: 'feeds', feedIds: [1] });
  announce({ kind: 'feeds', feedIds: [2] });
  announce({ kind: 'feeds', feedIds: [3, 2] });
  flush();
  announce({ kind: 'feeds', feedIds: [4] });
  announce({ kind: 'feeds', feedIds: [5] });
  announce({ kind: 'feeds', feedIds: 'many' });
  flush();
  announce({ kind: 'refresh' });
  announce({ kind: 'feeds', feedIds: Array.from({ length: 1001 }, (_, id) => id) });
  flush();
  expect(heard.filter(({ kind }) => kind === 'feeds')).toEqual([
    { kind: 'feeds', feedIds: [1] },
    { kind: 'feeds', feedIds: [2, 3] },
    { kind: 'feeds', feedIds: [4] },
    { kind: 'feeds', feedIds: 'many' },
    { kind: 'feeds', feedIds: 'many' },
  ]);
});

test('a listener that throws costs the others nothing, and one that left hears no more', () => {
  const faults: unknown[] = [];
  const heard: ReaderEvent[] = [];
  const { announce, listen, flush } = createAnnouncer({ onFault: (error) => faults.push(error) });
  listen(() => {
    throw new Error('broken listener');
  });
  const leave = listen((event) => heard.push(event));
  announce({ kind: 'feeds', feedIds: [1] });
  expect(heard).toEqual([{ kind: 'feeds', feedIds: [1] }]);
  expect(faults).toHaveLength(1);
  leave();
  announce({ kind: 'feeds', feedIds: [1] });
  flush();
  expect(heard).toHaveLength(1);
});
