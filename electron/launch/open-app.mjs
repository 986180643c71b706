import { ensureBuilt } from '../build/build.mjs';
import { useCompileCache } from './compile-cache.mjs';
import { findElectron } from './electron-program.mjs';
import { installElectron } from './install-electron.mjs';
import { runBuilt } from './run-built.mjs';
import { runElectron } from './run-electron.mjs';

/**
 * Builds what is stale and opens the app: in Electron, else in the person's own browser. The Electron door answers with
 * its exit code when it is closed; the loopback door runs in this process and ends it.
 * @param {{ door: 'electron' | 'loopback', args: string[] }} options
 * @returns {Promise<number | null>} null: this process is the loopback door now
 */
export async function openApp({ door, args }) {
  useCompileCache();
  try {
    await ensureBuilt();
  } catch (error) {
    console.error(`Monazite could not be built from its sources: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
  if (door === 'electron') {
    const result = await tryElectron(args);
    if ('code' in result) return result.code;
    console.error(`Electron could not open Monazite: ${result.failed}. Opening it in a browser of this machine instead.`);
  }
  await runBuilt('loopback', args);
  return null;
}

/** @param {string[]} args @returns {Promise<{ code: number } | { failed: string }>} */
async function tryElectron(args) {
  let program = findElectron();
  if (!program) {
    const failed = await installElectron();
    program = findElectron();
    if (!program) return { failed: `its program could not be fetched (${failed ?? 'its installer brought nothing'})` };
  }
  return runElectron(program, args);
}
