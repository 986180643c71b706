import { Search } from './app/search.ts';
import { expect, test } from './app/test.ts';

test.describe('What is done with a search', () => {
  test('is saved as a watchlist, or made a rule of', async ({ app }) => {
    await app.follow('oxide-alloy', 'xitu-zaobao');
    const search = new Search(app);
    const { page, screen } = app;
    await search.type('镝 -quota');
    await expect(search.rows.first()).toBeVisible();
    await screen.button('More for this search').click();
    await page.getByRole('menuitem', { name: 'Make a rule of it…' }).click();
    await expect(screen.dialog('Add rule').getByRole('textbox', { name: 'Search' })).toHaveValue('镝 -quota');
    await page.keyboard.press('Escape');
    await screen.button('More for this search').click();
    await page.getByRole('menuitem', { name: 'Save search…' }).click();
    const dialog = screen.dialog('Add watchlist');
    await expect(dialog.getByRole('textbox', { name: 'Search' })).toHaveValue('镝 -quota');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(search.field).toHaveCount(0);
    const { watches: [watch] } = await app.call('watches', {});
    expect(watch?.total).toBe((await app.call('search', { query: '镝 -quota', limit: 10 })).total.count);
    await expect(screen.place('镝 -quota')).toBeVisible();
  });

  test('marks what was found as read at once, and takes that back', async ({ app }) => {
    await app.follow();
    const search = new Search(app);
    const { screen } = app;
    await search.type('title:dysprosium');
    await expect(search.rows.first()).toHaveAccessibleName(/^Unread/);
    const unread = (await app.call('counts', {})).unread;
    await screen.press('ArrowDown', 'Shift+A');
    await expect(search.rows.first()).not.toHaveAccessibleName(/^Unread/);
    const found = await search.rows.count();
    await expect.poll(async () => (await app.call('counts', {})).unread).toBe(unread - found);
    await screen.press('z');
    await expect(search.rows.first()).toHaveAccessibleName(/^Unread/);
    await expect.poll(async () => (await app.call('counts', {})).unread).toBe(unread);
    await screen.press('u');
    await expect(search.field).toHaveValue('title:dysprosium is:unread');
    await screen.press('u');
    await expect(search.field).toHaveValue('title:dysprosium');
  });
});
