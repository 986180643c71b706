import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the person asked for on the command line. Crosses to a running instance, so plain data only. */
export interface AppArgs {
  /** Absolute; null where the person's own profile is meant. */
  readonly profile: string | null;
  readonly smokeTest: boolean;
  readonly disableGpu: boolean;
}

/**
 * Reads the arguments after the program's own, and resolves paths now: another instance has another working folder.
 * Chromium's own switches and stray words are passed over.
 */
export function appArgs(argv: readonly string[], cwd: string): AppArgs {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: {
      profile: { type: 'string' },
      'smoke-test': { type: 'boolean' },
      'disable-gpu': { type: 'boolean' },
    },
  });
  return {
    profile: typeof values.profile === 'string' && values.profile !== '' ? resolve(cwd, values.profile) : null,
    smokeTest: values['smoke-test'] === true,
    disableGpu: values['disable-gpu'] === true,
  };
}
