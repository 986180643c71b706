import type { Theme } from '../../electron/contract/settings.ts';
import { expectAccessible } from './app/axe.ts';
import { expect, test } from './app/test.ts';

for (const theme of ['light', 'dark'] as const satisfies readonly Theme[]) {
  test.describe(`Every screen passes axe, ${theme}:`, () => {
    test.use({ settings: { theme } });

    test('first start and its dialogs', async ({ app, newsroom }) => {
      const { screen, page } = app;
      await expect(page.getByRole('heading', { name: 'No sources yet' })).toBeVisible();
      await expectAccessible(app, 'empty');
      await screen.button('Add source…').click();
      await expect(screen.dialog('Add source')).toBeVisible();
      await expectAccessible(app, 'add');
      await page.keyboard.type('ftp://example.invalid');
      await page.keyboard.press('Enter');
      await expect(screen.dialog('Add source').getByRole('alert')).toBeVisible();
      await expectAccessible(app, 'add with an error');
      await screen.dialog('Add source').getByRole('textbox').fill(newsroom.origin('kestrel'));
      await page.keyboard.press('Enter');
      await expect(screen.dialog('Add source').getByRole('table')).toBeVisible();
      await screen.dialog('Add source').getByRole('button', { name: 'Rules' }).click();
      await expectAccessible(app, 'a page without a feed');
      await page.keyboard.press('Escape');
      await screen.button('Import OPML…').click();
      await expect(screen.dialog('Import')).toBeVisible();
      await expectAccessible(app, 'import');
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await expect(screen.dialog('Keyboard shortcuts')).toBeVisible();
      await expectAccessible(app, 'shortcuts');
    });

    test('three panes, article, menus, settings', { tag: '@settings-dialog' }, async ({ app, newsroom }) => {
      // Every section of the settings is looked through.
      test.slow();
      await app.follow();
      await app.imagesKept();
      const { screen, page } = app;
      await screen.go('Unread');
      await screen.row('Dysprosium oxide gains again').click();
      await expect(screen.article.getByRole('table')).toBeVisible();
      await expect(screen.chosen).not.toHaveAccessibleName(/^Unread/);
      await screen.press('s');
      await expect(app.screen.toast.getByText('Bookmarked', { exact: true })).toBeVisible();
      await expectAccessible(app, 'three panes');
      await screen.row('镝价七连涨').click();
      await expect(screen.articleTitle).toContainText('镝价');
      await expectAccessible(app, 'a Chinese article');
      await screen.place('Oxide & Alloy').click({ button: 'right' });
      await expect(page.getByRole('menu')).toBeVisible();
      await expectAccessible(app, 'source menu');
      await page.getByRole('menuitem', { name: 'Unsubscribe…' }).click();
      await expect(screen.dialog(/^Unsubscribe from/)).toBeVisible();
      await expectAccessible(app, 'unsubscribe');
      await page.keyboard.press('Escape');
      await screen.sidebar.getByRole('button', { name: 'Settings' }).click();
      const tabs = screen.dialog('Settings').getByRole('tab');
      for (let i = 0; i < (await tabs.count()); i += 1) {
        await tabs.nth(i).click();
        await expectAccessible(app, `settings, ${await tabs.nth(i).textContent()}`);
      }
      await page.keyboard.press('Escape');
      newsroom.fail('western-minerals', { kind: 'status', status: 404 });
      await app.refreshed();
      await screen.go('Western Minerals Review');
      await expect(page.getByRole('region', { name: /^Address gone/ })).toBeVisible();
      await expectAccessible(app, 'a failing source');
    });

    test('feeds found, refreshing, offline, narrow', async ({ app, newsroom }) => {
      const { screen, page } = app;
      await screen.button('Add source…').click();
      await expect(screen.dialog('Add source')).toBeVisible();
      await page.keyboard.type(newsroom.origin('western-minerals'));
      await page.keyboard.press('Enter');
      await expect(screen.dialog('Add source').getByRole('radio')).toHaveCount(3);
      await expectAccessible(app, 'feeds found');
      await page.keyboard.press('Enter');
      await expect(screen.dialog('Add source')).toBeHidden();
      await app.follow('oxide-alloy');
      newsroom.slow('oxide-alloy', 4000);
      await screen.focusList();
      await page.keyboard.press('Shift+R');
      await expect(screen.sidebar.getByRole('progressbar')).toBeVisible();
      await expectAccessible(app, 'refreshing');
      await expect(screen.sidebar.getByRole('progressbar')).toBeHidden();
      await newsroom.goDark();
      await page.keyboard.press('Shift+R');
      await expect(screen.sidebar.getByText(/^Offline since/)).toBeVisible({ timeout: 30_000 });
      await expectAccessible(app, 'offline');
      await page.setViewportSize({ width: 720, height: 900 });
      await expectAccessible(app, 'narrow list');
      await screen.list.getByRole('option').first().click();
      await expect(screen.articleTitle).toBeVisible();
      await expectAccessible(app, 'narrow article');
    });
  });
}
