import { expect, test } from 'vitest';
import { createThreadShare } from '../../../electron/core/pace/thread-share.ts';

test('a stretch ends by the clock, and a pause lets whoever waits come first', async () => {
  let at = 0;
  const share = createThreadShare({ clock: () => at, stretchMs: 4 });
  at = 3;
  expect(share.isSpent()).toBe(false);
  at = 4;
  expect(share.isSpent()).toBe(true);
  const order: string[] = [];
  setImmediate(() => order.push('another'));
  await share.pause();
  order.push('work');
  expect(order).toEqual(['another', 'work']);
  expect(share.isSpent()).toBe(false);
  at = 7;
  expect(share.isSpent()).toBe(false);
  at = 8;
  expect(share.isSpent()).toBe(true);
});

test('work that pauses after the end goes no further', async () => {
  const share = createThreadShare();
  const paused = share.pause();
  share.close();
  await expect(paused).rejects.toMatchObject({ code: 'engine-stopped' });
  await expect(share.pause()).rejects.toMatchObject({ code: 'engine-stopped' });
});
