import { createRequire, registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const ROOT = resolve(import.meta.dirname, '../..');

/** Runs the built main as a desktop starts it: from another folder, with its own arguments, and with the stand-in for Electron. */
export function runMain(main: string, args: readonly string[]): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' ? { url: pathToFileURL(join(ROOT, 'tests/fakes/electron.ts')).href, shortCircuit: true } : next(specifier, context),
  });
  process.chdir('/');
  process.argv = [process.execPath, main, ...args];
  createRequire(main)(main);
}

/** Resolves when it holds, asked again and again; rejects after 20 seconds. */
export async function untilAsync(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await new Promise((done) => { setTimeout(done, 10); });
  }
}

/** Resolves when it holds; rejects after 20 seconds. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await new Promise((done) => { setTimeout(done, 10); });
  }
}
