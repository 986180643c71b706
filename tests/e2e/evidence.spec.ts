import type { Page } from 'playwright/test';
import type { App } from './app/app.ts';
import { expectAccessible } from './app/axe.ts';
import { highlightSentence } from './app/bookmarks.ts';
import { expect, test } from './app/test.ts';

const STORY = 'Dysprosium oxide gains again';
const SLUG = 'dysprosium-seventh-session';
const QUOTE = 'Ionic-clay concentrate from across the border is taking five days to clear';

async function open(app: App): Promise<number> {
  await app.follow('oxide-alloy');
  await app.imagesKept();
  await app.screen.row(STORY).click();
  await expect(app.screen.article.getByRole('table')).toBeAttached();
  const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 100 });
  return articles.find(({ title }) => title.startsWith(STORY))!.id;
}

/** Draws a selection over words of the article with the pointer, as a person does. */
async function drag(page: Page, words: string): Promise<void> {
  const [from, to] = await page.evaluate((text) => {
    const root = document.querySelector('[data-article-text]')!;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(text);
      if (at === -1) continue;
      (node as Text).parentElement!.scrollIntoView({ block: 'center' });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      const rects = [...range.getClientRects()];
      const [first, last] = [rects[0]!, rects.at(-1)!];
      return [{ x: first.left + 0.5, y: first.top + first.height / 2 }, { x: last.right - 0.5, y: last.top + last.height / 2 }];
    }
    throw new Error(`the article does not say "${text}"`);
  }, words) as [{ x: number; y: number }, { x: number; y: number }];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
}

test.describe('What a person adds to an article', () => {
  test('a passage is highlighted with the pointer, gets a note, can be undone, and is there after a new start', async ({ app }) => {
    const articleId = await open(app);
    const { page, screen } = app;
    await drag(page, QUOTE);
    const bar = page.getByRole('toolbar', { name: 'Selected text' });
    await bar.getByRole('button', { name: 'Highlight' }).click();
    const mark = screen.article.locator('mark');
    await expect(mark).toHaveText(QUOTE);
    await expect(bar).toBeHidden();
    await expect(app.screen.toast.getByText('Highlighted and bookmarked')).toBeVisible();
    await expect(screen.row(STORY)).toHaveAccessibleName(/Bookmarked\. With highlights\./);
    expect((await app.call('evidence', { articleId })).highlights).toMatchObject([{ quote: QUOTE, place: 'here' }]);

    await screen.press('z');
    await expect(mark).toHaveCount(0);
    expect(await app.call('evidence', { articleId })).toMatchObject({ bookmarkedAt: null, highlights: [] });

    await drag(page, QUOTE);
    await screen.press('c');
    const note = page.getByRole('textbox', { name: 'Note on this highlight' });
    await note.fill('Ask which separator they buy from.');
    await note.press('Control+Enter');
    await expect(screen.article.getByRole('button', { name: 'Note 1: Ask which separator they buy from.' })).toBeVisible();

    await app.restart();
    await app.screen.row(STORY).click();
    await expect(app.screen.article.locator('mark')).toHaveText(QUOTE);
    await app.screen.article.locator('mark').click();
    const card = app.page.getByRole('dialog', { name: 'Note on this highlight' });
    await expect(card.getByRole('textbox')).toHaveValue('Ask which separator they buy from.');
    await expect(card.getByRole('textbox')).toBeFocused();
    await expect(app.screen.article.locator('mark')).toBeInViewport();
    await expect(card).toBeInViewport();
    await expectAccessible(app, 'a highlight with its note');
    await app.screen.press('Escape');
    await expect(card).toBeHidden();
    await app.screen.press('Enter');
    await expect(card).toBeVisible();
    await card.getByRole('button', { name: 'Remove highlight' }).click();
    await expect(app.screen.article.locator('mark')).toHaveCount(0);
    await app.screen.press('z');
    await expect(app.screen.article.getByRole('button', { name: /^Note 1/ })).toBeVisible();
  });

  test('a sentence is highlighted with the keys alone', async ({ app }) => {
    await open(app);
    const { page, screen } = app;
    await screen.press('o');
    await screen.press('h');
    const bar = page.getByRole('toolbar', { name: 'Selected text' });
    await expect(bar).toBeVisible();
    await screen.press('ArrowRight', 'Shift+ArrowLeft');
    const selected = await page.evaluate(() => getSelection()!.toString().trim());
    expect(selected).toMatch(/^Sellers who still had lots/);
    await screen.press('h');
    await expect(screen.article.locator('mark')).toHaveText(selected);
    await screen.press('h', 'Escape');
    await expect(bar).toBeHidden();
    await expect(screen.article.locator('mark')).toHaveCount(1);
  });

  test('the number of a note stays on the line of the words before it, however wide the text is', async ({ app }) => {
    app.newsroom.publish('oxide-alloy', { title: 'Dysprosium in short', hours: 0.1, text: 'Dysprosium oxide was quoted at 1.68 million yuan a tonne in Ganzhou, as longer inspections cut the flow of concentrate to southern separators.' });
    await open(app);
    await app.screen.row('Dysprosium in short').click();
    const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 1 });
    await highlightSentence(app, articles[0]!.id, 0, 'Ask our two suppliers.');
    const number = app.screen.article.getByRole('button', { name: /^Note 1/ });
    await expect(number).toBeVisible();
    const alone = await number.evaluate((button) => {
      const paragraph = button.closest('p')!;
      const words = button.previousElementSibling!;
      return Array.from({ length: 400 }, (_, n) => 240 + n).filter((width) => {
        paragraph.style.width = `${width}px`;
        return button.getBoundingClientRect().top > [...words.getClientRects()].at(-1)!.bottom - 4;
      });
    });
    expect(alone).toEqual([]);
  });

  test('a passage over headings, tables and small figures is one that the engine finds word for word', async ({ app }) => {
    const articleId = await open(app);
    const { page, screen } = app;
    await page.evaluate(() => {
      const text = document.querySelector('[data-article-text]')!;
      const range = document.createRange();
      range.setStart(text.querySelector('h2')!.firstChild!, 5);
      range.setEnd(text.querySelectorAll('tr')[2]!.querySelector('td')!.firstChild!, 7);
      getSelection()!.removeAllRanges();
      getSelection()!.addRange(range);
    });
    await screen.press('h');
    await expect(screen.article.locator('h2 mark')).toHaveText('was done and at what price');
    await expect(screen.article.locator('td mark').last()).toHaveText('Terbium');
    const { highlights: [made] } = await app.call('evidence', { articleId });
    expect(made).toMatchObject({ place: 'here', quote: expect.stringMatching(/^was done and at what price Product Low .* 99\.5% Dy2O3 .* Terbium$/) });
    await expect(screen.article.getByRole('table')).toContainText('Dysprosium oxide, 99.5% Dy2O3');
  });

  test('a note and a tag that are being written are kept when another headline is pressed', async ({ app }) => {
    const articleId = await open(app);
    const { page, screen } = app;
    const another = screen.list.getByRole('option', { selected: false }).first();
    await screen.press('c');
    await page.getByRole('textbox', { name: 'Note on this article' }).fill('Ask the two suppliers before Friday.');
    await another.click();
    await expect.poll(async () => (await app.call('evidence', { articleId })).note).toBe('Ask the two suppliers before Friday.');
    await screen.row(STORY).click();
    await expect(screen.article.getByRole('button', { name: 'Note on this article: Ask the two suppliers before Friday.' })).toBeVisible();
    await screen.press('t');
    await page.getByRole('combobox', { name: 'New tag' }).fill('suppliers');
    await another.click();
    await expect.poll(async () => (await app.call('evidence', { articleId })).tags).toMatchObject([{ title: 'suppliers' }]);
  });

  test('tags are typed with completion, taken away, and a note is written, all by keys', async ({ app }) => {
    const articleId = await open(app);
    const { page, screen } = app;
    const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 2 });
    await app.call('tagArticles', { articleIds: [articles.find(({ id }) => id !== articleId)!.id], add: ['Myanmar', 'magnets'] });
    await screen.press('t');
    const field = page.getByRole('combobox', { name: 'New tag' });
    await field.pressSequentially('my');
    await expect(page.getByRole('option', { name: /^Myanmar/ })).toHaveAttribute('aria-selected', 'true');
    await field.press('Enter');
    await field.pressSequentially('quota,');
    await field.press('Escape');
    const tags = screen.article.getByRole('group', { name: 'Tags' });
    await expect(tags).toContainText('Myanmar');
    await expect(tags).toContainText('quota');
    // What was typed is dropped with Esc, though the keys leave the field with it.
    await screen.press('t');
    await field.pressSequentially('a slip');
    await field.press('Escape');
    await expect(field).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Article' })).toBeFocused();
    await screen.press('t');
    await field.pressSequentially('magnets,');
    await expect(tags).toContainText('magnets');
    await field.press('Escape');
    expect((await app.call('evidence', { articleId })).tags.map(({ title }) => title)).not.toContain('a slip');
    await tags.getByRole('button', { name: 'Remove tag magnets' }).click();
    await expect(tags).not.toContainText('magnets');
    await tags.getByRole('button', { name: 'Remove tag quota' }).click();
    await expect(tags).not.toContainText('quota');
    await page.getByRole('region', { name: 'Article' }).focus();
    await screen.press('c');
    await page.getByRole('textbox', { name: 'Note on this article' }).fill('For the weekly note.');
    await screen.press('Control+Enter');
    await expect(screen.article.getByRole('button', { name: 'Note on this article: For the weekly note.' })).toBeVisible();
    await expect(screen.article.getByText(/^Saved \d+ \w+, \d\d:\d\d, with text and 1 image \(/)).toBeVisible();
    expect(await app.call('evidence', { articleId })).toMatchObject({ tags: [{ title: 'Myanmar' }], note: 'For the weekly note.' });
  });
});

test.describe('When the source changes a bookmarked article', () => {
  test('both texts are kept, the difference is shown, and a highlight says that its place is gone', async ({ app, newsroom }) => {
    await open(app);
    const { page, screen } = app;
    await drag(page, QUOTE);
    await screen.press('h');
    await expect(screen.article.locator('mark')).toHaveText(QUOTE);
    await drag(page, 'the seventh rise in a row');
    await screen.press('h');
    await expect(screen.article.locator('mark')).toHaveCount(2);

    newsroom.edit('oxide-alloy', SLUG, { text: 'Dysprosium oxide was quoted at 1.68 million yuan a tonne in Ganzhou, up 1.2% on the day and the seventh rise in a row.\n\nThe desk has corrected this report.' });
    await app.refreshed();
    await page.getByRole('button', { name: 'Show new text' }).click();
    await expect(screen.article).toContainText('The desk has corrected this report.');
    await expect(screen.article.locator('mark')).toHaveText(['the seventh rise in a row']);
    const lost = screen.article.getByRole('region', { name: '1 highlight is no longer in the text' });
    await expect(lost).toContainText(QUOTE);

    await expect(screen.article.getByText(/^The source changed this text on \d+ \w+\.$/)).toBeVisible();
    await page.getByRole('button', { name: 'Show what changed' }).click();
    const difference = screen.article.getByRole('region', { name: /^What changed from/ });
    await expect(difference.locator('ins').filter({ hasText: 'The desk has corrected this report.' })).toBeVisible();
    await expect(difference.locator('del').filter({ hasText: /taking five days to clear/ })).toBeVisible();
    await expectAccessible(app, 'what a new text changed');
    await page.getByLabel('Version').selectOption({ index: 1 });
    const copy = screen.article.getByRole('region', { name: /^Copy of/ });
    await expect(copy).toContainText(QUOTE);
    await expect(copy).toContainText('Unchanged since: SHA-256');
    await expect.poll(() => copy.getByRole('img').first().evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
    await page.getByRole('button', { name: 'Back to the text' }).click();
    await expect(screen.article).toContainText('The desk has corrected this report.');
  });

  test('a page that changed under an item that did not is noticed by looking again, and says so where it did not', async ({ app, newsroom }) => {
    await app.follow('western-minerals');
    const { page, screen } = app;
    await screen.row('Halden puts off').click();
    await expect(screen.article.getByRole('heading', { name: 'The numbers as they are' })).toBeVisible();
    await screen.press('s');
    await screen.press('a');
    await expect(app.screen.toast.getByText(/^The page is unchanged since /)).toBeVisible();

    const { text } = newsroom.stories('western-minerals').find(({ slug }) => slug === 'halden-feasibility')!;
    newsroom.edit('western-minerals', 'halden-feasibility', { text: `${text ?? ''}\n\nThe review has put right the tonnage in this report.` });
    await page.getByRole('toolbar', { name: 'Article tools' }).getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Look again at the page' }).click();
    await expect(app.screen.toast.getByText('The page has changed. The earlier text is kept beside this one.')).toBeVisible();
    await expect(screen.article).toContainText('has put right the tonnage');
    await expect(page.getByRole('button', { name: 'Show new text' })).toBeHidden();
    await page.getByRole('button', { name: 'Show what changed' }).click();
    await expect(screen.article.getByRole('region', { name: /^What changed from/ }).locator('ins').filter({ hasText: 'has put right the tonnage' })).toBeVisible();
    await expectAccessible(app, 'what a page changed');
  });
});
