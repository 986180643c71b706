import type { FullConfig } from 'playwright/test';
import { ensureBuilt } from '../../electron/build/build.mjs';
import { electronProgram } from './app/electron-door.ts';

/** The tests drive the built app; what is stale is built first. Says aloud what will not be run. */
// Playwright asks for a default export.
// oxlint-disable-next-line import/no-default-export
export default async function globalSetup(config: FullConfig): Promise<void> {
  await ensureBuilt();
  if (config.projects.some((project) => project.name === 'electron') && electronProgram() === null) {
    console.error('SKIPPED: every test of the project "electron", since Electron\u2019s binary is not on this machine. "npx install-electron" fetches it.');
  }
}
