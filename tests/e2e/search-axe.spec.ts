import { expectAccessible } from './app/axe.ts';
import { Search } from './app/search.ts';
import { expect, test } from './app/test.ts';

for (const theme of ['light', 'dark'] as const) {
  test.describe(`The search passes axe, ${theme}:`, () => {
    test.use({ settings: { theme } });

    test('its field, completions, results, lights and what it says where nothing is found', async ({ app }) => {
      await app.follow();
      const search = new Search(app);
      await search.type('element:dy');
      await expect(app.page.getByRole('listbox', { name: 'Ways to go on' })).toBeVisible();
      await expectAccessible(app, 'completions');
      await search.field.fill('before:gestern dysprosium');
      await expect(app.screen.button(/is not a date/)).toBeVisible();
      await app.screen.press('Enter');
      await expect(app.page.getByRole('group', { name: 'Matches in this article' })).toBeVisible();
      await app.screen.press('n');
      await expectAccessible(app, 'results and lights');
      await search.field.fill('zxqvnowhere');
      await expect(app.page.getByRole('heading', { name: /^Nothing found/ })).toBeVisible();
      await expectAccessible(app, 'nothing found');
    });
  });
}
