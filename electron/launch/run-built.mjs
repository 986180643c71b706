import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OUT } from '../build/entries.mjs';

/**
 * Runs a built entry in this process, as if it had been started by itself: no second Node to start and to wait for.
 * @param {string} name
 * @param {readonly string[]} args
 */
export async function runBuilt(name, args) {
  const path = join(OUT, `${name}.cjs`);
  process.argv = [process.execPath, path, ...args];
  await import(pathToFileURL(path).href);
}
