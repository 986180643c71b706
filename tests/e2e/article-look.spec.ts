import type { Locator } from 'playwright/test';
import { expect, test } from './app/test.ts';
import { expectAccessible } from './app/axe.ts';

/** What a style of an element is worth now. */
function styleOf(locator: Locator, name: string): Promise<string> {
  return locator.evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name);
}

test.describe('How an article is set', () => {
  test('size, face, line length, spacing and background are chosen over the article, and stay', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await screen.row('Dysprosium oxide gains again').click();
    const text = screen.article.locator('[data-article-text]');
    const paragraph = text.locator('p').first();
    const width = (await text.boundingBox())?.width ?? 0;
    expect(await styleOf(paragraph, 'font-size')).toBe('18px');

    await screen.button('Text and layout').click();
    const panel = screen.dialog('Text and layout');
    await panel.getByRole('button', { name: 'Larger text' }).click();
    await panel.getByText('Sans serif', { exact: true }).click();
    await panel.getByText('Short', { exact: true }).click();
    await panel.getByText('Loose', { exact: true }).click();
    await panel.getByText('Dark', { exact: true }).click();
    await expect.poll(() => styleOf(paragraph, 'font-size')).toBe('20px');
    expect(await styleOf(paragraph, 'font-family')).not.toContain('Charter');
    expect((await text.boundingBox())?.width).toBeLessThan(width);
    expect(await styleOf(paragraph, 'line-height')).toBe('37px');
    expect(await styleOf(page.locator('[data-article-scroll]'), 'background-color')).toBe('rgb(28, 29, 32)');
    expect(await styleOf(page.locator('body'), 'background-color')).toBe('rgb(255, 255, 255)');
    await expectAccessible(app, 'article');

    await screen.press('Escape');
    await expect(panel).toBeHidden();
    await expect(screen.button('Text and layout')).toBeFocused();
    await app.restart();
    await expect.poll(() => styleOf(app.screen.article.locator('[data-article-text] p').first(), 'font-size')).toBe('20px');
    expect(await styleOf(app.page.locator('[data-article-scroll]'), 'background-color')).toBe('rgb(28, 29, 32)');
  });

  test('finds words in the article, part of a word too, and goes from one to the next', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await screen.row('Dysprosium oxide gains again').click();
    await expect(screen.articleTitle).toBeVisible();
    await screen.press('Control+f');
    const field = page.getByRole('textbox', { name: 'Find in this article' });
    await expect(field).toBeFocused();
    await field.fill('ysprosiu');
    const bar = page.getByRole('group', { name: 'Find in this article' });
    await expect(bar).toContainText(/\d+ match/);
    const [fieldBox, countBox] = [await field.boundingBox(), await bar.getByRole('status').boundingBox()];
    expect(countBox!.x - (fieldBox!.x + fieldBox!.width)).toBeGreaterThanOrEqual(8);
    await screen.press('Enter');
    await expect(bar).toContainText(/^1 of \d+/);
    await screen.press('Shift+Enter');
    await expect(bar).toContainText(/^(\d+) of \1/);
    // In the title alone.
    await field.fill('gains again as trucks');
    await expect(bar).toContainText('1 match');
    await screen.press('Enter');
    await expect(bar).toContainText('1 of 1');
    await field.fill('no such words');
    await expect(bar).toContainText('Not found');
    await expectAccessible(app, 'article');
    await screen.press('Escape');
    await expect(bar).toBeHidden();
  });

  test('opens an article again where it was left, and one that was read to its end at its beginning', async ({ app }) => {
    const { screen, page } = app;
    // So low that the article is longer than its pane.
    await page.setViewportSize({ width: 1280, height: 640 });
    await app.follow('oxide-alloy');
    const scroll = page.locator('[data-article-scroll]');
    await screen.row('Dysprosium oxide gains again').click();
    const heading = screen.article.getByRole('heading', { name: 'What was done and at what price' });
    await expect(heading).toBeVisible();
    // A key that comes before the frame of the scrolling would leave the place that was scrolled from.
    await scroll.evaluate((pane) => new Promise((resolve) => {
      pane.addEventListener('scroll', resolve, { once: true });
      [...pane.querySelectorAll('h2, h3')].find((element) => element.textContent === 'What was done and at what price')?.scrollIntoView({ block: 'start' });
    }));
    expect(await scroll.evaluate((pane) => pane.scrollTop)).toBeGreaterThan(100);
    const left = await heading.evaluate((element) => element.getBoundingClientRect().top);
    await screen.press('j');
    await expect(screen.articleTitle).not.toHaveText(/Dysprosium oxide gains again/);
    await screen.press('k');
    await expect(screen.articleTitle).toHaveText(/Dysprosium oxide gains again/);
    await expect.poll(() => heading.evaluate((element) => Math.round(element.getBoundingClientRect().top))).toBeLessThanOrEqual(Math.round(left) + 2);
    expect(await heading.evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThan(left - 3);
    // Back before the other article was drawn: the pane kept neither.
    await screen.press('j', 'k');
    await expect(screen.articleTitle).toHaveText(/Dysprosium oxide gains again/);
    await expect.poll(() => heading.evaluate((element) => Math.round(element.getBoundingClientRect().top))).toBeLessThanOrEqual(Math.round(left) + 2);

    await scroll.evaluate((pane) => new Promise((resolve) => { pane.addEventListener('scroll', resolve, { once: true }); pane.scrollTo({ top: pane.scrollHeight }); }));
    await screen.press('j', 'k');
    await expect(screen.articleTitle).toHaveText(/Dysprosium oxide gains again/);
    await expect.poll(() => scroll.evaluate((pane) => pane.scrollTop)).toBe(0);
  });

  test('shows images as large as the window, by a click and by a key', async ({ app }) => {
    await app.follow('oxide-alloy', 'critical-metals-wire');
    await app.imagesKept();
    const { screen } = app;
    await screen.row('Dysprosium oxide gains again').click();
    const picture = screen.article.getByRole('img', { name: /Leach ponds/ });
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
    await picture.click();
    const viewer = screen.dialog('Images of the article');
    await expect(viewer.getByRole('img', { name: /Leach ponds/ })).toBeVisible();
    await expect(viewer.getByRole('button', { name: 'Close' })).toBeFocused();
    await viewer.getByRole('button', { name: 'Actual size' }).click();
    await expect.poll(() => viewer.getByRole('img').evaluate((image) => Math.round(image.getBoundingClientRect().width))).toBe(1200);
    await expectAccessible(app, 'article');
    await screen.press('Escape');
    await expect(viewer).toBeHidden();
    await screen.press('i');
    await expect(viewer).toBeVisible();
    await screen.press('Escape');
  });

  test('copies the selected passage as a quotation with its source', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await screen.row('Dysprosium oxide gains again').click();
    await expect(screen.article.locator('[data-article-text] p').first()).toBeVisible();
    await screen.press('q');
    await expect(app.screen.toast.getByText('Select a passage first')).toBeVisible();
    await screen.press('h', 'q');
    await expect(app.screen.toast.getByText('Quotation copied with its source')).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^“.+”\nDysprosium oxide gains again as trucks queue at the border, Oxide & Alloy, \d{4}-\d{2}-\d{2}\nhttp/u);
  });

  test('ends the numbers of a table at one edge, and begins its words at one', async ({ app }) => {
    await app.follow('oxide-alloy');
    await app.screen.row('Dysprosium oxide gains again').click();
    const table = app.screen.article.getByRole('table');
    await expect(table.getByRole('row')).toHaveCount(5);
    const aligned = await table.getByRole('row').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => getComputedStyle(cell).textAlign).join(' ')));
    expect(aligned).toHaveLength(5);
    expect(new Set(aligned)).toEqual(new Set(['start end end start end end']));
    expect(await styleOf(table.getByRole('columnheader', { name: 'Month' }), 'padding-right')).toBe('0px');
  });

  test('says what there is more of where no name stands before it', async ({ app }) => {
    app.newsroom.publish('oxide-alloy', { title: 'A letter about letters', html: '<p>Words about words.</p>', tags: ['letters'] });
    await app.follow('oxide-alloy');
    await app.screen.row('A letter about letters').click();
    const more = app.screen.article.getByRole('button', { name: 'More names and topics' });
    await expect(more).toHaveText('Topics');
    await more.click();
    await expect(app.screen.article.getByRole('list', { name: 'Topics' })).toHaveText('letters');
  });

  test('parts Chinese from its numbers in a title too, where the line may break between them', async ({ app }) => {
    await app.follow('xitu-zaobao');
    await app.screen.row('氨氮限值由15毫克降到10毫克').click();
    await expect(app.screen.articleTitle).toContainText('氨氮限值由15毫克降到10毫克');
    const gaps = await app.screen.articleTitle.evaluate((title) => {
      const texts = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
      const boxes: { readonly char: string; readonly box: DOMRect }[] = [];
      while (texts.nextNode()) {
        const node = texts.currentNode as Text;
        for (let at = 0; at < node.length; at += 1) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          boxes.push({ char: node.data.charAt(at), box: range.getBoundingClientRect() });
        }
      }
      return boxes.flatMap(({ char, box }, at) => (at > 0 && char === '1' ? [box.left - boxes[at - 1]!.box.right] : []));
    });
    expect(gaps).toHaveLength(2);
    for (const gap of gaps) expect(gap).toBeGreaterThan(2);
  });

  test('has what its keys do in its menu too', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await screen.row('Dysprosium oxide gains again').click();
    await page.getByRole('toolbar', { name: 'Article tools' }).getByRole('button', { name: 'More' }).click();
    await expect(page.getByRole('menuitem', { name: 'Print or save as PDF' })).toContainText('Ctrl+P');
    await page.getByRole('menuitem', { name: 'Find in this article' }).click();
    const field = page.getByRole('textbox', { name: 'Find in this article' });
    await expect(field).toBeFocused();
    await field.fill('oxide');
    await expect(page.getByText(/^\d+ matches$/)).toBeVisible();
    await screen.press('Escape');
    await expect(page.getByRole('region', { name: 'Article' })).toBeFocused();
  });

  test('prints the article alone', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await screen.row('Dysprosium oxide gains again').click();
    await expect(screen.articleTitle).toBeVisible();
    await expect(screen.article.getByText('Leach ponds')).toBeVisible();
    await screen.press('Control+f');
    await page.getByRole('textbox', { name: 'Find in this article' }).fill('oxide');
    await expect(page.getByText(/^\d+ matches$/)).toBeVisible();
    const lit = (names: readonly string[]): Promise<string[]> =>
      page.evaluate((all) => all.map((name) => { const { backgroundColor, textDecorationLine } = getComputedStyle(document.querySelector('[data-article-text] p')!, `::highlight(${name})`); return `${backgroundColor} ${textDecorationLine}`; }), names);
    expect((await lit(['search', 'figure', 'figure-sentence'])).filter((one) => one === 'rgba(0, 0, 0, 0) none')).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(new Set(await lit(['search', 'search-now', 'figure', 'figure-hover', 'figure-sentence', 'figure-now']))).toEqual(new Set(['rgba(0, 0, 0, 0) none']));
    await expect(screen.articleTitle).toBeVisible();
    await expect(screen.sidebar).toBeHidden();
    await expect(screen.list).toBeHidden();
    await expect(page.getByRole('toolbar')).toHaveCount(0);
    // Nothing of it is cut off: the page is as long as the text.
    const ends = await page.evaluate(() => [document.documentElement.scrollHeight, document.querySelector('[data-article-text]')?.getBoundingClientRect().bottom ?? 0]);
    expect(ends[0]).toBeGreaterThanOrEqual(ends[1] ?? Infinity);
    await expect(page.getByText('Read in Monazite on')).toBeVisible();
  });

  test('is not what is printed of the page that lies over it, nor an empty pane of a list', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await screen.row('Dysprosium oxide gains again').click();
    await expect(screen.articleTitle).toBeVisible();
    await screen.press('g', 'c');
    const title = page.getByRole('heading', { level: 1, name: 'Calendar' });
    await expect(title).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(title).toBeVisible();
    await expect(page.locator('[data-article-text]')).toBeHidden();
    await expect(screen.sidebar).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await screen.press('Escape');
    await page.reload();
    await screen.go('Unread');
    await expect(page.getByRole('heading', { name: 'No article open' })).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(screen.row(/./).first()).toBeVisible();
    await expect(page.getByRole('heading', { name: 'No article open' })).toBeHidden();
    await expect(screen.sidebar).toBeHidden();
  });
});
