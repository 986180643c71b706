import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { parseSync } from 'vite';
import { isPartOf } from '../../electron/build/entries.mjs';
import type { Checks } from './checks.ts';
import { PRELOAD_PARAMETERS } from './run-preload.ts';

/** What a sandboxed preload can load. */
const PRELOAD_MODULES = new Set(['electron', 'events', 'timers', 'url', 'node:events', 'node:timers', 'node:url']);

interface Written {
  readonly value?: unknown;
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[];
}

interface AstNode {
  readonly type: string;
  readonly callee?: { readonly type: string; readonly name?: string };
  readonly arguments?: readonly Written[];
  readonly source?: Written;
}

const COMPUTED = 'a name that is computed';

/** Every module that a bundle asks for by a written name. */
export function requiredBy(code: string): string[] {
  const found = new Set<string>();
  const add = (written: Written | undefined): void => {
    const name = written?.value ?? written?.quasis?.[0]?.value.cooked;
    found.add(typeof name === 'string' ? name : COMPUTED);
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    const node = value as AstNode;
    if (node.type === 'ImportExpression' || node.type === 'ImportDeclaration') add(node.source);
    if (node.type === 'CallExpression' && node.callee?.type === 'Identifier' && node.callee.name === 'require') add(node.arguments?.[0]);
    Object.values(value).forEach(visit);
  };
  visit(parseSync('bundle.cjs', code).program);
  return [...found].sort();
}

const isBuiltin = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name);

/** Checks each built entry by what it asks for. */
export async function checkBundles(out: string, { check }: Checks): Promise<void> {
  const bundle = (name: string): string => readFileSync(join(out, name), 'utf8');

  for (const name of ['main.cjs', 'preload.cjs', 'engine.cjs', 'ingest.cjs', 'renderer/index.html']) {
    await check(`${name} is built`, () => assert.ok(existsSync(join(out, name)), `${join(out, name)} is missing`));
  }
  await check('the preload is a script that a sandbox can run', () => {
    assert.doesNotThrow(() => new Script(`(function (${PRELOAD_PARAMETERS}) {${bundle('preload.cjs')}\n})`));
    assert.deepEqual(requiredBy(bundle('preload.cjs')).filter((name) => !PRELOAD_MODULES.has(name)), []);
  });
  await check('main asks for Electron and Node alone', () => {
    assert.deepEqual(requiredBy(bundle('main.cjs')).filter((name) => name !== 'electron' && !isBuiltin(name)), []);
  });
  // A package holds no door but Electron's.
  for (const name of ['main.cjs', 'loopback.cjs', 'call.cjs'].filter((one) => one === 'main.cjs' || existsSync(join(out, one)))) {
    await check(`${name} comes without the checker of schemas that no settings of ours ask for`, () => assert.doesNotMatch(bundle(name), /MissingRefError/));
  }
  for (const name of ['engine.cjs', 'ingest.cjs', 'pdf.cjs']) {
    await check(`${name} and its parts ask for Node and each other alone: a worker has no Electron, and no part of another entry`, () => {
      const entry = name.replace('.cjs', '');
      const files = readdirSync(out).filter((file) => file === name || isPartOf(entry, file));
      const asked = new Set(files.flatMap((file) => requiredBy(bundle(file))).filter((required) => !isBuiltin(required)));
      const others = [...asked].filter((required) => !files.includes(required.replace('./', '')));
      // The reader of PDF files is named by its place, and by that alone.
      assert.deepEqual(others, name === 'ingest.cjs' ? [COMPUTED] : []);
    });
  }
}
