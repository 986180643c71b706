import { nodeTimers, type Timers } from '../pace/timers.ts';
import type { SettingsStore } from '../settings.ts';

const MINUTE = 60_000;
/** The window comes first after a start. */
const SOON_MS = 3_000;
/** How often an offline app looks whether the network is back. */
const OFFLINE_MS = 2 * MINUTE;
/** Up to this share is added to each wait, so that many readers do not ask a server in the same second. */
const JITTER = 0.1;
/** Timers stand still while the machine sleeps and know nothing of a clock that was set: the clock is looked at this often. */
const TICK_MS = MINUTE;
/** A tick that comes this much later or earlier by the clock than it was set for shows a sleep, or a clock that was set. */
const JUMP_MS = 2 * MINUTE;
/** The network is not there at once after a sleep. */
const AFTER_SLEEP_MS = 10_000;
/** Ticks in time after word of a sleep show that the machine is awake although nobody said so. */
const AWAKE_TICKS = 5;

export interface ScheduleOptions {
  readonly settings: SettingsStore;
  readonly now: () => number;
  /** When a refresh last reached a server, or null. */
  readonly updatedAt: () => number | null;
  readonly offline: () => boolean;
  /** Refreshes what is due; must not reject. `resumed`: the first after a sleep, when more than usual is due at once. */
  readonly run: (start: { readonly resumed: boolean }) => Promise<void>;
  /** Hears when the next start moved. */
  readonly onMove: () => void;
  readonly timers?: Timers;
  /** 0 to 1. */
  readonly random?: () => number;
}

export interface Schedule {
  /** When the next unattended refresh starts, as epoch milliseconds; null where the person turned it off. */
  nextAt(): number | null;
  /** The machine goes to sleep: nothing starts until it woke. */
  sleep(): void;
  /** It woke: what is due starts soon. */
  wake(): void;
  close(): void;
}

/**
 * Starts unattended refreshes by the settings' interval, soon after a start where the last one is older than that, and soon
 * after the machine woke. Goes by the clock, and follows it when it is set.
 */
export function createSchedule(options: ScheduleOptions): Schedule {
  const { settings, now, timers = nodeTimers, random = Math.random } = options;
  let timer: unknown = null;
  let at: number | null = null;
  let tickAt = 0;
  let resumed = false;
  let minutes = settings.get().refreshMinutes;
  let closed = false;
  /** Ticks in time since the machine was said to sleep; null while it is awake. */
  let asleepFor: number | null = null;

  const tick = (least = 0): void => {
    if (timer !== null) timers.clear(timer);
    timer = null;
    if (at === null) return;
    const ms = Math.min(TICK_MS, Math.max(least, at - now()));
    tickAt = now() + ms;
    timer = timers.set(onTick, ms);
  };

  const arm = (ms: number | null): void => {
    at = ms === null ? null : now() + ms;
    tick();
    options.onMove();
  };

  const wait = (ms: number): number => Math.round(ms * (1 + JITTER * random()));

  const fromLast = (): number | null => {
    if (minutes === 0) return null;
    const last = options.updatedAt();
    return Math.max(SOON_MS, last === null ? 0 : wait(minutes * MINUTE) - Math.max(0, now() - last));
  };

  const wake = (): void => {
    asleepFor = null;
    resumed = true;
    if (at !== null) arm(Math.max(AFTER_SLEEP_MS, at - now()));
  };

  const onTick = (): void => {
    timer = null;
    if (at === null) return;
    const jump = now() - tickAt;
    if (asleepFor !== null) {
      // A machine that sleeps may run for moments: a tick that is late says no more than that.
      asleepFor = Math.abs(jump) > JUMP_MS ? 0 : asleepFor + 1;
      if (asleepFor >= AWAKE_TICKS) wake();
      else tick(TICK_MS);
    } else if (jump > JUMP_MS) wake();
    else if (jump < -JUMP_MS) arm(Math.min(at - now(), wait(minutes * MINUTE)));
    else if (now() < at) tick();
    else void onTime();
  };

  const onTime = async (): Promise<void> => {
    at = null;
    const start = { resumed };
    resumed = false;
    await options.run(start);
    if (closed || minutes === 0 || at !== null) return;
    arm(wait(options.offline() ? Math.min(OFFLINE_MS, minutes * MINUTE) : minutes * MINUTE));
  };

  const stopListening = settings.onChange((changed) => {
    if (changed.refreshMinutes === minutes) return;
    minutes = changed.refreshMinutes;
    arm(fromLast());
  });

  arm(fromLast());
  return {
    nextAt: () => at,
    sleep() {
      asleepFor = 0;
      tick(TICK_MS);
    },
    wake,
    close() {
      closed = true;
      stopListening();
      if (timer !== null) timers.clear(timer);
      timer = null;
      at = null;
    },
  };
}
