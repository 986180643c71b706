import type { App } from './app/app.ts';
import { Search } from './app/search.ts';
import { expect, test } from './app/test.ts';

async function searchMenu(app: App, item: string): Promise<void> {
  await app.screen.button('More for this search').click();
  await app.page.getByRole('menuitem', { name: item }).click();
}

test.describe('A search that is saved', () => {
  test('from within a list goes on meaning that list, with its alternatives in brackets', async ({ app }) => {
    await app.follow('oxide-alloy', 'critical-metals-wire', 'xitu-zaobao');
    const { screen, page } = app;
    const search = new Search(app);
    await screen.go('Oxide & Alloy');
    await screen.focusList();
    await search.type('gallium OR dysprosium');
    await screen.button(/^Searched/).click();
    await page.getByRole('menuitem', { name: 'In Oxide & Alloy' }).or(page.getByRole('menuitemradio', { name: 'In Oxide & Alloy' })).click();
    await expect(search.line(/\d results?/)).toBeVisible();
    const within = (await app.call('search', { query: 'gallium OR dysprosium', scope: { kind: 'feed', id: (await app.call('listFeeds', {})).feeds.find(({ title }) => title === 'Oxide & Alloy')?.id ?? 0 }, limit: 10 })).total.count;
    await searchMenu(app, 'Make a rule of it…');
    await expect(screen.dialog('Add rule').getByRole('textbox', { name: 'Search' })).toHaveValue('(gallium OR dysprosium) feed:"Oxide & Alloy"');
    await page.keyboard.press('Escape');
    await searchMenu(app, 'Save search…');
    const dialog = screen.dialog('Add watchlist');
    await expect(dialog.getByRole('textbox', { name: 'Search' })).toHaveValue('(gallium OR dysprosium) feed:"Oxide & Alloy"');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(dialog).toBeHidden();
    const { watches: [watch] } = await app.call('watches', {});
    expect(watch?.total).toBe(within);
  });

  test('is found in the palette by its name in either language, and begins with what is searched for', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await new Search(app).type('镝 -quota');
    await screen.press('ArrowDown');
    for (const words of ['save search', '保存搜索']) {
      await screen.press('Control+k');
      await page.keyboard.type(words);
      await expect(page.getByRole('option', { selected: true })).toContainText('Add watchlist');
      await screen.press('Enter');
      await expect(screen.dialog('Add watchlist').getByRole('textbox', { name: 'Search' })).toHaveValue('镝 -quota');
      await screen.press('Escape');
      await expect(screen.dialog('Add watchlist')).toBeHidden();
    }
  });

  test('twice is there once', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen } = app;
    for (const said of ['Watching 镝', 'Watched already: 镝']) {
      await new Search(app).type('镝');
      await expect(screen.row(/./).first()).toBeVisible();
      await searchMenu(app, 'Save search…');
      await screen.press('Enter');
      await expect(screen.toast.getByText(said)).toBeVisible();
      await expect(screen.sidebar.getByRole('treeitem', { name: /^镝/ })).toHaveAttribute('aria-selected', 'true');
    }
    expect((await app.call('watches', {})).watches).toHaveLength(1);
  });

  test('with as many words as a query may have leaves room for what was done and for its headlines', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await page.setViewportSize({ width: 1440, height: 700 });
    await app.call('addWatch', { watched: { kind: 'search', query: `镝${' OR dysprosium'.repeat(60)}`, exact: false } });
    await screen.sidebar.getByRole('treeitem', { name: /^镝 OR/ }).click();
    const title = page.getByRole('heading', { level: 2, name: /^镝 OR/ });
    await expect(title).toBeVisible();
    expect((await title.boundingBox())?.height).toBeLessThan(100);
    await screen.sidebar.getByRole('treeitem', { name: /^镝 OR/ }).focus();
    await screen.press('Delete');
    await expect(screen.toast.getByText(/^Removed: 镝/)).toBeVisible();
    expect((await screen.toast.boundingBox())?.height).toBeLessThan(100);
    await screen.press('z');
    await expect(screen.sidebar.getByRole('treeitem', { name: /^镝 OR/ })).toBeVisible();
  });

  test('is edited from the drawer of a narrow window, and the keys are the list’s afterwards', async ({ app }) => {
    await app.follow('oxide-alloy');
    await app.call('addWatch', { watched: { kind: 'search', query: '镝', exact: false } });
    const { screen, page } = app;
    await page.setViewportSize({ width: 720, height: 720 });
    await screen.focusList();
    await screen.press('[');
    await screen.place('镝').focus();
    await screen.press('F2');
    await expect(screen.dialog('Edit watchlist')).toBeVisible();
    await screen.press('Escape');
    await expect(screen.dialog('Edit watchlist')).toBeHidden();
    await expect(screen.list).toBeFocused();
  });

  test('says before it is saved that nobody follows the source that it names', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen } = app;
    await screen.focusList();
    await screen.press('w');
    const dialog = screen.dialog('Add watchlist');
    await dialog.getByText('A search', { exact: true }).click();
    await dialog.getByRole('textbox', { name: 'Search' }).fill('镝 feed:oxid feed:oxidd');
    await expect(dialog.getByRole('status').filter({ hasText: 'oxidd' })).toContainText('is no source that you follow. It finds nothing.');
    await dialog.getByRole('textbox', { name: 'Search' }).fill('镝 feed:oxid');
    await expect(dialog.getByText('is no source that you follow.', { exact: false })).toHaveCount(0);
  });
});
