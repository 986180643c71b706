/**
 * Ratios within one run: `npm run bench` (all), `npm run bench -- --only refresh` (one part; or several names).
 * Wall times differ between machines and are shown beside what they are compared with.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../electron/build/build.mjs';
import { nodeChild } from './node-child.ts';
import { benchRefresh } from './refresh.ts';
import { formatTable, type Line } from './stats.ts';
import { benchThroughput } from './throughput.ts';

const STORED = 100_000;
/** Of ten quotes each: as many figures as 100,000 articles with one and a half. */
const NOTES = 5000;

async function queries(profile: string): Promise<void> {
  const times = JSON.parse(await nodeChild('queries.ts', profile)) as {
    lists: Record<string, { p50: number; p99: number }>;
    counts: { p50: number; p99: number };
    sorted: { p50: number };
    naiveCount: { p50: number };
  };
  const lines = Object.entries(times.lists).map(([scope, { p50 }]): Line => ({ what: `newest 50 of ${scope}, p50`, value: p50, unit: 'ms', target: 1, against: { what: 'sorting by a date column', value: times.sorted.p50 } }));
  lines.push({ what: 'all counts, p50', value: times.counts.p50, unit: 'ms', against: { what: 'counting every row', value: times.naiveCount.p50 } });
  console.log(formatTable(`Questions at ${STORED.toLocaleString('en')} stored articles`, lines));
}

async function figures(profile: string): Promise<void> {
  const { figures: stored, times, sorted } = JSON.parse(await nodeChild('figures-child.ts', profile, NOTES)) as { figures: number; times: Record<string, { p50: number; p99: number }>; sorted: { p50: number } };
  const lines = Object.entries(times).map(([what, { p50 }]): Line => ({ what: `${what}, p50`, value: p50, unit: 'ms', against: { what: 'sorting every figure', value: sorted.p50 } }));
  console.log(formatTable(`Questions at ${stored.toLocaleString('en')} figures of ${NOTES.toLocaleString('en')} articles`, lines));
}

async function startup(profile: string, small: string): Promise<void> {
  const { measureStartup } = await import('./startup.ts');
  const large = await measureStartup(profile, 5);
  const few = await measureStartup(small, 5);
  const lines: Line[] = [
    { what: 'start to painted list', value: large.list, unit: 'ms', against: { what: 'an empty page', value: large.empty, target: 2 } },
    { what: 'the same with a tenth of the articles', value: large.list, unit: 'ms', against: { what: '10,000 stored', value: few.list, target: 1.15 } },
    { what: 'memory of the door and its engine', value: large.doorBytes / 1e6, unit: 'MB', against: { what: '10,000 stored', value: few.doorBytes / 1e6 } },
  ];
  console.log(formatTable(`Start to a painted list, ${STORED.toLocaleString('en')} stored articles, against an empty page in the same browser`, lines));
}

const PARTS = ['parse', 'refresh', 'queries', 'figures', 'startup'];
const { values, positionals } = parseArgs({ options: { only: { type: 'string', multiple: true } }, allowPositionals: true });
const asked = [...(values.only ?? []), ...positionals];
for (const name of asked) if (!PARTS.includes(name)) throw new Error(`No part is called ${name}; there are ${PARTS.join(', ')}.`);
const wanted = (name: string): boolean => asked.length === 0 || asked.includes(name);
const folder = await mkdtemp(join(tmpdir(), 'monazite-bench-'));
try {
  await ensureBuilt();
  const profile = join(folder, 'large');
  const small = join(folder, 'small');
  if (wanted('parse')) await benchThroughput();
  if (wanted('refresh')) await benchRefresh(folder);
  if (wanted('queries') || wanted('startup')) await nodeChild('seed.ts', profile, STORED);
  if (wanted('startup')) await nodeChild('seed.ts', small, STORED / 10);
  if (wanted('queries')) await queries(profile);
  if (wanted('figures')) await figures(join(folder, 'figures'));
  if (wanted('startup')) await startup(profile, small);
} finally {
  await rm(folder, { recursive: true, force: true });
}
