import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isPartOf } from './entries.mjs';

/** More than one build of all entries takes. */
const ONE_BUILD_MS = 60_000;

/** Milliseconds; 0 where there is none. @param {string} path */
function writtenAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/**
 * Puts a new entry in place of the old one, its parts first. The parts of the build that it replaces stay until the next
 * one: a process that runs with that build may load them yet.
 * @param {string} name
 * @param {{ from: string, to: string }} folders
 */
export function replaceEntry(name, { from, to }) {
  const replacedAt = writtenAt(join(to, `${name}.cjs`));
  const fresh = new Set(readdirSync(from).filter((file) => isPartOf(name, file)));
  for (const part of fresh) renameSync(join(from, part), join(to, part));
  renameSync(join(from, `${name}.cjs`), join(to, `${name}.cjs`));
  for (const file of readdirSync(to)) {
    const isOlder = isPartOf(name, file) && !fresh.has(file) && writtenAt(join(to, file)) < replacedAt - ONE_BUILD_MS;
    if (isOlder) rmSync(join(to, file), { force: true });
  }
}
