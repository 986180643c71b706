import { execFileSync } from 'node:child_process';
import { rmSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { OUT } from '../../electron/build/entries.mjs';
import { builtChild, withLoadServer } from './node-child.ts';
const dir = process.argv[2]!; rmSync(dir, { recursive: true, force: true }); mkdirSync(dir, { recursive: true });
const prof = process.argv[3] === 'prof';
const built = join(dir, 'built');
const refresh = await builtChild('refresh-child', built); const floor = await builtChild('floor', built);
const rounds = Number(process.argv[4] ?? 1);
for (let i = 0; i < rounds; i++) await withLoadServer(200, 50, async (port) => {
  const f = JSON.parse(await floor(port, 200, join(dir, `etags-${i}`)));
  const run = async (what: string) => {
    const env = { ...process.env, NODE_COMPILE_CACHE: '/work/wt/ingest/node_modules/.cache/monazite' };
    const args = [...(prof ? ['--cpu-prof', '--cpu-prof-dir', join(dir, what)] : []), join(built, 'refresh-child.mjs'), String(port), '200', join(dir, 'p' + i), 'cpu', join(OUT, 'engine.cjs')];
    const out = JSON.parse(execFileSync(process.execPath, args, { env, encoding: 'utf8' }));
    console.log(what, 'cpu', out.cpu.toFixed(2), 'ms', out.ms.toFixed(0), 'MB', out.peakMb.toFixed(0));
  };
  console.log('floor', f.cpu);
  await run('first'); 
  const f2 = JSON.parse(await floor(port, 200, join(dir, `etags-${i}`))); console.log('floor 304', f2.cpu);
  await run('unchanged');
  await fetch(`http://127.0.0.1:${port}/bump`);
  const f3 = JSON.parse(await floor(port, 200, join(dir, `etags-${i}`))); console.log('floor one', f3.cpu);
  await run('one');
});
