// node zz-ab.ts dir rounds "label=outdir=flags" ...
import { execFileSync } from 'node:child_process';
import { rmSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { builtChild, withLoadServer } from './node-child.ts';
const [dir, rounds, ...variants] = process.argv.slice(2) as [string, string, ...string[]]; rmSync(dir, { recursive: true, force: true }); mkdirSync(dir, { recursive: true });
const built = join(dir, 'built'); await builtChild('refresh-child', built);
const all: Record<string, number[][]> = {};
for (let i = 0; i < Number(rounds); i++) await withLoadServer(200, 50, async (port) => {
  const run = (v: string, what: string) => { const [label = '', out = '', flags = ''] = v.split('=='); const env = { ...process.env, NODE_COMPILE_CACHE: '/tmp/prof/ing-cc-' + label.split('+')[0] };
    const o = JSON.parse(execFileSync(process.execPath, [...flags.split(' ').filter(Boolean), join(built, 'refresh-child.mjs'), String(port), '200', join(dir, 'p' + i + label), 'cpu', join(out, 'engine.cjs')], { env, encoding: 'utf8' })); (all[what + ' ' + label] ??= []).push([o.cpu, o.peakMb]); };
  for (const v of variants) run(v, 'first');
  await fetch(`http://127.0.0.1:${port}/bump`);
  for (const v of variants) run(v, 'one');
});
const med = (a: number[]) => a.toSorted((x, y) => x - y)[a.length >> 1]!;
for (const k of Object.keys(all).sort()) console.log(k.padEnd(22), 'cpu min', Math.min(...all[k]!.map((x) => x[0]!)).toFixed(2), 'med', med(all[k]!.map((x) => x[0]!)).toFixed(2), 'MB', med(all[k]!.map((x) => x[1]!)).toFixed(0));
