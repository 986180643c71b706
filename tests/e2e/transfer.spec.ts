import { readFileSync } from 'node:fs';
import { BROWSER_BOOKMARKS } from '../fixtures/saved/browser-bookmarks.ts';
import { tabTo } from './app/keys.ts';
import { expect, test } from './app/test.ts';

test.describe('bookmarks and archives', () => {
  test('browser bookmarks are shown before they come in, and leave again as a table', async ({ app }) => {
    const { screen, page } = app;
    await app.follow('oxide-alloy');
    await screen.sidebar.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Import…' }).click();
    const dialog = screen.dialog('Import');
    // Another kind of file is refused here, with what may be chosen here.
    await dialog.getByLabel('File to import').setInputFiles({ name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear all,') });
    await expect(dialog).toContainText('No links in this file');
    await dialog.getByLabel('File to import').setInputFiles({ name: 'bookmarks.html', mimeType: 'text/html', buffer: Buffer.from(BROWSER_BOOKMARKS) });
    await expect(dialog.getByText('3 links in bookmarks.html')).toBeVisible();
    await expect(dialog.getByText('2 new, 1 not readable, 1 tag')).toBeVisible();
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(dialog.getByText('Done: 2 added, 1 not readable.')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();

    await screen.sidebar.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Export articles…' }).click();
    const out = screen.dialog('Export articles');
    await expect(out.getByRole('option', { name: 'All bookmarks: 2' })).toBeAttached();
    await out.getByLabel('Format').selectOption('csv');
    const download = page.waitForEvent('download');
    await out.getByRole('button', { name: 'Export', exact: true }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/^Monazite bookmarks .*\.csv$/);
    expect(readFileSync(await saved.path(), 'utf8')).toContain('Sintered magnets,https://one.example/a,one.example');
    await expect(out.getByText(/^Saved Monazite bookmarks .*\.csv: 2 articles, /)).toBeVisible();
  });

  test('bookmarks that were searched for leave alone, by the key as by the button', async ({ app }) => {
    const { screen, page } = app;
    await app.follow('oxide-alloy');
    const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 50 });
    const kept = articles.slice(0, 5);
    for (const { id } of kept) await app.call('setBookmarked', { articleId: id, bookmarked: true });
    const { bookmarks: found } = await app.call('listBookmarks', { filter: { text: 'title:dysprosium' }, limit: 50 });
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(kept.length);
    await screen.focusList();
    await screen.press('g', 'b');
    await expect(page.getByRole('listbox', { name: 'Bookmarks' })).toBeFocused();
    await screen.press('/');
    await page.keyboard.type('title:dysprosium');
    // At once: what it says is of these words, though the list may still be of those before.
    await screen.press('Control+e');
    const out = screen.dialog('Export articles');
    await expect(out.getByText(new RegExp(`^${found.length} articles?$`))).toBeVisible();
    await tabTo(out.getByLabel('Format'));
    await page.keyboard.type('CSV');
    const download = page.waitForEvent('download');
    await tabTo(out.getByRole('button', { name: 'Export', exact: true }));
    await screen.press('Enter');
    const rows = readFileSync(await (await download).path(), 'utf8').trim();
    for (const { title } of kept) expect(rows.includes(title)).toBe(found.some((one) => one.title === title));
    await screen.press('Enter');
    await expect(out).toBeHidden();
    await expect(page.getByLabel('Search bookmarks')).toBeFocused();
    await screen.press('Escape');
    await screen.button('Export…').click();
    await expect(out.getByRole('option', { name: `All bookmarks: ${kept.length}` })).toBeAttached();
  });

  test('the page of a link that came in is fetched when it is opened', async ({ app, newsroom }) => {
    const { screen, page } = app;
    const [story] = newsroom.stories('western-minerals');
    const links = `<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><A HREF="${newsroom.storyUrl('western-minerals', story!.slug)}">A link of mine</A></DL>`;
    await screen.sidebar.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Import…' }).click();
    const dialog = screen.dialog('Import');
    await dialog.getByLabel('File to import').setInputFiles({ name: 'bookmarks.html', mimeType: 'text/html', buffer: Buffer.from(links) });
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(dialog.getByText('Done: 1 added.')).toBeVisible();
    await page.keyboard.press('Enter');
    expect(newsroom.requests('western-minerals')).toEqual([]);
    await screen.press('g', 'b');
    await page.getByRole('listbox', { name: 'Bookmarks' }).getByRole('option', { name: /A link of mine/ }).dblclick();
    await expect(screen.article).toContainText('with text');
  });

  test('a whole library leaves, and takes the place of another after it was said what that does', async ({ app }) => {
    const { screen, page } = app;
    await app.follow('oxide-alloy');
    const { all } = await app.call('counts', {});
    await screen.sidebar.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Export articles…' }).click();
    const out = screen.dialog('Export articles');
    await out.getByLabel('What').selectOption('library');
    const download = page.waitForEvent('download');
    await out.getByRole('button', { name: 'Export', exact: true }).click();
    const path = await (await download).path();
    await out.getByRole('button', { name: 'Done' }).click();

    const { feeds: [feed] } = await app.call('listFeeds', {});
    await app.call('unsubscribe', { feedId: feed?.id ?? 0 });
    await screen.sidebar.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Import…' }).click();
    const dialog = screen.dialog('Import');
    await dialog.getByLabel('File to import').setInputFiles({ name: 'library.monazite.zip', mimeType: 'application/zip', buffer: readFileSync(path) });
    await expect(dialog.getByText('This replaces your library.', { exact: false })).toBeVisible();
    await dialog.getByRole('button', { name: 'Replace the library' }).click();
    await expect(dialog.getByText(/^The library of the archive is open\. Articles: 9\./)).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(screen.place(feed?.title ?? '')).toBeVisible();
    expect((await app.call('counts', {})).all).toBe(all);
  });

  test('each command of the application menu has its key in the window, and waits while a dialog is open', async ({ app }) => {
    const { screen, page } = app;
    await app.follow('oxide-alloy');
    await expect(async () => {
      await page.keyboard.press('Control+o');
      await expect(screen.dialog('Import')).toBeVisible({ timeout: 500 });
    }).toPass();
    await page.keyboard.press('Control+e');
    await expect(screen.dialog('Export articles')).toHaveCount(0);
    await page.keyboard.press('Escape');
    for (const [keys, title] of [['Control+Shift+O', 'Import a whole library'], ['Control+Shift+U', 'Export OPML'], ['Control+e', 'Export articles'], ['Control+Shift+E', 'Export articles'], ['Control+s', 'Save a page']] as const) {
      await page.keyboard.press(keys);
      await expect(screen.dialog(title)).toBeVisible();
      if (keys === 'Control+Shift+E') await expect(screen.dialog(title).getByLabel('What')).toHaveValue('library');
      await page.keyboard.press('Escape');
      await expect(screen.dialog(title)).toBeHidden();
    }
  });
});
