import type { Page } from 'playwright/test';

export interface Held {
  /** How many answers are held. */
  readonly count: () => number;
  /** Lets them go, and holds none from now on. Resolves once they are given. */
  readonly release: () => Promise<void>;
}

/** Has the engine do what the window asks of it by `method`, in whose arguments `words` stand, and keeps its answers back until they are released. */
export async function holdAnswers(page: Page, method: string, words = ''): Promise<Held> {
  const gates: PromiseWithResolvers<void>[] = [];
  const given: Promise<void>[] = [];
  let isOpen = false;
  await page.route(`**/call/${method}`, async (route) => {
    if (isOpen || !(route.request().postData() ?? '').includes(words)) {
      await route.continue();
      return;
    }
    const gate = Promise.withResolvers<void>();
    const done = Promise.withResolvers<void>();
    const response = await route.fetch();
    gates.push(gate);
    given.push(done.promise);
    // Released while the engine was still at it.
    if (!isOpen) await gate.promise;
    // The page may be gone by now.
    await route.fulfill({ response }).catch(() => undefined);
    done.resolve();
  });
  return {
    count: () => gates.length,
    release: async () => {
      isOpen = true;
      for (const gate of gates) gate.resolve();
      for (const one of given) await one;
    },
  };
}
