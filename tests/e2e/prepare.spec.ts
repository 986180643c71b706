import { execFileSync } from 'node:child_process';
import { statfsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { OUTLETS } from '../newsroom/outlet.ts';
import type { App } from './app/app.ts';
import { openElectronPage } from './app/electron-page.ts';
import { Screen } from './app/screen.ts';
import { expect, test } from './app/test.ts';

/** Images come by preparing alone. */
const WISH = { keepImages: false, offline: { folders: 'all', unreadDays: 7, budgetMb: 500, evictDays: 0, evictUnasked: false } } as const;

/** Takes the place of every outlet that went dark, and counts who knocks. */
async function standInFor(newsroom: Newsroom): Promise<{ readonly knocks: () => number; close(): Promise<void> }> {
  let knocks = 0;
  const servers = await Promise.all(
    OUTLETS.map(
      ({ id }) =>
        new Promise<Server>((resolve, reject) => {
          const server = createServer((socket) => {
            knocks += 1;
            socket.destroy();
          });
          server.once('error', reject);
          server.listen(newsroom.server(id).listening.port, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  return {
    knocks: () => knocks,
    close: async () => void (await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))),
  };
}

interface Seen {
  readonly articles: number;
  readonly images: number;
  /** Boxes of images that are not here. */
  readonly lacking: number;
}

function letters(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** By their titles, how the last plain paragraph of each story ends: whoever has that has the text whole. */
function endsOf(newsroom: Newsroom): Map<string, string> {
  const ends = new Map<string, string>();
  for (const { id } of OUTLETS) {
    for (const { title, text } of newsroom.stories(id)) {
      const paragraphs = (text ?? '').split(/\n\s*\n/u).filter((paragraph) => !/^\s*[#>|!*\-[{\d]/u.test(paragraph));
      // A story of a list alone ends with its last item.
      ends.set(title, (paragraphs.at(-1) ?? text?.trim().split('\n').at(-1) ?? '').replaceAll(/\]\([^)]*\)/gu, '').slice(-24));
    }
  }
  return ends;
}

/** Opens every article of a view by `j`, and looks at its text to the end and at each image until it is decoded. */
async function readAll(page: Page, view: string, ends: ReadonlyMap<string, string>): Promise<Seen> {
  const screen = new Screen(page);
  await screen.place(view).click();
  await expect(screen.list.getByRole('option').first()).toBeVisible();
  await screen.focusList();
  const total = Number(await screen.list.getByRole('option').first().getAttribute('aria-setsize'));
  let images = 0;
  let lacking = 0;
  for (let at = 1; at <= total; at += 1) {
    // The page of bookmarks has its first row chosen, and reads one on Enter.
    if (view !== 'Bookmarks' || at > 1) await screen.press('j');
    await expect(screen.chosen).toHaveAttribute('aria-posinset', String(at));
    const name = (await screen.chosen.getAttribute('aria-label')) ?? '';
    if (view === 'Bookmarks') await screen.press('Enter');
    const text = screen.article.locator('[data-article-text]');
    await expect(async () => expect(name).toContain((await screen.articleTitle.textContent()) ?? '?')).toPass();
    await expect(text).not.toBeEmpty();
    const end = ends.get((await screen.articleTitle.textContent()) ?? '') ?? '';
    expect(letters(end).length, `the end of ${name}`).toBeGreaterThan(5);
    expect(letters((await text.textContent()) ?? '')).toContain(letters(end));
    const pictures = text.locator('img');
    for (let n = (await pictures.count()) - 1; n >= 0; n -= 1) {
      await pictures.nth(n).scrollIntoViewIfNeeded();
      await expect.poll(() => pictures.nth(n).evaluate((image: HTMLImageElement) => (image.complete ? image.naturalWidth : 0)), { message: `image of ${name}` }).toBeGreaterThan(0);
      images += 1;
    }
    lacking += await text.locator('[data-note]').count();
    if (view === 'Bookmarks') await screen.press('Escape');
  }
  return { articles: total, images, lacking };
}

/** Presses Prepare, or what stands in its place, and waits until it ended. */
async function prepared(app: App, button = 'Prepare'): Promise<void> {
  await app.screen.go('Offline');
  await app.screen.button(button).click();
  await expect.poll(async () => (await app.call('prepareProgress', {})).report !== null, { timeout: 120_000 }).toBe(true);
}

async function bookmarkSome(app: App): Promise<number[]> {
  const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 500 });
  const chosen = articles.filter((_, at) => at % 20 === 3).map(({ id }) => id);
  for (const articleId of chosen) await app.call('setNote', { articleId, text: `Note on ${articleId}` });
  return chosen;
}

test.use({ settings: WISH });

test.describe('Ready to fly', () => {
  test('what was prepared is read whole, with every image, on a new start without the newsroom, and nothing is asked for', async ({ app, newsroom, driver }, testInfo) => {
    test.skip(testInfo.project.name === 'electron', 'Both doors are opened here.');
    test.setTimeout(300_000);
    const ends = endsOf(newsroom);
    await app.follow();
    const bookmarks = await bookmarkSome(app);
    await prepared(app);
    await expect(app.page.getByRole('region', { name: 'Ready to read offline' })).toBeVisible();
    const plan = await app.call('offlinePlan', {});
    expect(plan).toMatchObject({ ready: plan.articles, missingText: 0, missingImages: 0 });
    expect(plan.articles).toBeGreaterThanOrEqual(60);

    await app.close();
    await newsroom.goDark();
    const standIn = await standInFor(newsroom);
    await app.open();
    const offline = await readAll(app.page, 'Offline', ends);
    expect(offline).toMatchObject({ articles: plan.articles, lacking: 0 });
    expect(offline.images).toBeGreaterThanOrEqual(25);
    expect(await readAll(app.page, 'Bookmarks', ends)).toMatchObject({ articles: bookmarks.length, lacking: 0 });
    await app.close();

    const context = await driver!.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', timezoneId: 'Europe/London' });
    const page = await context.newPage();
    // With the wishes of the other door: by the usual ones, icons of sources are looked for.
    const electron = await openElectronPage(page, app.profile, WISH);
    expect(await readAll(page, 'Offline', ends)).toEqual(offline);
    expect(await readAll(page, 'Bookmarks', ends)).toMatchObject({ articles: bookmarks.length, lacking: 0 });
    await electron.close();
    await context.close();

    expect(standIn.knocks()).toBe(0);
    await standIn.close();
  });

  test('with half of the images failing it names each article and why, every text is there, and trying again brings the rest', async ({ app, newsroom }) => {
    test.setTimeout(240_000);
    for (const id of ['oxide-alloy', 'xitu-zaobao', 'magnet-monitor', 'northgate']) newsroom.fail(id, { kind: 'status', status: 500 }, 'pictures');
    const ends = endsOf(newsroom);
    await app.follow();
    await prepared(app);
    const { report } = await app.call('prepareProgress', {});
    expect(report).toMatchObject({ ready: false, stopped: null });
    const count = report!.notReadyCount;
    expect(count).toBeGreaterThan(5);
    await expect(app.page.getByRole('region', { name: `${count} articles are not ready` })).toBeVisible();
    await app.screen.button('Show which').click();
    const dialog = app.screen.dialog('Not ready for offline');
    await expect(dialog.getByRole('listitem')).toHaveCount(count);
    await expect(dialog.getByRole('listitem').first()).toContainText(/1 image.*The answer from 127\.0\.0\.1:\d+ was error 500\./);
    await dialog.getByRole('button', { name: 'Close' }).click();

    await app.restart(() => newsroom.goDark());
    const plan = await app.call('offlinePlan', {});
    expect(plan).toMatchObject({ missingText: 0, ready: plan.articles - count });
    const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 500 });
    for (const { id } of articles) expect((await app.call('getArticle', { articleId: id })).kept).not.toBe('headline');
    expect(await readAll(app.page, 'Offline', ends)).toMatchObject({ articles: plan.ready, lacking: 0 });

    await newsroom.recover();
    expect(await app.call('prepare', { retry: true })).toMatchObject({ ready: true });
    await expect(app.page.getByRole('region', { name: 'Ready to read offline' })).toBeVisible();
  });

  test('the light counts what is lacking now: what came since, and what was put right', async ({ app, newsroom }) => {
    newsroom.fail('magnet-monitor', { kind: 'status', status: 500 }, 'pictures');
    await app.follow('magnet-monitor', 'western-minerals');
    await prepared(app);
    const count = (await app.call('prepareProgress', {})).report!.notReadyCount;
    expect(count).toBeGreaterThan(1);
    await expect(app.page.getByRole('region', { name: `${count} articles are not ready` })).toBeVisible();

    await newsroom.recover('magnet-monitor');
    const { notReady } = (await app.call('prepareProgress', {})).report!;
    await app.call('keepImages', { articleId: notReady[0]!.articleId });
    await expect(app.page.getByRole('region', { name: count === 2 ? '1 article is not ready' : `${count - 1} articles are not ready` })).toBeVisible();

    for (let times = 0; times < 2; times += 1) newsroom.publish('western-minerals');
    await app.call('refresh', {});
    const { articles, ready } = await app.call('offlinePlan', {});
    expect(articles - ready).toBe(count + 1);
    await expect(app.page.getByRole('region', { name: `${ready} of ${articles} ready for offline` })).toBeVisible();
    await app.screen.button('Prepare').click();
    await expect(app.page.getByRole('region', { name: / not ready$|^Ready to read offline$/u })).toBeVisible();
  });

  test('with the disk full in the middle it says so, loses nothing, and goes on when there is room', async ({ app, newsroom }) => {
    test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'A small disk is mounted, which takes root.');
    test.setTimeout(240_000);
    await app.close();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', app.profile]);
    try {
      writeFileSync(join(app.profile, 'settings.json'), JSON.stringify({ refreshMinutes: 0, language: 'en', theme: 'light', welcomed: true, ...WISH }));
      await app.open();
      await app.follow();
      const bookmarks = await bookmarkSome(app);
      const { blocks, bfree, bsize } = statfsSync(app.profile);
      execFileSync('mount', ['-o', `remount,size=${(blocks - bfree) * bsize + 1_500_000}`, app.profile]);
      await prepared(app);
      const { report } = await app.call('prepareProgress', {});
      expect(report).toMatchObject({ ready: false, stopped: { code: 'disk-full' } });
      await expect(app.page.getByRole('region', { name: /articles are not ready$/ })).toContainText('Preparing ended early.');
      await expect(app.page.getByRole('region', { name: /left on this disk$/ })).toBeVisible();
      const here = (await app.call('offlinePlan', {})).ready;

      await app.close();
      execFileSync('mount', ['-o', 'remount,size=64m', app.profile]);
      await app.open();
      expect((await app.call('offlinePlan', {})).ready).toBeGreaterThanOrEqual(here);
      for (const articleId of bookmarks) expect((await app.call('evidence', { articleId })).note).toBe(`Note on ${articleId}`);
      newsroom.clearRequests();
      expect(await app.call('prepare', {})).toMatchObject({ ready: true });
      const paths = newsroom.requests().map(({ outlet, path }) => `${outlet}${path}`);
      expect(new Set(paths).size).toBe(paths.length);
    } finally {
      await app.close();
      execFileSync('umount', [app.profile]);
    }
  });

  test('D keeps an article and Z lets it go; a disk that is nearly full says what is given up, and frees what it says', { tag: '@settings-dialog' }, async ({ app }) => {
    await app.follow('western-minerals', 'magnet-monitor');
    expect(await app.call('prepare', {})).toMatchObject({ ready: true });
    const { page, screen } = app;
    await screen.go('Offline');
    await screen.focusList();
    await screen.press('j');
    await expect(screen.chosen).toHaveAttribute('aria-posinset', '1');
    await screen.press('d');
    const keep = page.getByRole('toolbar').or(page.getByRole('main')).getByRole('button', { name: /^Keep offline/ }).first();
    await expect(keep).toHaveAttribute('aria-pressed', 'true');
    await expect(screen.article).toContainText('On this device since');
    await screen.press('z');
    await expect(keep).toHaveAttribute('aria-pressed', 'false');
    await screen.press('d');
    await expect(keep).toHaveAttribute('aria-pressed', 'true');
    const pinned = (await app.call('listArticles', { scope: { kind: 'offline' }, limit: 1 })).articles[0]!;
    expect(pinned.pinned).toBe(true);

    await page.route('**/call/storage', async (route) => {
      const response = await route.fetch();
      const { value } = (await response.json()) as { value: object };
      await route.fulfill({ response, json: { ok: true, value: { ...value, disk: { free: 1_200_000_000, total: 250_000_000_000 }, short: 'images' } } });
    });
    await page.reload();
    const strip = page.getByRole('alert').getByRole('region', { name: '1.2 GB left on this disk' });
    await expect(strip).toContainText('New images are no longer kept. Text still is. Bookmarks stay as they are.');
    // One hairline between it and the strip below.
    const below = page.getByRole('alert').filter({ has: page.getByRole('region', { name: '1.2 GB left on this disk' }) }).locator('+ section');
    await expect(below).toBeVisible();
    const [end, start] = [await strip.evaluate((one) => one.getBoundingClientRect().bottom), await below.evaluate((one) => one.getBoundingClientRect().top)];
    expect(end - start).toBe(1);
    const { bytes, articles } = await app.call('evict', { dryRun: true, free: 800_000_000 });
    const free = strip.getByRole('button', { name: /^Free / });
    await expect(free).toHaveText(new RegExp(`^Free ${(bytes / 1e6).toFixed(1).replace(/\.0$/, '')}\\sMB$|^Free ${Math.round(bytes / 1000)}\\skB$`));
    await expect(free).toHaveAttribute('title', new RegExp(`${articles} oldest articles`));
    await free.click();
    await expect(free).toBeHidden();
    expect((await app.call('getArticle', { articleId: pinned.id })).kept).toBe('full');
    await expect(page.getByRole('region', { name: / ready for offline$/ })).toBeVisible();
    await strip.getByRole('button', { name: 'Settings' }).click();
    await expect(screen.dialog('Settings').getByRole('tab', { name: 'Offline and storage' })).toHaveAttribute('aria-selected', 'true');
    await expect(screen.dialog('Settings').getByText('Nothing is older or past the budget.')).toBeVisible();
  });
});
