const WINDOW_MS = 60_000;
const MAX_RELOADS = 2;

/** Whether a page that crashed is loaded again: twice a minute at most, since a page that crashes at once would loop. */
export function createCrashPolicy(now: () => number): { mayReload(): boolean } {
  let reloads: number[] = [];
  return {
    mayReload() {
      reloads = reloads.filter((at) => now() - at < WINDOW_MS);
      if (reloads.length >= MAX_RELOADS) return false;
      reloads.push(now());
      return true;
    },
  };
}
