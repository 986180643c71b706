import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, ROOT, sourceFiles, type Import } from './imports.ts';
import { LAYERS, type Layer } from './layers.ts';

const files = sourceFiles(['electron', 'renderer']);
const imports = files.flatMap(importsOf);

function layerOf(path: string): Layer | undefined {
  let best: Layer | undefined;
  let length = -1;
  for (const layer of LAYERS) {
    for (const prefix of layer.files) {
      if (path.startsWith(prefix) && prefix.length > length) [best, length] = [layer, prefix.length];
    }
  }
  return best;
}

function allowed(edge: Import): boolean {
  const from = layerOf(edge.from);
  if (!from) return false;
  if (!edge.own) {
    if (!from.packages) return true;
    const name = edge.to.startsWith('node:') ? 'node:' : edge.to.split('/').slice(0, edge.to.startsWith('@') ? 2 : 1).join('/');
    return from.packages.includes(name);
  }
  const to = layerOf(edge.to);
  if (!to) return /^(package\.json|assets\/)/.test(edge.to);
  if (from === to || from.may.includes(to.name)) return true;
  return edge.typeOnly && (from.types ?? []).includes(to.name);
}

/** Strongly connected parts of the import graph (Tarjan), type imports left out: they vanish when compiled. */
function cycles(): string[][] {
  const graph = new Map<string, string[]>();
  for (const edge of imports) {
    if (edge.own && !edge.typeOnly) graph.set(edge.from, [...(graph.get(edge.from) ?? []), edge.to]);
  }
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.get(node)!);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) {
        visit(next);
        low.set(node, Math.min(low.get(node)!, low.get(next)!));
      } else if (stack.includes(next)) {
        low.set(node, Math.min(low.get(node)!, index.get(next)!));
      }
    }
    if (low.get(node) === index.get(node)) {
      const part = stack.splice(stack.indexOf(node));
      if (part.length > 1) found.push(part);
    }
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return found;
}

/** Files and packages that are loaded wherever a file is. */
function loadedWith(entry: string): Set<string> {
  const loaded = new Set([entry]);
  for (const file of loaded) {
    for (const { from, to, typeOnly, whenReached } of imports) if (from === file && !typeOnly && !whenReached) loaded.add(to);
  }
  return loaded;
}

describe('the house', () => {
  test('is read whole', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(files.length);
  });

  test('every file has a layer', () => {
    expect(files.filter((file) => !layerOf(file))).toEqual([]);
  });

  test('every import keeps to the arrows', () => {
    expect(imports.filter((edge) => !allowed(edge)).map((edge) => `${edge.from} -> ${edge.typeOnly ? 'type ' : ''}${edge.to}`)).toEqual([]);
  });

  test('every import of our own names a file that exists', () => {
    expect(imports.filter((edge) => edge.own && !existsSync(join(ROOT, edge.to))).map((edge) => `${edge.from} -> ${edge.to}`)).toEqual([]);
  });

  test('has no cycles', () => {
    expect(cycles()).toEqual([]);
  });

  test('the engine starts without what few of its days need', () => {
    const loaded = loadedWith('electron/engine.ts');
    expect(loaded.has('electron/core/store/open-store.ts')).toBe(true);
    const rarely = ['core/lens/read-lens.ts', 'core/figures/read-figures.ts', 'core/query/compare-copies.ts', 'core/saving/keep-source.ts', 'core/import-links.ts', 'core/image/inspect-image.ts'].map((file) => `electron/${file}`);
    expect([...rarely, 'htmlparser2', 'diff'].filter((name) => loaded.has(name))).toEqual([]);
    expect([...rarely, 'htmlparser2', 'diff'].filter((name) => !imports.some(({ to }) => to === name))).toEqual([]);
  });

  test('no file grows past 300 lines, and none is called utils', () => {
    const long = files.filter((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\.|\/)/.test(file))).toEqual([]);
  });
});
