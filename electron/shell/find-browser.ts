import { accessSync, constants, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

type Env = NodeJS.ProcessEnv;

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
  'vivaldi-stable',
];

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser', 'Vivaldi'];

const WINDOWS_PATHS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/**
 * Absolute path of a browser of Chromium's family: `MONAZITE_BROWSER`, else the person's own, else the one that
 * Playwright keeps. Null where there is none, and where `MONAZITE_BROWSER` is `none`.
 */
export function findBrowser(platform: NodeJS.Platform = process.platform, env: Env = process.env): string | null {
  const chosen = env['MONAZITE_BROWSER'];
  if (chosen) return chosen !== 'none' && isProgram(chosen) ? chosen : null;
  return [...ownBrowsers(platform, env), ...playwrightBrowsers(platform, env)].find(isProgram) ?? null;
}

function ownBrowsers(platform: NodeJS.Platform, env: Env): string[] {
  switch (platform) {
    case 'darwin':
      return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => MAC_APPS.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)));
    case 'win32':
      return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].flatMap((folder) => (folder ? WINDOWS_PATHS.map((parts) => join(folder, ...parts)) : []));
    default: {
      const folders = [...(env['PATH'] ?? '').split(delimiter).filter(Boolean), '/usr/bin', '/usr/local/bin', '/snap/bin'];
      return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
    }
  }
}

/** Full Chromium builds in Playwright's cache, newest first. */
function playwrightBrowsers(platform: NodeJS.Platform, env: Env): string[] {
  const cache = playwrightCache(platform, env);
  const revisions = namesIn(cache)
    .flatMap((name) => /^chromium-(\d+)$/.exec(name)?.[1] ?? [])
    .toSorted((a, b) => Number(b) - Number(a));
  return revisions.flatMap((revision) => {
    const folder = join(cache, `chromium-${revision}`);
    return namesIn(folder).flatMap((build) => PLAYWRIGHT_PROGRAMS.map((parts) => join(folder, build, ...parts)));
  });
}

const PLAYWRIGHT_PROGRAMS = [
  ['chrome'],
  ['chrome.exe'],
  ['Chromium.app', 'Contents', 'MacOS', 'Chromium'],
  ['Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
];

function playwrightCache(platform: NodeJS.Platform, env: Env): string {
  const chosen = env['PLAYWRIGHT_BROWSERS_PATH'];
  if (chosen && chosen !== '0') return chosen;
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'ms-playwright');
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'ms-playwright');
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'ms-playwright');
}

/** Nothing where the folder is missing or closed to us: both mean that no browser is found there. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
