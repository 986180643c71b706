import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ELECTRON_FOLDER } from './electron-program.mjs';
import { installNote } from './install-note.mjs';

const DEFAULT_SECONDS = 120;
const PROGRESS_MS = 5000;

/**
 * Runs Electron's own installer, which honours ELECTRON_MIRROR and its cache, for at most
 * MONAZITE_ELECTRON_INSTALL_SECONDS. Answers null where it succeeded, else why it did not, in a few words. Where it
 * kept a person waiting in vain within a day, it is asked again only when that variable is set.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {ReturnType<typeof installNote>} [note]
 * @returns {Promise<string | null>}
 */
export async function installElectron(env = process.env, note = installNote(env['ELECTRON_MIRROR'] ?? env['npm_config_electron_mirror'])) {
  const asked = env['MONAZITE_ELECTRON_INSTALL_SECONDS'];
  const seconds = Number(asked ?? DEFAULT_SECONDS);
  const limit = Number.isFinite(seconds) && seconds >= 0 ? seconds : DEFAULT_SECONDS;
  if (limit === 0) return 'its download is turned off';
  const failed = asked === undefined ? note.failedLately() : null;
  if (failed) return `${failed}, within the last day; "npx install-electron" tries again`;
  console.error(`Electron is not on this machine yet; its own installer fetches it (once, about 120 MB, for at most ${limit} s) …`);
  const started = Date.now();
  const reason = await runInstaller(env, limit);
  note.write(reason, Date.now() - started);
  return reason;
}

/** @type {readonly (readonly [NodeJS.Signals, number])[]} */
const SIGNALS = [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]];

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {number} limit - seconds
 * @returns {Promise<string | null>}
 */
function runInstaller(env, limit) {
  // The installer shows nothing for its first 30 seconds; in a folder of its own we see how far it is.
  const folder = mkdtempSync(join(tmpdir(), 'monazite-electron-'));
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ELECTRON_FOLDER, 'install.js')], {
      env: { ...env, TMPDIR: folder, TMP: folder, TEMP: folder, ELECTRON_GET_NO_PROGRESS: '1' },
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    let said = '';
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, limit * 1000);
    const progress = setInterval(() => console.error(`  … ${Math.round(bytesUnder(folder) / 1e6)} MB`), PROGRESS_MS);
    // Whatever ends us ends it too, and leaves no half of a download behind.
    const clear = () => {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    };
    const ends = SIGNALS.map(([signal, code]) => /** @type {const} */ ([signal, () => process.exit(code)]));
    process.once('exit', clear);
    for (const [signal, end] of ends) process.once(signal, end);
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => (said += chunk));
    child.on('error', (error) => (said += error.message));
    child.on('close', (code) => {
      clearTimeout(timer);
      clearInterval(progress);
      process.off('exit', clear);
      for (const [signal, end] of ends) process.off(signal, end);
      clear();
      if (code === 0) resolve(null);
      else resolve(late ? `it was not there after ${limit} s` : whyFailed(said));
    });
  });
}

/** What the installer said, without its stack. @param {string} text */
function whyFailed(text) {
  if (text.includes('fetch failed')) return 'the server that has it could not be reached';
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
