import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ELECTRON_FOLDER } from './electron-program.mjs';

const DEFAULT_SECONDS = 120;
const PROGRESS_MS = 5000;

/**
 * Runs Electron's own installer, which honours ELECTRON_MIRROR and its cache, for at most
 * MONAZITE_ELECTRON_INSTALL_SECONDS. Answers null where it succeeded, else why it did not, in a few words.
 * @returns {Promise<string | null>}
 */
export async function installElectron(env = process.env) {
  const seconds = Number(env['MONAZITE_ELECTRON_INSTALL_SECONDS'] ?? DEFAULT_SECONDS);
  const limit = Number.isFinite(seconds) && seconds >= 0 ? seconds : DEFAULT_SECONDS;
  if (limit === 0) return 'its download is turned off';
  console.error(`Electron is not on this machine yet; its own installer fetches it (once, about 120 MB, for at most ${limit} s) …`);
  // The installer shows nothing for its first 30 seconds; in a folder of its own we see how far it is.
  const folder = mkdtempSync(join(tmpdir(), 'monazite-electron-'));
  const progress = setInterval(() => console.error(`  … ${Math.round(bytesUnder(folder) / 1e6)} MB`), PROGRESS_MS);
  try {
    return await runInstaller({ ...env, TMPDIR: folder, TMP: folder, TEMP: folder, ELECTRON_GET_NO_PROGRESS: '1' }, limit);
  } finally {
    clearInterval(progress);
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {number} limit - seconds
 * @returns {Promise<string | null>}
 */
function runInstaller(env, limit) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ELECTRON_FOLDER, 'install.js')], { env, stdio: ['ignore', 'inherit', 'pipe'] });
    let said = '';
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, limit * 1000);
    const stop = () => child.kill('SIGKILL');
    process.once('exit', stop);
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => (said += chunk));
    child.on('error', (error) => (said += error.message));
    child.on('close', (code) => {
      clearTimeout(timer);
      process.off('exit', stop);
      if (code === 0) resolve(null);
      else resolve(late ? `not there after ${limit} s` : firstLine(said));
    });
  });
}

/** @param {string} text */
function firstLine(text) {
  return text.split('\n').find((line) => line.trim() !== '')?.trim() ?? 'its installer failed';
}

/** @param {string} folder @returns {number} */
function bytesUnder(folder) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + (statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0), 0);
  } catch {
    // The installer moves its files while we look.
    return 0;
  }
}
