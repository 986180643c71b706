import type { SettingsStore } from '../settings.ts';

const MINUTE = 60_000;
/** The window comes first after a start. */
const SOON_MS = 3_000;
/** How often an offline app looks whether the network is back. */
const OFFLINE_MS = 2 * MINUTE;
/** Up to this share is added to each wait, so that many readers do not ask a server in the same second. */
const JITTER = 0.1;

/** Node's timers, or a test's. */
export interface Timers {
  set(run: () => void, ms: number): unknown;
  clear(timer: unknown): void;
}

const nodeTimers: Timers = {
  set: (run, ms) => setTimeout(run, ms).unref(),
  clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

export interface ScheduleOptions {
  readonly settings: SettingsStore;
  readonly now: () => number;
  /** When a refresh last reached a server, or null. */
  readonly updatedAt: () => number | null;
  readonly offline: () => boolean;
  /** Refreshes what is due; must not reject. */
  readonly run: () => Promise<void>;
  /** Hears when the next start moved. */
  readonly onMove: () => void;
  readonly timers?: Timers;
  /** 0 to 1. */
  readonly random?: () => number;
}

export interface Schedule {
  /** When the next unattended refresh starts, as epoch milliseconds; null where the person turned it off. */
  nextAt(): number | null;
  close(): void;
}

/** Starts unattended refreshes by the settings' interval, and soon after a start where the last one is older than that. */
export function createSchedule(options: ScheduleOptions): Schedule {
  const { settings, now, timers = nodeTimers, random = Math.random } = options;
  let timer: unknown = null;
  let at: number | null = null;
  let minutes = settings.get().refreshMinutes;
  let closed = false;

  const arm = (ms: number | null): void => {
    if (timer !== null) timers.clear(timer);
    timer = ms === null ? null : timers.set(() => void onTime(), ms);
    at = ms === null ? null : now() + ms;
    options.onMove();
  };

  const wait = (ms: number): number => Math.round(ms * (1 + JITTER * random()));

  const fromLast = (): number | null => {
    if (minutes === 0) return null;
    const last = options.updatedAt();
    return Math.max(SOON_MS, last === null ? 0 : wait(minutes * MINUTE) - (now() - last));
  };

  const onTime = async (): Promise<void> => {
    timer = null;
    at = null;
    await options.run();
    if (closed || minutes === 0 || timer !== null) return;
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
    close() {
      closed = true;
      stopListening();
      if (timer !== null) timers.clear(timer);
      timer = null;
      at = null;
    },
  };
}
