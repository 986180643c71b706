import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importsOf, ROOT } from './imports.ts';

/** What a file brings along as it is loaded. */
function loadedWith(entry: string): ReadonlySet<string> {
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const { to, own, typeOnly, later } of importsOf(file)) if (own && !typeOnly && !later && to.endsWith('.ts') && existsSync(join(ROOT, to))) load(to);
  };
  load(entry);
  return loaded;
}

test('a start of the engine loads nothing of what reads a stranger’s bytes or the figures of a text: its thread does neither', () => {
  const loaded = loadedWith('electron/engine.ts');
  expect(loaded.has('electron/core/reader.ts')).toBe(true);
  const readers = ['core/lens/read-lens.ts', 'core/lens/scan-figures.ts', 'core/figures/read-figures.ts', 'core/extract/extract-page.ts', 'core/parse/parse-feed.ts', 'core/normalize/sanitize-article.ts'].map((path) => `electron/${path}`);
  expect(readers.filter((reader) => !existsSync(join(ROOT, reader)))).toEqual([]);
  expect(readers.filter((reader) => loaded.has(reader))).toEqual([]);
});
