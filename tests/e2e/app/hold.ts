import type { Page } from 'playwright/test';

export interface Held {
  /** How many answers are held. */
  readonly count: () => number;
  /** Lets the n-th answer go, from 0; without a number all, and holds none from now on. Resolves once they are given. */
  readonly release: (nth?: number) => Promise<void>;
}

/** Has the engine do what the window asks of it by `method`, and keeps its answers back until they are released. */
export async function holdAnswers(page: Page, method: string): Promise<Held> {
  const gates: PromiseWithResolvers<void>[] = [];
  const given: Promise<void>[] = [];
  let isOpen = false;
  await page.route(`**/call/${method}`, async (route) => {
    if (isOpen) {
      await route.continue();
      return;
    }
    const gate = Promise.withResolvers<void>();
    const done = Promise.withResolvers<void>();
    const response = await route.fetch();
    gates.push(gate);
    given.push(done.promise);
    await gate.promise;
    // The page may be gone by now.
    await route.fulfill({ response }).catch(() => undefined);
    done.resolve();
  });
  return {
    count: () => gates.length,
    release: async (nth) => {
      if (nth === undefined) isOpen = true;
      const wanted = nth === undefined ? gates.map((_, index) => index) : [nth];
      for (const one of wanted) gates[one]?.resolve();
      for (const one of wanted) await given[one];
    },
  };
}
