import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { ReaderError } from '../contract/errors.ts';

const APP_NAME = 'Monazite';

/** The folder that Electron calls userData for this app, so that every door opens the same library. */
export function defaultProfile(platform: NodeJS.Platform = process.platform, env: NodeJS.ProcessEnv = process.env, home: string = homedir()): string {
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', APP_NAME);
    case 'win32':
      return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), APP_NAME);
    default:
      return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), APP_NAME);
  }
}

/** The profile that `--profile <dir>` or `--profile=<dir>` names, absolute, else the default one. Throws `invalid-argument` where the folder is missing from the line. */
export function profileFromArgs(argv: readonly string[]): string {
  const at = argv.findLastIndex((argument) => argument === '--profile' || argument.startsWith('--profile='));
  if (at < 0) return defaultProfile();
  const argument = argv[at] ?? '';
  const folder = argument === '--profile' ? argv[at + 1] : argument.slice('--profile='.length);
  if (!folder || folder.startsWith('--')) {
    throw new ReaderError('invalid-argument', '--profile needs a folder', { path: 'profile' });
  }
  return resolve(folder);
}

/** Makes the profile folder, readable by its owner alone, where it is missing. Throws `profile-unwritable` (detail.path, detail.reason). */
export function openProfile(profile: string): void {
  try {
    mkdirSync(profile, { recursive: true, mode: 0o700 });
    accessSync(profile, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    const why = reason === 'EEXIST' || reason === 'ENOTDIR' ? 'a file stands in its place' : reason;
    throw new ReaderError('profile-unwritable', `The profile folder cannot be written: ${profile} (${why})`, { path: profile, reason }, { cause: error });
  }
}
