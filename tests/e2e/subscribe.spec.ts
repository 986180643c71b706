import { expect, test } from './app/test.ts';

test.describe('Adding a source', () => {
  test('from the address of a site shows the feeds that its page names, and follows the chosen one in a new folder', async ({ app, newsroom }) => {
    const { screen } = app;
    const site = new URL(newsroom.origin('western-minerals'));
    await screen.button('Add source…').click();
    const dialog = screen.dialog('Add source');
    await dialog.getByRole('textbox', { name: 'Address of a site or feed' }).fill(site.host);
    await dialog.getByRole('button', { name: 'Find' }).click();

    const choices = dialog.getByRole('list', { name: 'Feeds found' }).getByRole('listitem');
    await expect(choices).toHaveCount(3);
    await expect(choices.nth(0)).toContainText('Western Minerals Review');
    await expect(choices.nth(0)).toContainText('RSS');
    await expect(choices.nth(0)).toContainText('7 headlines');
    await expect(choices.nth(0)).toContainText('newest');
    await expect(choices.nth(0).getByRole('radio')).toBeChecked();
    await expect(choices.filter({ hasText: 'Oxide & Alloy' })).toContainText(`On another host: ${new URL(newsroom.origin('oxide-alloy')).host}`);
    await expect(choices.nth(2)).toContainText('Comments, not articles');

    await dialog.getByRole('combobox', { name: 'Folder' }).selectOption({ label: 'New folder…' });
    await dialog.getByRole('textbox', { name: 'Name of the new folder' }).fill('Explorers');
    await dialog.getByRole('button', { name: 'Subscribe' }).click();

    await expect(dialog).toBeHidden();
    await expect(screen.place('Explorers')).toBeVisible();
    await expect(screen.place('Western Minerals Review')).toHaveAttribute('aria-level', '2');
    await screen.go('Western Minerals Review');
    await expect(screen.row('Halden puts off Greenland study')).toBeVisible();
    const { feeds } = await app.call('listFeeds', {});
    expect(feeds.map((feed) => feed.feedUrl)).toEqual([`${site.origin}/feed/`]);
  });

  test('takes a feed’s own address with Enter alone', async ({ app, newsroom }) => {
    const { screen, page } = app;
    await screen.button('Add source…').click();
    await expect(screen.dialog('Add source').getByRole('textbox', { name: 'Address of a site or feed' })).toBeFocused();
    await page.keyboard.type(newsroom.feedUrl('magnet-monitor'));
    await page.keyboard.press('Enter');
    const dialog = screen.dialog('Add source');
    await expect(dialog.getByRole('radio', { name: /Magnet Monitor.*JSON Feed/ })).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(screen.place('Magnet Monitor')).toBeVisible();
  });

  test('tells what is followed already, and leads there', async ({ app, newsroom }) => {
    await app.follow('oxide-alloy');
    const { screen } = app;
    await screen.sidebar.getByRole('button', { name: 'Add source' }).click();
    const dialog = screen.dialog('Add source');
    await dialog.getByRole('textbox').fill(newsroom.origin('oxide-alloy'));
    await dialog.getByRole('button', { name: 'Find' }).click();
    await expect(dialog.getByText('You follow it already')).toBeVisible();
    await dialog.getByRole('listitem').getByRole('button', { name: 'Open' }).click();
    await expect(dialog).toBeHidden();
    await expect(screen.page.getByRole('heading', { level: 1, name: 'Oxide & Alloy' })).toBeVisible();
  });
});
