import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { requestsOfWords, type OpenRequest } from './desktop/open-request.ts';

/** What the person asked for on the command line. Crosses to a running instance, so plain data only. */
export interface AppArgs {
  /** Absolute; null where the person's own profile is meant. */
  readonly profile: string | null;
  readonly smokeTest: boolean;
  readonly disableGpu: boolean;
  /** The system started the app when the person signed in. */
  readonly atLogin: boolean;
  /** Links and files that another program hands over. */
  readonly open: readonly OpenRequest[];
}

/**
 * Reads the arguments after the program's own, and resolves paths now: another instance has another working folder.
 * Chromium's own switches and words that name nothing of ours are passed over.
 */
export function appArgs(argv: readonly string[], cwd: string): AppArgs {
  const { values, positionals } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: {
      profile: { type: 'string' },
      'smoke-test': { type: 'boolean' },
      'disable-gpu': { type: 'boolean' },
      'at-login': { type: 'boolean' },
    },
  });
  return {
    profile: typeof values.profile === 'string' && values.profile !== '' ? resolve(cwd, values.profile) : null,
    smokeTest: values['smoke-test'] === true,
    disableGpu: values['disable-gpu'] === true,
    atLogin: values['at-login'] === true,
    open: requestsOfWords(positionals, cwd),
  };
}
