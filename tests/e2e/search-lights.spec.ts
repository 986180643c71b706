import { lit, Search } from './app/search.ts';
import { expect, test } from './app/test.ts';

test.describe('The lights of a search', () => {
  test('opens what it found with the words lit, walks through them, and gives the keys back', async ({ app }) => {
    await app.follow();
    const search = new Search(app);
    const { page, screen } = app;
    await search.type('dysprosium');
    await expect(search.rows.first()).toHaveAccessibleName(/Dysprosium oxide gains again/);
    await screen.press('Enter');
    await expect(screen.articleTitle).toHaveText(/Dysprosium oxide gains again/);
    const bar = page.getByRole('group', { name: 'Matches in this article' });
    await expect(bar).toContainText('4 matches');
    // The formula stands in several nodes of the page.
    expect((await lit(app)).all).toEqual(['Dysprosium', 'Dysprosium', 'Dy2O3', 'dysprosium']);
    await screen.press('n');
    await expect(bar).toContainText('1 of 4');
    expect((await lit(app)).now).toEqual(['Dysprosium']);
    await screen.press('n');
    await screen.press('n');
    await expect(bar).toContainText('3 of 4');
    expect((await lit(app)).now).toEqual(['Dy2O3']);
    await screen.press('p', 'p', 'p');
    await expect(bar).toContainText('4 of 4');
    await screen.press('Control+g');
    await expect(bar).toContainText('1 of 4');
    await screen.press('Control+Shift+g');
    await expect(bar).toContainText('4 of 4');
    await bar.getByRole('button', { name: 'Next match' }).click();
    await expect(bar).toContainText('1 of 4');

    // What a person marks is drawn into the same text; neither takes the other away.
    await page.getByText('The volume behind them is thin').first().selectText();
    await screen.press('h');
    await expect(screen.article.locator('mark[data-highlight]').first()).toBeVisible();
    await expect.poll(async () => (await lit(app)).all).toEqual(['Dysprosium', 'Dysprosium', 'Dy2O3', 'dysprosium']);

    await screen.focusList();
    await screen.press('Escape');
    await expect(bar).toHaveCount(0);
    expect((await lit(app)).all).toEqual([]);
    await expect(screen.article.locator('mark[data-highlight]').first()).toBeVisible();
    // Now they are the keys of unread headlines again.
    await screen.press('n');
    await expect(screen.articleTitle).toHaveText(/Border checks squeeze/);
    await expect(bar).toHaveCount(0);
    await screen.press('Control+g');
    await expect(bar).toContainText(/^1 of \d+/);
  });

  test('are walked through by a key that follows the opening one at once', async ({ app }) => {
    await app.follow();
    const search = new Search(app);
    const { page, screen } = app;
    await search.type('dysprosium');
    await expect(search.rows.first()).toHaveAccessibleName(/Dysprosium oxide gains again/);
    await screen.press('ArrowDown', 'j');
    await expect(screen.articleTitle).toHaveText(/Dysprosium oxide gains again/);
    const bar = page.getByRole('group', { name: 'Matches in this article' });
    await expect(bar).toContainText('4 matches');
    // Both keys before the next frame: the second is of the article that the first one opens, which is not drawn yet.
    await page.evaluate(() => {
      for (const key of ['j', 'n']) document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });
    await expect(bar).toContainText(/^1 of \d+/);
    await expect(search.rows.nth(1)).toHaveAttribute('aria-selected', 'true');
    await expect(screen.articleTitle).not.toHaveText(/Dysprosium oxide gains again/);
  });

  test('works by keyboard alone in a narrow window', async ({ app }) => {
    await app.follow();
    const search = new Search(app);
    const { screen, page } = app;
    await page.setViewportSize({ width: 720, height: 700 });
    await search.type('dysprosium');
    await expect(search.rows.first()).toHaveAccessibleName(/Dysprosium oxide gains again/);
    await screen.press('ArrowDown');
    await expect(search.results).toBeFocused();
    await screen.press('j');
    await expect(search.rows.first()).toHaveAttribute('aria-selected', 'true');
    await screen.press('Enter');
    await expect(screen.articleTitle).toBeInViewport();
    await expect(page.getByText('1 of 11')).toBeVisible();
    const bar = page.getByRole('group', { name: 'Matches in this article' });
    await screen.press('n', 'n');
    await expect(bar).toContainText('2 of 4');
    await screen.press('Escape');
    await expect(bar).toHaveCount(0);
    await screen.press('Escape');
    await expect(search.results).toBeFocused();
    await screen.press('j', 'm');
    await expect(search.rows.nth(1)).not.toHaveAccessibleName(/^Unread/);
    await screen.press('Escape');
    await expect(search.field).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  });
});
