/** From nothing to a painted list, beside an empty page in the same browser. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright';
import { testBrowser } from '../e2e/browser.ts';
import { median } from './stats.ts';

export interface Startup {
  /** Milliseconds, medians. */
  readonly empty: number;
  readonly list: number;
  /** Bytes of the door's process (engine and workers included) after the list has painted. */
  readonly doorBytes: number;
}

const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

async function timed(address: () => Promise<string>, selector: string | null): Promise<number> {
  const started = performance.now();
  const launching = chromium.launch({ executablePath: testBrowser(), chromiumSandbox: process.getuid?.() !== 0 });
  const [browser, url] = await Promise.all([launching, address()]);
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: 'commit' });
  if (selector) await page.waitForSelector(selector, { timeout: 60_000 });
  await page.evaluate(painted);
  const ms = performance.now() - started;
  await browser.close();
  return ms;
}

async function openDoor(profile: string): Promise<{ address: string; child: ChildProcess }> {
  // As `npm start` sets it: what was compiled once is kept.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(profile, 'compiled') };
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../out/loopback.cjs'), '--profile', profile, '--no-window'], { stdio: ['ignore', 'pipe', 'inherit'], env });
  for await (const line of createInterface({ input: child.stdout })) {
    const match = /^Monazite is ready at (\S+)$/.exec(line);
    if (match) return { address: match[1]!, child };
  }
  throw new Error('The loopback door ended before it was ready.');
}

/** Resident bytes of a process, from Linux's /proc; 0 elsewhere. */
async function residentBytes(pid: number): Promise<number> {
  if (process.platform !== 'linux') return 0;
  const { readFile } = await import('node:fs/promises');
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}

/** `rounds` fresh starts of each, taken in turns so that both see the same machine. */
export async function measureStartup(profile: string, rounds: number): Promise<Startup> {
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<!doctype html><title>Empty</title><p>Empty'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const empty: number[] = [];
  const list: number[] = [];
  let doorBytes = 0;
  for (let round = 0; round < rounds; round++) {
    empty.push(await timed(async () => `http://127.0.0.1:${port}/`, null));
    let door: ChildProcess | null = null;
    list.push(
      await timed(async () => {
        const opened = await openDoor(profile);
        door = opened.child;
        return opened.address;
      }, '[role="option"]'),
    );
    const child = door as ChildProcess | null;
    if (!child?.pid) throw new Error('The door is gone.');
    doorBytes = await residentBytes(child.pid);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }
  server.close();
  return { empty: median(empty), list: median(list), doorBytes };
}
