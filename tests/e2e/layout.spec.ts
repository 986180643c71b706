import type { Page } from 'playwright/test';
import { expect, test } from './app/test.ts';

async function expectNoSideways(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over).toBeLessThanOrEqual(0);
}

test.describe('The layout', () => {
  for (const [width, sidebar, list] of [
    [1440, 232, 384],
    [1024, 200, 320],
  ] as const) {
    test(`at ${width} px has three panes side by side`, async ({ app }) => {
      await app.follow();
      const { screen, page } = app;
      await page.setViewportSize({ width, height: 900 });
      await screen.go('Unread');
      await screen.row('Dysprosium oxide gains again').click();
      await expect(screen.article.getByRole('table')).toBeAttached();
      await expectNoSideways(page);
      await expect.poll(async () => Math.round((await screen.sidebar.boundingBox())!.width)).toBe(sidebar);
      const box = (await screen.list.boundingBox())!;
      expect(Math.abs(box.width - list)).toBeLessThanOrEqual(2);
      const article = (await screen.article.boundingBox())!;
      expect(article.x).toBeGreaterThan(box.x + box.width - 1);
      expect(article.x + article.width).toBeLessThanOrEqual(width);
      const row = (await screen.row('Dysprosium oxide gains again').boundingBox())!;
      expect(row.height).toBe(68);
      const [refresh, settings] = [screen.sidebar.getByRole('button', { name: 'Refresh all' }), screen.sidebar.getByRole('button', { name: 'Settings' })];
      expect((await settings.boundingBox())!.y).toBe((await refresh.boundingBox())!.y);
      // Nothing outside the panes can be scrolled to, not by a pixel.
      expect(await page.evaluate(() => {
        document.documentElement.scrollTop = 50;
        return document.documentElement.scrollTop;
      })).toBe(0);
    });
  }

  test('at 720 px shows one pane at a time: list, article pushed over it, sidebar as a drawer', async ({ app }) => {
    await app.follow();
    const { screen, page } = app;
    await page.setViewportSize({ width: 720, height: 900 });
    await expectNoSideways(page);
    const list = (await screen.list.boundingBox())!;
    expect(list.width).toBeGreaterThan(700);
    await screen.row('Dysprosium oxide gains again').click();
    await expect(screen.articleTitle).toBeVisible();
    expect((await screen.article.boundingBox())!.x).toBeLessThan(100);
    await expectNoSideways(page);
    await page.keyboard.press('Escape');
    await expect(screen.article).toBeHidden();
    await expect(screen.list).toBeFocused();

    await page.getByRole('button', { name: 'Show sidebar' }).click();
    await expect(screen.place('Bookmarks')).toBeVisible();
    await expectNoSideways(page);
    await screen.place('Bookmarks').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Bookmarks' })).toBeVisible();
    await expect(screen.place('Bookmarks')).not.toBeInViewport();
  });

  test('at 720 px sets bookmarks as far in as other headlines', async ({ app }) => {
    const { screen, page } = app;
    await app.follow('oxide-alloy');
    const { articles: [article] } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 1 });
    await app.call('setBookmarked', { articleId: article!.id, bookmarked: true });
    await page.setViewportSize({ width: 720, height: 720 });
    const row = page.getByRole('listbox').getByRole('option').first();
    const edges = async (): Promise<readonly number[]> => {
      await expect(row).toBeVisible();
      const box = await row.boundingBox();
      return [box!.x, box!.x + box!.width];
    };
    const headlines = await edges();
    await screen.press('g', 'b');
    await expect(page.getByRole('listbox', { name: 'Bookmarks' })).toBeVisible();
    expect(await edges()).toEqual(headlines);
  });

  test('at 860 px keeps all that bookmarks are ordered, filtered and exported by within their pane', async ({ app }) => {
    const { screen, page } = app;
    await app.follow('oxide-alloy');
    const { articles: [article] } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 1 });
    await app.call('setBookmarked', { articleId: article!.id, bookmarked: true });
    await app.call('tagArticles', { articleIds: [article!.id], add: ['prices'] });
    await page.setViewportSize({ width: 860, height: 720 });
    await screen.press('g', 'b');
    const pane = (await page.locator('[data-pane="list"]').boundingBox())!;
    for (const name of [/^Export…/, /^Filter/, /^Sort/]) {
      const button = (await page.locator('[data-pane="list"]').getByRole('button', { name }).boundingBox())!;
      expect(button.x + button.width).toBeLessThanOrEqual(pane.x + pane.width);
    }
  });

  test('gives the keys to the article where a narrower window puts it over the list', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await page.setViewportSize({ width: 720, height: 900 });
    await screen.row('Dysprosium oxide gains again').click();
    await expect(screen.articleTitle).toBeVisible();
    await page.setViewportSize({ width: 1440, height: 900 });
    await screen.focusList();
    await page.setViewportSize({ width: 720, height: 900 });
    await expect(page.getByRole('region', { name: 'Article' })).toBeFocused();
    await screen.press('Escape');
    await expect(screen.list).toBeFocused();
    // Closed, and then read beside its list: it is what is left of the two.
    await page.setViewportSize({ width: 1440, height: 900 });
    await screen.press('Enter');
    await expect(page.getByRole('region', { name: 'Article' })).toBeFocused();
    await page.setViewportSize({ width: 720, height: 900 });
    await expect(screen.articleTitle).toBeInViewport();
    await expect(screen.list).not.toBeVisible();
    await expect(page.getByRole('region', { name: 'Article' })).toBeFocused();
  });

  test('at 1024 px lays the sidebar over the lens with [, and takes it off again', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    const lens = page.getByRole('complementary', { name: 'Lens' });
    await page.setViewportSize({ width: 1024, height: 768 });
    await screen.row('Dysprosium oxide gains again').click();
    await screen.press('l');
    await expect(lens).toBeVisible();
    await expect(screen.sidebar).toBeHidden();
    await screen.press('[');
    await expect(screen.sidebar).toBeVisible();
    await expect(lens).toBeHidden();
    await screen.press('[');
    await expect(lens).toBeVisible();
    await expect(screen.sidebar).toBeHidden();
    // The lens is asked for again below the sidebar that lies over it.
    await screen.press('[', 'l');
    await expect(lens).toBeVisible();
    await expect(screen.sidebar).toBeHidden();
    // Where there is room for both, both are there.
    await screen.press('[');
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect(lens).toBeVisible();
    await expect(screen.sidebar).toBeVisible();
  });

  test('has its sidebar and its lens beside what is read, not in it', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await screen.row('Dysprosium oxide gains again').click();
    await screen.press('l');
    await expect(page.getByRole('complementary', { name: 'Lens' })).toBeVisible();
    const main = page.getByRole('main');
    await expect(main).toHaveCount(1);
    await expect(main.getByRole('article')).toBeVisible();
    await expect(main.getByRole('listbox')).toBeVisible();
    await expect(main.getByRole('navigation')).toHaveCount(0);
    await expect(main.getByRole('complementary')).toHaveCount(0);
  });

  test('hides and shows the sidebar with [, and remembers it', async ({ app }) => {
    await app.follow('oxide-alloy');
    await app.screen.focusList();
    await app.screen.press('[');
    await expect(app.screen.place('Today')).toBeHidden();
    await app.restart();
    await expect(app.screen.row('Dysprosium oxide gains again')).toBeVisible();
    await expect(app.screen.place('Today')).toBeHidden();
    await app.page.getByRole('button', { name: 'Show sidebar' }).click();
    await expect(app.screen.place('Today')).toBeVisible();
  });

  test('pages of one part lay a row out over all their width, and its parts one below the other where there is little', async ({ app }) => {
    const { screen, page } = app;
    await app.call('addRule', { title: 'Quotas are kept', enabled: true, when: { query: 'quota' }, effects: { bookmark: true } });
    await app.follow('oxide-alloy');
    await screen.press('g', 'r');
    const [title, does] = [page.getByText('Quotas are kept', { exact: true }), page.getByText('finds quota: bookmark')];
    const more = page.getByRole('button', { name: 'Rule Quotas are kept' });
    for (const [width, beside] of [[1440, true], [720, false]] as const) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(async () => (await does.boundingBox())!.x > (await title.boundingBox())!.x).toBe(beside);
      const end = (await more.boundingBox())!;
      expect(width - end.x - end.width).toBeLessThan(40);
      await expectNoSideways(page);
    }
  });
});
