import { describe, expect, test } from 'vitest';
import type { Settings } from '../../../electron/contract/settings.ts';
import type { Timers } from '../../../electron/core/pace/timers.ts';
import { createSchedule } from '../../../electron/core/refresh/schedule.ts';
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
    /** Sets the clock, on or back, while the timers go on as they were. */
    set(ms: number) {
      now += ms;
      if (pending && ms < 0) pending.at += ms;
    },
    /** Moves to the pending timer, which may be overdue, and lets what it starts finish. */
    async tick() {
      const due = pending;
      if (!due) throw new Error('nothing is pending');
      pending = null;
      now = Math.max(now, due.at);
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
  const state = { runs: 0, resumed: [] as boolean[], updatedAt, offline };
  const schedule = createSchedule({
    settings,
    now: clock.now,
    updatedAt: () => state.updatedAt,
    offline: () => state.offline,
    run: async ({ resumed }) => {
      state.runs += 1;
      state.resumed.push(resumed);
    },
    onMove: () => undefined,
    timers: clock.timers,
    random: () => 0.5,
  });
  /** Lets the timers go on until the next refresh has run. */
  const fire = async (): Promise<void> => {
    const before = state.runs;
    while (state.runs === before) await clock.tick();
  };
  return { clock, settings, schedule, state, fire };
}

test('a start long after the last refresh refreshes soon, then by the interval with jitter', async () => {
  const { clock, schedule, state, fire } = scheduleOf({ updatedAt: 10 * MINUTE });
  expect(schedule.nextAt()).toBe(100 * MINUTE + 3000);
  await fire();
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
  const { clock, schedule, state, fire } = scheduleOf({ offline: true });
  await fire();
  expect(schedule.nextAt()).toBe(clock.now() + 2.1 * MINUTE);
  state.offline = false;
  await fire();
  expect(schedule.nextAt()).toBe(clock.now() + 31.5 * MINUTE);
});

test('a closed schedule starts nothing more', async () => {
  const { clock, settings, schedule } = scheduleOf();
  schedule.close();
  await settings.set({ refreshMinutes: 5 });
  expect([schedule.nextAt(), clock.pendingAt]).toEqual([null, null]);
});

const SLEPT = 3 * 60 * MINUTE;

test('after a sleep what is due is asked soon, spread, and not at the moment of waking', async () => {
  const { clock, schedule, state, fire } = scheduleOf();
  await fire();
  clock.set(SLEPT);
  await clock.tick();
  expect([state.runs, schedule.nextAt()]).toEqual([1, clock.now() + 10_000]);
  await fire();
  await fire();
  expect(state.resumed).toEqual([false, true, false]);
});

test('a sleep during which nothing came due moves nothing', async () => {
  const { clock, schedule, fire } = scheduleOf({ minutes: 600 });
  await fire();
  const before = schedule.nextAt();
  clock.set(SLEPT);
  await clock.tick();
  expect(schedule.nextAt()).toBe(before);
});

test('a clock that is set back by a day delays nothing by a day', async () => {
  const { clock, schedule, state, fire } = scheduleOf();
  await fire();
  clock.set(-24 * 60 * MINUTE);
  await clock.tick();
  expect(schedule.nextAt()).toBe(clock.now() + 31.5 * MINUTE);
  await fire();
  expect(state.runs).toBe(2);
});

describe('where the system tells of sleep', () => {
  test('nothing starts until the machine woke; then what is due starts soon, spread', async () => {
    const { clock, schedule, state, fire } = scheduleOf();
    schedule.sleep();
    await clock.tick();
    expect(state.runs).toBe(0);
    clock.set(SLEPT);
    schedule.wake();
    expect(schedule.nextAt()).toBe(clock.now() + 10_000);
    await fire();
    await fire();
    expect(state.resumed).toEqual([true, false]);
  });

  test('the moments for which a sleeping machine runs start nothing', async () => {
    const { clock, schedule, state } = scheduleOf();
    schedule.sleep();
    for (let moment = 0; moment < 20; moment++) {
      clock.set(30 * MINUTE);
      await clock.tick();
    }
    expect(state.runs).toBe(0);
    schedule.wake();
    expect(schedule.nextAt()).toBe(clock.now() + 10_000);
  });

  test('a machine of which nobody said that it woke is seen to be awake after minutes', async () => {
    const { clock, schedule, fire } = scheduleOf();
    schedule.sleep();
    const asleepAt = clock.now();
    await fire();
    expect(clock.now() - asleepAt).toBe(5 * MINUTE + 10_000);
  });

  test('word of a sleep while a refresh runs holds the next one back', async () => {
    const { clock, schedule, state, fire } = scheduleOf({ minutes: 5 });
    await fire();
    schedule.sleep();
    clock.set(SLEPT);
    await clock.tick();
    expect(state.runs).toBe(1);
    schedule.wake();
    await fire();
    expect(state.resumed).toEqual([false, true]);
  });

  test('a short sleep moves nothing that is not due', () => {
    const { schedule } = scheduleOf({ updatedAt: 90 * MINUTE });
    schedule.sleep();
    schedule.wake();
    expect(schedule.nextAt()).toBe(121.5 * MINUTE);
  });
});
