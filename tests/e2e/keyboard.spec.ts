import { expect, test } from './app/test.ts';

test.describe('The keyboard', () => {
  test('moves through headlines with j and k, and to unread ones with n and p', async ({ app, newsroom }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    const titles = newsroom.stories('oxide-alloy').map((story) => story.title);
    await screen.go('Oxide & Alloy');
    await screen.focusList();
    await screen.press('j');
    await expect(screen.articleTitle).toHaveText(titles[0]!);
    await screen.press('j', 'j');
    await expect(screen.articleTitle).toHaveText(titles[2]!);
    await screen.press('k');
    await expect(screen.articleTitle).toHaveText(titles[1]!);
    const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 10 });
    await app.call('setRead', { articleIds: articles.slice(0, 5).map((article) => article.id), read: true });
    await expect(screen.row(titles[4]!)).not.toHaveAccessibleName(/^Unread/);
    await screen.press('n');
    await expect(screen.articleTitle).toHaveText(titles[5]!);
    await app.call('setRead', { articleIds: [articles[2]!.id], read: false });
    await expect(screen.row(titles[2]!)).toHaveAccessibleName(/^Unread/);
    await page.keyboard.press('p');
    await expect(screen.articleTitle).toHaveText(titles[2]!);
  });

  test('goes on with n past the end of a view, into the next source that has unread headlines, and says when none has', async ({ app }) => {
    await app.follow('oxide-alloy', 'minerals-office', 'northgate');
    const { screen, page } = app;
    const { feeds } = await app.call('listFeeds', {});
    const idOf = (title: string) => feeds.find((feed) => feed.title === title)!.id;
    await app.call('markAllRead', { scope: { kind: 'feed', id: idOf('Oxide & Alloy') }, before: Date.now() + 1000 });
    await screen.go('Oxide & Alloy');
    await screen.press('n');
    await expect(page.getByRole('heading', { level: 1, name: 'Oxide & Alloy', exact: true })).toHaveCount(0);
    const entered = await page.locator('[data-pane="list"]').getByRole('heading', { level: 1 }).textContent();
    await expect(screen.list).toBeFocused();
    await expect(screen.chosen).toHaveAttribute('aria-posinset', '1');
    await app.call('markAllRead', { scope: { kind: 'all' }, before: Date.now() + 1000 });
    await expect(screen.row(/^Unread/)).toHaveCount(0);
    await screen.press('n');
    await expect(page.getByRole('main').getByText('Nothing else is unread')).toBeVisible();
    expect(await page.locator('[data-pane="list"]').getByRole('heading', { level: 1 }).textContent()).toBe(entered);
  });

  test('has the keys in the list after j from the sidebar or the article, and opens with Enter', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await screen.go('Unread');
    await expect(screen.place('Unread')).toBeFocused();
    await screen.press('j');
    await expect(screen.list).toBeFocused();
    await expect(screen.chosen).toHaveAttribute('aria-posinset', '1');
    await screen.press('Enter');
    const article = page.getByRole('region', { name: 'Article' });
    await expect(article).toBeFocused();
    await screen.press('n');
    await expect(screen.list).toBeFocused();
    await expect(screen.chosen).toHaveAttribute('aria-posinset', '2');
    await screen.press('Enter');
    await expect(article).toBeFocused();
    await screen.press('k');
    await expect(screen.list).toBeFocused();
    await expect(screen.chosen).toHaveAttribute('aria-posinset', '1');
  });

  test('reads by Space: a page down, then the next unread', async ({ app, newsroom }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await screen.go('Oxide & Alloy');
    await screen.focusList();
    await screen.press('j');
    const first = newsroom.stories('oxide-alloy')[0]!.title;
    const pane = page.getByRole('region', { name: 'Article' });
    await expect(screen.articleTitle).toHaveText(first);
    await expect(screen.article.getByRole('table')).toBeAttached();
    await page.keyboard.press('Space');
    await expect.poll(() => pane.evaluate((element) => element.scrollTop)).toBeGreaterThan(200);
    await page.keyboard.press('Shift+Space');
    await expect.poll(() => pane.evaluate((element) => element.scrollTop)).toBeLessThan(50);
    for (let i = 0; i < 12 && (await screen.articleTitle.textContent()) === first; i += 1) {
      await page.keyboard.press('Space');
      await page.waitForTimeout(50);
    }
    await expect(screen.articleTitle).toHaveText(newsroom.stories('oxide-alloy')[1]!.title);
  });

  test('bookmarks with s, marks with m, takes back with z', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await screen.focusList();
    await screen.press('j');
    await expect(screen.chosen).not.toHaveAccessibleName(/^Unread/);
    await screen.press('s');
    await expect(screen.chosen).toHaveAccessibleName(/Bookmarked\./);
    await expect.poll(async () => (await app.call('counts', {})).bookmarks).toBe(1);
    await screen.press('z');
    await expect(screen.chosen).not.toHaveAccessibleName(/Bookmarked\./);
    await expect.poll(async () => (await app.call('counts', {})).bookmarks).toBe(0);
    await screen.press('m');
    await expect(screen.chosen).toHaveAccessibleName(/^Unread/);
    await screen.press('z');
    await expect(screen.chosen).not.toHaveAccessibleName(/^Unread/);
    await expect(page.getByRole('main').getByText(/^Undone: Marked as unread: /)).toBeVisible();
    await screen.press('z');
    await expect(page.getByRole('main').getByText('Nothing to undo')).toBeVisible();
  });

  test('gives a deleted folder back with what it held, and lets nothing older be taken back after unsubscribing', async ({ app }) => {
    await app.follow('oxide-alloy', 'northgate');
    const { screen, page } = app;
    const main = page.getByRole('main');
    await screen.place('Trade press').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Delete folder…' }).click();
    await screen.dialog('Delete the folder Trade press?').getByRole('button', { name: 'Delete folder' }).click();
    await expect(screen.place('Trade press')).toHaveCount(0);
    await expect(screen.place('Oxide & Alloy')).toHaveAttribute('aria-level', '1');
    await screen.press('z');
    await expect(main.getByText('Undone: Folder Trade press deleted')).toBeVisible();
    await expect(screen.place('Trade press')).toBeVisible();
    await expect(screen.place('Oxide & Alloy')).toHaveAttribute('aria-level', '2');

    await screen.focusList();
    await screen.press('j', 's');
    await expect(screen.chosen).toHaveAccessibleName(/Bookmarked\./);
    await screen.place('Northgate Magnets').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Unsubscribe…' }).click();
    await screen.dialog(/^Unsubscribe from/).getByRole('button', { name: 'Unsubscribe' }).click();
    await expect(screen.place('Northgate Magnets')).toHaveCount(0);
    await screen.press('z');
    await expect(main.getByText('Cannot be undone: Unsubscribed from Northgate Magnets')).toBeVisible();
    expect((await app.call('counts', {})).bookmarks).toBe(1);
  });

  test('opens with o, lists itself with ?, and goes to views with g', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await screen.focusList();
    await screen.press('j', 'o');
    await expect(page.getByRole('region', { name: 'Article' })).toBeFocused();
    await screen.press('Escape');
    await expect(screen.list).toBeFocused();
    await screen.press('?');
    const dialog = screen.dialog('Keyboard shortcuts');
    await expect(dialog).toContainText('Next unread headline');
    for (const [keys, what] of [['CtrlShiftE', 'Export the whole library'], ['CtrlO', 'Import'], ['CtrlS', 'Save a page'], ['A', 'Look again at the page']] as const) {
      await expect(dialog.locator('dt', { hasText: new RegExp(`^${keys}$`) }).locator('xpath=following-sibling::dd')).toHaveText(what);
    }
    await screen.press('j');
    await expect(dialog).toBeVisible();
    await screen.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(screen.list).toBeFocused();
    await screen.press('g', 'b');
    await expect(page.getByRole('heading', { level: 1, name: 'Bookmarks' })).toBeVisible();
    await screen.press('g', 'u');
    await expect(page.getByRole('heading', { level: 1, name: 'Unread' })).toBeVisible();
  });

  test('takes the keys out of the sidebar to the page that was asked for, once what is on it has come', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    const main = page.locator('[data-pane="list"]');
    // Bookmarks are none here; the table of sources is asked for.
    for (const [key, heading] of [['b', 'Bookmarks'], ['s', 'Sources']] as const) {
      await screen.go('Unread');
      await screen.press('g', key);
      await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible();
      await expect(main.locator(':focus')).toHaveCount(1);
    }
  });

  test('does nothing by single keys while a field has them', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await screen.focusList();
    await screen.press('j');
    const title = await screen.articleTitle.textContent();
    await screen.sidebar.getByRole('button', { name: 'Add source' }).click();
    await page.keyboard.type('jsm?');
    await expect(screen.dialog('Add source').getByRole('textbox')).toHaveValue('jsm?');
    await screen.press('Escape');
    await expect(screen.dialog('Add source')).toBeHidden();
    await expect(screen.articleTitle).toHaveText(title!);
    expect((await app.call('counts', {})).bookmarks).toBe(0);
  });

  test('passes from pane to pane with F6, and along the sidebar with arrows', async ({ app }) => {
    await app.follow();
    const { screen, page } = app;
    await screen.focusList();
    await screen.press('F6');
    await expect(page.getByRole('region', { name: 'Article' })).toBeFocused();
    await screen.press('F6');
    await expect(screen.place('Today')).toBeFocused();
    await screen.press('ArrowDown');
    await expect(screen.place('Unread')).toBeFocused();
    await expect(page.getByRole('heading', { level: 1, name: 'Unread' })).toBeVisible();
    await screen.place('Offline').click();
    for (const title of ['Prices', 'Figures', 'Calendar']) {
      await screen.press('ArrowDown');
      await expect(screen.place(title)).toBeFocused();
      await expect(screen.place(title)).toHaveAttribute('aria-selected', 'true');
      await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
    }
    await screen.place('Trade press').click();
    await screen.press('ArrowLeft');
    await expect(screen.place('Trade press')).toHaveAttribute('aria-expanded', 'false');
    await expect(screen.place('Oxide & Alloy')).toHaveCount(0);
    await screen.press('ArrowRight');
    await expect(screen.place('Oxide & Alloy')).toBeVisible();
  });

  test('names a source and a folder with F2, and lets them go with Delete once that was said', async ({ app }) => {
    await app.follow('oxide-alloy', 'xitu-zaobao');
    const { screen, page } = app;
    await screen.go('Oxide & Alloy');
    await screen.place('Oxide & Alloy').focus();
    await screen.press('F2');
    const rename = screen.dialog('Rename source');
    await expect(rename.getByRole('textbox')).toBeFocused();
    await page.keyboard.type('Oxides');
    await screen.press('Enter');
    await expect(screen.place('Oxides')).toBeFocused();
    await screen.press('Delete');
    await expect(screen.dialog('Unsubscribe from Oxides?')).toBeVisible();
    await screen.press('Escape');
    await expect(screen.place('Oxides')).toBeFocused();
    await screen.press('ArrowUp', 'F2');
    await expect(screen.dialog('Rename folder').getByRole('textbox')).toHaveValue('Trade press');
    await screen.press('Escape', 'Delete');
    await expect(screen.dialog(/^Delete/)).toBeVisible();
    await screen.press('Escape');
    await expect(screen.place('Trade press')).toBeFocused();
    expect((await app.call('listFeeds', {})).feeds).toHaveLength(2);
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menuitem', { name: 'Delete folder' })).toContainText('Del');
  });

  test('Esc means the pane that has the keys, and a toast only where they are in it; its words follow the language', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await screen.go('Unread');
    await screen.row('Dysprosium oxide gains again').click();
    await screen.focusList();
    await screen.press('Enter');
    await expect(page.getByRole('region', { name: 'Article' })).toBeFocused();
    await screen.press('s');
    await expect(app.screen.toast.getByText('Bookmarked', { exact: true })).toBeVisible();
    await app.screen.toast.getByText('Bookmarked', { exact: true }).hover();
    await screen.press('Escape');
    await expect(screen.list).toBeFocused();
    await expect(app.screen.toast.getByText('Bookmarked', { exact: true })).toBeVisible();
    await app.call('setSettings', { language: 'zh-CN' });
    await expect(app.screen.toast.getByText('已加书签', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: '撤销' }).focus();
    await screen.press('Escape');
    await expect(app.screen.toast.getByText('已加书签', { exact: true })).toBeHidden();
  });
});
