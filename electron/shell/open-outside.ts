import { savedFileOfPath } from './saved-file-door.ts';
import { isWithin } from './app-origin.ts';
import { openExternalSafely } from './open-external.ts';

export interface OutsideParts {
  readonly shell: {
    openPath(path: string): Promise<string>;
    openExternal(url: string, options: { readonly activate: boolean }): Promise<void>;
  };
  readonly origin: string;
  /** Where the file that a person saved lies, by its SHA-256. */
  readonly fileAt: (sha256: string) => string;
  readonly onProblem: (message: string) => void;
}

/** Opens outside of the app what its pages lead to: a saved file in its program, an address in the browser. Resolves to whether it was handed over. */
export function createOpenOutside({ shell, origin, fileAt, onProblem }: OutsideParts): (url: string, background?: boolean) => Promise<boolean> {
  return async (url, background = false) => {
    const file = isWithin(origin, url) ? savedFileOfPath(new URL(url).pathname) : null;
    if (file === null) return openExternalSafely(url, (safe) => shell.openExternal(safe, { activate: !background }), onProblem);
    const problem = await shell.openPath(fileAt(file));
    if (problem !== '') onProblem(`the system could not open a saved file: ${problem}`);
    return problem === '';
  };
}
