import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { NODE_ENTRIES, OUT, ROOT } from './entries.mjs';

/** @typedef {'node' | 'renderer'} Part */

/** What each part is made from. @type {Record<Part, string[]>} */
const SOURCES = {
  node: ['electron', 'assets', 'package.json', 'package-lock.json'],
  renderer: ['renderer', 'electron/contract', 'electron/build', 'assets', 'package.json', 'package-lock.json'],
};

/** @type {Record<Part, string[]>} */
const PRODUCTS = {
  node: NODE_ENTRIES.map((name) => `${name}.cjs`),
  renderer: ['renderer/index.html'],
};

/**
 * A digest of path, size and time of every source file: other than the newest time alone, it also notices a file that
 * was removed, and one that a checkout brought back with an older time.
 * @param {Part} part
 */
export function sourcesDigest(part) {
  const hash = createHash('sha256');
  for (const source of SOURCES[part]) {
    for (const path of filesUnder(join(ROOT, source))) {
      const { size, mtimeMs } = statSync(path);
      hash.update(`${relative(ROOT, path)}\0${size}\0${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/** Whether `out/` holds what the sources as they are now would give. @param {Part} part */
export function isFresh(part) {
  if (!PRODUCTS[part].every((product) => existsSync(join(OUT, product)))) return false;
  try {
    return readFileSync(stampPath(part), 'utf8') === sourcesDigest(part);
  } catch {
    return false;
  }
}

/** Records that `out/` was made from the sources with this digest. @param {Part} part @param {string} digest */
export function writeStamp(part, digest) {
  const path = stampPath(part);
  writeFileSync(`${path}.new`, digest);
  renameSync(`${path}.new`, path);
}

/** @param {Part} part */
function stampPath(part) {
  return join(OUT, `.stamp-${part}`);
}

/** @param {string} path @returns {Generator<string>} */
function* filesUnder(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile()) yield path;
  if (!stats?.isDirectory()) return;
  const names = readdirSync(path).toSorted();
  for (const name of names) yield* filesUnder(join(path, name));
}
