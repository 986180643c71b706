import type { Page } from 'playwright/test';
import { encodePng } from '../newsroom/images/png.ts';
import { png as headerOf } from '../unit/image/made-images.ts';
import type { App } from './app/app.ts';
import { expect, test } from './app/test.ts';

const TITLE = 'Pictures of all kinds';
const RAN = 'svgRan';

const drawn = (width: number, height: number): Buffer =>
  encodePng({ width, height, palette: [0x335577, 0xddeeff], pixels: Uint8Array.from({ length: width * height }, (_, at) => (Math.imul(at, 2_654_435_761) >>> 13) & 1) });

/** A picture in a format that the browser itself writes. */
async function written(page: Page, type: string, size: { width: number; height: number }): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([asked, { width, height }]) => {
      const canvas = new OffscreenCanvas(width, height);
      canvas.getContext('2d')?.fillRect(0, 0, width / 2, height / 2);
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: asked })).arrayBuffer());
      return btoa(String.fromCharCode(...bytes));
    },
    [type, size] as const,
  );
  return Buffer.from(base64, 'base64');
}

/** Width and height of an image as it is decoded and as it is said to be, once it has been looked at. */
async function shown(app: App, alt: string): Promise<readonly number[]> {
  const image = app.screen.article.getByRole('img', { name: alt, exact: true });
  await image.scrollIntoViewIfNeeded();
  await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth > 0), { message: alt }).toBe(true);
  return image.evaluate((one: HTMLImageElement) => [one.naturalWidth, one.naturalHeight, one.width === 0 ? 0 : Number(one.getAttribute('width')), Number(one.getAttribute('height'))]);
}

async function publish(app: App, html: string): Promise<void> {
  app.newsroom.publish('oxide-alloy', { title: TITLE, html });
  await app.follow('oxide-alloy');
  await app.imagesKept();
  await app.screen.row(TITLE).click();
  await expect(app.screen.articleTitle).toContainText(TITLE);
}

test.describe('Images of an article', () => {
  test('are decoded however the article names them and whatever they are, and take their room before they come', async ({ app, newsroom }) => {
    const { extra } = newsroom.server('oxide-alloy');
    const origin = newsroom.origin('oxide-alloy');
    const serve = (path: string, bytes: Buffer, type = 'application/octet-stream'): void => void extra.set(path, (_, response) => response.writeHead(200, { 'content-type': type }).end(bytes));
    serve('/a/webp', await written(app.page, 'image/webp', { width: 320, height: 200 }), 'image/png');
    serve('/a/jpeg', await written(app.page, 'image/jpeg', { width: 300, height: 150 }));
    serve('/a/稀土 图.png', drawn(240, 120));
    serve('/a/one.png', drawn(200, 100));
    serve('/a/same.png', drawn(200, 100));
    serve('/a/drawing.svg', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="160" height="80" onload="parent.${RAN}=1"><script>parent.${RAN}=1; fetch('${origin}/stolen')</script><image href="${origin}/stolen.png"/><rect width="160" height="80" fill="teal"/></svg>`), 'image/svg+xml');
    serve('/counted', drawn(1, 1));
    extra.set('/a/hotlink.png', (request, response) => (request.headers.referer === `${origin}/` ? response.writeHead(200).end(drawn(180, 90)) : response.writeHead(403).end()));
    const carried = `data:image/png;base64,${drawn(300, 300).toString('base64')}`;
    expect(carried.length).toBeGreaterThan(1500);
    await publish(
      app,
      `<p>Words before.</p><picture><source type="image/jxl" srcset="/a/none.jxl"><source type="image/webp" srcset="/a/none 1x, /a/webp 2x"><img alt="picture"></picture>
      <p><img alt="lazy" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-lazyload="${origin.slice(5)}/a/jpeg"></p>
      <p><img alt="named" src="/a/%E7%A8%80%E5%9C%9F 图.png"></p><p><img alt="one" src="/a/one.png" width="100"></p><p><img alt="same" src="/a/same.png" width="100" height="90"></p>
      <p><img alt="drawing" src="/a/drawing.svg"></p><p><img alt="hotlink" src="/a/hotlink.png"></p><p><img alt="carried" src="${carried}"></p>
      <figure><img alt="counter" src="/counted"></figure><p>Words after.</p>`,
    );
    await expect(app.screen.article).toContainText('Words after.');
    expect(await shown(app, 'picture')).toEqual([320, 200, 320, 200]);
    expect(await shown(app, 'lazy')).toEqual([300, 150, 300, 150]);
    expect(await shown(app, 'named')).toEqual([240, 120, 240, 120]);
    expect(await shown(app, 'one')).toEqual([200, 100, 100, 50]);
    // What the article says of the height is not so.
    expect(await shown(app, 'same')).toEqual([200, 100, 100, 50]);
    expect(await shown(app, 'drawing')).toEqual([160, 80, 160, 80]);
    expect(await shown(app, 'hotlink')).toEqual([180, 90, 180, 90]);
    expect(await shown(app, 'carried')).toEqual([300, 300, 300, 300]);
    await expect(app.screen.article.locator('figure')).toHaveCount(0);
    const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 50 });
    expect(articles.find(({ title }) => title === TITLE)).toMatchObject({ kept: 'full' });
  });

  test('an SVG runs nothing and asks for nothing, as an image and opened by itself', async ({ app, newsroom }) => {
    const { extra } = newsroom.server('oxide-alloy');
    const origin = newsroom.origin('oxide-alloy');
    const script = `document.documentElement.setAttribute('data-ran','1');try{parent.${RAN}=1}catch{};fetch('${origin}/stolen')`;
    extra.set('/a/drawing.svg', (_, response) =>
      response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="160" height="80" onload="${script}"><script>${script}</script><style>rect{fill:url(${origin}/stolen.svg#a)}</style><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="${origin}/stolen"/></foreignObject><rect width="160" height="80"/></svg>`),
    );
    await publish(app, '<p>Words.</p><p><img alt="drawing" src="/a/drawing.svg"></p>');
    expect(await shown(app, 'drawing')).toEqual([160, 80, 160, 80]);
    await app.iconsKept();
    newsroom.clearRequests();
    const src = await app.screen.article.getByRole('img', { name: 'drawing' }).getAttribute('src');
    const answer = await app.page.evaluate(async (address) => {
      const response = await fetch(address);
      return { type: response.headers.get('content-type'), policy: response.headers.get('content-security-policy'), sniff: response.headers.get('x-content-type-options'), how: response.headers.get('content-disposition') };
    }, src!);
    expect(answer).toEqual({ type: 'image/svg+xml', policy: "default-src 'none'; sandbox", sniff: 'nosniff', how: 'attachment' });
    // Were it opened instead of saved, its policy alone would have to hold.
    const alone = await app.page.context().newPage();
    await alone.route('**/img/*', async (route) => {
      const given = await route.fetch();
      await route.fulfill({ response: given, headers: { ...given.headers(), 'content-disposition': 'inline' } });
    });
    await alone.goto(new URL(src!, app.page.url()).href);
    expect(await alone.evaluate(() => [document.documentElement.tagName, document.documentElement.getAttribute('data-ran')])).toEqual(['svg', null]);
    await alone.close();
    app.watch.forgive(/policy|sandbox/i);

    expect(await app.page.evaluate((mark) => mark in window, RAN)).toBe(false);
    expect(newsroom.requests()).toEqual([]);
  });

  test('one that is not to be had leaves a quiet box of its ratio, with what it shows and why, and comes when asked for again', async ({ app, newsroom }) => {
    const { extra } = newsroom.server('oxide-alloy');
    let there = false;
    extra.set('/a/bomb.png', (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(headerOf(60_000, 60_000)));
    extra.set('/a/page.png', (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('<!doctype html>no'));
    extra.set('/a/later.png', (_, response) => (there ? response.writeHead(200).end(drawn(400, 100)) : response.writeHead(500).end()));
    extra.set('/a/gone.png', (_, response) => response.writeHead(404).end());
    await publish(app, '<p>Words.</p><p><img alt="A bomb" src="/a/bomb.png" width="400" height="200"></p><p><img alt="A page" src="/a/page.png"></p><p><img alt="Ponds" src="/a/later.png" width="400" height="100"></p><p><img alt="Lost" src="/a/gone.png"></p><figure><img alt="Said below" src="/a/gone.png"><figcaption>Said\n below</figcaption></figure>');
    const { article, page } = { article: app.screen.article, page: app.page };
    const box = (alt: string) => article.locator('p', { hasText: alt });
    await expect(box('A bomb')).toContainText('This image is too large to be kept.');
    await expect(box('A page')).toContainText('What the source sent is not an image.');
    await expect(box('Ponds')).toContainText('This image could not be loaded. It is tried again later.');
    // A caption says it already.
    await expect(article.locator('figure')).toHaveText(/^This image could not be loaded\. It is tried again later\.Try again\s*Said\s+below$/);
    expect(await box('A bomb').locator('[data-note]').evaluate((note) => (note.parentElement as HTMLElement).style.aspectRatio)).toBe('400 / 200');

    const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 50 });
    const { id: articleId } = articles.find(({ title }) => title === TITLE)!;
    there = true;
    expect(await app.call('keepImages', { articleId })).toEqual({ kept: 1, failed: 3 });
    await app.call('keepImages', { articleId });
    const { kept, images } = await app.call('getArticle', { articleId });
    expect([kept, images.map(({ state, code }) => [state, code])]).toEqual(['text', [['gone', 'image-too-large'], ['gone', 'not-an-image'], ['kept', null], ['gone', 'not-found']]]);
    await page.reload();
    await app.screen.row(TITLE).click();
    await expect(box('Lost')).toContainText('The source no longer has this image.');
    await expect(article).toContainText('Text, 3 images missing');
    expect(await shown(app, 'Ponds')).toEqual([400, 100, 400, 100]);
  });

  test('one that failed is asked for again by its button, with the pointer and with the keys, which it keeps', async ({ app, newsroom }) => {
    const { extra } = newsroom.server('oxide-alloy');
    let there = false;
    for (const name of ['one', 'two']) extra.set(`/a/${name}.png`, (_, response) => (there ? response.writeHead(200).end(drawn(400, 100)) : response.writeHead(500).end()));
    extra.set('/a/bomb.png', (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(headerOf(60_000, 60_000)));
    await publish(app, '<p>Words.</p><p><img alt="One" src="/a/one.png" width="400" height="100"></p><p><a href="/elsewhere"><img alt="Two" src="/a/two.png" width="400" height="100"></a></p><p><img alt="A bomb" src="/a/bomb.png"></p>');
    const { article } = app.screen;
    const again = article.getByRole('button', { name: /^Try again/ });
    await expect(again).toHaveCount(2);
    newsroom.clearRequests();
    // The link around it is not followed.
    await article.getByRole('button', { name: 'Try again: Two' }).click();
    await expect.poll(() => newsroom.requests().filter(({ path }) => path === '/a/two.png').length).toBeGreaterThan(0);
    await expect(app.page.getByText('3 images are still missing.')).toBeAttached();
    await expect(again.first()).not.toHaveAttribute('aria-disabled', 'true');
    there = true;
    await article.getByRole('button', { name: 'Try again: One' }).focus();
    await app.page.keyboard.press('Enter');
    expect(await shown(app, 'One')).toEqual([400, 100, 400, 100]);
    expect(await shown(app, 'Two')).toEqual([400, 100, 400, 100]);
    await expect(article.getByRole('img', { name: 'One' })).toBeFocused();
    await expect(again).toHaveCount(0);
    expect(newsroom.requests().filter(({ path }) => path === '/elsewhere')).toEqual([]);
  });
});

test('each headline and bookmark shows how much of it is on this device: all, text only, summary only', async ({ app, newsroom }) => {
  newsroom.fail('oxide-alloy', { kind: 'status', status: 500 }, 'pictures');
  await app.follow('oxide-alloy', 'western-minerals');
  const { page, screen } = app;
  await screen.place('Unread').click();
  const marks = (title: string) => screen.row(title).locator('[data-kept]');
  await expect(marks('Dysprosium oxide gains')).toHaveAttribute('title', 'Text only');
  await expect(marks('Halden puts off')).toHaveAttribute('title', 'Summary only');
  // Shape, not colour: no two are drawn alike.
  const drawn = await screen.list.locator('[data-kept]').evaluateAll((all) => new Set(all.map((mark) => `${mark.getAttribute('data-kept')} ${mark.innerHTML}`)).size);
  expect(drawn).toBe(new Set((await app.call('listArticles', { scope: { kind: 'unread' }, limit: 50 })).articles.map(({ kept }) => kept)).size);
  await screen.row('Halden puts off').click();
  await expect(screen.article.getByRole('heading', { name: 'The numbers as they are' })).toBeVisible();
  await expect(marks('Halden puts off')).toHaveAttribute('title', 'Kept on this device');
  await screen.press('s');

  await screen.press('g', 'b');
  await expect(page.getByRole('listbox').getByRole('option', { name: /Halden puts off/ }).locator('[data-kept]')).toHaveAttribute('title', 'Kept on this device');
});
