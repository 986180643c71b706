/**
 * Ratios within one run: `npm run bench` (all), `npm run bench -- refresh queries startup` (some).
 * Wall times differ between machines and are shown beside what they are compared with.
 */
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Refresh } from './refresh-child.ts';
import { formatLine, median, quantile, type Line } from './stats.ts';

const FEEDS = 200;
const ITEMS = 50;
const STORED = 100_000;

const node = async (file: string, ...args: (string | number)[]): Promise<string> => {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, file), ...args.map(String)], { timeout: 600_000, maxBuffer: 1 << 26 });
  return stdout;
};

const print = (line: Line): void => console.log(formatLine(line));

async function withLoadServer<T>(work: (port: number) => Promise<T>): Promise<T> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'load-server.ts'), String(FEEDS), String(ITEMS)], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    const port = await new Promise<number>((resolve) => child.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString()))));
    return await work(port);
  } finally {
    child.kill('SIGKILL');
  }
}

/** Three refreshes of one server, each in a process of its own: first, nothing changed, one new item a feed. */
async function threeRounds<T>(round: (port: number) => Promise<T>): Promise<[T, T, T]> {
  return await withLoadServer(async (port) => {
    const first = await round(port);
    const unchanged = await round(port);
    await fetch(`http://127.0.0.1:${port}/bump`);
    return [first, unchanged, await round(port)];
  });
}

const ROUNDS = [
  ['first refresh', 4.5],
  ['nothing changed', 1.5],
  ['one new item a feed', 1.6],
] as const;

async function refreshes(folder: string): Promise<void> {
  console.log(`\nRefresh: ${FEEDS} feeds of ${ITEMS} items, against fetching the same bodies and dropping them`);
  const refresh = async (port: number, profile: string, mode: 'cpu' | 'latency'): Promise<Refresh> => JSON.parse(await node('refresh-child.ts', port, FEEDS, join(folder, profile), mode)) as Refresh;
  const floors = await threeRounds(async (port) => Number(await node('floor.ts', port, FEEDS, join(folder, 'etags.json'))));
  const cpu = await threeRounds((port) => refresh(port, 'cpu', 'cpu'));
  if (cpu[2].all !== FEEDS * (ITEMS + 1)) throw new Error(`Expected ${FEEDS * (ITEMS + 1)} articles, found ${cpu[2].all}.`);
  for (const [index, [what, target]] of ROUNDS.entries()) {
    print({ what: `${what}, CPU`, value: cpu[index]!.cpu, unit: 's', against: { what: 'bodies only', value: floors[index]!, target } });
    print({ what: `${what}, memory`, value: cpu[index]!.memoryMb, unit: 'MB' });
  }

  console.log(`\nA list of 50 while the same ${FEEDS} feeds refresh`);
  const latency = await threeRounds((port) => refresh(port, 'latency', 'latency'));
  for (const [index, [what]] of ROUNDS.entries()) {
    const { latencies } = latency[index]!;
    print({ what: `${what}, list p99 of ${latencies.length}`, value: quantile(latencies, 0.99), unit: 'ms', target: 50, against: { what: 'its own p50', value: median(latencies) } });
  }
}

async function queries(profile: string): Promise<void> {
  console.log(`\nQuestions at ${STORED.toLocaleString('en')} stored articles`);
  const times = JSON.parse(await node('queries.ts', profile)) as {
    lists: Record<string, { p50: number; p99: number }>;
    counts: { p50: number; p99: number };
    sorted: { p50: number };
    naiveCount: { p50: number };
  };
  for (const [scope, { p50 }] of Object.entries(times.lists)) {
    print({ what: `newest 50 of ${scope}, p50`, value: p50, unit: 'ms', target: 1, against: { what: 'sorting by a date column', value: times.sorted.p50 } });
  }
  print({ what: 'all counts, p50', value: times.counts.p50, unit: 'ms', against: { what: 'counting every row', value: times.naiveCount.p50 } });
}

async function startup(profile: string, small: string): Promise<void> {
  const { measureStartup } = await import('./startup.ts');
  console.log(`\nStart to a painted list, ${STORED.toLocaleString('en')} stored articles, against an empty page in the same browser`);
  const large = await measureStartup(profile, 5);
  const few = await measureStartup(small, 5);
  print({ what: 'start to painted list', value: large.list, unit: 'ms', against: { what: 'an empty page', value: large.empty, target: 2 } });
  print({ what: 'the same with a tenth of the articles', value: large.list, unit: 'ms', against: { what: '10,000 stored', value: few.list, target: 1.15 } });
  print({ what: 'memory of the door and its engine', value: large.doorBytes / 1e6, unit: 'MB', against: { what: '10,000 stored', value: few.doorBytes / 1e6 } });
}

const asked = process.argv.slice(2);
const wanted = (name: string): boolean => asked.length === 0 || asked.includes(name);
const folder = await mkdtemp(join(tmpdir(), 'monazite-bench-'));
try {
  const profile = join(folder, 'large');
  const small = join(folder, 'small');
  if (wanted('queries') || wanted('startup')) await node('seed.ts', profile, STORED);
  if (wanted('startup')) await node('seed.ts', small, STORED / 10);
  if (wanted('refresh')) await refreshes(folder);
  if (wanted('queries')) await queries(profile);
  if (wanted('startup')) await startup(profile, small);
} finally {
  await rm(folder, { recursive: true, force: true });
}
