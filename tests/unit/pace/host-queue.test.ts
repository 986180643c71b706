import { describe, expect, test } from 'vitest';
import { createHostQueue } from '../../../electron/core/pace/host-queue.ts';

interface Job {
  readonly name: string;
  finish(): void;
}

/** A queue whose items end only when told; `started` in order. */
function scripted(limits: { total: number; perHost: number }) {
  const started: Job[] = [];
  const queue = createHostQueue<string>({ total: limits.total, perHost: () => limits.perHost }, (name) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    started.push({ name, finish: resolve });
    return promise;
  });
  const names = (): string[] => started.map(({ name }) => name);
  const finish = async (name: string): Promise<void> => {
    started.find((job) => job.name === name)?.finish();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { queue, names, finish };
}

describe('a host queue', () => {
  test('lets hosts take turns, each within its own limit', async () => {
    const { queue, names, finish } = scripted({ total: 3, perHost: 1 });
    for (const item of ['a1', 'a2', 'a3', 'b1', 'c1', 'd1']) queue.push(item[0] ?? '', item);
    expect(names()).toEqual(['a1', 'b1', 'c1']);
    await finish('b1');
    expect(names()).toEqual(['a1', 'b1', 'c1', 'd1']);
    await finish('a1');
    await finish('d1');
    expect(names().slice(4)).toEqual(['a2']);
  });

  test('never starts more than the total', async () => {
    const { queue, names, finish } = scripted({ total: 2, perHost: 2 });
    for (const item of ['a1', 'b1', 'c1']) queue.push(item[0] ?? '', item);
    expect(names()).toEqual(['a1', 'b1']);
    expect([queue.running, queue.waiting]).toEqual([2, 1]);
    await finish('a1');
    expect(names()).toEqual(['a1', 'b1', 'c1']);
  });

  test('starts what is wanted first before all that waits', async () => {
    const { queue, names, finish } = scripted({ total: 1, perHost: 1 });
    for (const item of ['a1', 'a2', 'b1']) queue.push(item[0] ?? '', item);
    queue.push('b', 'b0', true);
    await finish('a1');
    expect(names()).toEqual(['a1', 'b0']);
  });

  test('gives back what waits and goes on with what is added later', async () => {
    const { queue, names, finish } = scripted({ total: 1, perHost: 1 });
    for (const item of ['a1', 'a2', 'b1']) queue.push(item[0] ?? '', item);
    expect(queue.takeWaiting()).toEqual(['a2', 'b1']);
    await finish('a1');
    expect(queue.running).toBe(0);
    queue.push('c', 'c1');
    expect(names()).toEqual(['a1', 'c1']);
  });
});

/** Moves `a1` to the host of its name as soon as it starts; everything else ends when told. */
function moving(to: string, before: readonly string[], waitMs: (host: string) => number = () => 0) {
  const ended: string[] = [];
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  let moved: boolean | null = null;
  const pace = { waitMs, whenEnded: () => undefined, began: () => undefined, answered: () => undefined, ended: (host: string) => void ended.push(host), slowDown: () => undefined, timers: { set: () => null, clear: () => undefined } };
  const queue = createHostQueue<string>({ total: 3, perHost: () => 1, pace }, async (name, turn) => {
    started.push(name);
    if (name === 'a1') moved = turn.moveTo(to);
    await new Promise<void>((resolve) => ends.set(name, resolve));
  });
  for (const name of before) queue.push(name[0] ?? '', name);
  queue.push('a', 'a1');
  const finish = async (name: string): Promise<void> => {
    ends.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { queue, ended, started, finish, moved: () => moved };
}

describe('a turn that goes on at another host', () => {
  test('where that is free: it counts there, and the first is free for others', async () => {
    const { queue, ended, started, finish, moved } = moving('b', []);
    expect([moved(), ended, queue.running]).toEqual([true, ['a'], 1]);
    queue.push('b', 'b1');
    queue.push('a', 'a2');
    expect(started).toEqual(['a1', 'a2']);
    await finish('a1');
    expect([ended, started]).toEqual([['a', 'b'], ['a1', 'a2', 'b1']]);
  });

  test('not where one is being asked, one waits, or a pause is wanted', () => {
    expect(moving('b', ['b1']).moved()).toBe(false);
    expect(moving('b', ['b1', 'b2']).moved()).toBe(false);
    const paused = moving('b', [], (host) => (host === 'b' ? 500 : 0));
    expect([paused.moved(), paused.ended]).toEqual([false, []]);
  });
});
