import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Folder of the `electron` package. Never imported as a module: its entry starts a download. */
export const ELECTRON_FOLDER = dirname(createRequire(import.meta.url).resolve('electron/package.json'));

/** Electron's program, found as its own package finds it; null where it is missing. */
export function findElectron(env = process.env) {
  const named = readPathFile();
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const program = override ? join(override, named ?? 'electron') : named && join(ELECTRON_FOLDER, 'dist', named);
  return program && existsSync(program) ? program : null;
}

function readPathFile() {
  try {
    return readFileSync(join(ELECTRON_FOLDER, 'path.txt'), 'utf8').trim();
  } catch {
    return null;
  }
}
