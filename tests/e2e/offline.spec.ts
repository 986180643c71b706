import type { App } from './app/app.ts';
import { expect, test } from './app/test.ts';

/** Opens every article by `j` and looks at its text and its images. */
async function readAll(app: App): Promise<{ readonly articles: number; readonly images: number }> {
  const { screen } = app;
  const { total } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 1 });
  await screen.sidebar.getByRole('button', { name: 'More', exact: true }).click();
  await screen.page.getByRole('menuitem', { name: 'Show all headlines' }).click();
  await screen.focusList();
  let images = 0;
  for (let i = 0; i < total; i += 1) {
    await screen.press('j');
    await expect(screen.chosen).toHaveAttribute('aria-posinset', String(i + 1));
    const title = await screen.chosen.getAttribute('aria-label');
    await expect(screen.article.locator('[data-article-text]')).not.toBeEmpty();
    await expect(screen.articleTitle).toBeVisible();
    expect(title).toContain((await screen.articleTitle.textContent())!);
    const pictures = screen.article.locator('[data-article-text] img');
    for (let n = await pictures.count(); n > 0; n -= 1) {
      await pictures.nth(n - 1).scrollIntoViewIfNeeded();
      await expect.poll(() => pictures.nth(n - 1).evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth), { message: `image of ${title}` }).toBe(1200);
      images += 1;
    }
  }
  return { articles: total, images };
}

test.describe('Offline', () => {
  test('a cold start with the network gone opens every stored article with its images, and says that it is offline', async ({ app, newsroom }) => {
    test.setTimeout(180_000);
    await app.follow();
    await app.imagesKept();
    await app.restart(() => newsroom.goDark());
    newsroom.clearRequests();

    await app.screen.focusList();
    await app.page.keyboard.press('Shift+R');
    await expect(app.screen.sidebar.getByText(/^Offline since \d\d:\d\d$/)).toBeVisible({ timeout: 30_000 });
    for (const outlet of ['Oxide & Alloy', '稀土早报']) await expect(app.screen.place(outlet)).not.toHaveAccessibleName(/failing/);

    const { articles, images } = await readAll(app);
    expect(articles).toBeGreaterThanOrEqual(60);
    expect(images).toBeGreaterThanOrEqual(25);
    expect(newsroom.requests()).toEqual([]);

    await newsroom.comeBack();
    newsroom.publish('oxide-alloy', { title: 'The network is back', text: 'And so is the news.' });
    await app.screen.focusList();
    await app.page.keyboard.press('Shift+R');
    await expect(app.screen.sidebar.getByText(/^Updated \d\d:\d\d$/)).toBeVisible({ timeout: 20_000 });
    await expect(app.page.getByRole('button', { name: /^1 new since/ })).toBeVisible();
  });

  test('reading asks the network for nothing, even where there is one', async ({ app, newsroom }) => {
    test.setTimeout(180_000);
    await app.follow('oxide-alloy', 'critical-metals-wire', 'xitu-zaobao', 'magnet-monitor');
    await app.imagesKept();
    await app.iconsKept();
    await app.restart();
    newsroom.clearRequests();
    await readAll(app);
    expect(newsroom.requests()).toEqual([]);
  });

  test('an image that failed is tried again later and does not cost the article', async ({ app, newsroom }) => {
    newsroom.fail('oxide-alloy', { kind: 'status', status: 500 }, 'pictures');
    await app.follow('oxide-alloy');
    await app.imagesKept();
    const { screen } = app;
    await screen.row('Dysprosium oxide gains again').click();
    await expect(screen.article).toContainText('buying spot to cover contracts');
    await newsroom.recover('oxide-alloy');
    await screen.row('NdPr oxide holds near').click();
    await expect(screen.articleTitle).toContainText('NdPr oxide');
    const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 50 });
    const answer = await app.call('keepImages', { articleId: articles.find((article) => article.title.startsWith('Dysprosium'))!.id });
    expect(answer).toEqual({ kept: 1, failed: 0 });
    await screen.row('Dysprosium oxide gains again').click();
    const picture = screen.article.getByRole('img', { name: /Leach ponds/ });
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
  });
});
