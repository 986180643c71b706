import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import type { AppArgs } from './app-args.ts';
import { defaultProfile, openProfile } from './profile.ts';

/**
 * Decides where everything is kept, and tells Electron, which must know before it is ready and before the
 * single-instance lock, since that lock belongs to the folder. Chromium's own files go to a folder inside.
 * The smoke test without a profile gets a new one, which goes away with the process.
 * Returns the profile's absolute path; where it cannot be written, the engine will say so to the window.
 */
export function chooseFolders(app: Pick<App, 'setPath'>, { profile, smokeTest }: Pick<AppArgs, 'profile' | 'smokeTest'>, onProblem: (message: string) => void): string {
  if (smokeTest && profile === null) {
    const passing = mkdtempSync(join(tmpdir(), 'monazite-smoke-'));
    process.once('exit', () => rmSync(passing, { recursive: true, force: true, maxRetries: 3 }));
    return chooseFolders(app, { profile: passing, smokeTest }, onProblem);
  }
  const folder = profile ?? defaultProfile();
  try {
    openProfile(folder);
    const chromium = join(folder, 'chromium');
    mkdirSync(chromium, { recursive: true });
    app.setPath('userData', folder);
    app.setPath('sessionData', chromium);
  } catch (error) {
    onProblem(error instanceof Error ? error.message : String(error));
  }
  return folder;
}
