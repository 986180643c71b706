import { defineConfig } from 'playwright/test';
import { testBrowser } from './browser.ts';

const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/e2e',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 90_000,
  globalTimeout: 65 * 60_000,
  forbidOnly: Boolean(process.env['CI']),
  globalSetup: './global-setup.ts',
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    headless: true,
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    colorScheme: 'light',
    // A trace costs each test a third of its time: `--trace retain-on-failure` where one is wanted.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        // Resolved when the project is run, not when its tests are listed.
        launchOptions: { executablePath: testBrowser(), args: asRoot ? ['--no-sandbox'] : [], chromiumSandbox: !asRoot },
      },
    },
    // There the settings are no dialog of the window; settings-window.spec.ts is about theirs.
    { name: 'electron', grepInvert: /@settings-dialog/ },
  ],
});
