import { expectAccessible } from './app/axe.ts';
import { chip, details, keepFive, list, openBookmarks, row, rows } from './app/bookmarks-page.ts';
import { lit } from './app/lens.ts';
import { expect, test } from './app/test.ts';

test.describe('The page of bookmarks', () => {
  test('shows what a bookmark names and its first figures, each of which leads to where it stands', async ({ app }) => {
    const { titles } = await keepFive(app);
    await openBookmarks(app);
    await row(app, titles[0]).click();
    await expect(details(app).getByRole('list', { name: 'Named in this article' }).getByRole('button').first()).toBeVisible();
    await expect(details(app).getByRole('heading', { name: /^Figures/ })).toBeVisible();
    await details(app).getByRole('button', { name: /yuan|CNY/ }).first().click();
    await expect(app.screen.articleTitle).toHaveText(titles[0] ?? '');
    await expect.poll(() => lit(app, 'figure-now')).toHaveLength(1);
  });

  test('is narrowed by tags, highlights, words and source, and says how many are left', async ({ app }) => {
    const { titles } = await keepFive(app);
    await openBookmarks(app);
    await expect(rows(app)).toHaveCount(5);
    await expect(rows(app).first()).toHaveAttribute('aria-setsize', '5');
    await expect(rows(app).first()).toHaveAttribute('aria-posinset', '1');
    await chip(app, 'prices').click();
    await expect(rows(app)).toHaveCount(2);
    await expect(app.page.getByText('2 of 5', { exact: true })).toBeVisible();
    await chip(app, 'quota').click();
    await expect(rows(app)).toHaveCount(1);
    await expect(row(app, titles[1])).toBeVisible();
    await app.page.getByRole('button', { name: 'All', exact: true }).click();
    await app.screen.button(/^With highlights, 1 bookmark/).click();
    await expect(rows(app)).toHaveCount(1);
    await expect(row(app, titles[3])).toContainText('1 highlight, 1 note');
    await app.page.getByRole('button', { name: 'All', exact: true }).click();

    await app.screen.press('/');
    await app.page.keyboard.type('our two suppliers');
    await expect(rows(app)).toHaveCount(1);
    await app.page.keyboard.type(' zirconium');
    await expect(app.page.getByRole('heading', { name: 'No bookmark matches' })).toBeVisible();
    await app.screen.press('Escape', 'Escape');
    await expect(rows(app)).toHaveCount(5);
    await expect(list(app)).toBeFocused();

    await app.screen.button('Filter by time and source').click();
    await app.page.getByRole('menuitemradio', { name: 'Older than a year' }).click();
    await expect(rows(app)).toHaveCount(0);
    await app.screen.button('Clear the filter Older than a year').click();
    await app.screen.button('Filter by time and source').click();
    await app.page.getByRole('menuitemradio', { name: 'Without notes' }).click();
    await expect(rows(app)).toHaveCount(4);
    await app.screen.button('Filter by time and source').click();
    await app.page.getByRole('menuitemradio', { name: /^Oxide & Alloy/ }).click();
    await expect(app.screen.button('Clear the filter Oxide & Alloy')).toBeVisible();
    await expect(rows(app)).toHaveCount(4);
  });

  test('is searched as everything is: whole texts, the query language, other names, with the words lit', async ({ app }) => {
    await keepFive(app);
    await openBookmarks(app);
    const { page, screen } = app;
    await screen.press('/');
    await page.keyboard.type('title:dysprosium -tag:quota');
    await expect(rows(app)).toHaveCount(1);
    await expect(rows(app).locator('mark').first()).toHaveText(/dysprosium/i);
    const field = page.getByRole('searchbox', { name: 'Search bookmarks' });
    await field.fill('镝');
    await expect(page.getByText('Also searching')).toContainText('dysprosium');
    const found = await rows(app).count();
    expect(found).toBeGreaterThan(0);
    await expect(page.getByText(`${found} of 5`, { exact: true })).toBeVisible();
    await screen.button('Exact words only').click();
    await expect(page.getByRole('heading', { name: 'No bookmark matches' })).toBeVisible();
    await screen.button('Search other names too').click();
    await expect(rows(app)).toHaveCount(found);
    await field.fill('before:gestern dysprosium');
    const note = screen.button(/before:gestern is not a date/);
    await expect(note).toBeVisible();
    await note.click();
    expect(await field.evaluate((input: HTMLInputElement) => input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0))).toBe('before:gestern');

    // What is read from there is lit too, and one comes back to what was searched for.
    await field.fill('dysprosium');
    await expect(rows(app).first().locator('mark').first()).toHaveText(/dysprosium/i);
    await screen.press('Enter', 'Enter');
    await expect(page.getByRole('group', { name: 'Matches in this article' })).toBeVisible();
    await screen.press('n');
    await expect(page.getByRole('group', { name: 'Matches in this article' })).toContainText(/^1 of/);
    await screen.press('Escape', 'Escape');
    await expect(field).toHaveValue('dysprosium');

    // What is done to what was found is taken back as anywhere.
    const left = await rows(app).count();
    await screen.press('s');
    await expect(rows(app)).toHaveCount(left - 1);
    await screen.press('z');
    await expect(rows(app)).toHaveCount(left);
  });

  test('opens an article to be read, and comes back to its row', async ({ app }) => {
    const { titles } = await keepFive(app);
    await openBookmarks(app);
    await app.screen.press('j', 'j');
    await expect(row(app, titles[2])).toHaveAttribute('aria-selected', 'true');
    await expect(details(app).getByRole('heading', { level: 2 })).toHaveText(titles[2]!);
    await app.screen.press('Enter');
    await expect(app.screen.articleTitle).toHaveText(titles[2]!);
    await expect(app.page.getByRole('region', { name: 'Article' })).toBeFocused();
    await expect(app.screen.chosen).toContainText(titles[2]!);
    await expect(app.screen.chosen).toBeInViewport();
    await app.screen.press('Escape');
    await expect(list(app)).toBeFocused();
    await expect(row(app, titles[2])).toHaveAttribute('aria-selected', 'true');
    await row(app, titles[0]).dblclick();
    await expect(app.screen.articleTitle).toHaveText(titles[0]!);
    await app.screen.press('Enter');
    await expect(list(app)).toBeFocused();
    await expect(row(app, titles[0])).toHaveAttribute('aria-selected', 'true');
    await expect(app.screen.place('Bookmarks')).toHaveAttribute('aria-selected', 'true');
    await app.screen.press('Escape');
    await expect(app.screen.place('Bookmarks')).toBeFocused();
  });

  test('shows what was added to a bookmark, and takes tags and a note', async ({ app }) => {
    const { ids } = await keepFive(app);
    await openBookmarks(app);
    await app.screen.press('j');
    await expect(details(app)).toContainText('Ask our two suppliers.');
    await expect(details(app)).toContainText(/¶ \d+ · \d\d:\d\d/);
    await expect(details(app)).toContainText(/Saved\s*\d+ \w+, \d\d:\d\d, with text/);
    await app.screen.press('t');
    await expect(details(app).getByRole('combobox')).toBeFocused();
    await app.page.keyboard.type('offtake');
    await app.screen.press('Enter', 'Escape');
    await expect(row(app, 'offtake')).toHaveCount(1);
    await details(app).getByRole('button', { name: 'Remove tag offtake' }).click();
    await expect(row(app, 'offtake')).toHaveCount(0);
    await app.screen.press('c');
    await expect(details(app).getByRole('textbox')).toBeFocused();
    await app.page.keyboard.type('For the weekly note.');
    await app.screen.press('Control+Enter');
    await expect(details(app).getByRole('button', { name: 'Change the note: For the weekly note.' })).toBeVisible();
    await expect(list(app).getByText('1 highlight, 2 notes')).toBeVisible();
    const { copies } = await app.call('evidence', { articleId: ids[3]! });
    await details(app).getByRole('button', { name: /^Copy SHA-256/ }).click();
    expect(await app.page.evaluate(() => navigator.clipboard.readText())).toBe(copies[0]?.sha256);
    await details(app).getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect.poll(() => app.page.evaluate(() => navigator.clipboard.readText())).toContain('For the weekly note.');
  });

  test('is ordered by when it was published, and by source', async ({ app }) => {
    const { titles } = await keepFive(app);
    await openBookmarks(app);
    await expect(rows(app).first()).toContainText(titles[4]!);
    await app.screen.button('Sort: Date saved').click();
    await app.page.getByRole('menuitemradio', { name: 'Date published' }).click();
    await expect(rows(app).first()).toContainText(titles[0]!);
    await app.screen.button('Sort: Date published').click();
    await app.page.getByRole('menuitemradio', { name: 'Source' }).click();
    await expect(list(app).getByText('Oxide & Alloy').first()).toBeVisible();
  });
});

test.describe('The page of bookmarks, narrow:', () => {
  test.use({ viewport: { width: 720, height: 700 } });

  test('brings the details over the list, the article over both, and goes back one by one', async ({ app }) => {
    const { titles } = await keepFive(app);
    await openBookmarks(app);
    await expect(details(app)).toHaveCount(0);
    await app.screen.press('j', 'Enter');
    await expect(details(app).getByRole('heading', { level: 2 })).toHaveText(titles[3]!);
    await app.screen.press('Enter');
    await expect(app.screen.articleTitle).toHaveText(titles[3]!);
    await app.screen.press('Escape');
    await expect(list(app)).toBeFocused();
    await row(app, titles[1]).click();
    await expect(details(app).getByRole('heading', { level: 2 })).toHaveText(titles[1]!);
    await app.screen.button('Back to the bookmarks').click();
    await expect(list(app)).toBeFocused();
  });
});

for (const [language, theme] of [['en', 'light'], ['zh-CN', 'dark']] as const) {
  test.describe(`The page of bookmarks passes axe, ${language}, ${theme}:`, () => {
    test.use({ settings: { language, theme } });

    test('with a highlight, while choosing, and in the dialog for tags', async ({ app }) => {
      // Four looks at the whole page.
      test.slow();
      await keepFive(app);
      await app.screen.press('g', 'b');
      await expect(app.screen.list.getByRole('option')).toHaveCount(5);
      await app.screen.press('j');
      await expect(app.page.getByRole('button', { name: /SHA-256/ })).toBeVisible();
      await expectAccessible(app, 'bookmarks with a highlight');
      await app.screen.press('x', 'Shift+J');
      await expectAccessible(app, 'bookmarks chosen');
      await app.screen.press('t');
      await expect(app.page.getByRole('dialog').getByRole('combobox')).toBeFocused();
      await expectAccessible(app, 'tags of several');
    });
  });
}
