import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { findBrowser } from '../../electron/shell/find-browser.ts';

const PLAYWRIGHT_MINUTES = 5;
const APT_MINUTES = 10;

function own(): string | null {
  const path = chromium.executablePath();
  return path !== '' && existsSync(path) ? path : null;
}

/** True where the command ended well within its time. What it prints is shown. */
function run(command: string, args: readonly string[], minutes: number): boolean {
  console.error(`No browser for the tests was found; trying: ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: minutes * 60_000, shell: process.platform === 'win32' }).status === 0;
}

function install(): string | null {
  if (run('npx', ['playwright', 'install', 'chromium'], PLAYWRIGHT_MINUTES) && own()) return own();
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update'], APT_MINUTES);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], APT_MINUTES);
    return findBrowser();
  }
  return null;
}

/**
 * The browser that the tests drive: Playwright's own Chromium, else this machine's Chromium, Chrome or Edge, else one
 * that is installed now. Throws, saying what to do, where none of this works.
 */
export function testBrowser(): string {
  // MONAZITE_BROWSER names one for every use.
  const found = process.env['MONAZITE_BROWSER'] ? findBrowser() : (own() ?? findBrowser());
  const path = found ?? install();
  if (path) return path;
  throw new Error(
    'The end-to-end tests need Chromium, Chrome or Edge, and none was found or could be installed. ' +
      'Install one, or run "npx playwright install chromium", or name one in MONAZITE_BROWSER.',
  );
}
