import { Search } from './app/search.ts';
import { expect, test } from './app/test.ts';

test.describe('The way back from a search', () => {
  test('is left with Escape, and the list comes back where it was', async ({ app }) => {
    await app.follow();
    const search = new Search(app);
    const { screen } = app;
    await screen.go('Unread');
    await screen.list.evaluate((element) => element.scrollTo(0, 731));
    await screen.row(/./).nth(14).click();
    const title = (await screen.articleTitle.textContent())!;
    const top = await screen.list.evaluate((element) => element.scrollTop);
    await search.type('dysprosium');
    await screen.press('Enter');
    await expect(screen.articleTitle).toHaveText(/Dysprosium oxide gains again/);
    // What is done to a result is done to the headline of the list as well.
    await expect(search.rows.first()).not.toHaveAccessibleName(/^Unread/);
    await screen.press('s');
    await expect(search.rows.first()).toHaveAccessibleName(/Bookmarked/);
    await screen.press('z');
    await expect(search.rows.first()).not.toHaveAccessibleName(/Bookmarked/);
    await screen.press('s');

    await screen.press('/', 'Escape');
    await expect(search.field).toHaveValue('');
    await expect(search.field).toBeFocused();
    await expect(screen.articleTitle).toHaveText(title);
    await screen.press('Escape');
    await expect(search.field).toHaveCount(0);
    await expect(app.page.getByRole('heading', { level: 1, name: 'Unread' })).toBeVisible();
    expect(await screen.list.evaluate((element) => element.scrollTop)).toBe(top);
    await expect(screen.list).toBeFocused();
    await screen.press('k', 'j');
    await expect(screen.articleTitle).toHaveText(title);
    await screen.list.evaluate((element) => element.scrollTo(0, 0));
    await expect(screen.row(/Dysprosium oxide gains again/)).toHaveAccessibleName(/Bookmarked/);
  });

  test('survives a restart, as the list below it does', async ({ app }) => {
    await app.follow();
    const search = new Search(app);
    const { page } = app;
    await app.screen.go('Trade press');
    await app.screen.row(/./).nth(4).click();
    const title = (await app.screen.articleTitle.textContent())!;
    await search.type('镝');
    await app.screen.press('Enter');
    await expect(app.screen.articleTitle).toHaveText(/Dysprosium oxide gains again/);
    await expect.poll(async () => (await app.call('getSettings', {})).place?.search?.query).toBe('镝');
    await expect.poll(async () => (await app.call('getSettings', {})).recentSearches).toEqual(['镝']);
    await expect(page.getByRole('group', { name: 'Matches in this article' })).toBeVisible();
    await app.restart();

    await expect(search.field).toHaveValue('镝');
    await expect(app.screen.articleTitle).toHaveText(/Dysprosium oxide gains again/);
    await expect(search.rows.first()).toHaveAttribute('aria-selected', 'true');
    await app.page.keyboard.press('/');
    await app.screen.press('Escape');
    // The field is empty: what was searched for last is offered.
    const recent = app.page.getByRole('listbox', { name: 'Recent searches' });
    await expect(recent.getByRole('option')).toHaveText(['镝']);
    await app.screen.press('Escape');
    await expect(app.page.getByRole('heading', { level: 1, name: 'Trade press' })).toBeVisible();
    await expect(app.screen.articleTitle).toHaveText(title);
  });

  test('leaves what arrives waiting above the results', async ({ app, newsroom }) => {
    await app.follow('oxide-alloy');
    const search = new Search(app);
    await search.type('dysprosium');
    await expect(search.rows.first()).toHaveAccessibleName(/Dysprosium oxide gains again/);
    const before = await search.rows.count();
    newsroom.publish('oxide-alloy', { title: 'Dysprosium stays where it was', html: '<p>Nothing moved.</p>' });
    newsroom.publish('oxide-alloy', { title: 'Lutetium moves', html: '<p>It did.</p>' });
    await app.refreshed();
    const line = app.page.getByRole('button', { name: /^1 new since/ });
    await expect(line).toBeVisible();
    expect(await search.rows.count()).toBe(before);
    await line.click();
    await expect(search.rows.first()).toHaveAccessibleName(/Dysprosium stays where it was/);
  });
});
