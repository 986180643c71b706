/** Late enough for nobody to wait for it, and often enough after a sleep. */
const TICK_MS = 60_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;
let told = '';

const readDay = (): string => new Date().toDateString();

/** The day of now by the clock of the machine, as one name; while anyone listens, the one that they were last told. */
export function dayNow(): string {
  return timer === null ? readDay() : told;
}

function tick(): void {
  const day = readDay();
  if (day === told) return;
  told = day;
  for (const listener of listeners) listener();
}

/**
 * Tells within a minute that another day has begun: then the time of today becomes the date of yesterday. One timer for all
 * who listen; a minute by minute look at the clock also sees a machine that slept, or whose clock was set. Returns the way to stop listening.
 */
export function onDayChange(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === null) {
    told = readDay();
    timer = setInterval(tick, TICK_MS);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}
