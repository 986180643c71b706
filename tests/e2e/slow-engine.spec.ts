import { holdAnswers } from './app/hold.ts';
import { expect, test } from './app/test.ts';

test.beforeEach(({ app: _app }, testInfo) => {
  test.skip(testInfo.project.name === 'electron', 'Answers are held at the loopback door.');
});

test.describe('While the engine is slow', () => {
  test('of two texts of an article the one that was chosen last is shown, whichever is answered last', async ({ app }) => {
    await app.follow('western-minerals');
    const { screen, page } = app;
    await screen.go('Western Minerals Review');
    await screen.row('Halden puts off').click();
    const whole = screen.article.getByRole('heading', { name: 'The numbers as they are' });
    await expect(whole).toBeVisible();
    const held = await holdAnswers(page, 'getArticle', '"text":"feed"');
    await screen.article.getByRole('radio', { name: 'As the feed gave it' }).check({ force: true });
    await expect.poll(held.count).toBe(1);
    const answered = page.waitForResponse((response) => response.url().endsWith('/getArticle') && (response.request().postData() ?? '').includes('"text":"page"'));
    await screen.article.getByRole('radio', { name: 'Full text' }).check({ force: true });
    await answered;
    await expect(whole).toBeVisible();
    await page.evaluate(() => {
      const seen = new MutationObserver(() => {
        if (document.querySelector('[data-article-text] h2, [data-article-text] h3') === null) document.documentElement.dataset['lost'] = '';
      });
      seen.observe(document.querySelector('[data-article-scroll]')!, { childList: true, subtree: true });
    });
    await held.release();
    // Said behind it, so that it was heard by then.
    await screen.focusList();
    await screen.press('s');
    await expect(screen.toast).toContainText('Bookmarked');
    await expect(screen.article.getByRole('radio', { name: 'Full text' })).toBeChecked();
    await expect(whole).toBeVisible();
    await expect(page.locator('html')).not.toHaveAttribute('data-lost');
  });

  test('a bookmark that is set while a changed text waits is there still when that is shown', async ({ app, newsroom }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await screen.row('Dysprosium oxide gains again').click();
    await expect(screen.article.getByRole('table')).toBeAttached();
    newsroom.edit('oxide-alloy', 'dysprosium-seventh-session', { text: 'The desk has corrected this report.' });
    await app.refreshed();
    const show = page.getByRole('button', { name: 'Show' });
    await expect(show).toBeVisible();
    const held = await holdAnswers(page, 'getArticle');
    await screen.focusList();
    await screen.press('s');
    await expect(screen.toast).toContainText('Bookmarked');
    await show.click();
    await expect(screen.article).toContainText('The desk has corrected this report.');
    await screen.focusList();
    await screen.press('s');
    await expect(screen.toast).toContainText('Bookmark removed');
    await held.release();
    await expect.poll(async () => (await app.call('counts', {})).bookmarks).toBe(0);
  });

  test('a rule that is being saved is saved once, though its fields are typed in meanwhile', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await screen.press('g', 'r');
    await screen.button('Add rule…').click();
    const dialog = screen.dialog('Add rule');
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Kept');
    await dialog.getByRole('textbox', { name: 'Search', exact: true }).fill('dysprosium');
    await dialog.getByRole('checkbox', { name: 'Mark as read' }).check();
    const held = await holdAnswers(page, 'addRule');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(held.count).toBe(1);
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Kept on');
    await expect(dialog.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
    await held.release();
    await expect(dialog).toHaveCount(0);
    expect((await app.call('rules', {})).rules.map(({ title }) => title)).toEqual(['Kept']);
  });

  test('a note that is being written is kept when the window closes', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await screen.row('Dysprosium oxide gains again').click();
    await expect(screen.article.getByRole('table')).toBeAttached();
    await screen.press('c');
    await expect(screen.article.getByRole('textbox')).toBeFocused();
    await page.keyboard.type('Ask the separator');
    await page.reload();
    await expect(screen.article).toContainText('Ask the separator');
    const [article] = (await app.call('listBookmarks', { order: 'saved', limit: 10, filter: {} })).bookmarks;
    expect((await app.call('evidence', { articleId: article!.id })).note).toBe('Ask the separator');
  });

  test('what a dialog did is said and taken back though the dialog is closed before the answer', async ({ app }) => {
    await app.follow('oxide-alloy', 'critical-metals-wire');
    const { screen, page } = app;
    await screen.row('Dysprosium oxide gains again').click();
    await screen.press('s');
    await expect(screen.toast).toContainText('Bookmarked');
    const renaming = await holdAnswers(page, 'renameFeed');
    await screen.place('Oxide & Alloy').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Rename…' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Oxides');
    await screen.press('Enter');
    await expect.poll(renaming.count).toBe(1);
    await screen.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await renaming.release();
    await expect(screen.toast).toContainText('Renamed');
    await screen.press('z');
    await expect(screen.toast).toContainText('Undone: Renamed');
    await expect(screen.place('Oxide & Alloy')).toBeVisible();

    // The events of what is gone close the dialog before its answer is here.
    const going = await holdAnswers(page, 'unsubscribe');
    await screen.place('Critical Metals Wire').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Unsubscribe…' }).click();
    await page.getByRole('button', { name: 'Unsubscribe' }).click();
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
    await going.release();
    await expect(screen.toast).toContainText('Unsubscribed from Critical Metals Wire');
    await screen.press('z');
    await expect(screen.toast).toContainText('Cannot be undone');
    expect((await app.call('counts', {})).bookmarks).toBe(1);
  });

  test('what is typed behind C belongs to the note, though its field is not drawn yet', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    const held = await holdAnswers(page, 'evidence');
    await screen.row('Dysprosium oxide gains again').click();
    await expect.poll(held.count).toBeGreaterThan(0);
    await screen.press('c');
    // Each of these letters is a command.
    await page.keyboard.type('smnj');
    await held.release();
    await expect(screen.article.getByRole('textbox')).toHaveValue('smnj');
    await page.keyboard.type(' on');
    // Asked for again, it has the keys again.
    await screen.article.getByRole('heading', { level: 1 }).click();
    await screen.press('c');
    await expect(screen.article.getByRole('textbox')).toBeFocused();
    await screen.press('Control+Enter');
    await expect(screen.article.getByRole('textbox')).toHaveCount(0);
    await expect(screen.article).toContainText('smnj on');
    await expect(screen.articleTitle).toContainText('Dysprosium oxide gains again');
    await expect.poll(async () => (await app.call('counts', {})).unread).toBe(app.newsroom.stories('oxide-alloy').length - 1);

    await screen.press('t');
    await page.keyboard.type('Magnets');
    await screen.press('Enter');
    await expect(screen.article.getByRole('group', { name: 'Tags' })).toContainText('Magnets');
  });

  test('what is done behind J is done to the headline that it goes to, though its list is not here yet', async ({ app }) => {
    await app.follow('oxide-alloy', 'northgate');
    const { screen, page } = app;
    await page.setViewportSize({ width: 720, height: 720 });
    await screen.focusList();
    const held = await holdAnswers(page, 'listArticles', '"kind":"unread"');
    await screen.press('g', 'u', 'j', 's', 'Enter');
    await expect.poll(held.count).toBeGreaterThan(0);
    await held.release();
    await expect(screen.toast).toContainText('Bookmarked');
    const { articles: [first] } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 1 });
    await expect(screen.articleTitle).toHaveText(first?.title ?? '');
    expect(first?.bookmarked).toBe(true);
  });
});
