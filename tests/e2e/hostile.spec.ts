import { HOSTILE_MARK } from '../newsroom/hostile.ts';
import { expect, test } from './app/test.ts';

test.describe('A hostile article', () => {
  test('runs nothing, asks for nothing, covers nothing', { tag: '@settings-dialog' }, async ({ app, newsroom }) => {
    await app.call('subscribe', { url: newsroom.feedUrl('hostile') });
    await app.imagesKept();
    await app.iconsKept();
    const { screen, page } = app;
    newsroom.clearRequests();
    await screen.row('Yttrium').click();
    await expect(screen.article).toContainText('The first paragraph is honest text about yttrium.');
    await expect(screen.article).toContainText('The last paragraph is honest text about scandium.');
    await screen.article.getByText('A paragraph with handlers').click();
    await screen.article.getByText('a link that runs').click();
    await page.waitForTimeout(500);

    expect(await page.evaluate((mark) => mark in window, HOSTILE_MARK)).toBe(false);
    expect(newsroom.requests()).toEqual([]);
    // The app's own drawing in place of an image that could not be had is no part of the article.
    const left = await screen.article.evaluate((article) => ({
      elements: [...article.querySelectorAll('script, iframe, object, embed, style, link, meta, base, svg, math, form, input, video, audio, template')].filter((element) => element.closest('[data-article-text]') && !element.matches('svg[aria-hidden="true"][viewBox="0 0 16 16"]')).map((element) => element.tagName),
      handlers: [...article.querySelectorAll('*')].flatMap((element) => element.getAttributeNames().filter((name) => name.startsWith('on'))),
      links: [...article.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '').filter((href) => href !== '' && !/^https?:/.test(href)),
      images: [...article.querySelectorAll('img')].map((image) => image.getAttribute('src') ?? '').filter((src) => !/^(img\/|\/?img\/)/.test(src)),
      styled: [...article.querySelectorAll('[data-article-text] [style]')].length,
    }));
    expect(left).toEqual({ elements: [], handlers: [], links: [], images: [], styled: 0 });
    // Titles, authors and tags are text, whatever they look like.
    await expect(screen.articleTitle).toContainText('scandium');
    await screen.sidebar.getByRole('button', { name: 'Settings' }).click();
    await expect(screen.dialog('Settings')).toBeVisible();
  });

  test('cannot take the app to another page', async ({ app, newsroom }) => {
    await app.call('subscribe', { url: newsroom.feedUrl('hostile') });
    const { page, screen } = app;
    const before = page.url();
    await screen.row('Yttrium').click();
    await expect(screen.article).toContainText('honest text');
    for (const words of ['a link that runs', 'the same in disguise', 'data link']) {
      const link = screen.article.getByText(words, { exact: true });
      if (await link.count()) await link.click();
    }
    expect(page.url()).toBe(before);
    await expect(screen.list).toBeVisible();
  });
});
