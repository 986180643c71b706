import { keepFive, openBookmarks } from './app/bookmarks-page.ts';
import type { Locator } from 'playwright/test';
import { expect, test } from './app/test.ts';

/** Middles of the lines that parts stand on, from the top, in pixels. */
async function linesOf(parts: Locator): Promise<readonly number[]> {
  const middles = await parts.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => (top + bottom) / 2));
  return middles.map((middle) => Math.round((middle - Math.min(...middles)) / 8));
}

const PAGES = [
  { name: 'alerts', keys: ['g', 'a'] },
  { name: 'rules', keys: ['g', 'r'] },
  { name: 'prices', keys: ['g', 'p'] },
  { name: 'figures', keys: ['g', 'f'] },
  { name: 'calendar', keys: ['g', 'c'] },
  { name: 'sources', keys: ['g', 's'] },
  { name: 'bookmarks', keys: ['g', 'b'] },
] as const;

test.describe('In a small window', () => {
  test('what is known of an article stands on the line of its source or whole on the next, and has one of its own beside the lens', async ({ app, newsroom }) => {
    newsroom.publish('oxide-alloy', { title: 'A long name signs', author: 'Wilhelmina Lindqvist', text: 'Dysprosium oxide was quoted at 1.68 million yuan a tonne.' });
    newsroom.publish('oxide-alloy', { title: 'A short one does', author: 'Mo', text: 'Terbium oxide was quoted at 6.55 million yuan a tonne.' });
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await page.setViewportSize({ width: 1024, height: 768 });
    const parts = screen.article.locator('[class*="_byline_"] [class*="_part_"]');
    await screen.row('A long name signs').click();
    await expect(parts).toHaveText(['Oxide & Alloy', /^By Wilhelmina/, /\d\d:\d\d$/, '1 min']);
    expect(await linesOf(parts)).toEqual([0, 2, 2, 2]);
    await screen.row('A short one does').click();
    await expect(parts).toHaveText(['Oxide & Alloy', 'By Mo', /\d\d:\d\d$/, '1 min']);
    expect(await linesOf(parts)).toEqual([0, 0, 0, 0]);
    await screen.press('l');
    await expect.poll(() => linesOf(parts)).toEqual([0, 2, 2, 2]);
    const text = (await screen.article.locator('[data-article-text]').boundingBox())!;
    const pane = (await page.getByRole('region', { name: 'Article' }).boundingBox())!;
    expect(text.width).toBeGreaterThan(0.88 * pane.width);
  });

  test('the name of a list is told before how much of it is unread', async ({ app, newsroom }) => {
    newsroom.publish('minerals-office', { title: 'Quotas' });
    await app.follow('minerals-office');
    const { screen, page } = app;
    await page.setViewportSize({ width: 1024, height: 768 });
    await screen.go('Strategic Minerals Office');
    await screen.row('Quotas').click();
    await screen.press('Enter', 'l');
    await expect(page.getByRole('complementary', { name: 'Lens' })).toBeVisible();
    const heading = page.getByRole('heading', { level: 1, name: 'Strategic Minerals Office' });
    const bar = heading.locator('xpath=..');
    // Every pixel before the first button is the name's.
    await expect.poll(async () => (await heading.boundingBox())!.width / (await bar.boundingBox())!.width).toBeGreaterThan(0.97);
    await screen.press('l');
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect.poll(async () => (await page.getByText('unread', { exact: false }).and(bar.locator('span')).boundingBox())!.y).toBeLessThan((await bar.boundingBox())!.y + 8);
  });

  test('titles, words and toasts of each page stand as those of the list do', async ({ app }) => {
    await app.follow();
    const { screen, page } = app;
    await page.setViewportSize({ width: 720, height: 720 });
    await screen.focusList();
    const main = page.getByRole('main');
    const title = async (): Promise<number> => (await main.getByRole('heading', { level: 1 }).filter({ visible: true }).boundingBox())!.x;
    const foot = async (): Promise<number> => main.locator('[data-foot]').filter({ visible: true }).evaluate((element) => element.getBoundingClientRect().x + Number.parseFloat(getComputedStyle(element).paddingInlineStart));
    const [listTitle, listFoot] = [await title(), await foot()];
    for (const { name, keys } of PAGES) {
      await screen.press(...keys);
      await expect(main.getByRole('heading', { level: 1, name: new RegExp(name, 'i') })).toBeVisible();
      expect({ name, title: await title(), foot: await foot() }).toEqual({ name, title: listTitle, foot: listFoot });
    }
    await screen.press('g', 'u');
    await screen.focusList();
    await screen.press('Shift+A');
    const [toast, line] = [(await screen.toast.locator('> *').boundingBox())!, (await main.locator('[data-foot]').boundingBox())!];
    expect(toast.y + toast.height).toBeLessThanOrEqual(line.y - 16);
  });

  test('a dialog that has no room gives the keys to its first control, not to the part that scrolls', { tag: '@settings-dialog' }, async ({ app }) => {
    const { page, screen } = app;
    await page.setViewportSize({ width: 720, height: 450 });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await screen.press('Control+,');
    await expect(screen.dialog('Settings').getByRole('textbox', { name: 'Find a setting' })).toBeFocused();
  });

  test('keeps all that can be done within reach, and no words over a field, with letters two and three times as large', async ({ app }) => {
    const { page, screen } = app;
    await keepFive(app);
    await openBookmarks(app);
    await screen.press('x', 'Shift+J');
    await page.setViewportSize({ width: 427, height: 320 });
    const chosen = page.getByRole('toolbar', { name: 'Chosen bookmarks' });
    for (const button of await chosen.getByRole('button').all()) await expect(button).toBeInViewport({ ratio: 1 });
    await screen.press('Escape', 'g', 's');
    await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible();
    for (const name of ['Add source', 'Import, export and more']) await expect(screen.button(name).first()).toBeInViewport({ ratio: 1 });
    await page.setViewportSize({ width: 350, height: 400 });
    await screen.press('Control+s');
    const save = screen.dialog('Save a page');
    const [file, cancel] = [(await save.getByRole('button', { name: 'Choose file…' }).boundingBox())!, (await save.getByRole('button', { name: 'Cancel' }).boundingBox())!];
    expect(file.x + file.width <= cancel.x || file.y + file.height <= cancel.y).toBe(true);
    await screen.press('Escape');
    await expect(save).toBeHidden();
    await screen.press('g', 'u');
    await screen.row(/^Unread/).first().click();
    await expect(screen.articleTitle).toBeVisible();
    await expect(screen.button('Lens').first()).toBeInViewport({ ratio: 1 });
    await screen.press('Escape');
    await page.setViewportSize({ width: 640, height: 450 });
    await screen.press('Control+k');
    await page.keyboard.type('catalogue');
    await screen.press('Enter');
    const title = (await page.getByRole('heading', { name: 'Add sources from the catalogue' }).boundingBox())!;
    const field = (await page.getByRole('textbox', { name: 'Filter' }).or(page.getByPlaceholder(/^Filter \d/)).first().boundingBox())!;
    expect(title.x + title.width <= field.x || title.y + title.height <= field.y).toBe(true);
  });
});
