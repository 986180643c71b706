/**
 * How the window feels, from traces of the browser: `npm run bench:ui`, with `-- --articles N --only fling --only typing` a part;
 * `--profile FOLDER` takes a library that is there, `--settle SECONDS` is how long the engine may take to read what was stored.
 * A busy machine takes the processor away from the page, so each wall time stands beside the processor time of the page's own
 * main thread: what misses by the wall alone was waited for, what misses by both is ours.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { ensureBuilt } from '../../../electron/build/build.mjs';
import { loopbackDoor } from '../../e2e/app/loopback-door.ts';
import { SETTINGS } from '../../e2e/app/test.ts';
import { testBrowser } from '../../e2e/browser.ts';
import { nodeChild } from '../node-child.ts';
import { measureStartup } from '../startup.ts';
import { formatTable, quantile, type Line } from '../stats.ts';
import { fling, toTheEnd } from './fling.ts';
import type { Fling } from './fling.ts';
import { memoryAround } from './memory.ts';
import { openArticles } from './opening.ts';
import { typeSearches } from './typing.ts';

const FRAME = 32;
const PAINTED = 100;
const LONG = 50;
const OPENED = 50;
const READ = 300;
const OVERSCAN = 9;

type Part = (browser: Browser, page: Page) => Promise<readonly Line[]>;

const line = (what: string, value: number, unit: string, target?: number): Line => ({ what, value, unit, ...(target === undefined ? {} : { target }) });

/** The quantiles of times by the wall, then by the processor; the last has the target. */
function spread(what: string, wall: readonly number[], cpu: readonly number[], target: number): readonly Line[] {
  const at = (share: number, name: string, bound?: number): readonly Line[] => [
    line(`${what}, ${name}`, quantile(wall, share), 'ms', bound),
    line(`${what}, ${name}, processor alone`, quantile(cpu, share), 'ms', bound),
  ];
  return [...at(0.5, 'p50'), ...at(0.95, 'p95', target), ...at(1, 'max')];
}

function flung({ gaps, due, dropped, tasks, rows, inSight, way }: Fling): readonly Line[] {
  const ms = (share: number): number => quantile(gaps, share);
  return [
    line('way of the fling', Math.abs(way[1] - way[0]), 'px'),
    line('frames drawn', gaps.length + 1, ''),
    line('between two frames, p50', ms(0.5), 'ms'),
    line('between two frames, p95', ms(0.95), 'ms'),
    line('between two frames, p99', ms(0.99), 'ms'),
    line('between two frames, max', ms(1), 'ms', FRAME),
    line('frames over 32 ms', gaps.filter((gap) => gap > FRAME).length, ''),
    line('frames dropped, of those due', due === 0 ? 0 : (dropped / due) * 100, '%'),
    line('longest task of the page', Math.max(...tasks.map(({ wall }) => wall)), 'ms', FRAME),
    line('longest task of the page, processor alone', Math.max(...tasks.map(({ cpu }) => cpu)), 'ms', FRAME),
    line('tasks over 16 ms of processor', tasks.filter(({ cpu }) => cpu > 16).length, ''),
    line('processor of the page', tasks.reduce((sum, { cpu }) => sum + cpu, 0), 'ms'),
    line('rows in the document, most', rows, '', inSight + 2 * OVERSCAN + 3),
  ];
}

const PARTS: Readonly<Record<string, Part>> = {
  fling: async (browser, page) => flung(await fling(browser, page)),
  // The list then holds every row that is stored.
  'fling-from-the-end': async (browser, page) => {
    const { rows, ms } = await toTheEnd(page);
    return [line('rows in the list', rows, ''), line('time to bring them all', ms, 'ms'), ...flung(await fling(browser, page, 'up'))];
  },
  opening: async (browser, page) => {
    const all = await openArticles(browser, page, OPENED);
    return spread('key to painted article', all.map(({ painted }) => painted), all.map(({ cpu }) => cpu), PAINTED);
  },
  typing: async (browser, page) => {
    const { longest } = await typeSearches(browser, page);
    return [
      ...spread('longest task of a key', longest.map(({ wall }) => wall), longest.map(({ cpu }) => cpu), LONG),
      line('keys with a task over 50 ms', longest.filter(({ wall }) => wall > LONG).length, ''),
      line('keys with a task over 50 ms of processor', longest.filter(({ cpu }) => cpu > LONG).length, '', 1),
    ];
  },
  memory: async (_browser, page) => {
    const { before, after } = await memoryAround(page, READ);
    return [
      { ...line(`heap after ${READ} articles and a rest`, after.heap / 1e6, 'MB'), against: { what: 'before', value: before.heap / 1e6, target: 1.1 } },
      { ...line(`nodes after ${READ} articles and a rest`, after.nodes, ''), against: { what: 'before', value: before.nodes, target: 1.1 } },
    ];
  },
};

const { values } = parseArgs({ options: { articles: { type: 'string', default: '100000' }, only: { type: 'string', multiple: true }, rounds: { type: 'string', default: '5' }, profile: { type: 'string' }, settle: { type: 'string', default: '900' } } });
const names = ['start', ...Object.keys(PARTS)];
for (const name of values.only ?? []) if (!names.includes(name)) throw new Error(`No part is called ${name}; there are ${names.join(', ')}.`);
const wanted = (name: string): boolean => values.only === undefined || values.only.includes(name);

async function onPage(browser: Browser, profile: string, name: string, part: Part): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const door = loopbackDoor(context, profile);
  try {
    const page = await door.open();
    await page.locator('[data-headlines] [role="option"]').first().waitFor();
    const lines = await part(browser, page);
    console.log(formatTable(`${name}, ${Number(values.articles).toLocaleString('en')} stored articles; load of the machine ${(loadavg()[0] ?? 0).toFixed(1)} on ${cpus().length} processors`, lines));
  } finally {
    await door.close();
    await context.close();
  }
}

/** Waits until the engine has read the figures of all that was stored: that happens once, and this is about every day after. */
async function settle(profile: string, seconds: number): Promise<void> {
  const browser = await chromium.launch({ executablePath: testBrowser(), chromiumSandbox: process.getuid?.() !== 0 });
  const door = loopbackDoor(await browser.newContext(), profile);
  try {
    const page = await door.open();
    const end = Date.now() + seconds * 1000;
    for (;;) {
      const waiting = await page.evaluate(async () => {
        const response = await fetch('call/lensProgress', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
        return ((await response.json()) as { readonly value: { readonly waiting: number } }).value.waiting;
      });
      if (waiting === 0) return;
      if (Date.now() > end) {
        console.log(`The engine is still reading figures (${waiting.toLocaleString('en')} articles wait): what follows was measured beside that.`);
        return;
      }
      await page.waitForTimeout(2000);
    }
  } finally {
    await door.close();
    await browser.close();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'monazite-bench-ui-'));
try {
  await ensureBuilt();
  const profile = values.profile ?? join(folder, 'profile');
  if (values.profile === undefined) {
    await nodeChild('seed.ts', profile, values.articles);
    await writeFile(join(profile, 'settings.json'), JSON.stringify({ ...SETTINGS, place: { scope: { kind: 'all' }, articleId: null, listTopId: null, articleScroll: 0 } }));
  }
  await settle(profile, Number(values.settle));
  if (wanted('start')) {
    const { list, empty } = await measureStartup(profile, Number(values.rounds));
    console.log(formatTable('start, against an empty page in the same browser', [{ what: 'window usable: painted list', value: list, unit: 'ms', against: { what: 'an empty page', value: empty, target: 1.5 } }]));
  }
  for (const [name, part] of Object.entries(PARTS)) {
    if (!wanted(name)) continue;
    const browser = await chromium.launch({ executablePath: testBrowser(), chromiumSandbox: process.getuid?.() !== 0 });
    try {
      await onPage(browser, profile, name, part);
    } finally {
      await browser.close();
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
