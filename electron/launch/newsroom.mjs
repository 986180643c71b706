import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../build/entries.mjs';

/** The same from run to run, so that what was followed in an earlier one is still there. */
const PORT = 4780;

/**
 * Starts the newsroom in a process of its own, which ends with this one.
 * @param {readonly string[]} [args] - passed on to it
 * @returns {Promise<{ url: string }>}
 */
export async function startNewsroom(args = []) {
  return (await listenOn(PORT, args)) ?? (await listenOn(0, args)) ?? Promise.reject(new Error('The newsroom could not start.'));
}

/**
 * Null where it could not listen there.
 * @param {number} port
 * @param {readonly string[]} args
 * @returns {Promise<{ url: string } | null>}
 */
function listenOn(port, args) {
  // Node 22.18 and newer run TypeScript without being asked to.
  const flags = process.features.typescript ? [] : ['--experimental-strip-types'];
  const child = spawn(process.execPath, [...flags, join(ROOT, 'tests/newsroom/serve.ts'), '--port', String(port), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  process.on('exit', () => child.kill());
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => (said += chunk));
  return new Promise((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      const url = /^Newsroom is ready at (\S+)/.exec(line)?.[1];
      if (url) resolve({ url: url.replace(/\/$/, '') });
    });
    child.on('error', () => resolve(null));
    child.on('exit', () => {
      if (said !== '' && !said.includes('EADDRINUSE')) console.error(said);
      resolve(null);
    });
  });
}
