import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../electron/build/entries.mjs';
import { builtChild } from './node-child.ts';
const dir = process.argv[2]!; const rounds = Number(process.argv[3] ?? 3);
await builtChild('zz-ingest-child', dir);
const flags = (process.env['FLAGS'] ?? '').split(' ').filter(Boolean);
const run = (what: string, env = {}) => { const out = execFileSync(process.execPath, [...flags, join(dir, 'zz-ingest-child.mjs'), what, join(dir, what === 'fixtures' ? 'fixtures.txt' : 'known.json'), join(ROOT, 'tests/fixtures/feeds')], { encoding: 'utf8', env: { ...process.env, NODE_COMPILE_CACHE: '/tmp/prof/ing-cache', ...env } }); return JSON.parse(out); };
console.log('fixtures', run('fixtures')); console.log('keep first', run('first', { KEEP: '1' }).hash, 'one', run('one', { KEEP: '1' }).hash);
const best: Record<string, number[]> = {};
for (let i = 0; i < rounds; i++) for (const w of ['first', 'one']) { const r = run(w); (best[w + ' thread'] ??= []).push(r.thread); (best[w + ' process'] ??= []).push(r.process); if (i === 0) console.log(w, 'bytes', r.bytes); }
for (const [k, v] of Object.entries(best)) console.log(k.padEnd(14), 'min', Math.min(...v), 'all', v.join(' '));
