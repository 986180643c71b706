import type { BrowserContext } from 'playwright/test';
import type { App } from './app/app.ts';
import { expect, test } from './app/test.ts';

/* What a start leaves for later: that it comes late, or not at all, costs nobody what they did meanwhile. */

const REFUSED = /Failed to load resource|Failed to fetch dynamically imported module/;
const OF_THE_WINDOW = 'its page is there before its requests can be held';

/** Holds the requests for a part of the window; answers with the way to let them go on. */
async function hold(context: BrowserContext, part: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await context.route(`**/assets/${part}-*.js`, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

async function restartWithList(app: App): Promise<void> {
  await app.restart();
  await expect(app.screen.list).toBeFocused();
}

test.beforeEach(({ app: _app }, testInfo) => {
  testInfo.skip(testInfo.project.name === 'electron', OF_THE_WINDOW);
});

test.describe('Before the dialogs are here', () => {
  test('what is typed for one stands in its field', async ({ app }) => {
    await app.follow('oxide-alloy');
    const release = await hold(app.page.context(), 'dialogs');
    await restartWithList(app);
    const { page, screen } = app;
    await page.keyboard.press('Control+k');
    await page.keyboard.type('dx');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('y');
    // It would open the article that is chosen behind it.
    await page.keyboard.press('Enter');
    release();
    const palette = screen.dialog('Command palette');
    const field = palette.getByRole('combobox', { name: 'Go to, run or search' });
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('dy');
    await expect(palette.getByRole('option').last()).toHaveAccessibleName(/^Search everything for “dy”/);
    await page.keyboard.type('s');
    await expect(field).toHaveValue('dys');
    await expect(screen.article).toHaveCount(0);
    // One that is here by now takes its keys itself.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('');
  });

  test('Escape takes back what was asked for', async ({ app }) => {
    await app.follow('oxide-alloy');
    const release = await hold(app.page.context(), 'dialogs');
    await restartWithList(app);
    const { page, screen } = app;
    await page.keyboard.press('Control+k');
    await page.keyboard.type('dy');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    release();
    await expect(screen.dialog('Keyboard shortcuts')).toBeVisible();
    await expect(screen.dialog('Command palette')).toHaveCount(0);
  });

  test('one that could not be loaded says so, and comes at the next try', async ({ app }) => {
    await app.follow('oxide-alloy');
    const context = app.page.context();
    let refused = 0;
    await context.route('**/assets/dialogs-*.js', (route) => {
      refused += 1;
      return route.abort();
    });
    await restartWithList(app);
    const { page, screen } = app;
    // Loaded ahead: nobody waits for it, and nobody is told.
    await expect.poll(() => refused).toBeGreaterThan(0);
    await page.keyboard.press('Control+k');
    await expect(screen.toast).toContainText('Try again');
    await context.unroute('**/assets/dialogs-*.js');
    await page.keyboard.press('Control+k');
    await expect(screen.dialog('Command palette').getByRole('combobox')).toBeFocused();
    app.watch.forgive(REFUSED);
  });
});

test('a page that could not be loaded says so, and comes at the next try', async ({ app }) => {
  await app.follow('oxide-alloy');
  const { page, screen } = app;
  await page.route('**/assets/prices-page-*.js', (route) => route.abort());
  await screen.place('Prices').click();
  await expect(screen.toast).toContainText('Try again');
  await page.unroute('**/assets/prices-page-*.js');
  await screen.place('Prices').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Prices' })).toBeVisible();
  app.watch.forgive(REFUSED);
});

test('an article whose drawing could not be loaded says so in its place, and is drawn at another try', async ({ app, newsroom }) => {
  await app.follow('oxide-alloy');
  const context = app.page.context();
  await context.route('**/assets/parts-*.js', (route) => route.abort());
  await restartWithList(app);
  const { page, screen } = app;
  const [first, second] = newsroom.stories('oxide-alloy');
  const fault = page.getByText('Something in Monazite went wrong');
  await screen.row(first!.title).click();
  await expect(fault).toBeVisible();
  await context.unroute('**/assets/parts-*.js');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(screen.articleTitle).toHaveText(first!.title);
  await expect(page.locator('[data-article-text]')).toBeVisible();
  await expect(fault).toBeHidden();
  await screen.row(second!.title).click();
  await expect(screen.articleTitle).toHaveText(second!.title);
  app.watch.forgive(REFUSED);
});
