import { execFileSync } from 'node:child_process';
import { rmSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { builtChild, withLoadServer } from './node-child.ts';
const dir = process.argv[2]!; rmSync(dir, { recursive: true, force: true }); mkdirSync(dir, { recursive: true });
const built = join(dir, 'built'); await builtChild('refresh-child', built);
const q = (l: number[], s: number) => l.toSorted((a, b) => a - b)[Math.min(l.length - 1, Math.floor(l.length * s))]!;
for (let i = 0; i < 2; i++) for (const [name, out] of [['old', process.argv[3]!], ['new', process.argv[4]!]] as const) await withLoadServer(200, 50, async (port) => {
  const env = { ...process.env, NODE_COMPILE_CACHE: '/work/main/node_modules/.cache/monazite' };
  const run = (what: string) => { const o = JSON.parse(execFileSync(process.execPath, [join(built, 'refresh-child.mjs'), String(port), '200', join(dir, name + i), 'latency', join(out, 'engine.cjs')], { env, encoding: 'utf8', maxBuffer: 1 << 26 })); const l = o.latencies as number[]; console.log(name, what, 'n', l.length, 'p50', q(l, .5).toFixed(1), 'p95', q(l, .95).toFixed(1), 'p99', q(l, .99).toFixed(1), 'max', q(l, 1).toFixed(1), 'ms', o.ms.toFixed(0), 'cpu', o.cpu.toFixed(2)); };
  run('first'); run('304'); await fetch(`http://127.0.0.1:${port}/bump`); run('one');
});
