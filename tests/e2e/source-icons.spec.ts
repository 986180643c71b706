import type { Locator } from 'playwright/test';
import type { App } from './app/app.ts';
import { expect, test } from './app/test.ts';

const TITLES = { ico: 'Western Minerals Review', svg: 'Oxide & Alloy', broken: '磁材周刊', none: '矿业参考' };
const OF_ICONS = /^\/(?:$|favicon|images\/)/;

const iconOf = (app: App, title: string): Locator => app.screen.place(title).locator('img');
const isDrawn = (icon: Locator): Promise<boolean> => icon.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0);
const greyOf = (icon: Locator): Promise<string> => icon.evaluate((image) => /grayscale\([^)]*\)/.exec(getComputedStyle(image).filter)?.[0] ?? '');

test.describe('Icons of sources', () => {
  test('stand in the sidebar where a site has one, a letter where it has none or a broken one; none is asked for again', async ({ app, newsroom }) => {
    test.setTimeout(180_000);
    const { screen } = app;
    await app.follow('western-minerals', 'oxide-alloy', 'cicai-zhoukan', 'kuangye-cankao');
    for (const title of Object.values(TITLES)) await expect(screen.place(title)).toBeVisible();
    const before = await screen.place(TITLES.svg).locator('span').last().boundingBox();
    await app.iconsKept();
    for (const title of [TITLES.ico, TITLES.svg]) {
      await expect(iconOf(app, title)).toHaveAttribute('alt', '');
      await expect.poll(() => isDrawn(iconOf(app, title))).toBe(true);
      expect(await iconOf(app, title).boundingBox()).toMatchObject({ width: 16, height: 16 });
    }
    // Nothing moved when it came, and it is read aloud as before.
    expect(await screen.place(TITLES.svg).locator('span').last().boundingBox()).toEqual(before);
    await expect(screen.place(TITLES.svg)).toHaveAccessibleName(/^Oxide & Alloy/);
    for (const [title, letter] of [[TITLES.broken, '磁'], [TITLES.none, '矿']] as const) {
      await expect(screen.place(title).locator('[aria-hidden="true"]').first()).toHaveText(letter);
      await expect(iconOf(app, title)).toHaveCount(0);
    }

    newsroom.clearRequests();
    await app.refreshed();
    await app.restart();
    // Of a source that comes after both, the icon is looked for in the same lull or a later one.
    await app.follow('northgate');
    await expect(iconOf(app, 'Northgate Magnets')).toHaveCount(1, { timeout: 30_000 });
    const asked = newsroom.requests().filter(({ path }) => OF_ICONS.test(path)).map(({ outlet }) => outlet);
    expect(new Set(asked)).toEqual(new Set(['northgate']));
    await expect.poll(() => isDrawn(iconOf(app, TITLES.ico))).toBe(true);
  });

  test('are grey, and in their colours under the pointer and where they are active', async ({ app }) => {
    const { screen, page } = app;
    await app.follow('western-minerals', 'oxide-alloy');
    await app.iconsKept();
    const [one, other] = [iconOf(app, TITLES.svg), iconOf(app, TITLES.ico)];
    await page.mouse.move(0, 0);
    await expect.poll(() => greyOf(one)).toBe('grayscale(1)');
    await screen.place(TITLES.svg).hover();
    await expect.poll(() => greyOf(one)).toBe('grayscale(0)');
    expect(await greyOf(other)).toBe('grayscale(1)');
    await screen.go(TITLES.ico);
    await page.mouse.move(0, 0);
    await expect.poll(() => greyOf(other)).toBe('grayscale(0)');
    expect(await greyOf(one)).toBe('grayscale(1)');
  });

  test('show on a dark ground also where the system has its own colours, though they are drawn in black on nothing', async ({ app }) => {
    await app.follow('oxide-alloy');
    await app.iconsKept();
    await app.page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await expect(iconOf(app, TITLES.svg)).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  });

  test('stand beside the title in the article, in the palette and on the page of sources', async ({ app }) => {
    const { screen, page } = app;
    await app.follow('oxide-alloy');
    await app.iconsKept();
    await screen.go(TITLES.svg);
    await screen.row('Dysprosium oxide gains again').click();
    await expect.poll(() => isDrawn(screen.article.locator('img[alt=""][width="16"]').first())).toBe(true);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Oxide');
    await expect.poll(() => isDrawn(page.getByRole('dialog').getByRole('option', { name: TITLES.svg }).first().locator('img'))).toBe(true);
    await page.keyboard.press('Escape');
    await screen.press('g', 's');
    await expect.poll(() => isDrawn(page.getByRole('rowheader', { name: TITLES.svg }).locator('img'))).toBe(true);
  });

  test('one that cannot be drawn after all gives way to a letter', async ({ app, newsroom }) => {
    // Its header is whole, and what follows is nothing.
    const head = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAIAAAD8GO2j', 'base64');
    newsroom.server('kuangye-cankao').extra.set('/favicon.ico', (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.concat([head, Buffer.alloc(40)])));
    await app.follow('kuangye-cankao');
    await expect.poll(async () => (await app.call('listFeeds', {})).feeds[0]?.icon ?? null).not.toBeNull();
    await expect(app.screen.place(TITLES.none).locator('[aria-hidden="true"]').first()).toHaveText('矿');
    await expect(iconOf(app, TITLES.none)).toHaveCount(0);
  });

  test('go with their source', async ({ app }) => {
    await app.follow('oxide-alloy');
    await app.imagesKept();
    await app.iconsKept();
    const src = (await iconOf(app, TITLES.svg).getAttribute('src'))!;
    const status = (): Promise<number> => app.page.evaluate(async (address) => (await fetch(address, { cache: 'no-store' })).status, src);
    expect(await status()).toBe(200);
    const { feeds } = await app.call('listFeeds', {});
    await app.call('unsubscribe', { feedId: feeds[0]!.id });
    await expect.poll(status).toBe(404);
    app.watch.forgive(/Failed to load resource/);
    await expect.poll(async () => (await app.call('storage', {})).images).toBe(0);
  });
});
