import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { OUT } from './out.ts';

/** The built loopback door as a process of its own. */
export interface LoopbackProcess {
  readonly child: ChildProcess;
  /** Every line of its standard output so far. */
  readonly lines: readonly string[];
  /** Its standard error so far. */
  readonly said: () => string;
  /** The address that it printed when it was ready. Rejects where it ended before. */
  readonly ready: Promise<string>;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** @param args - `--no-window` unless others are given */
export function startLoopback(profile: string, args: readonly string[] = ['--no-window'], env: NodeJS.ProcessEnv = {}): LoopbackProcess {
  const child = spawn(process.execPath, [join(OUT, 'loopback.cjs'), '--profile', profile, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const lines: string[] = [];
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals | null);
  const ready = new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      const address = /^Monazite is ready at (\S+)$/.exec(line)?.[1];
      if (address) resolve(address);
    });
    child.on('close', () => reject(new Error(`The loopback door ended before it was ready: ${said}`)));
  });
  // Whoever only waits for the end need not hear of a start that failed.
  ready.catch(() => {});
  return { child, lines, said: () => said, ready, ended };
}

/** The cookie that a printed address earns, and the address below which it counts, which ends with a slash. */
export async function enterLoopback(address: string): Promise<{ base: string; cookie: string }> {
  const response = await fetch(address, { redirect: 'manual' });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (!cookie) throw new Error(`No cookie for ${address}: ${response.status}`);
  return { base: new URL('.', address).href, cookie };
}
