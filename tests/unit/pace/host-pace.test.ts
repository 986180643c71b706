import { expect, test } from 'vitest';
import { createHostPace } from '../../../electron/core/pace/host-pace.ts';
import { createHostQueue } from '../../../electron/core/pace/host-queue.ts';
import { SimulatedTime } from '../refresh/day/simulated-time.ts';

function paced(gapMs = 1000) {
  const time = new SimulatedTime(1_000_000);
  const pace = createHostPace({ gapMs: (host) => (host === 'here' ? 0 : gapMs), now: time.now, timers: time.timers });
  const started: [string, number][] = [];
  const ends: (() => void)[] = [];
  const queue = createHostQueue<string>({ total: 10, perHost: () => 1, pace }, (item) => {
    started.push([item, time.now() - 1_000_000]);
    const { promise, resolve } = Promise.withResolvers<void>();
    ends.push(resolve);
    return promise;
  });
  /** Ends what runs and lets its place be taken. */
  const end = async (): Promise<void> => {
    for (const resolve of ends.splice(0)) resolve();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { time, pace, queue, started, end };
}

test('a host is asked again only after its pause, and holds up nobody meanwhile', async () => {
  const { time, queue, started, end } = paced();
  for (const item of ['a1', 'a2', 'b1']) queue.push(item[0] ?? '', item);
  await end();
  queue.push('c', 'c1');
  expect(started).toEqual([['a1', 0], ['b1', 0], ['c1', 0]]);
  time.advance();
  expect(started.at(-1)).toEqual(['a2', 1000]);
});

test('a pause begins where the request ends, and outlives the queue that asked', async () => {
  const { time, pace, queue, end } = paced();
  queue.push('a', 'a1');
  time.sleep(5000);
  await end();
  expect([pace.waitMs('a'), pace.waitMs('b')]).toEqual([1000, 0]);
  const later: string[] = [];
  createHostQueue<string>({ total: 1, perHost: () => 1, pace }, async (item) => void later.push(item)).push('a', 'a2');
  expect(later).toEqual([]);
  time.advance();
  expect(later).toEqual(['a2']);
});

test('a host may wish a longer pause, and take the wish back', async () => {
  const { pace, queue, end } = paced();
  pace.slowDown('a', 30_000);
  queue.push('a', 'a1');
  await end();
  expect(pace.waitMs('a')).toBe(30_000);
  pace.slowDown('a', 0);
  expect(pace.waitMs('a')).toBe(1000);
});

test('this machine’s own servers need none', async () => {
  const { queue, started, end } = paced();
  for (const item of ['one', 'two']) queue.push('here', item);
  await end();
  expect(started).toEqual([['one', 0], ['two', 0]]);
});

test('a clock that is set back makes nobody wait', async () => {
  const { time, pace, queue, end } = paced();
  queue.push('a', 'a1');
  await end();
  time.sleep(-3_600_000);
  expect(pace.waitMs('a')).toBe(0);
});

test('what is taken back is not started by a pause that ends', async () => {
  const { time, queue, started, end } = paced();
  for (const item of ['a1', 'a2']) queue.push('a', item);
  await end();
  expect([queue.takeWaiting(), time.nextAt]).toEqual([['a2'], null]);
  expect(started).toEqual([['a1', 0]]);
});

test('two queues ask a host one after the other, however long it takes, and wait for each other’s end', async () => {
  const { time, pace, queue, started, end } = paced();
  const later: [string, number][] = [];
  const other = createHostQueue<string>({ total: 10, perHost: () => 1, pace }, async (item) => void later.push([item, time.now() - 1_000_000]));
  queue.push('a', 'slow');
  for (const item of ['a1', 'b1']) other.push(item[0] ?? '', item);
  time.sleep(60_000);
  queue.push('a', 'a2');
  expect([started, later, pace.waitMs('a')]).toEqual([[['slow', 0]], [['b1', 0]], Infinity]);
  await end();
  time.advance();
  await end();
  time.advance();
  await end();
  expect([...started, ...later].filter(([item]) => item !== 'b1').toSorted(([, a], [, b]) => a - b).map(([, at]) => at)).toEqual([0, 61_000, 62_000]);
});
