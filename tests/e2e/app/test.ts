import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from 'playwright/test';
import type { Browser, TestInfo } from 'playwright/test';
import type { Settings } from '../../../electron/contract/settings.ts';
import { startNewsroom } from '../../newsroom/newsroom.ts';
import type { Newsroom } from '../../newsroom/newsroom.ts';
import { App } from './app.ts';
import { electronDoor, electronProgram } from './electron-door.ts';
import { loopbackDoor } from './loopback-door.ts';
import { Watch } from './watch.ts';

export { expect } from 'playwright/test';

/** Unattended refreshes are off, so that nothing happens but what a test does. */
/** Each headline a row of its own: the newsroom's sources report the same events, and specs name what they look for. */
const SETTINGS: Partial<Settings> = { refreshMinutes: 0, language: 'en', theme: 'light', stories: false, welcomed: true };

export { SETTINGS };

export interface AppFixtures {
  /** Settings that the profile starts with, over those above. */
  readonly settings: Partial<Settings>;
  readonly newsroom: Newsroom;
  readonly app: App;
}

const NO_ELECTRON = 'Electron’s binary is not on this machine, so nothing is run in Electron. "npx install-electron" fetches it.';
let told = false;

/** Skips the test, and says why once a run: a list of skipped tests alone is easily overlooked. */
function skipAloud(testInfo: TestInfo): void {
  if (!told) console.error(`SKIPPED, the whole project "electron": ${NO_ELECTRON}`);
  told = true;
  testInfo.skip(true, NO_ELECTRON);
}

interface WorkerFixtures {
  /** One browser for all tests; null where Electron is its own. */
  readonly driver: Browser | null;
}

export const test = base.extend<AppFixtures, WorkerFixtures>({
  driver: [
    async ({ playwright, launchOptions, headless }, use, workerInfo) => {
      const driver = workerInfo.project.name === 'electron' ? null : await playwright.chromium.launch({ ...launchOptions, headless });
      await use(driver);
      await driver?.close();
    },
    { scope: 'worker' },
  ],

  settings: [{}, { option: true }],

  // Playwright asks for a pattern even where a fixture uses no other.
  // oxlint-disable-next-line no-empty-pattern
  newsroom: async ({}, use) => {
    const newsroom = await startNewsroom();
    await use(newsroom);
    await newsroom.stop();
  },

  app: async ({ newsroom, settings, driver, contextOptions, viewport, locale, timezoneId, colorScheme }, use, testInfo) => {
    const electron = testInfo.project.name === 'electron';
    const program = electron ? electronProgram() : null;
    if (electron && program === null) skipAloud(testInfo);

    const profile = mkdtempSync(join(tmpdir(), 'monazite-e2e-'));
    writeFileSync(join(profile, 'settings.json'), JSON.stringify({ ...SETTINGS, ...settings }));
    const watch = new Watch();
    const context = await driver?.newContext({ ...contextOptions, viewport, locale, timezoneId, colorScheme, reducedMotion: 'reduce' });
    if (context) {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      watch.follow(context);
    }
    const door = context ? loopbackDoor(context, profile) : electronDoor(program ?? '', profile, watch);
    const app = new App({ newsroom, profile, watch, door });
    await app.open();

    await use(app);

    if (testInfo.status !== testInfo.expectedStatus && app.isOpen) await testInfo.attach('screen', { body: await app.page.screenshot(), contentType: 'image/png' });
    const faults = [...watch.faults(), ...watch.outside().map((url) => `asked outside: ${url}`)];
    await app.close();
    await context?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    if (faults.length > 0) throw new Error(`The page did what no screen may:\n${faults.join('\n')}`);
  },
});
