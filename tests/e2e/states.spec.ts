import { expect, test } from './app/test.ts';

const NO_HTTP = 'the calls can be held up on the loopback door only';

test.describe('A state has its own words:', () => {
  test('no sources yet', async ({ app }) => {
    const { screen, page } = app;
    await expect(page.getByRole('heading', { name: 'No sources yet' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Mark all as read' })).toHaveCount(0);
    await expect(screen.button('Add source…')).toBeVisible();
    await expect(screen.button('Import OPML…')).toBeVisible();
    await expect(screen.place('Today')).toBeVisible();
    await expect(screen.sidebar.getByRole('tree', { name: 'Sources' }).getByRole('treeitem')).toHaveCount(0);
    await screen.go('Bookmarks');
    await expect(page.getByRole('heading', { name: 'No bookmarks yet' })).toBeVisible();
    await screen.go('Offline');
    await expect(page.getByRole('heading', { name: 'Nothing on this device yet' })).toBeVisible();
  });

  test('all read, with a way to what was read', async ({ app, newsroom }) => {
    await app.follow('northgate');
    const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 50 });
    await app.call('setRead', { articleIds: articles.map((article) => article.id), read: true });
    const { screen, page } = app;
    await screen.go('Unread');
    await expect(page.getByRole('heading', { name: 'All read' })).toBeVisible();
    await expect(page.getByText(`${newsroom.stories('northgate').length} headlines here.`)).toBeVisible();
    await page.getByRole('button', { name: 'Show read headlines' }).click();
    await expect(screen.list.getByRole('option')).toHaveCount(newsroom.stories('northgate').length);
  });

  test('unread only, switched by u', async ({ app }) => {
    await app.follow('northgate');
    const { screen } = app;
    const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 50 });
    await app.call('setRead', { articleIds: [articles[0]!.id], read: true });
    await screen.go('Northgate Magnets');
    await expect(screen.list.getByRole('option')).toHaveCount(3);
    await screen.focusList();
    await screen.press('u');
    await expect(screen.list.getByRole('option')).toHaveCount(2);
    await screen.press('u');
    await expect(screen.list.getByRole('option')).toHaveCount(3);
  });

  test('a source that tells no more than a summary', async ({ app }) => {
    await app.follow('western-minerals');
    const { screen, page } = app;
    const [feed] = (await app.call('listFeeds', {})).feeds;
    await app.call('setFullText', { feedId: feed!.id, mode: 'feed' });
    await screen.go('Western Minerals Review');
    await screen.row('Halden puts off').click();
    await expect(screen.article).toContainText('Halden Minerals will finish the feasibility study');
    await expect(page.getByText('The source shows the rest only on its site.')).toBeVisible();
    await expect(screen.article.getByRole('button', { name: 'Open in browser' })).toBeVisible();
  });

  test('a short report that is whole, and a headline without a text', async ({ app, newsroom }) => {
    newsroom.publish('northgate', { title: 'Terbium was flat', text: 'Terbium was flat on Tuesday.' });
    newsroom.publish('northgate', { title: 'Dysprosium was flat', text: '' });
    await app.follow('northgate');
    const { screen, page } = app;
    await screen.go('Northgate Magnets');
    await screen.row('Terbium was flat').click();
    await expect(screen.article).toContainText('Terbium was flat on Tuesday.');
    await expect(screen.article).toContainText('1 min');
    await expect(page.getByText('The source shows the rest only on its site.')).toBeHidden();
    await screen.row('Dysprosium was flat').click();
    await expect(page.getByText('This headline came without a text.')).toBeVisible();
    await expect(screen.article).not.toContainText('1 min');
  });

  test('a source that has failed since today tells the time; its older rows do too, since their heads tell the day', async ({ app, newsroom }) => {
    await app.follow('northgate');
    newsroom.fail('northgate', { kind: 'status', status: 503 });
    await app.refreshed();
    const { screen, page } = app;
    await screen.go('Northgate Magnets');
    await expect(page.getByText(/ since \d\d:\d\d$/)).toBeVisible();
    // The list of before stays until the new one is there.
    await expect.poll(() => screen.list.getByRole('option').count()).toBeGreaterThan(1);
    const times = await screen.list.getByRole('option').locator('time').allTextContents();
    expect(times.filter((time) => !/^\d\d:\d\d$/.test(time))).toEqual([]);
  });

  test('an engine that has stopped answering', async ({ app }, testInfo) => {
    testInfo.skip(testInfo.project.name === 'electron', NO_HTTP);
    await app.follow('northgate');
    await app.page.route('**/call/**', (route) => route.abort());
    await app.screen.go('Unread').catch(() => undefined);
    await expect(app.page.getByText('Monazite has stopped answering').first()).toBeVisible();
    await app.page.unroute('**/call/**');
    app.watch.forgive(/Failed to load resource/);
  });

  test('events that were missed: what changed meanwhile is shown once they are heard again', async ({ app }, testInfo) => {
    testInfo.skip(testInfo.project.name === 'electron', NO_HTTP);
    const { page } = app;
    await page.route('**/events', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await route.continue();
    });
    await page.reload();
    await expect(page.getByRole('heading', { name: 'No sources yet' })).toBeVisible();
    await app.call('setSettings', { theme: 'dark' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.unroute('**/events');
  });

  test('a list that takes its time: grey bars, then headlines', async ({ app }, testInfo) => {
    testInfo.skip(testInfo.project.name === 'electron', NO_HTTP);
    await app.follow('oxide-alloy', 'northgate');
    const { screen, page } = app;
    await page.route('**/call/listArticles', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await screen.place('Oxide & Alloy').click();
    await expect(page.getByRole('progressbar', { name: 'Loading headlines' })).toBeVisible();
    await expect(screen.row('Dysprosium oxide gains again')).toBeVisible();
    await expect(page.getByRole('progressbar', { name: 'Loading headlines' })).toBeHidden();
    await page.unroute('**/call/listArticles');
  });

  test('a very long title stays whole in name and article', async ({ app, newsroom }) => {
    const title = `A title that goes on: ${'and every clause of it adds another oxide, '.repeat(8)}until it ends`;
    newsroom.publish('northgate', { title, text: 'Short text.' });
    await app.follow('northgate');
    const { screen } = app;
    const row = screen.row('A title that goes on');
    await expect(row).toHaveAccessibleName(new RegExp('until it ends'));
    expect((await row.boundingBox())!.height).toBeLessThanOrEqual(70);
    await row.click();
    await expect(screen.articleTitle).toHaveText(title);
  });
});
