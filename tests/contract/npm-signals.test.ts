import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';

let profile: string;
beforeAll(() => {
  profile = mkdtempSync(join(tmpdir(), 'monazite-npm-'));
});
afterAll(() => rmSync(profile, { recursive: true, force: true }));

/** Answers once nothing listens at the address any more. */
async function gone(address: string): Promise<void> {
  for (;;) {
    try {
      await (await fetch(address, { redirect: 'manual' })).body?.cancel();
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

// npm hands a signal to its shell alone, which does not hand it on.
test.skipIf(process.platform === 'win32')('SIGTERM to npm stops the door that npm started, and leaves the profile free', async () => {
  const npm = spawn('npm', ['run', 'loopback', '--', '--no-window', '--profile', profile], { stdio: ['ignore', 'pipe', 'ignore'] });
  const address = await new Promise<string>((resolve, reject) => {
    createInterface(npm.stdout).on('line', (line) => {
      const ready = /^Monazite is ready at (\S+)$/.exec(line)?.[1];
      if (ready) resolve(ready);
    });
    npm.on('error', reject);
    npm.on('exit', () => reject(new Error('npm ended before the door was ready')));
  });
  const ended = once(npm, 'exit');
  npm.kill('SIGTERM');
  await gone(address);
  // Which of the two is told first is the system's choice.
  expect(await ended).not.toEqual([null, null]);
});
