import { spawn, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../build/entries.mjs';

/** A window that came up lives longer; an Electron that cannot start says so at once. */
const EARLY_MS = 10_000;

/**
 * Runs the app in Electron until it ends. Answers its exit code, or why it could not start.
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<{ code: number } | { failed: string }>}
 */
export async function runElectron(program, args, env = process.env) {
  const childEnv = { ...env };
  // Set in terminals of editors that are Electron apps; it would run our main process as plain Node.
  delete childEnv['ELECTRON_RUN_AS_NODE'];
  // The launcher's own, for the threads that it starts itself.
  delete childEnv['NODE_COMPILE_CACHE'];
  const started = Date.now();
  const child = spawn(program, [ROOT, ...args], { cwd: ROOT, env: childEnv, stdio: 'inherit' });
  let asked = false;
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    asked = true;
    child.kill(signal);
  };
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, pass);
  try {
    return await new Promise((resolve) => {
      child.on('error', (error) => resolve({ failed: error.message }));
      child.on('exit', (code, signal) => {
        if (code === 0 || asked) resolve({ code: 0 });
        else if (Date.now() - started < EARLY_MS) resolve({ failed: explain(program, env) ?? `it ended with ${code === null ? signal : `code ${code}`}` });
        else resolve({ code: code ?? 1 });
      });
    });
  } finally {
    for (const signal of signals) process.off(signal, pass);
  }
}

/**
 * The usual reasons why Electron ends at once, told so that a person can do something about them.
 * @param {string} program
 * @param {NodeJS.ProcessEnv} env
 */
function explain(program, env) {
  if (process.platform !== 'linux') return null;
  if (process.getuid?.() === 0) return 'it does not run as root, whose processes it cannot put in a sandbox; start Monazite as an ordinary user';
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'there is no display';
  if (!canSandbox(program)) {
    return `this system allows no user namespaces, so its sandbox cannot start; allow them (sysctl kernel.apparmor_restrict_unprivileged_userns=0), or make ${join(dirname(program), 'chrome-sandbox')} owned by root with mode 4755`;
  }
  return null;
}

/** @param {string} program */
function canSandbox(program) {
  const helper = statSync(join(dirname(program), 'chrome-sandbox'), { throwIfNoEntry: false });
  if (helper && helper.uid === 0 && (helper.mode & 0o4000) !== 0) return true;
  return spawnSync('unshare', ['-Ur', 'true'], { stdio: 'ignore' }).status === 0;
}
