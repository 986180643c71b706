import type { Newsroom } from '../newsroom/newsroom.ts';
import type { App } from './app/app.ts';
import { expect, test } from './app/test.ts';

const STORY = 'dysprosium-seventh-session';
const CORRECTED = 'The desk has corrected this report.';

/** Opens a report in a window of the given width, and has its publisher correct it meanwhile. */
async function correctWhileOpen(app: App, newsroom: Newsroom, width?: number): Promise<void> {
  await app.follow('oxide-alloy');
  const { screen, page } = app;
  if (width !== undefined) await page.setViewportSize({ width, height: 800 });
  await screen.row('Dysprosium oxide gains again').click();
  await expect(screen.article.getByRole('table')).toBeAttached();
  newsroom.edit('oxide-alloy', STORY, { text: CORRECTED });
  await app.refreshed();
}

test.describe('The place in list and article', () => {
  test('survives a refresh that brings news: nothing moves under the reader', async ({ app, newsroom }) => {
    await app.follow();
    const { screen, page } = app;
    await screen.go('Unread');
    await screen.list.evaluate((element) => element.scrollTo(0, 900));
    const row = screen.row('Roof closed at Sumner').or(screen.row('Polishing-powder plants'));
    await row.first().click();
    await expect(screen.article.locator('[data-article-text]')).not.toBeEmpty();
    const pane = page.getByRole('region', { name: 'Article' });
    await pane.evaluate((element) => element.scrollTo(0, 120));
    const before = { row: await screen.chosen.boundingBox(), scroll: await pane.evaluate((element) => element.scrollTop), title: await screen.articleTitle.textContent() };

    for (const outlet of ['oxide-alloy', 'xitu-zaobao', 'magnet-monitor']) newsroom.publish(outlet);
    await app.refreshed();
    await expect(page.getByRole('button', { name: /^3 new since/ })).toBeVisible();
    expect({ row: await screen.chosen.boundingBox(), scroll: await pane.evaluate((element) => element.scrollTop), title: await screen.articleTitle.textContent() }).toEqual(before);
  });

  test('survives a restart: scope, row, article and how far it was read', async ({ app }) => {
    await app.follow();
    await app.screen.go('Trade press');
    await app.screen.list.evaluate((element) => element.scrollTo(0, 700));
    const label = await app.screen.list.getByRole('option').nth(14).getAttribute('aria-label');
    const title = /(?:Unread\. )?(.{20})/.exec(label!)![1]!;
    await app.screen.row(title).click();
    await expect(app.screen.article.locator('[data-article-text]')).not.toBeEmpty();
    const pane = app.page.getByRole('region', { name: 'Article' });
    const room = await pane.evaluate((element) => element.scrollHeight - element.clientHeight);
    await pane.evaluate((element) => element.scrollTo(0, (element.scrollHeight - element.clientHeight) / 2));
    const articleTitle = await app.screen.articleTitle.textContent();
    const top = await app.screen.list.evaluate((element) => element.scrollTop);
    await app.page.waitForTimeout(2500);

    await app.restart();
    await expect(app.page.getByRole('heading', { level: 1, name: 'Trade press' })).toBeVisible();
    await expect(app.screen.articleTitle).toHaveText(articleTitle!);
    await expect.poll(() => app.screen.list.evaluate((element) => element.scrollTop)).toBeGreaterThan(top - 100);
    await expect.poll(() => app.screen.list.evaluate((element) => element.scrollTop)).toBeLessThan(top + 100);
    const again = app.page.getByRole('region', { name: 'Article' });
    const nearHalf = async (): Promise<number> => Math.abs((await again.evaluate((element) => element.scrollTop)) - room / 2);
    if (room > 50) await expect.poll(nearHalf).toBeLessThan(60);
  });
});

test.describe('An edit by the publisher', () => {
  test('shows in the row and offers the new text without moving the old one', async ({ app, newsroom }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await screen.row('Dysprosium oxide gains again').click();
    await expect(screen.chosen).not.toHaveAccessibleName(/^Unread/);
    await screen.press('s');
    const pane = page.getByRole('region', { name: 'Article' });
    await expect(screen.article.getByRole('table')).toBeAttached();
    await pane.evaluate((element) => element.scrollTo(0, 300));
    const paragraph = screen.article.getByText('The cause has not changed.');
    const before = await paragraph.boundingBox();

    newsroom.edit('oxide-alloy', STORY, { title: 'Dysprosium oxide gains again, then pauses', text: 'The desk has corrected this report. Trading paused in the afternoon.' });
    await app.refreshed();
    await expect(screen.row('Dysprosium oxide gains again, then pauses')).toHaveAccessibleName(/Bookmarked\..*Changed by the source\./);
    await expect(screen.row('Dysprosium oxide gains again, then pauses')).not.toHaveAccessibleName(/^Unread/);
    await expect(page.getByTitle('You are reading the earlier text.')).toBeVisible();
    const after = await paragraph.boundingBox();
    expect(Math.abs(after!.y - before!.y)).toBeLessThanOrEqual(1);

    await page.getByRole('button', { name: 'Show new text' }).click();
    await expect(screen.article).toContainText(CORRECTED);
    await expect(screen.articleTitle).toHaveText('Dysprosium oxide gains again, then pauses');
    const { total } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 1 });
    expect(total).toBe(newsroom.stories('oxide-alloy').length);
  });

  test('shows when the article is opened again, and needs no notice then', async ({ app, newsroom }) => {
    const { screen, page } = app;
    await correctWhileOpen(app, newsroom);
    await expect(page.getByRole('button', { name: 'Show new text' })).toBeVisible();
    await expect(screen.article).not.toContainText(CORRECTED);

    await screen.focusList();
    const title = await screen.articleTitle.textContent();
    await screen.press('j');
    await expect(screen.articleTitle).not.toHaveText(title!);
    await screen.press('k');
    await expect(screen.article).toContainText(CORRECTED);
    await expect(page.getByRole('button', { name: 'Show new text' })).toBeHidden();

    // One that was read before and is closed now.
    await screen.press('j');
    await expect(screen.articleTitle).not.toHaveText(title!);
    newsroom.edit('oxide-alloy', STORY, { text: 'The desk has corrected its correction.' });
    await app.refreshed();
    await screen.press('k');
    await expect(screen.article).toContainText('The desk has corrected its correction.');
  });

  test('is told in full at every width, clear of the buttons', async ({ app, newsroom }) => {
    const { page } = app;
    await correctWhileOpen(app, newsroom);
    const notice = page.getByTitle('You are reading the earlier text.');
    await expect(notice).toBeVisible();
    for (const width of [1440, 1200, 1024, 860]) {
      await page.setViewportSize({ width, height: 800 });
      await expect(page.getByRole('region', { name: 'Article' })).toBeInViewport();
      expect(await notice.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
      const show = (await page.getByRole('button', { name: 'Show new text' }).boundingBox())!;
      const next = (await page.getByRole('toolbar', { name: 'Article' }).getByRole('button', { name: /^Mark as/ }).boundingBox())!;
      expect(show.y > next.y + next.height || show.x + show.width + 8 <= next.x).toBe(true);
    }
  });

  test('shows in a narrow window when the article comes over the list again', async ({ app, newsroom }) => {
    const { screen, page } = app;
    await correctWhileOpen(app, newsroom, 720);
    await expect(page.getByRole('button', { name: 'Show new text' })).toBeVisible();
    await screen.press('Escape');
    await expect(screen.article).toBeHidden();
    await screen.press('Enter');
    await expect(screen.article).toContainText(CORRECTED);
    await expect(page.getByRole('button', { name: 'Show new text' })).toBeHidden();

    await screen.press('Escape');
    await expect(screen.article).toBeHidden();
    newsroom.edit('oxide-alloy', STORY, { text: 'The desk has corrected its correction.' });
    await app.refreshed();
    await screen.press('Enter');
    await expect(screen.article).toContainText('The desk has corrected its correction.');
  });

  test('shows however fast the article is closed and opened again', async ({ app, newsroom }) => {
    const { screen, page } = app;
    await correctWhileOpen(app, newsroom, 720);
    await expect(page.getByRole('button', { name: 'Show new text' })).toBeVisible();
    // Both keys before any timer of the page can run, as on a machine that is busy.
    await page.evaluate(async () => {
      for (const key of ['Escape', 'Enter']) {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      }
    });
    await expect(screen.article).toContainText(CORRECTED);
    await expect(page.getByRole('button', { name: 'Show new text' })).toBeHidden();
  });
});
