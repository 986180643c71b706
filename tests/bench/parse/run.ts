/** How many fields of a suite of feed documents are read right: `npm run bench:parse -- <folder> [--failures] [--json]`. See README.md. */
import { statSync } from 'node:fs';
import { compare } from './compare.ts';
import { encodingOf, parseCase, readCase } from './read-case.ts';
import { Tally } from './tally.ts';
import { findCases } from './suite.ts';

const asked = process.argv.slice(2);
const folders = asked.filter((word) => !word.startsWith('--'));
const isListing = asked.includes('--failures');
const isJson = asked.includes('--json');

if (folders.length === 0 || folders.some((folder) => !statSync(folder, { throwIfNoEntry: false })?.isDirectory())) {
  console.error('Usage: npm run bench:parse -- <folder> [<folder> …] [--failures] [--strict] [--json]');
  process.exit(2);
}

const tally = new Tally();
for (const file of folders.flatMap(findCases)) {
  try {
    const one = readCase(file);
    if (one === null) {
      tally.skip(file.name);
      continue;
    }
    const compared = compare(one.expected, await parseCase(one), { isStrict: asked.includes('--strict') });
    tally.add(file.name, encodingOf(one), compared, one.ignored);
  } catch (error) {
    tally.unreadable(file.name, error instanceof Error ? error.message : String(error));
  }
}
console.log(isJson ? JSON.stringify(tally.summary(), null, 2) : tally.report(isListing));
