import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';

/** A browser that ends sooner than this could not start, or has handed the window to one that ran already. */
const SOON_MS = 3000;

const QUIET_FLAGS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
  '--no-pings',
  '--password-store=basic',
  '--use-mock-keychain',
];

export interface AppWindow {
  /** Ends the browser and answers when it is gone. */
  close(): Promise<void>;
}

export interface AppWindowOptions {
  readonly browser: string;
  readonly address: string;
  readonly profile: string;
  /** The person closed the window; or, soon after the start, another process of the same browser took it over. */
  readonly onClosed: (soon: boolean) => void;
  /** The browser could not show it; `reason` is for the log. */
  readonly onFailed: (reason: string) => void;
}

/** Opens an address as a window of its own in the person's browser, which keeps nothing of ours in its own profile. */
export function openAppWindow({ browser, address, profile, onClosed, onFailed }: AppWindowOptions): AppWindow {
  const started = Date.now();
  const child = spawn(browser, appWindowArgs(browser, address, profile), { stdio: 'ignore' });
  let closing = false;
  child.on('error', (error) => onFailed(error.message));
  child.on('exit', (code, signal) => {
    if (closing) return;
    const soon = Date.now() - started < SOON_MS;
    if (soon && code !== 0) onFailed(`${basename(browser)} ended with ${code === null ? signal : `code ${code}`}`);
    else onClosed(soon);
  });
  return {
    async close() {
      closing = true;
      await end(child);
    },
  };
}

export function appWindowArgs(browser: string, address: string, profile: string, uid: number | undefined = process.getuid?.()): string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${browserFolder(browser, profile)}`,
    ...QUIET_FLAGS,
    '--window-size=1180,780',
    // Chromium refuses to run as root with its sandbox.
    ...(uid === 0 ? ['--no-sandbox', '--test-type'] : []),
  ];
}

/** Chromium from a snap sees no hidden folder of the home, and its own one alone for sure. */
function browserFolder(browser: string, profile: string): string {
  const snap = browser.startsWith('/snap/') || realPath(browser) === '/usr/bin/snap';
  return snap ? join(homedir(), 'snap', basename(browser), 'common', 'monazite') : join(profile, 'browser');
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
  await gone;
  clearTimeout(timer);
}
