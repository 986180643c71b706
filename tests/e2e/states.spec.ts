import { holdAnswers } from './app/hold.ts';
import { Search } from './app/search.ts';
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

  test('all marked read by a double click, which the pointer can take back', async ({ app }) => {
    await app.follow('northgate');
    const { screen } = app;
    await screen.go('Northgate Magnets');
    const before = (await app.call('counts', {})).unread;
    await screen.button('Mark all as read').first().dblclick();
    await expect.poll(async () => (await app.call('counts', {})).unread).toBe(0);
    await screen.toast.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await app.call('counts', {})).unread).toBe(before);
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

  test('further headlines that fail leave those that are there, and come at another try', async ({ app, newsroom }, testInfo) => {
    testInfo.skip(testInfo.project.name === 'electron', NO_HTTP);
    const { screen, page } = app;
    await app.call('subscribe', { url: `${newsroom.url}/load/0/400`, folder: null });
    await app.refreshed();
    await page.route('**/call/listArticles', (route) => (route.request().postData()?.includes('"cursor":"') ? route.abort() : route.continue()));
    await screen.go('Load 0');
    await screen.list.focus();
    for (let row = 0; row < 60; row += 1) await page.keyboard.press('j');
    const failed = page.getByRole('alert').filter({ hasText: 'Further headlines could not be loaded' });
    await expect(failed).toBeVisible();
    await expect(screen.list.locator('[aria-selected="true"]')).toHaveAttribute('aria-posinset', '60');
    await page.unroute('**/call/listArticles');
    await failed.getByRole('button', { name: 'Try again' }).click();
    await expect(failed).toBeHidden();
    await expect(screen.list).toBeFocused();
    await page.keyboard.press('End');
    await expect(screen.list.locator('[aria-posinset="390"]')).toBeVisible();
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

  test('results of what was typed a moment ago stay until those of the words are here, and are called so', async ({ app }, testInfo) => {
    testInfo.skip(testInfo.project.name === 'electron', NO_HTTP);
    await app.follow('oxide-alloy', 'northgate');
    const { page } = app;
    const search = new Search(app);
    await search.type('oxide');
    await expect(search.rows.first()).toBeVisible();
    await expect(search.results).toHaveAttribute('aria-busy', 'false');
    const held = await holdAnswers(page, 'search');
    await page.keyboard.type(' gains');
    await expect(search.results).toHaveAttribute('aria-busy', 'true');
    await held.release();
    await expect(search.results).toHaveAttribute('aria-busy', 'false');
  });

  test('sources that were not asked yet: no refresh is said to have brought nothing', async ({ app, newsroom }) => {
    const { screen, page } = app;
    for (const id of ['oxide-alloy', 'critical-metals-wire']) newsroom.slow(id, 20_000, 'everything');
    await app.call('importOpml', { opml: newsroom.opml(['oxide-alloy', 'critical-metals-wire']) });
    await app.call('cancelRefresh', {});
    await expect.poll(async () => (await app.call('refreshProgress', {})).running).toBe(false);
    const { feeds } = await app.call('listFeeds', {});
    for (const place of ['Unread', 'Trade press', feeds[0]?.title ?? '']) {
      await screen.go(place);
      await expect(page.getByText('Not asked for headlines yet.')).toBeVisible();
      await expect(screen.button('Refresh').last()).toBeVisible();
    }
    await app.call('createFolder', { title: 'Bare' });
    await screen.go('Bare');
    await expect(page.getByText('Move sources here, or add one.')).toBeVisible();
  });

  test('offline before anything has come: no headlines yet, and no older ones that do not exist', async ({ app, newsroom }) => {
    await newsroom.goDark();
    await app.call('importOpml', { opml: newsroom.opml(['oxide-alloy', 'northgate']) });
    const { screen, page } = app;
    await app.refreshed();
    await expect(screen.sidebar.getByText(/^Offline since/)).toBeVisible({ timeout: 30_000 });
    for (const place of ['Today', 'Unread']) {
      await screen.go(place);
      await expect(page.getByRole('heading', { name: 'No headlines yet' })).toBeVisible();
      await expect(page.getByText('There is no network. Headlines come once there is one.')).toBeVisible();
      // There is nothing to put in an order.
      await expect(page.getByRole('radiogroup', { name: 'Order of headlines' }).or(page.getByText('Kept first'))).toHaveCount(0);
    }
  });

  test('offline: the buttons of the foot stand beside what it says first, however narrow the sidebar', async ({ app, newsroom }) => {
    await app.follow('northgate');
    const { screen, page } = app;
    await newsroom.goDark();
    await screen.focusList();
    await screen.press('Shift+R');
    const since = screen.sidebar.getByText(/^Offline since/);
    await expect(since).toBeVisible({ timeout: 30_000 });
    for (const width of [1440, 1024]) {
      await page.setViewportSize({ width, height: 800 });
      const words = (await since.boundingBox())!;
      for (const name of ['Add source', 'Settings']) {
        const button = (await screen.sidebar.getByRole('button', { name }).boundingBox())!;
        expect(Math.abs(button.y + button.height / 2 - (words.y + words.height / 2))).toBeLessThan(3);
      }
    }
  });

  test('offline: a link that is pressed is kept, says so, and is offered when the network is back', async ({ app, newsroom }) => {
    newsroom.publish('northgate', { title: 'A notice with a link', html: '<p>The tables are on the <a href="https://northgate.example/filings">filings page</a>.</p>' });
    await app.follow('northgate');
    const { screen, page } = app;
    await screen.row('A notice with a link').click();
    const link = screen.article.getByRole('link', { name: 'filings page' });
    await expect(link).toBeVisible();
    await newsroom.goDark();
    await screen.press('Shift+R');
    await expect(screen.sidebar.getByText(/^Offline since/)).toBeVisible({ timeout: 30_000 });
    await link.click();
    await expect(screen.toast).toContainText('Link kept. It opens when you are online.');
    const later = (): Promise<string> => link.evaluate((element) => getComputedStyle(element, '::after').content);
    expect(await later()).toBe('"opens later"');
    await screen.toast.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(later).toBe('none');
    await link.click();
    await newsroom.comeBack();
    await screen.press('Shift+R');
    await expect(screen.toast).toContainText('1 kept link is ready', { timeout: 30_000 });
    expect(page.context().pages()).toHaveLength(1);
  });

  test('a very long name of a source stays within the dialogs about it', async ({ app }) => {
    await app.follow('northgate');
    const { screen, page } = app;
    const { feeds: [feed] } = await app.call('listFeeds', {});
    await app.call('renameFeed', { feedId: feed?.id ?? 0, title: 'Magnetworks'.repeat(18) });
    const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
    for (const command of ['Rename…', 'Move to folder…', 'Sign-in…', 'Unsubscribe…']) {
      await screen.sidebar.getByRole('treeitem', { name: /^Magnetworks/ }).click({ button: 'right' });
      await page.getByRole('menuitem', { name: command }).click();
      await expect(dialog).toBeVisible();
      expect(await dialog.evaluate((element) => [element, ...element.querySelectorAll('h2, p')].filter((each) => each.scrollWidth > each.clientWidth + 1).map(({ tagName }) => tagName))).toEqual([]);
      await screen.press('Escape');
      await expect(dialog).toBeHidden();
    }
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
