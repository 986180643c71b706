import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { withBuildLock } from './build-lock.mjs';
import { NODE_ENTRIES, OUT, ROOT, nodeEntry, rendererEntry } from './entries.mjs';
import { isFresh, sourcesDigest, writeStamp } from './freshness.mjs';
import { replaceEntry } from './replace-entry.mjs';

/** @typedef {import('./freshness.mjs').Part} Part */

/** @type {readonly Part[]} */
const PARTS = ['node', 'renderer'];

/**
 * Builds what is stale, and waits where another process is building. Says so on stderr, since stdout may carry an answer.
 * @param {{ what?: 'all' | Part, force?: boolean, quiet?: boolean }} [options]
 */
export async function ensureBuilt({ what = 'all', force = false, quiet = false } = {}) {
  const wanted = PARTS.filter((part) => what === 'all' || what === part);
  if (!force && wanted.every(isFresh)) return;
  await withBuildLock(join(OUT, '.lock'), async () => {
    for (const part of wanted) {
      if (!force && isFresh(part)) continue;
      const started = Date.now();
      const digest = sourcesDigest(part);
      await (part === 'node' ? buildNode(NODE_ENTRIES) : buildRenderer());
      writeStamp(part, digest);
      if (!quiet) console.error(`Built ${part === 'node' ? 'the engine and its doors' : 'the window'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
    }
  });
}

/** @param {readonly string[]} names */
async function buildNode(names) {
  await inStaging(async (staging) => {
    const { build } = await import('vite');
    for (const name of names) await build(nodeEntry(name, { outDir: staging, version: readVersion() }));
    for (const name of names) replaceEntry(name, { from: staging, to: OUT });
  });
}

async function buildRenderer() {
  await inStaging(async (staging) => {
    const { build } = await import('vite');
    await build(await rendererEntry({ outDir: staging, version: readVersion() }));
    replaceRenderer(staging, join(OUT, 'renderer'));
  });
}

/**
 * Puts a new window in place of the old one so that whoever is serving it never meets a gap: the new assets first (their
 * names hold their hash), then the page that names them, then away with what nothing names any more.
 * @param {string} from
 * @param {string} to
 */
function replaceRenderer(from, to) {
  mkdirSync(to, { recursive: true });
  const fresh = new Set(filesIn(from));
  for (const file of fresh) {
    if (file !== 'index.html') cpSync(join(from, file), join(to, file), { recursive: true });
  }
  renameSync(join(from, 'index.html'), join(to, 'index.html'));
  for (const file of filesIn(to)) {
    if (!fresh.has(file)) rmSync(join(to, file), { force: true });
  }
}

/** Paths of the files below a folder, relative to it. @param {string} folder */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

/** @param {(staging: string) => Promise<void>} work */
async function inStaging(work) {
  const staging = join(OUT, '.staging');
  const environment = process.env['NODE_ENV'];
  // Vite takes it over from the shell, and React then comes in its slow development form.
  process.env['NODE_ENV'] = 'production';
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  try {
    await work(staging);
  } finally {
    if (environment === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = environment;
    rmSync(staging, { recursive: true, force: true });
  }
}

/** @returns {string} */
function readVersion() {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;
}

async function main() {
  const { values } = parseArgs({
    options: {
      node: { type: 'boolean', default: false },
      renderer: { type: 'boolean', default: false },
      only: { type: 'string' },
      quiet: { type: 'boolean', default: false },
    },
  });
  if (values.only) {
    const names = values.only.split(',');
    const missing = names.find((name) => !existsSync(join(ROOT, `electron/${name}.ts`)));
    if (missing) throw new Error(`No such entry: electron/${missing}.ts`);
    await withBuildLock(join(OUT, '.lock'), () => buildNode(names));
    return;
  }
  const what = values.node ? 'node' : values.renderer ? 'renderer' : 'all';
  await ensureBuilt({ what, force: true, quiet: values.quiet });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
