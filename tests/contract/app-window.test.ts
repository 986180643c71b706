import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ensureBuilt } from '../../electron/build/build.mjs';
import { testBrowser } from '../e2e/browser.ts';
import { commandAnswer, runCommand } from './command-process.ts';
import { startFeedServer } from './feed-server.ts';
import { startLoopback } from './loopback-process.ts';

const SLOW = 90_000;
const asRoot = process.getuid?.() === 0;

let browser: Browser;

beforeAll(async () => {
  await ensureBuilt();
  browser = await chromium.launch({ executablePath: testBrowser(), chromiumSandbox: !asRoot, args: asRoot ? ['--no-sandbox'] : [] });
}, 180_000);
afterAll(() => browser.close());

interface Opened {
  readonly folder: string;
  readonly profile: string;
  /** The address that the door printed. */
  readonly printed: string;
  /** Addresses that the door opened windows on, as the stand-in for a browser was told. */
  readonly windows: () => string[];
  /** What the system's opener was given. */
  readonly handedOver: () => string[];
}

/** The built door with a stand-in for the person's browser, and one for the system's opener. */
async function openDoor(options: { readonly browser?: string; readonly opener?: string } = {}): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'monazite-window-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const program = (name: string, script: string): string => {
    writeFileSync(join(folder, name), `#!/bin/sh\necho "$@" >> "${join(folder, name)}.log"\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
    return join(folder, name);
  };
  program('xdg-open', options.opener ?? 'exit 0');
  const profile = join(folder, 'profile');
  const env = { DISPLAY: ':98', PATH: `${folder}${delimiter}${process.env['PATH']}`, MONAZITE_BROWSER: program('chrome', options.browser ?? 'exec sleep 300') };
  const door = startLoopback(profile, [], env);
  onTestFinished(async () => {
    door.child.kill('SIGTERM');
    await door.ended;
  });
  const lines = (name: string): string[] => (existsSync(join(folder, `${name}.log`)) ? readFileSync(join(folder, `${name}.log`), 'utf8').trim().split('\n') : []);
  return {
    folder,
    profile,
    printed: await door.ready,
    windows: () => lines('chrome').flatMap((line) => /--app=(\S+)/.exec(line)?.[1] ?? []),
    handedOver: () => lines('xdg-open'),
  };
}

/** A page on an address of the door, with one article open; the addresses that it opened by itself. */
async function readIn(address: string): Promise<{ page: Page; popups: string[] }> {
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  const popups: string[] = [];
  page.context().on('page', (opened) => void opened.waitForURL(/story/).then(() => popups.push(opened.url()), () => undefined));
  await page.goto(address);
  await page.getByRole('treeitem', { name: /^Unread/ }).click();
  await page.getByRole('option').first().click();
  await page.getByRole('article').getByRole('heading', { level: 1 }).waitFor();
  return { page, popups };
}

async function withArticle(options: Parameters<typeof openDoor>[0] = {}): Promise<Opened & { story: string }> {
  const publisher = await startFeedServer(1);
  onTestFinished(() => publisher.close());
  const opened = await openDoor(options);
  commandAnswer(await runCommand(['subscribe', JSON.stringify({ url: publisher.feedUrl }), '--profile', opened.profile]));
  return { ...opened, story: `${publisher.origin}/story-1` };
}

// The stand-ins are shell scripts, and only Linux's opener is looked up by name.
describe.runIf(process.platform === 'linux')('a window that the door opens in the person’s browser', () => {
  test('has its links opened by the system', async () => {
    const { windows, handedOver, story } = await withArticle();
    const { page, popups } = await readIn(windows()[0] ?? '');
    expect(new URL(page.url()).search).toBe('?own-window');
    await page.keyboard.press('v');
    await expect.poll(handedOver).toEqual([story]);
    await page.getByRole('article').getByRole('link', { name: 'more' }).click();
    await expect.poll(handedOver).toEqual([story, expect.stringContaining('/more')]);
    expect(popups).toEqual([]);
    expect(new URL(page.url()).search).toBe('?own-window');
  }, SLOW);

  test('opens them itself where the system’s opener fails', async () => {
    const { windows, handedOver, story } = await withArticle({ opener: 'exit 3' });
    const { page, popups } = await readIn(windows()[0] ?? '');
    await page.keyboard.press('v');
    await expect.poll(() => popups).toEqual([story]);
    expect(handedOver()).toEqual([story]);
  }, SLOW);

  test('is another thing than a page on the printed address, which stays in its own browser', async () => {
    const { printed, handedOver, story } = await withArticle();
    const { page, popups } = await readIn(printed);
    await page.keyboard.press('v');
    await expect.poll(() => popups).toEqual([story]);
    expect(handedOver()).toEqual([]);
  }, SLOW);

  test('comes to the front at a second start, which then opens nothing more', async () => {
    const { profile, windows } = await openDoor();
    const second = startLoopback(profile, []);
    expect(await second.ended).toBe(0);
    expect(second.lines).toEqual(['Monazite is open already; its window was brought to the front.']);
    await expect.poll(() => windows().length).toBe(2);
  }, SLOW);

  test('that cannot come leaves the address, at the first start and at the second', async () => {
    const { profile, printed } = await openDoor({ browser: 'exit 21' });
    const log = join(profile, 'monazite.log');
    await expect.poll(() => existsSync(log) && readFileSync(log, 'utf8')).toContain('No window: chrome ended with code 21');
    const second = startLoopback(profile, []);
    expect(await second.ended).toBe(0);
    expect(second.lines).toEqual([`Monazite is open already at ${printed}`]);
  }, SLOW);
});
