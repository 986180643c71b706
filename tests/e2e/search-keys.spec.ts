import { beginInList, chooseRow, tabTo } from './app/keys.ts';
import { lit, Search } from './app/search.ts';
import { expect, test } from './app/test.ts';

test.describe('A search by the keyboard alone', () => {
  test('is completed, narrowed, walked through, mended and left', async ({ app }) => {
    const { page, screen } = app;
    await beginInList(app, 'oxide-alloy', 'xitu-zaobao', 'northgate');
    const search = new Search(app);
    await search.type('elem');
    const completions = page.getByRole('listbox', { name: 'Ways to go on' });
    await expect(completions).toBeVisible();
    await screen.press('ArrowDown', 'Enter');
    await expect(search.field).toHaveValue('element:');
    await page.keyboard.type('dy');
    await expect(completions.getByRole('option').first()).toContainText('Dy');
    await screen.press('ArrowDown', 'Enter');
    await expect(search.rows.first()).toBeVisible();
    // A cell is reached from the field, and takes itself out.
    await expect(screen.button('Take out Dysprosium')).toBeVisible();
    await tabTo(screen.button('Take out Dysprosium'), 'Shift+Tab');
    await screen.press('Enter');
    await expect(search.field).toBeFocused();
    await expect(search.field).toHaveValue('');

    await page.keyboard.type('dysprosium');
    await expect(search.rows.first()).toBeVisible();
    const exact = screen.button('Exact words only');
    await tabTo(exact);
    await screen.press('Enter');
    const others = screen.button('Search other names too');
    // What is found otherwise has the keys.
    await expect(search.results).toBeFocused();
    await tabTo(others, 'Shift+Tab');
    await screen.press('Enter');
    await expect(search.results).toBeFocused();
    await expect(exact).toBeVisible();

    await tabTo(screen.button(/^In which part/), 'Shift+Tab');
    await screen.press('Enter');
    await chooseRow(page.getByRole('menuitemradio', { name: 'Title only' }));
    await expect(screen.button('In which part: Title only')).toBeFocused();
    await tabTo(screen.button(/^Time/), 'Shift+Tab');
    await screen.press('Enter');
    await chooseRow(page.getByRole('menuitemradio', { name: 'From and to…' }));
    const dates = screen.dialog('Time to search');
    await expect(dates.getByRole('textbox', { name: 'From', exact: true })).toBeFocused();
    await page.keyboard.type('2d');
    await screen.press('Enter');
    await expect(dates).toBeHidden();
    await expect(screen.button(/^Time/)).toBeFocused();

    // From the results into the article, where its matches are walked.
    await screen.press('/');
    await page.keyboard.type('dysprosium');
    await screen.press('Enter');
    await expect(screen.articleTitle).toContainText(/dysprosium/i);
    await screen.press('n');
    await expect.poll(async () => (await lit(app)).now.length).toBe(1);
    await screen.press('Escape');
    await expect(search.results).toBeFocused();

    // What is wrong with a query is said, and leads to its place in the field.
    await screen.press('/');
    await page.keyboard.type('title:"dysprosium');
    const note = page.locator('[data-note]');
    await expect(note.first()).toBeVisible();
    await tabTo(note.first());
    await screen.press('Enter');
    await expect(search.field).toBeFocused();
    expect(await search.field.evaluate((field: HTMLInputElement) => field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0))).toBe('"');

    await screen.press('Escape', 'Escape');
    await expect(search.field).toHaveCount(0);
    await expect(screen.list).toBeFocused();
  });

  test('keeps the keys where it is opened in the frame in which the article was left', async ({ app }) => {
    const { page, screen } = app;
    await beginInList(app, 'oxide-alloy');
    await screen.press('j', 'Enter');
    await expect(page.locator('[data-pane="article"] [data-pane-focus]')).toBeFocused();
    await page.evaluate(async () => {
      for (const key of ['Escape', '/']) document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    });
    // With the keys at the list, letters would be commands.
    await expect(new Search(app).field).toBeFocused();
  });
});
