/** Counts checks and says each one, for scripts that end with `N passed, N failed`. */
export interface Checks {
  /** Runs one check; what it throws is its failure. Resolves to whether it held. */
  readonly check: (name: string, run: () => void | Promise<void>) => Promise<boolean>;
  /** Prints the last line. Returns the number of failures. */
  readonly end: () => number;
}

const CHECK_MS = 150_000;

/** @param limitMs after which the whole script is ended as failed, whatever hangs. */
export function createChecks(limitMs: number): Checks {
  let passed = 0;
  let failed = 0;
  const fail = (name: string, error: unknown): void => {
    failed++;
    console.log(`not ok  ${name}\n        ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  };
  const watchdog = setTimeout(() => {
    fail('in time', `not done within ${limitMs} ms`);
    console.log(`${passed} passed, ${failed} failed`);
    process.exit(1);
  }, limitMs);
  return {
    async check(name, run) {
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(() => late.reject(new Error(`not done within ${CHECK_MS} ms`)), CHECK_MS);
      try {
        await Promise.race([run(), late.promise]);
        passed++;
        console.log(`ok      ${name}`);
        return true;
      } catch (error) {
        fail(name, error);
        return false;
      } finally {
        clearTimeout(timer);
      }
    },
    end() {
      clearTimeout(watchdog);
      if (passed + failed === 0) fail('there is something to check', 'no check ran');
      console.log(`${passed} passed, ${failed} failed`);
      return failed;
    },
  };
}
