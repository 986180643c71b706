import type { App } from './app/app.ts';
import { expect, test } from './app/test.ts';

function named(title: string, unread: number | undefined): string {
  return unread ? `${title}, ${unread} unread` : title;
}

/** Every count on the screen, against the store. */
async function expectTrueCounts(app: App): Promise<void> {
  const { screen } = app;
  const counts = await app.call('counts', {});
  const { feeds, folders } = await app.call('listFeeds', {});
  await expect(screen.place('Today')).toHaveAccessibleName(named('Today', counts.today));
  await expect(screen.place('Unread')).toHaveAccessibleName(named('Unread', counts.unread));
  for (const feed of feeds) await expect(screen.place(feed.title)).toHaveAccessibleName(named(feed.title, counts.feeds[feed.id]));
  for (const folder of folders) await expect(screen.place(folder.title)).toHaveAccessibleName(named(folder.title, counts.folders[folder.id]));
}

test.describe('Reading', () => {
  test('shows three panes, whose counts are true in every scope', async ({ app, newsroom }) => {
    await app.follow();
    const { screen, page } = app;
    const now = Date.now();
    const all = (await app.call('listFeeds', {})).feeds.length;
    expect(all).toBe(9);
    const ids = ['oxide-alloy', 'critical-metals-wire', 'magnet-monitor', 'western-minerals', 'xitu-zaobao', 'cicai-zhoukan', 'kuangye-cankao', 'northgate', 'minerals-office'];
    const stories = ids.flatMap((id) => newsroom.stories(id));
    await expect(screen.place('Unread')).toHaveAccessibleName(`Unread, ${stories.length} unread`);
    await expect(screen.place('Today')).toHaveAccessibleName(`Today, ${stories.filter((story) => now - story.publishedAt < 86_400_000).length} unread`);
    await expectTrueCounts(app);

    await screen.go('中文');
    const chinese = ['xitu-zaobao', 'cicai-zhoukan', 'kuangye-cankao'].flatMap((id) => newsroom.stories(id));
    await expect(screen.list.getByRole('option').first()).toHaveAttribute('aria-setsize', String(chinese.length));
    await screen.go('磁材周刊');
    await expect(screen.list.getByRole('option')).toHaveCount(newsroom.stories('cicai-zhoukan').length);
    await expect(screen.row('铽用量少三成八')).toHaveAccessibleName(/^Unread\. 只涂一面.*磁材周刊, /);
    await expect(page.getByRole('region', { name: 'Article' })).toContainText('No article open');
  });

  test('asks once for the text of an article and once for its names, also where articles are opened one behind the other', async ({ app }, testInfo) => {
    test.skip(testInfo.project.name === 'electron', 'What the bridge is asked is no request.');
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    const asked: string[] = [];
    page.on('request', (request) => {
      const method = /\/call\/(getArticle|entitiesOf)$/.exec(request.url())?.[1];
      if (method !== undefined) asked.push(`${method} ${(request.postDataJSON() as { articleId: number }).articleId}`);
    });
    await screen.focusList();
    await screen.press('j', 'j', 'j');
    await expect(screen.chosen).toHaveAttribute('aria-posinset', '3');
    await expect(screen.article.locator('[data-article-text]')).not.toBeEmpty();
    const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 3 });
    expect(asked.toSorted()).toEqual(articles.flatMap(({ id }) => ['getArticle', 'entitiesOf'].map((method) => `${method} ${id}`)).toSorted());
  });

  test('shows an article whole: byline, headings, table, formula, quotation, picture, attachment', async ({ app }) => {
    await app.follow('oxide-alloy', 'critical-metals-wire');
    await app.imagesKept();
    const { screen } = app;
    await screen.row('Dysprosium oxide gains again').click();
    await expect(screen.articleTitle).toHaveText('Dysprosium oxide gains again as trucks queue at the border');
    await expect(screen.article).toContainText('Oxide & Alloy');
    await expect(screen.article).toContainText('By Mara Lindqvist');
    await expect(screen.article.getByRole('heading', { name: 'What was done and at what price' })).toBeVisible();
    await expect(screen.article.getByRole('table')).toContainText('6,580,000');
    await expect(screen.article.locator('sub').first()).toHaveText('2');
    await expect(screen.article.getByRole('blockquote')).toContainText('mud to next Thursday');
    const picture = screen.article.getByRole('img', { name: /Leach ponds in southern Jiangxi/ });
    await expect(picture).toBeVisible();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
    await expect(screen.article.getByRole('region', { name: 'Attachments' })).toContainText('dysprosium-seventh-session.csv');
  });

  test('marks as read after half a second, and counts follow', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen } = app;
    const before = (await app.call('counts', {})).unread;
    await screen.row('NdPr oxide holds near').click();
    await expect(screen.row('NdPr oxide holds near')).toHaveAccessibleName(/^NdPr oxide/);
    await expect.poll(async () => (await app.call('counts', {})).unread).toBe(before - 1);
    await expectTrueCounts(app);
  });

  test('opens links and originals outside, never in the app', async ({ app, newsroom }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await screen.row('Dysprosium oxide gains again').click();
    await page.evaluate(() => {
      window.open = (url) => {
        document.documentElement.dataset['opened'] = String(url);
        return null;
      };
    });
    await screen.article.getByRole('link', { name: 'diffusion results published this month' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-opened', `${newsroom.origin('magnet-monitor')}/find/diffusion-cuts-terbium`);
    await screen.focusList();
    await page.keyboard.press('v');
    await expect(page.locator('html')).toHaveAttribute('data-opened', newsroom.storyUrl('oxide-alloy', 'dysprosium-seventh-session'));
    await expect(screen.articleTitle).toBeVisible();
  });
});
