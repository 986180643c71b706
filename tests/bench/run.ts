/**
 * Ratios within one run: `npm run bench` (all), `npm run bench -- refresh queries startup` (some).
 * Wall times differ between machines and are shown beside what they are compared with.
 */
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { formatLine, type Line } from './stats.ts';

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

interface Run {
  readonly cpu: number;
  readonly ms: number;
  readonly p50: number;
  readonly p99: number;
  readonly asked: number;
}

interface Refreshes {
  readonly all: number;
  readonly first: Run;
  readonly unchanged: Run;
  readonly oneNew: Run;
  readonly memoryMb: number;
}

async function refreshes(folder: string): Promise<void> {
  console.log(`\nRefresh: ${FEEDS} feeds of ${ITEMS} items, against fetching the same bodies and dropping them`);
  const floor = JSON.parse(await withLoadServer((port) => node('floor.ts', port, FEEDS))) as { first: number; unchanged: number; oneNew: number };
  const cpu = JSON.parse(await withLoadServer((port) => node('refresh-child.ts', port, FEEDS, join(folder, 'cpu'), 'cpu'))) as Refreshes;
  if (cpu.all !== FEEDS * (ITEMS + 1)) throw new Error(`Expected ${FEEDS * (ITEMS + 1)} articles, found ${cpu.all}.`);
  print({ what: 'first refresh, CPU', value: cpu.first.cpu, unit: 's', against: { what: 'bodies only', value: floor.first, target: 4.5 } });
  print({ what: 'nothing changed, CPU', value: cpu.unchanged.cpu, unit: 's', against: { what: 'bodies only', value: floor.unchanged, target: 1.5 } });
  print({ what: 'one new item a feed, CPU', value: cpu.oneNew.cpu, unit: 's', against: { what: 'bodies only', value: floor.oneNew, target: 1.6 } });
  print({ what: 'memory after three refreshes', value: cpu.memoryMb, unit: 'MB' });

  console.log('\nA list of 50 while the same 200 feeds refresh');
  const latency = JSON.parse(await withLoadServer((port) => node('refresh-child.ts', port, FEEDS, join(folder, 'latency'), 'latency'))) as Refreshes;
  for (const [name, run] of [['first refresh', latency.first], ['nothing changed', latency.unchanged], ['one new item a feed', latency.oneNew]] as const) {
    print({ what: `${name}, list p99 of ${run.asked}`, value: run.p99, unit: 'ms', target: 50, against: { what: 'its own p50', value: run.p50 } });
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
