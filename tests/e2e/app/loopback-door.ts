import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright/test';
import type { Door } from './door.ts';

const ROOT = join(import.meta.dirname, '../../..');
const START_MS = 20_000;
const STOP_MS = 20_000;

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** On the port that the door before it had: any other might be one that an outlet, gone dark, has left. */
function start(profile: string, port: string): Child {
  return spawn(process.execPath, [join(ROOT, 'out/loopback.cjs'), '--profile', profile, '--no-window', '--port', port], { stdio: ['ignore', 'pipe', 'pipe'] });
}

async function address(child: Child): Promise<string> {
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const signal = AbortSignal.timeout(START_MS);
  for await (const line of createInterface({ input: child.stdout, signal })) {
    const found = /^Monazite is ready at (\S+)/.exec(line)?.[1];
    if (found) return found;
  }
  throw new Error(`the loopback door did not open: ${said}`);
}

/** The door that the build made, with a page of the given context on it. */
export function loopbackDoor(context: BrowserContext, profile: string): Door {
  let child: Child | null = null;
  let port = '0';
  return {
    async open() {
      child = start(profile, port);
      const started = child;
      // A run that is cut short takes its door with it.
      const end = (): void => void started.kill('SIGKILL');
      process.once('exit', end);
      started.once('exit', () => process.off('exit', end));
      const url = await address(child);
      ({ port } = new URL(url));
      const page = await context.newPage();
      const listening = page.waitForResponse((response) => new URL(response.url()).pathname.endsWith('/events'), { timeout: START_MS });
      await page.goto(url);
      // What a test does next must not fall between the first answers and the stream of events.
      await listening;
      return page;
    },
    async close() {
      await Promise.all(context.pages().map((page) => page.close()));
      const ending = child;
      child = null;
      if (!ending || ending.exitCode !== null) return;
      const timer = setTimeout(() => ending.kill('SIGKILL'), STOP_MS);
      ending.kill('SIGTERM');
      const [code, signal] = (await once(ending, 'exit')) as [number | null, NodeJS.Signals | null];
      clearTimeout(timer);
      // Windows has no signals: there, ending by SIGTERM is being killed.
      if (code !== 0 && process.platform !== 'win32') throw new Error(`the loopback door ended with ${code ?? signal}`);
    },
  };
}
