import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright/test';
import type { Theme } from '../../electron/contract/settings.ts';
import type { App } from './app/app.ts';
import { expectAccessible } from './app/axe.ts';
import { expect, test } from './app/test.ts';

/** Three sources, one of which answers 404. */
async function followThree(app: App): Promise<void> {
  await app.follow('oxide-alloy', 'western-minerals', 'xitu-zaobao');
  app.newsroom.fail('western-minerals', { kind: 'status', status: 404 });
  await app.refreshed();
}

async function openSources(app: App): Promise<void> {
  await app.screen.press('g', 's');
  await expect(app.page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible();
  await expect(app.page.getByRole('table')).toBeVisible();
}

const table = (app: App): Locator => app.page.getByRole('table', { name: 'Sources and how they do' });
const row = (app: App, title: string): Locator => table(app).getByRole('row').filter({ has: app.page.getByRole('rowheader', { name: title }) });
const details = (app: App, title: string): Locator => app.page.getByRole('region', { name: title, exact: true });

test.describe('The sources page', () => {
  test('says in one sentence how all do, and groups them', async ({ app }) => {
    await followThree(app);
    await openSources(app);
    await expect(app.page.getByText(/^2 are healthy\. 1 needs attention\. \d+ fetch(es)? in the last 24\shours, 1 of them failed\.$/)).toBeVisible();
    await expect(app.page.getByRole('img', { name: /^Fetches in the last 24\shours: \d+ in all, 1 failed\./ })).toBeVisible();
    await expect(table(app).getByRole('row')).toHaveText([/^Source/, /^Need attention, 1/, /Western Minerals Review/, /^Healthy, 2/, /Oxide & Alloy|稀土早报/, /Oxide & Alloy|稀土早报/]);
    await expect(row(app, 'Western Minerals Review')).toContainText('Address gone (404)');
    await expect(app.screen.sidebar.getByRole('button', { name: 'Sources', exact: true })).toHaveAttribute('aria-current', 'page');
  });

  test('calls nothing healthy that was never asked', async ({ app, newsroom }) => {
    // They are asked as they come: their answers are still to come.
    for (const id of ['oxide-alloy', 'northgate'] as const) newsroom.fail(id, { kind: 'hang' });
    await app.call('importOpml', { opml: newsroom.opml(['oxide-alloy', 'northgate']) });
    await openSources(app);
    await expect(app.page.getByText('2 are not asked yet. No fetches in the last 24 hours.')).toBeVisible();
    await expect(table(app).getByRole('row')).toHaveText([/^Source/, /^Not asked yet, 2/, /Oxide & Alloy|Northgate/, /Oxide & Alloy|Northgate/]);
  });

  test('says what is wrong with a source and what it last answered, and sees it well again', async ({ app, newsroom }) => {
    await followThree(app);
    await openSources(app);
    await row(app, 'Western Minerals Review').click();
    const region = details(app, 'Western Minerals Review');
    await expect(region).toContainText(/The server has answered 404 since \d\d:\d\d\./);
    await expect(region.getByRole('listitem').first()).toContainText('404 Not Found');
    await newsroom.recover('western-minerals');
    await region.getByRole('button', { name: 'Try again' }).click();
    await expect(row(app, 'Western Minerals Review')).not.toContainText('Address gone');
    await expect(table(app).getByRole('row', { name: /^Healthy, 3/ })).toBeVisible();
    await expect(region.getByRole('listitem').first()).toContainText(/^(?:Today|[^4]).*(?:200|304)/);
  });

  test('pauses a source, takes that back with z, and resumes it', async ({ app }) => {
    await followThree(app);
    await openSources(app);
    await row(app, '稀土早报').click();
    const region = details(app, '稀土早报');
    await region.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect(table(app).getByRole('row', { name: /^Paused, 1/ })).toBeVisible();
    await expect(row(app, '稀土早报')).toContainText('Paused by you');
    await expect(app.screen.place('稀土早报')).toHaveAccessibleName('稀土早报, paused');
    // Nothing failed, so there is nothing to try again.
    await expect(region.getByRole('button', { name: 'Refresh', exact: true })).toBeVisible();
    await expect(region.getByRole('button', { name: 'Try again' })).toHaveCount(0);
    await app.refreshed();
    const { feeds } = await app.call('listFeeds', {});
    expect(feeds.find(({ title }) => title === '稀土早报')?.paused).toBe(true);
    await app.screen.press('z');
    await expect(row(app, '稀土早报')).not.toContainText('Paused');
    await region.getByRole('button', { name: 'Pause', exact: true }).click();
    await region.getByRole('button', { name: 'Resume' }).click();
    await expect(row(app, '稀土早报')).not.toContainText('Paused');
  });

  test('follows a source to another address, and says where that holds no feed', async ({ app, newsroom }) => {
    await app.follow('oxide-alloy');
    await openSources(app);
    await row(app, 'Oxide & Alloy').click();
    await details(app, 'Oxide & Alloy').getByRole('button', { name: 'Edit…' }).click();
    await app.page.getByRole('menuitem', { name: 'Change address…' }).click();
    const dialog = app.screen.dialog('Change the address of Oxide & Alloy');
    newsroom.move('oxide-alloy', '/new/feed.xml');
    await dialog.getByRole('textbox').fill(`${newsroom.origin('oxide-alloy')}/nowhere.xml`);
    await dialog.getByRole('button', { name: 'Change address' }).click();
    await expect(dialog.getByRole('alert')).toBeVisible();
    await dialog.getByRole('textbox').fill(`${newsroom.origin('oxide-alloy')}/new/feed.xml`);
    await dialog.getByRole('button', { name: 'Change address' }).click();
    await expect(dialog).toBeHidden();
    await expect(details(app, 'Oxide & Alloy').getByRole('button', { name: /^Copy .*\/new\/feed\.xml$/ })).toBeVisible();
    const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 500 });
    expect(articles).toHaveLength(newsroom.stories('oxide-alloy').length);
  });

  test('filters as one types, in Chinese too, and sorts by each column', async ({ app }) => {
    await followThree(app);
    await openSources(app);
    await app.screen.press('/');
    const filter = app.page.getByRole('searchbox', { name: 'Filter sources' });
    await expect(filter).toBeFocused();
    await app.page.keyboard.type('早报');
    await expect(table(app).getByRole('rowheader', { name: '稀土早报' })).toBeVisible();
    await expect(row(app, 'Oxide & Alloy')).toHaveCount(0);
    await expect(app.page.getByText('1 of 3', { exact: true })).toBeVisible();
    await filter.fill('gone (404)');
    await expect(row(app, 'Western Minerals Review')).toBeVisible();
    await expect(row(app, '稀土早报')).toHaveCount(0);
    await filter.fill('scandium futures');
    await expect(app.page.getByRole('heading', { name: 'No source matches' })).toBeVisible();
    await app.page.keyboard.press('Escape');
    await expect(row(app, 'Oxide & Alloy')).toBeVisible();
    await app.page.keyboard.press('Escape');

    for (const column of ['Source', 'Last 30 days', 'A day', 'Full text', 'Last new', 'State']) {
      const head = table(app).getByRole('columnheader', { name: column, exact: true });
      await expect(head).toHaveAttribute('aria-sort', 'none');
      await head.getByRole('button').click();
      const first = await head.getAttribute('aria-sort');
      await head.getByRole('button').click();
      await expect(head).not.toHaveAttribute('aria-sort', first ?? '');
      expect(new Set([first, await head.getAttribute('aria-sort')])).toEqual(new Set(['ascending', 'descending']));
    }
  });

  test('is walked by the keys alone', async ({ app }) => {
    await followThree(app);
    const { screen, page } = app;
    await screen.go('Unread');
    await openSources(app);
    await screen.press('j');
    await expect(row(app, 'Western Minerals Review')).toBeFocused();
    await expect(row(app, 'Western Minerals Review')).toHaveAttribute('aria-current', 'true');
    await screen.press('ArrowDown', 'k', 'j');
    await expect(row(app, 'Western Minerals Review')).not.toBeFocused();
    await screen.press('ArrowUp');
    await expect(row(app, 'Western Minerals Review')).toBeFocused();
    await screen.press('F6');
    await expect(details(app, 'Western Minerals Review')).toBeFocused();
    await screen.press('F6');
    await expect(screen.sidebar.getByRole('button', { name: 'Sources', exact: true })).toBeFocused();
    await screen.press('F6', 'Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Western Minerals Review' })).toBeVisible();
    await expect(table(app)).toHaveCount(0);
    await openSources(app);
    await screen.press('Escape');
    await expect(table(app)).toHaveCount(0);
    await expect(screen.list).toBeFocused();
  });

  test('keeps the list below it where it was', async ({ app }) => {
    await app.follow('oxide-alloy', 'critical-metals-wire');
    const { screen } = app;
    await screen.go('Unread');
    await screen.focusList();
    for (let i = 0; i < 15; i += 1) await screen.press('j');
    const top = await screen.list.evaluate((element) => element.scrollTop);
    expect(top).toBeGreaterThan(0);
    await openSources(app);
    await screen.press('Escape');
    await expect(screen.chosen).toHaveAttribute('aria-posinset', '15');
    expect(await screen.list.evaluate((element) => element.scrollTop)).toBe(top);
  });

  test('shows what the engine did, and leads from there to the source', async ({ app }) => {
    await followThree(app);
    await openSources(app);
    const log = app.page.getByRole('region', { name: 'Activity', exact: true });
    await expect(log.getByRole('listitem').filter({ hasText: 'Western Minerals Review' }).first()).toContainText('404 Not Found');
    await log.getByRole('button', { name: 'Oxide & Alloy' }).first().click();
    await expect(row(app, 'Oxide & Alloy')).toHaveAttribute('aria-current', 'true');
    await app.page.getByRole('button', { name: 'Import, export and more' }).click();
    await app.page.getByRole('menuitem', { name: 'Show activity' }).click();
    await expect(log).toBeVisible();
  });

  test('shows the last day as a table, and saves the sources as CSV', async ({ app }) => {
    await followThree(app);
    await openSources(app);
    const more = app.page.getByRole('button', { name: 'Import, export and more' });
    await more.click();
    await app.page.getByRole('menuitem', { name: 'Show fetches as table' }).click();
    await expect(app.page.getByRole('region', { name: /^Fetches by hour/ }).getByRole('row')).toHaveCount(25);
    await more.click();
    const download = app.page.waitForEvent('download');
    await app.page.getByRole('menuitem', { name: 'Export as CSV…' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/^monazite-sources-\d{4}-\d{2}-\d{2}\.csv$/);
    const csv = readFileSync(await saved.path(), 'utf8');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    for (const title of ['Oxide & Alloy', 'Western Minerals Review', '稀土早报']) expect(csv).toContain(title);
  });

  test('stays when the source whose headlines wait below it is unsubscribed from', async ({ app }) => {
    await followThree(app);
    await app.screen.go('稀土早报');
    await openSources(app);
    await row(app, '稀土早报').click();
    await details(app, '稀土早报').getByRole('button', { name: 'Unsubscribe…' }).click();
    const dialog = app.screen.dialog(/^Unsubscribe from/);
    await dialog.getByRole('button', { name: 'Unsubscribe', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(row(app, '稀土早报')).toHaveCount(0);
    await expect(app.page.getByRole('region', { name: 'Activity', exact: true })).toBeVisible();
    // The toast, the details, the page: one each.
    await app.screen.press('Escape', 'Escape', 'Escape');
    await expect(app.page.getByRole('heading', { level: 1, name: 'Unread' })).toBeVisible();
  });

  test('is reached from the strip over a failing source', async ({ app }) => {
    await followThree(app);
    await app.screen.go('Western Minerals Review');
    await app.page.getByRole('button', { name: 'Details' }).click();
    await expect(row(app, 'Western Minerals Review')).toHaveAttribute('aria-current', 'true');
    await expect(details(app, 'Western Minerals Review')).toBeVisible();
  });
});

test.describe('The sources page in a window of 1024 px', () => {
  test.use({ viewport: { width: 1024, height: 768 } });

  test('gives the names of sources what the states leave, and cuts neither', async ({ app }) => {
    await app.follow();
    await app.refreshed();
    await openSources(app);
    const cut = (): Promise<readonly (string | null)[]> =>
      app.page.getByRole('table').locator('[class*="_title_"], [class*="_stateText_"]').evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent));
    await expect(row(app, 'Strategic Minerals Office')).toContainText(/Every/);
    expect(await cut()).toEqual([]);
    await app.call('setSettings', { language: 'zh-CN' });
    await expect(app.page.getByRole('heading', { level: 1, name: '来源' })).toBeVisible();
    expect(await cut()).toEqual([]);
  });
});

test.describe('The sources page in a narrow window', () => {
  test.use({ viewport: { width: 720, height: 700 } });

  test('leaves out what has no room, and brings the details over the table', async ({ app }) => {
    await followThree(app);
    await openSources(app);
    await expect(table(app).getByRole('columnheader')).toHaveText(['Source', 'Last 30 days', 'Last new', 'State']);
    // Of the last days none is cut off, in a window that was wide before either.
    const strip = row(app, 'Oxide & Alloy').getByRole('img');
    const whole = async (): Promise<boolean> => strip.evaluate((drawn) => drawn.getBoundingClientRect().right <= drawn.closest('td')!.getBoundingClientRect().right);
    expect(await whole()).toBe(true);
    await app.page.setViewportSize({ width: 1440, height: 700 });
    await expect.poll(async () => (await strip.boundingBox())?.width).toBeGreaterThan(100);
    await app.page.setViewportSize({ width: 720, height: 700 });
    await expect.poll(whole).toBe(true);
    // Zoomed to twice its size.
    await app.page.setViewportSize({ width: 480, height: 500 });
    await expect(table(app).getByRole('columnheader')).toHaveText(['Source', 'State']);
    await app.page.setViewportSize({ width: 720, height: 700 });
    await row(app, 'Western Minerals Review').click();
    await expect(details(app, 'Western Minerals Review')).toBeVisible();
    await expect(table(app)).toBeHidden();
    await app.screen.press('Escape');
    await expect(row(app, 'Western Minerals Review')).toBeFocused();
    await app.screen.press('Enter');
    await expect(details(app, 'Western Minerals Review')).toBeFocused();
  });
});

for (const theme of ['light', 'dark'] as const satisfies readonly Theme[]) {
  for (const language of ['en', 'zh-CN'] as const) {
    test.describe(`The sources page passes axe, ${theme}, ${language}:`, () => {
      test.use({ settings: { theme, language } });

      test('with the log, a failing source, and the fetches as a table', async ({ app }) => {
        // Three looks at the whole page.
        test.slow();
        await followThree(app);
        await app.screen.press('g', 's');
        await expect(app.page.getByRole('table')).toBeVisible();
        await expect(app.page.getByRole('listitem').first()).toBeVisible();
        await expectAccessible(app, 'sources');
        await app.screen.press('j');
        await expect(app.page.getByRole('region', { name: 'Western Minerals Review', exact: true })).toBeVisible();
        await expectAccessible(app, 'a failing source');
        await app.page.locator('[data-pane="list"] [aria-haspopup="menu"]').click();
        await app.page.getByRole('menuitem').nth(1).click();
        await expect(app.page.getByRole('table')).toHaveCount(2);
        await expectAccessible(app, 'the fetches as a table');
      });
    });
  }
}
