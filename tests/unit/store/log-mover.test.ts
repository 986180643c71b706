import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { createLogMover } from '../../../electron/core/store/log-mover.ts';
import { testStore } from './library.ts';

afterEach(() => {
  vi.useRealTimers();
});

const CHECKPOINT = join(import.meta.dirname, '../../../electron/checkpoint.ts');

test('the thread that moves the log ends by itself', async () => {
  const store = testStore();
  const faults: unknown[] = [];
  // With the clock stopped, the moment at which it would be terminated never comes.
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const log = createLogMover(CHECKPOINT, store.profile, (fault) => faults.push(fault));
  log.written();
  vi.advanceTimersByTime(1000);
  await log.close();
  expect(faults).toEqual([]);
  store.run("INSERT INTO folders (title) VALUES ('Still open')");
});
