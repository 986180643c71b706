import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dayNow, onDayChange } from '../../../renderer/words/day-clock.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 10, 18, 23, 58, 30) });
});
afterEach(() => {
  vi.useRealTimers();
});

it('tells all who listen once that a day has begun, with one timer, and stops it with the last of them', () => {
  const heard = [vi.fn<() => void>(), vi.fn<() => void>()];
  const stops = heard.map((listener) => onDayChange(listener));
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(60_000);
  expect(heard.map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  const before = dayNow();
  vi.advanceTimersByTime(10 * 60_000);
  expect(heard.map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  expect(dayNow()).not.toBe(before);
  for (const stop of stops) stop();
  expect(vi.getTimerCount()).toBe(0);
});

it('sees a day that passed while the machine slept', () => {
  const heard = vi.fn<() => void>();
  const stop = onDayChange(heard);
  vi.setSystemTime(new Date(2026, 10, 20, 8));
  vi.advanceTimersByTime(60_000);
  expect(heard).toHaveBeenCalledOnce();
  stop();
});
