// The one test command: types, lint, build, unit and contract tests, boot smoke, package dry run, end-to-end tests.
// Ends with the totals of all suites alone on a line; fails when any suite failed or ran no test.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const results = join(root, 'test-results');
const bin = join(root, 'node_modules', '.bin');

/**
 * Runs a command with its output shown, ended after `minutes`.
 * @param {string} command
 * @param {string[]} args
 * @param {{ minutes?: number, env?: Record<string, string> }} [options]
 * @returns {Promise<{ code: number, output: string, errors: string }>}
 */
function run(command, args, { minutes = 15, env = {} } = {}) {
  return new Promise((resolve) => {
    let output = '';
    let errors = '';
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      env: { ...process.env, PATH: `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`, ...env },
    });
    const timer = setTimeout(() => {
      console.error(`\n${command} ${args.join(' ')} took more than ${minutes} minutes and was ended.`);
      child.kill('SIGKILL');
    }, minutes * 60_000);
    child.stdout.on('data', (chunk) => { output += chunk; process.stdout.write(chunk); });
    child.stderr.on('data', (chunk) => { errors += chunk; process.stderr.write(chunk); });
    child.on('error', (error) => { console.error(String(error)); });
    child.on('close', (code) => { clearTimeout(timer); resolve({ code: code ?? 1, output, errors }); });
  });
}

/**
 * A step that is one check: it holds or it does not.
 * @param {string} command
 * @param {string[]} args
 */
const check = (command, args) => async () => {
  const { code } = await run(command, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, code };
};

/**
 * A script of ours that ends with `N passed, N failed`.
 * @param {string} command
 * @param {string[]} args
 */
const counted = (command, args) => async () => {
  const { code, output } = await run(command, args);
  const line = /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/.exec(output.trimEnd());
  return { passed: Number(line?.[1] ?? 0), failed: Number(line?.[2] ?? 0), skipped: Number(line?.[3] ?? 0), code };
};

const vitest = async () => {
  const report = join(results, 'unit.json');
  const { code } = await run('vitest', ['run', '--config', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { minutes: 25 });
  const json = read(report);
  return { passed: json?.numPassedTests ?? 0, failed: json?.numFailedTests ?? 0, skipped: (json?.numPendingTests ?? 0) + (json?.numTodoTests ?? 0), code };
};

const playwright = async () => {
  const report = join(results, 'e2e.json');
  const { code } = await run('playwright', ['test', '--config', 'tests/e2e/playwright.config.ts', '--project', 'chromium', '--project', 'electron', '--reporter=list,json'], {
    minutes: 68,
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  const stats = read(report)?.stats ?? {};
  return { passed: (stats.expected ?? 0) + (stats.flaky ?? 0), failed: stats.unexpected ?? 0, skipped: stats.skipped ?? 0, code };
};

/** @param {string} file */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.error(`No report was written at ${file}.`);
    return null;
  }
}

const [major, minor] = process.versions.node.split('.').map(Number);
if ((major ?? 0) < 22 || (major === 22 && (minor ?? 0) < 18)) {
  console.error(`The tests need Node 22.18 or newer and run on ${process.version}. 'npm ci' brings Node 24 on Linux, macOS and Windows (x64, and arm64 on Linux and macOS); elsewhere install it from your system.`);
  process.exit(1);
}

/** @type {[string, () => Promise<{ passed: number, failed: number, skipped: number, code: number }>][]} */
const suites = [
  ['types: electron', check('tsc', ['-p', 'electron/tsconfig.json'])],
  ['types: renderer', check('tsc', ['-p', 'renderer/tsconfig.json'])],
  ['types: tests', check('tsc', ['-p', 'tests/tsconfig.json'])],
  ['lint', check('oxlint', ['--type-aware', '--deny-warnings'])],
  ['build', check('node', ['electron/build/build.mjs'])],
  ['unit, architecture, contract', vitest],
  ['boot of the built app', counted('node', ['tests/smoke/boot.mjs'])],
  ['package dry run', counted('node', ['tests/smoke/package.mjs'])],
  ['end to end', playwright],
];

mkdirSync(results, { recursive: true });
rmSync(join(results, 'unit.json'), { force: true });
rmSync(join(results, 'e2e.json'), { force: true });

console.log(`Node ${process.version}`);
const only = process.argv.slice(2);
const totals = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const lines = [];
let bad = false;
for (const [name, suite] of suites) {
  if (only.length > 0 && !only.some((word) => name.includes(word))) continue;
  console.log(`\n=== ${name}`);
  const started = Date.now();
  const { passed, failed, skipped, code } = await suite();
  const empty = passed + failed === 0;
  bad ||= code !== 0 || failed > 0 || empty;
  totals.passed += passed;
  totals.failed += failed + (failed === 0 && (code !== 0 || empty) ? 1 : 0);
  totals.skipped += skipped;
  lines.push(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped${empty ? '; ran no test' : ''}${code !== 0 ? `; exit code ${code}` : ''} (${Math.round((Date.now() - started) / 1000)} s)`);
}
console.log(`\n${lines.join('\n')}\n`);
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = bad ? 1 : 0;
