/** What a person asked for and is still under way, so that an end can wait for it. */
export interface Awaited {
  /** Counts the work until it is done, and answers with it. */
  add<T>(work: Promise<T>): Promise<T>;
  /** Resolves when all of it is done, after `ms` in any case. */
  within(ms: number): Promise<void>;
}

export function createAwaited(): Awaited {
  const asked = new Set<Promise<unknown>>();
  return {
    add(work) {
      asked.add(work);
      const forget = (): void => void asked.delete(work);
      work.then(forget, forget);
      return work;
    },
    within: (ms) => within(ms, Promise.allSettled(asked)),
  };
}

/** Waits for work, but no longer than `ms`. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const timer = Promise.withResolvers<void>();
  const handle = setTimeout(timer.resolve, ms);
  await Promise.race([work, timer.promise]);
  clearTimeout(handle);
}
