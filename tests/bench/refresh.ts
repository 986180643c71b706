import { join } from 'node:path';
import { OUT } from '../../electron/build/entries.mjs';
import type { Measured } from './measured.ts';
import { findNewsboat, type Newsboat } from './newsboat.ts';
import { builtChild, withLoadServer } from './node-child.ts';
import type { Refresh } from './refresh-child.ts';
import { formatTable, median, quantile, type Line } from './stats.ts';

const FEEDS = 200;
const ITEMS = 50;
/** Series of all rounds, each on a server and a profile of its own. */
const SERIES = 3;

/** One refresh after another of the same server, what is done to the server before each, and the target of its CPU beside the floor's, and beside newsboat's where that is measured. */
const ROUNDS = [
  { what: 'first', order: null, target: 4.5, beside: 0.8 },
  { what: 'unchanged, 304', order: null, target: 1.5, beside: 0.15 },
  { what: 'unchanged, equal body', order: '/validators/off', target: 1.5, beside: null },
  { what: 'one new item each', order: '/bump', target: 1.6, beside: 0.2 },
] as const;

type Round = (typeof ROUNDS)[number];

async function series<T>(take: (port: number, round: Round) => Promise<T>): Promise<T[]> {
  return await withLoadServer(FEEDS, ITEMS, async (port) => {
    const measured: T[] = [];
    for (const round of ROUNDS) {
      const { order } = round;
      if (order !== null) await fetch(`http://127.0.0.1:${port}${order}`);
      if (order === '/bump') await fetch(`http://127.0.0.1:${port}/validators/on`);
      measured.push(await take(port, round));
    }
    return measured;
  });
}

type Child = Awaited<ReturnType<typeof builtChild>>;

interface Children {
  readonly refresh: Child;
  readonly floor: Child;
}

interface Series {
  readonly floors: readonly Measured[];
  readonly refreshes: readonly Refresh[];
  readonly latencies: readonly Refresh[];
  /** CPU seconds; null in rounds in which it is not measured. */
  readonly newsboat: readonly (number | null)[];
}

/** Floor, refresh and newsboat in turns, so that all see the same machine. */
async function oneSeries(folder: string, at: number, children: Children, newsboat: Newsboat | null): Promise<Series> {
  const refresh = (mode: 'cpu' | 'latency') => async (port: number): Promise<Refresh> => JSON.parse(await children.refresh(port, FEEDS, join(folder, `${mode}-${at}`), mode, join(OUT, 'engine.cjs'))) as Refresh;
  const both = await series(async (port, { beside }) => ({
    floor: JSON.parse(await children.floor(port, FEEDS, join(folder, `etags-${at}.json`))) as Measured,
    refresh: await refresh('cpu')(port),
    newsboat: beside === null || !newsboat ? null : await newsboat.refresh(port, FEEDS, join(folder, `newsboat-${at}`)),
  }));
  const refreshes = both.map(({ refresh: measured }) => measured);
  const stored = refreshes.map(({ all }) => all).join();
  const expected = [0, 0, 0, 1].map((added) => FEEDS * (ITEMS + added)).join();
  if (stored !== expected) throw new Error(`Expected ${expected} articles after the rounds, found ${stored}.`);
  return { floors: both.map(({ floor }) => floor), refreshes, latencies: await series(refresh('latency')), newsboat: both.map((measured) => measured.newsboat) };
}

/** CPU, wall time and memory of refreshes beside fetching the same bodies and dropping them, and a list's latency during each. */
export async function benchRefresh(folder: string): Promise<void> {
  const newsboat = findNewsboat();
  const built = join(folder, 'built');
  const children: Children = { refresh: await builtChild('refresh-child', built), floor: await builtChild('floor', built) };
  const all: Series[] = [];
  for (let at = 0; at < SERIES; at++) all.push(await oneSeries(folder, at, children, newsboat));
  const middle = (of: (one: Series) => number): number => median(all.map(of));
  const cost: Line[] = [];
  const beside: Line[] = [];
  const latency: Line[] = [];
  for (const [index, { what, target, beside: ofNewsboat }] of ROUNDS.entries()) {
    const compared = (name: string, unit: string, of: (measured: Measured) => number, bound?: number): Line => ({
      what: `${what}: ${name}`, unit, value: middle(({ refreshes }) => of(refreshes[index]!)),
      against: { what: 'bodies fetched and dropped', value: middle(({ floors }) => of(floors[index]!)), ...(bound !== undefined && { target: bound }) },
    });
    cost.push(compared('CPU', 's', ({ cpu }) => cpu, target), compared('wall', 'ms', ({ ms }) => ms), compared('peak memory', 'MB', ({ peakMb }) => peakMb));
    if (newsboat && ofNewsboat !== null) {
      beside.push({ what: `${what}: CPU`, unit: 's', value: middle(({ refreshes }) => refreshes[index]!.cpu), against: { what: 'newsboat', value: middle((one) => one.newsboat[index] ?? Number.NaN), target: ofNewsboat } });
    }
    const samples = all.flatMap(({ latencies }) => latencies[index]!.latencies);
    latency.push({ what: `${what}: p99 of ${samples.length}`, unit: 'ms', value: quantile(samples, 0.99), target: 50, against: { what: 'its own median', value: median(samples) } });
  }
  console.log(formatTable(`Refresh of ${FEEDS} feeds of ${ITEMS} items; medians of ${SERIES} series. CPU is of whole processes, their start included; the floor has no store.`, cost));
  console.log(newsboat ? formatTable('The same refreshes beside newsboat, each a whole process', beside) : '\nBeside newsboat: not measured, it is not installed.');
  console.log(formatTable('A list of 50, asked for again and again while the same feeds refresh', latency));
}
