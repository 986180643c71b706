import { mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replaceEntry } from '../../../electron/build/replace-entry.mjs';

const DAY = 24 * 60 * 60;

function folders(): { from: string; to: string } {
  const root = mkdtempSync(join(tmpdir(), 'monazite-build-'));
  const [from, to] = [join(root, 'from'), join(root, 'to')];
  mkdirSync(from);
  mkdirSync(to);
  return { from, to };
}

/** `at`: seconds of the epoch. */
function write(folder: string, file: string, at: number): void {
  writeFileSync(join(folder, file), `${file} ${at}`);
  utimesSync(join(folder, file), at, at);
}

test('an entry comes with its parts, and those of the build before stay for who runs with it, one build long', () => {
  const { from, to } = folders();
  const others = ['engine.read-links-aaaa.cjs', 'ingest-pool.txt', 'main.cjs', 'pdf.x-aaaa.cjs'];
  for (const file of others) write(to, file, DAY);
  for (const file of ['ingest.cjs', 'ingest.old-1111.cjs', 'ingest.both-2222.cjs']) write(to, file, 2 * DAY);
  write(to, 'ingest.older-0000.cjs', DAY);
  for (const file of ['ingest.cjs', 'ingest.both-2222.cjs', 'ingest.new-3333.cjs']) write(from, file, 3 * DAY);

  replaceEntry('ingest', { from, to });
  expect(readdirSync(to).toSorted()).toEqual([...others, 'ingest.cjs', 'ingest.old-1111.cjs', 'ingest.both-2222.cjs', 'ingest.new-3333.cjs'].toSorted());
  expect(readFileSync(join(to, 'ingest.cjs'), 'utf8')).toBe(`ingest.cjs ${3 * DAY}`);

  for (const file of ['ingest.cjs', 'ingest.both-2222.cjs']) write(from, file, 4 * DAY);
  replaceEntry('ingest', { from, to });
  expect(readdirSync(to).toSorted()).toEqual([...others, 'ingest.cjs', 'ingest.both-2222.cjs', 'ingest.new-3333.cjs'].toSorted());
});
