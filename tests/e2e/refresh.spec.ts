import { expect, test } from './app/test.ts';

test.describe('A refresh', () => {
  test('of everything shows its progress, what is new and what failed, feed by feed as it arrives', async ({ app, newsroom }) => {
    await app.follow();
    const { screen, page } = app;
    await screen.go('Unread');
    newsroom.publish('oxide-alloy', { title: 'Holmium finds a second buyer', text: 'One was not enough to make a market.' });
    newsroom.publish('kuangye-cankao', { title: '钬有了第二个买家', text: '一个买家不成市场。' });
    newsroom.fail('northgate', { kind: 'status', status: 503 });
    newsroom.slow('magnet-monitor', 1500);
    newsroom.clearRequests();

    await screen.focusList();
    await page.keyboard.press('Shift+R');
    const bar = screen.sidebar.getByRole('progressbar', { name: 'Refresh' });
    await expect(bar).toBeVisible();
    await expect(screen.sidebar.getByText(/^Refreshing, \d of 9$/)).toBeVisible();
    await expect(page.getByRole('button', { name: /^2 new since \d\d:\d\d/ })).toBeVisible();
    await expect(bar).toBeHidden();
    const failed = screen.sidebar.getByRole('button', { name: /^Updated \d\d:\d\d, 1 failed$/ });
    await expect(failed).toBeVisible();
    await expect(screen.place('Northgate Magnets')).toHaveAccessibleName(/^Northgate Magnets, failing since \d\d:\d\d: The site has a fault$/);
    await expect(screen.place('Northgate Magnets').getByTitle(/^The site has a fault since \d\d:\d\d\. The answer from .+ was error 503/)).toBeVisible();
    await expect(screen.row('Holmium finds a second buyer')).toHaveCount(0);
    await page.keyboard.press('.');
    await expect(screen.row('Holmium finds a second buyer')).toBeVisible();
    await expect(screen.row('钬有了第二个买家')).toBeVisible();

    const conditional = newsroom.requests('critical-metals-wire').filter((request) => request.path === '/atom/all.xml');
    expect(conditional.map((request) => [request.status, 'if-none-match' in request.headers])).toEqual([[304, true]]);

    await failed.click();
    await page.getByRole('menuitem', { name: 'Northgate Magnets: The site has a fault' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Northgate Magnets' })).toBeVisible();
    await expect(page.getByRole('region', { name: /^The site has a fault since/ })).toBeVisible();
  });

  test('of yesterday is told by its date, in a window that stays open over midnight', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await page.clock.install();
    await page.reload();
    await expect(screen.sidebar.getByText(/^Updated \d\d:\d\d$/)).toBeVisible();
    await page.clock.fastForward('24:00:00');
    await expect(screen.sidebar.getByText(/^Updated \d{1,2} [A-Z][a-z]{2,3}( \d{4})?$/)).toBeVisible();
  });

  test('is a button away, at 720 px in the drawer, and the keys stay on that button', async ({ app, newsroom }) => {
    await app.follow('oxide-alloy', 'northgate');
    const { screen, page } = app;
    await expect(screen.sidebar.getByText(/^Updated \d\d:\d\d$/)).toBeVisible();
    newsroom.fail('northgate', { kind: 'hang' });
    newsroom.clearRequests();
    await page.setViewportSize({ width: 720, height: 900 });
    await page.getByRole('button', { name: 'Show sidebar' }).click();
    const start = screen.sidebar.getByRole('button', { name: 'Refresh all' });
    await expect(start).toHaveAttribute('title', 'Refresh all (Shift+R)');
    await start.focus();
    await page.keyboard.press('Enter');
    const stop = screen.sidebar.getByRole('button', { name: 'Stop refreshing' });
    await expect(stop).toBeFocused();
    await expect.poll(() => newsroom.askedFeeds()).toEqual(['northgate', 'oxide-alloy']);
    await page.keyboard.press('Enter');
    await expect(start).toBeFocused();
  });

  test('of one source asks that source alone; of a folder, the folder', async ({ app, newsroom }) => {
    await app.follow();
    const { screen, page } = app;
    await screen.go('Oxide & Alloy');
    newsroom.clearRequests();
    await page.keyboard.press('r');
    await expect.poll(() => newsroom.askedFeeds()).toEqual(['oxide-alloy']);

    await screen.place('中文').click({ button: 'right' });
    newsroom.clearRequests();
    await page.getByRole('menuitem', { name: 'Refresh' }).click();
    await expect.poll(() => newsroom.askedFeeds()).toEqual(['cicai-zhoukan', 'kuangye-cankao', 'xitu-zaobao']);
  });

  test('can be stopped, keeps what had arrived, and one hanging source holds up nobody', async ({ app, newsroom }) => {
    await app.follow('oxide-alloy', 'northgate', 'minerals-office');
    const { screen, page } = app;
    await screen.go('Unread');
    newsroom.fail('northgate', { kind: 'hang' });
    newsroom.publish('minerals-office', { title: 'Notice 42: fees', text: 'They rise by 3%.' });
    await screen.focusList();
    await page.keyboard.press('Shift+R');
    await expect(page.getByRole('button', { name: /^1 new since/ })).toBeVisible();
    await expect(screen.sidebar.getByText('Refreshing, 2 of 3')).toBeVisible();
    await screen.sidebar.getByRole('button', { name: 'Stop refreshing' }).click();
    await expect(screen.sidebar.getByRole('button', { name: 'Stop refreshing' })).toBeHidden();
    await expect(screen.sidebar.getByText('Stopped at 2 of 3')).toBeVisible();
    await expect(screen.list).toBeFocused();
    await page.keyboard.press('.');
    await expect(screen.row('Notice 42: fees')).toBeVisible();
    await expect(screen.place('Northgate Magnets')).not.toHaveAccessibleName(/failing/);
  });

  test('names a failing source with its cause above its list, and recovery clears it', async ({ app, newsroom }) => {
    await app.follow('oxide-alloy', 'western-minerals');
    const { screen, page } = app;
    newsroom.fail('western-minerals', { kind: 'status', status: 404 });
    await app.refreshed();
    await screen.go('Western Minerals Review');
    const strip = page.getByRole('region', { name: /^Address gone since/ });
    await expect(strip).toContainText(/Next try (?:at \d\d:\d\d|on \d+ \w+)\./);
    await expect(screen.list.getByRole('option')).toHaveCount(7);
    await newsroom.recover('western-minerals');
    await strip.getByRole('button', { name: 'Try now' }).click();
    await expect(strip).toBeHidden();
    await expect(screen.place('Western Minerals Review')).toHaveAccessibleName('Western Minerals Review, 7 unread');
  });

  test('says where a source moved, and goes on there when told to, with everything that it had', async ({ app, newsroom }) => {
    await app.follow('minerals-office');
    const feedId = (await app.call('listFeeds', {})).feeds[0]?.id ?? 0;
    newsroom.move('minerals-office', '/moved/notices.rss');
    await app.refreshed();
    // It may be a mistake of its server: by itself it moves only when that has lasted.
    const url = `${newsroom.origin('minerals-office')}/moved/notices.rss`;
    expect((await app.call('sources', {})).sources).toMatchObject([{ feedId, state: 'moved', fix: { kind: 'newAddress', url } }]);
    expect(await app.call('setFeedAddress', { feedId, url })).toMatchObject({ feed: { feedUrl: url }, added: 0 });
    expect((await app.call('sources', {})).sources).toMatchObject([{ feedId, state: 'healthy', fix: null }]);
    expect((await app.call('counts', {})).all).toBe(newsroom.stories('minerals-office').length);
  });
});
