import { join } from 'node:path';
import { _electron } from 'playwright/test';
import type { ElectronApplication } from 'playwright/test';
import { findElectron } from '../../../electron/launch/electron-program.mjs';
import type { Door } from './door.ts';
import type { Watch } from './watch.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** Electron's program, or null where its binary is absent. */
export function electronProgram(): string | null {
  return findElectron();
}

/** Editors run terminals with ELECTRON_RUN_AS_NODE, which makes Electron a plain Node. */
function environment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (name === 'ELECTRON_RUN_AS_NODE' || value === undefined ? [] : [[name, value]])));
}

/** Electron itself on the built app. */
export function electronDoor(executablePath: string, profile: string, watch: Watch): Door {
  let app: ElectronApplication | null = null;
  return {
    async open() {
      app = await _electron.launch({ executablePath, args: [ROOT, '--profile', profile], env: environment(), timeout: 30_000, locale: 'en-GB', timezoneId: 'Europe/London', colorScheme: 'light' });
      watch.follow(app.context());
      return app.firstWindow();
    },
    async close() {
      await app?.close();
      app = null;
    },
  };
}
