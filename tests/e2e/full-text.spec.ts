import type { App } from './app/app.ts';
import { expect, test } from './app/test.ts';

/** Articles' pages that the outlet was asked for. */
const pages = (app: App): string[] => app.newsroom.requests('western-minerals').map(({ path }) => path).filter((path) => path.startsWith('/article/'));

async function openHalden(app: App): Promise<void> {
  await app.screen.go('Western Minerals Review');
  await app.screen.row('Halden puts off').click();
  await expect(app.screen.articleTitle).toContainText('Halden puts off');
}

test.describe('Full text', () => {
  test('a summary becomes the article of its page once it is opened, with what the page says of itself; offline it is still there', async ({ app, newsroom }) => {
    await app.follow('western-minerals');
    newsroom.clearRequests();
    await openHalden(app);
    const { screen } = app;
    await expect(screen.article.getByRole('heading', { name: 'The numbers as they are' })).toBeVisible();
    await expect(screen.article).toContainText('A flatter wall takes 9 million tonnes more waste');
    await expect(screen.article).not.toContainText('Advertisement');
    await screen.article.getByRole('button', { name: 'More names and topics' }).click();
    await expect(screen.article.getByRole('list', { name: 'Topics' })).toContainText('feasibility');
    await expect(screen.article).toContainText('By Colm Brady');
    expect(pages(app)).toHaveLength(1);
    const topics = screen.article.getByRole('list', { name: 'Topics' });
    await expect(topics.getByRole('button')).toHaveCount(await topics.getByRole('listitem').count());
    await topics.getByRole('button', { name: 'Search for the topic feasibility' }).click();
    await expect(app.page.getByRole('combobox', { name: 'Search' })).toHaveValue(/^"feasibility"/);
    await expect(screen.row('Halden puts off')).toBeVisible();
    await app.page.keyboard.press('Escape');

    const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 50 });
    const halden = articles.find(({ title }) => title.startsWith('Halden'))!;
    expect(articles.filter(({ kept }) => kept === 'headline')).toHaveLength(articles.length - 1);
    await app.imagesKept();

    await screen.article.getByRole('radio', { name: 'As the feed gave it' }).check({ force: true });
    await expect(screen.article.getByRole('heading', { name: 'The numbers as they are' })).toBeHidden();
    await screen.article.getByRole('radio', { name: 'Full text' }).check({ force: true });
    await expect(screen.article.getByRole('heading', { name: 'The numbers as they are' })).toBeVisible();

    await app.restart(() => newsroom.goDark());
    newsroom.clearRequests();
    await openHalden(app);
    await expect(app.screen.article.getByRole('heading', { name: 'The numbers as they are' })).toBeVisible();
    const picture = app.screen.article.getByRole('img').first();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(1);
    expect((await app.call('getArticle', { articleId: halden.id })).kept).toBe('full');
    expect(newsroom.requests()).toEqual([]);
  });

  test('a page that is refused says so and keeps what the feed gave; a person may try again', async ({ app, newsroom }) => {
    await app.follow('western-minerals');
    newsroom.fail('western-minerals', { kind: 'status', status: 500 }, 'everything');
    await openHalden(app);
    const { screen } = app;
    await expect(screen.article.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect(screen.article).toContainText('Halden Minerals will finish the feasibility study');
    await newsroom.recover('western-minerals');
    await screen.article.getByRole('button', { name: 'Try again' }).click();
    await expect(screen.article.getByRole('heading', { name: 'The numbers as they are' })).toBeVisible();
  });

  test('the text stays where it is when the full one takes the place of the summary', async ({ app, newsroom }) => {
    await app.follow('western-minerals');
    newsroom.fail('western-minerals', { kind: 'status', status: 500 }, 'everything');
    await openHalden(app);
    const { screen } = app;
    const top = async (): Promise<number> => (await screen.article.locator('[data-article-text]').boundingBox())!.y;
    await expect(screen.article.getByRole('button', { name: 'Try again' })).toBeVisible();
    const before = await top();
    await newsroom.recover('western-minerals');
    await screen.article.getByRole('button', { name: 'Try again' }).click();
    await expect(screen.article.getByRole('heading', { name: 'The numbers as they are' })).toBeVisible();
    expect(await top()).toBe(before);
  });

  test('a login wall leads to the browser', async ({ app, newsroom }) => {
    newsroom.publish('western-minerals', { slug: 'walled', title: 'Behind the wall', summary: 'Halden sells shares to pay for', html: '<p>Halden sells shares.</p><p>Subscribe to continue reading.</p>' });
    await app.follow('western-minerals');
    const { screen } = app;
    await screen.go('Western Minerals Review');
    await screen.row('Behind the wall').click();
    await expect(screen.article.getByText('The source shows the rest only on its site.')).toBeVisible();
    await expect(screen.article.getByRole('button', { name: 'Open in browser' })).toBeVisible();
  });

  test('nothing moves under who reads: a text that comes late is offered', async ({ app, newsroom }) => {
    const long = 'The ridge has been drilled in two summers, and what was found there fills four reports. '.repeat(90);
    newsroom.publish('western-minerals', { slug: 'late', title: 'A long one', summary: `${long}And then…`, text: `${long}\n\nAnd then the water came.` });
    await app.follow('western-minerals');
    newsroom.slow('western-minerals', 3000, 'everything');
    const { screen, page } = app;
    await screen.go('Western Minerals Review');
    await screen.row('A long one').click();
    const pane = page.locator('[data-article-scroll]');
    await expect(screen.article).toContainText('four reports');
    await pane.evaluate((element) => element.scrollTo(0, 200));
    await expect(page.getByRole('button', { name: 'Show full text' })).toBeVisible({ timeout: 10_000 });
    const text = screen.article.locator('[data-article-text]');
    expect(await pane.evaluate((element) => element.scrollTop)).toBe(200);
    const before = await text.evaluate((element) => element.getBoundingClientRect().top);
    await page.getByRole('button', { name: 'Show full text' }).click();
    await expect(screen.article).toContainText('And then the water came.');
    expect(Math.abs((await text.evaluate((element) => element.getBoundingClientRect().top)) - before)).toBeLessThan(2);
  });

  test('each source says how it is read', async ({ app, newsroom }) => {
    await app.follow('western-minerals');
    const { screen, page } = app;
    await screen.go('Western Minerals Review');
    await screen.place('Western Minerals Review').click({ button: 'right' });
    await page.getByRole('menuitemradio', { name: 'As the feed gives it' }).or(page.getByRole('menuitemcheckbox', { name: 'As the feed gives it' })).click();
    await expect.poll(async () => (await app.call('listFeeds', {})).feeds[0]?.fullText).toBe('feed');
    newsroom.clearRequests();
    await openHalden(app);
    await expect(screen.article.getByRole('button', { name: 'Get full text' })).toBeVisible();
    expect(pages(app)).toEqual([]);
    await screen.article.getByRole('button', { name: 'Get full text' }).click();
    await expect(screen.article.getByRole('heading', { name: 'The numbers as they are' })).toBeVisible();
  });
});
