import { expect, test } from 'vitest';
import type { Settings } from '../../../electron/contract/model.ts';
import { createSchedule, type Timers } from '../../../electron/core/refresh/schedule.ts';
import { DEFAULT_SETTINGS, type SettingsStore } from '../../../electron/core/settings.ts';

const MINUTE = 60_000;

/** A clock that only a test moves, and the one timer that a schedule keeps. */
function clockwork(start: number) {
  let now = start;
  let pending: { run: () => void; at: number } | null = null;
  const timers: Timers = {
    set: (run, ms) => (pending = { run, at: now + ms }),
    clear: (timer) => {
      if (timer === pending) pending = null;
    },
  };
  return {
    timers,
    now: () => now,
    get pendingAt() {
      return pending?.at ?? null;
    },
    /** Moves to the pending timer and lets what it starts finish. */
    async fire() {
      const due = pending;
      if (!due) throw new Error('nothing is pending');
      pending = null;
      now = due.at;
      due.run();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

function settingsOf(initial: Partial<Settings>): SettingsStore {
  let settings: Settings = { ...DEFAULT_SETTINGS, ...initial };
  const listeners = new Set<(settings: Settings) => void>();
  return {
    get: () => settings,
    async set(patch) {
      settings = { ...settings, ...patch };
      for (const listener of listeners) listener(settings);
      return settings;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function scheduleOf({ minutes = 30, updatedAt = null as number | null, offline = false } = {}) {
  const clock = clockwork(100 * MINUTE);
  const settings = settingsOf({ refreshMinutes: minutes });
  const state = { runs: 0, updatedAt, offline };
  const schedule = createSchedule({
    settings,
    now: clock.now,
    updatedAt: () => state.updatedAt,
    offline: () => state.offline,
    run: async () => {
      state.runs += 1;
    },
    onMove: () => undefined,
    timers: clock.timers,
    random: () => 0.5,
  });
  return { clock, settings, schedule, state };
}

test('a start long after the last refresh refreshes soon, then by the interval with jitter', async () => {
  const { clock, schedule, state } = scheduleOf({ updatedAt: 10 * MINUTE });
  expect(schedule.nextAt()).toBe(100 * MINUTE + 3000);
  await clock.fire();
  expect(state.runs).toBe(1);
  expect(schedule.nextAt()).toBe(clock.now() + 31.5 * MINUTE);
});

test('a start shortly after the last refresh waits for the rest of the interval', () => {
  expect(scheduleOf({ updatedAt: 90 * MINUTE }).schedule.nextAt()).toBe(121.5 * MINUTE);
});

test('nothing starts where the person turned it off, until they turn it on', async () => {
  const { clock, settings, schedule } = scheduleOf({ minutes: 0 });
  expect([schedule.nextAt(), clock.pendingAt]).toEqual([null, null]);
  await settings.set({ refreshMinutes: 60 });
  expect(schedule.nextAt()).toBe(100 * MINUTE + 3000);
  await settings.set({ refreshMinutes: 0 });
  expect([schedule.nextAt(), clock.pendingAt]).toEqual([null, null]);
});

test('a setting of another kind leaves the time alone', async () => {
  const { settings, schedule } = scheduleOf({ updatedAt: 90 * MINUTE });
  const before = schedule.nextAt();
  await settings.set({ theme: 'dark' });
  expect(schedule.nextAt()).toBe(before);
});

test('while offline the network is looked for every other minute', async () => {
  const { clock, schedule, state } = scheduleOf({ offline: true });
  await clock.fire();
  expect(schedule.nextAt()).toBe(clock.now() + 2.1 * MINUTE);
  state.offline = false;
  await clock.fire();
  expect(schedule.nextAt()).toBe(clock.now() + 31.5 * MINUTE);
});

test('a closed schedule starts nothing more', async () => {
  const { clock, settings, schedule } = scheduleOf();
  schedule.close();
  await settings.set({ refreshMinutes: 5 });
  expect([schedule.nextAt(), clock.pendingAt]).toEqual([null, null]);
});
