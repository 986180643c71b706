import { expect, test } from './app/test.ts';

test.describe('Marking all as read', () => {
  test('touches what was in the list when it was drawn, and can be undone', async ({ app, newsroom }) => {
    await app.follow('oxide-alloy', 'critical-metals-wire');
    const { screen, page } = app;
    const before = await app.call('counts', {});
    await screen.go('Oxide & Alloy');
    newsroom.publish('oxide-alloy', { title: 'Arrived behind the list', text: 'Not yet seen by anybody.' });
    await app.refreshed();
    await expect(page.getByRole('button', { name: /^1 new since/ })).toBeVisible();
    await page.keyboard.press('Shift+A');
    const count = newsroom.stories('oxide-alloy').length - 1;
    await expect(app.screen.toast.getByText(`${count} headlines marked as read`)).toBeVisible();
    await expect(screen.place('Oxide & Alloy')).toHaveAccessibleName('Oxide & Alloy, 1 unread');
    await expect(screen.place('Critical Metals Wire')).toHaveAccessibleName('Critical Metals Wire, 9 unread');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await app.call('counts', {})).unread).toBe(before.unread + 1);
    await expect(screen.row('NdPr oxide holds near')).toHaveAccessibleName(/^Unread/);
  });
});

test.describe('A bookmark', () => {
  test('stays with its text and images when its source is unsubscribed, and after a restart', async ({ app }) => {
    await app.follow('oxide-alloy', 'critical-metals-wire');
    await app.imagesKept();
    await app.screen.row('Dysprosium oxide gains again').click();
    await app.screen.press('s');
    await expect.poll(async () => (await app.call('counts', {})).bookmarks).toBe(1);
    await app.screen.place('Oxide & Alloy').click({ button: 'right' });
    await app.page.getByRole('menuitem', { name: 'Unsubscribe…' }).click();
    const dialog = app.screen.dialog('Unsubscribe from Oxide & Alloy?');
    await expect(dialog).toContainText('1 bookmarked article stays. 8 others are removed.');
    await dialog.getByRole('button', { name: 'Unsubscribe' }).click();
    await expect(app.screen.place('Oxide & Alloy')).toHaveCount(0);

    await app.restart();
    await app.screen.go('Bookmarks');
    await app.screen.row('Dysprosium oxide gains again').dblclick();
    await expect(app.screen.article).toContainText('buying spot to cover contracts');
    const picture = app.screen.article.getByRole('img', { name: /Leach ponds/ });
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
    await expect(app.screen.list.getByRole('option')).toHaveCount(1);
  });

  test('stays when read headlines are cleaned up', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 50 });
    await app.call('setRead', { articleIds: articles.slice(0, 4).map((article) => article.id), read: true });
    await app.call('setBookmarked', { articleId: articles[0]!.id, bookmarked: true });
    const { removed } = await app.call('cleanUp', { before: Date.now() + 1000 });
    expect(removed).toBe(3);
    await app.screen.go('Bookmarks');
    await expect(app.screen.row(articles[0]!.title)).toBeVisible();
  });
});
