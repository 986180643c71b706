import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { newsletter, pageHtml, pdf, TITLE } from '../fixtures/saved/made-files.ts';
import type { App } from './app/app.ts';
import { fall, type Fallen } from './app/fall.ts';
import { test } from './app/pond-site.ts';
import { expect } from './app/test.ts';

/** What takes drops and pastes is loaded after the first list: until then nothing opens. */
async function opened(app: App, act: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await act();
    await expect(app.screen.dialog('Save a page')).toBeVisible({ timeout: 500 });
  }).toPass();
}

/** Lets something fall on the window. */
function drop(app: App, what: Fallen): Promise<void> {
  return opened(app, () => fall(app, what));
}

async function paste({ page }: App, text: string): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  }, text);
}

test('a link that is pasted is shown, tagged, saved, and stands among the bookmarks with its image; Undo takes it back', async ({ app, site }) => {
  const { screen, page } = app;
  await opened(app, () => paste(app, `${site}/ponds`));
  const dialog = screen.dialog('Save a page');
  await expect(dialog.getByText(TITLE)).toBeVisible();
  await expect(dialog.getByText(/^\d+ words and 1 image, [\d.]+\s(?:kB|MB|bytes?)$/)).toBeVisible();
  await dialog.getByLabel('Tags').fill('Jiangxi');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Tags').fill('process');
  await dialog.getByLabel('Note').fill('Compare the pond count.');
  await dialog.getByRole('button', { name: 'Save page' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(`Saved: ${TITLE}`).first()).toBeVisible();

  await screen.go('Bookmarks');
  await expect(screen.row(TITLE)).toContainText('Oxide & Alloy');
  await screen.row(TITLE).dblclick();
  await expect(screen.articleTitle).toHaveText(TITLE);
  const image = screen.article.getByRole('img', { name: 'A pond' });
  await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(24);
  const { bookmarks } = await app.call('listBookmarks', { limit: 5 });
  expect(bookmarks.map(({ tags, note }) => [tags.map(({ title }) => title), note])).toEqual([[['Jiangxi', 'process'], 'Compare the pond count.']]);

  // A tag that there is, is offered; what is saved already says so.
  await page.keyboard.press('Control+s');
  await dialog.getByRole('textbox', { name: 'Address of the page' }).fill(`${site}/ponds`);
  await expect(dialog.getByText('Among your bookmarks already.', { exact: false })).toBeVisible();
  await dialog.getByLabel('Tags').pressSequentially('ji');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Remove tag Jiangxi' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Remove tag Jiangxi' }).click();
  await dialog.getByRole('button', { name: 'Save page' }).click();
  // Nothing was added that it could tell of.
  await expect(screen.toast.getByText(`Saved already: ${TITLE}`, { exact: true })).toBeVisible();

  await app.call('removeBookmarks', { articleIds: [bookmarks[0]?.id ?? 0] });
  await drop(app, { link: `${site}/ponds` });
  // Before the preview is ready.
  await dialog.getByRole('button', { name: 'Save page' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await app.call('listBookmarks', { limit: 5 })).total).toBe(0);
});

test('a page that asks for sign-in says so, and its link is saved', async ({ app, site }) => {
  const { screen, page } = app;
  await drop(app, { link: `${site}/members` });
  const dialog = screen.dialog('Save a page');
  await expect(dialog.getByText('The page asks for sign-in. The link is saved without text.', { exact: false })).toBeVisible();
  await dialog.getByRole('button', { name: 'Save page' }).click();
  await expect(page.getByText('The page asks for sign-in.', { exact: false }).first()).toBeVisible();
  await screen.go('Bookmarks');
  await expect(screen.row('/members')).toBeVisible();
});

test('files that are dropped are saved: a web page, a mail with its image, a PDF that opens as a file; a locked one says what to do', async ({ app }) => {
  const { screen, page } = app;
  const dialog = screen.dialog('Save a page');
  const save = async (): Promise<void> => {
    await dialog.getByRole('button', { name: 'Save page' }).click();
    await expect(dialog).toBeHidden();
  };
  await drop(app, { name: 'ponds.html', type: 'text/html', bytes: Buffer.from(pageHtml({ before: '<!-- saved from url=(0032)https://oxide.example/ponds -->' })) });
  await expect(dialog.getByText('oxide.example, 16 November 2025')).toBeVisible();
  await save();
  await drop(app, { name: 'brief.eml', type: 'message/rfc822', bytes: newsletter() });
  await expect(dialog.getByText('镨钕氧化物价格连续第六日上涨')).toBeVisible();
  await save();
  await drop(app, { name: 'quota.pdf', type: 'application/pdf', bytes: pdf() });
  await expect(dialog.getByText('PDF, 2 pages', { exact: false })).toBeVisible();
  await save();

  await screen.go('Bookmarks');
  await expect(screen.list.getByRole('option')).toHaveCount(3);
  await screen.row('镨钕氧化物价格连续第六日上涨').dblclick();
  await expect.poll(() => screen.article.locator('img').first().evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(24);
  await screen.row('Quota notice for 2026').click();
  await expect(screen.article).toContainText('PDF, 2 pages');
  const href = await screen.article.getByRole('link', { name: 'Open' }).getAttribute('href');
  const answer = await page.evaluate(async (address) => {
    const response = await fetch(address);
    return [response.status, response.headers.get('content-type'), response.headers.get('content-disposition'), (await response.text()).slice(0, 5)];
  }, href ?? '');
  expect(answer).toEqual([200, 'application/pdf', "attachment; filename*=UTF-8''quota.pdf", '%PDF-']);

  await drop(app, { name: 'locked.pdf', type: 'application/pdf', bytes: pdf({ locked: true }) });
  await expect(dialog.getByText('The file is locked')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Save page' })).toBeDisabled();
});

test('several files that are dropped together are saved one after the other, and what could not be saved says why; a list among them is imported after', async ({ app }) => {
  const { screen, page } = app;
  const dialog = screen.dialog('Save 3 files');
  await expect(async () => {
    await fall(
      app,
      { name: 'ponds.html', bytes: Buffer.from(pageHtml()) },
      { name: 'locked.pdf', bytes: pdf({ locked: true }) },
      { name: 'links.csv', bytes: Buffer.from('url,title\nhttps://one.example/a,Sintered magnets\n') },
      { name: 'quota.pdf', bytes: pdf() },
    );
    await expect(dialog).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(dialog.getByRole('listitem')).toHaveText(['ponds.html', 'locked.pdf', 'quota.pdf']);
  await dialog.getByLabel('Tags').fill('inbox');
  await dialog.getByRole('button', { name: 'Save 3 files' }).click();
  await expect(dialog.getByText('2 saved, 1 not saved')).toBeVisible();
  await expect(dialog.getByText('locked.pdf: The file is locked')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(screen.dialog('Import').getByText('1 link in links.csv')).toBeVisible();
  await page.keyboard.press('Escape');
  const { bookmarks } = await app.call('listBookmarks', { limit: 5 });
  expect(new Set(bookmarks.map(({ title, tags }) => `${title}: ${tags.map((tag) => tag.title).join()}`))).toEqual(new Set([`${TITLE}: inbox`, 'Quota notice for 2026: inbox']));
});

test('one page that is dropped with a list is saved, and then the list has its turn', async ({ app }) => {
  const { screen, page } = app;
  await opened(app, () =>
    fall(
      app,
      { name: 'ponds.html', bytes: Buffer.from(pageHtml()) },
      { name: 'links.csv', bytes: Buffer.from('url,title\nhttps://one.example/a,Sintered magnets\n') },
    ),
  );
  await screen.dialog('Save a page').getByRole('button', { name: 'Save page' }).click();
  await expect(screen.dialog('Import').getByText('1 link in links.csv')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await app.call('listBookmarks', { limit: 5 })).bookmarks.map(({ title }) => title)).toEqual([TITLE]);
});

test('the source of saved pages is called in the language of now', async ({ app, site }) => {
  const { screen, page } = app;
  await app.follow('oxide-alloy');
  const { articles: [own] } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 1 });
  await app.call('setBookmarked', { articleId: own?.id ?? 0, bookmarked: true });
  await app.call('savePage', { url: `${site}/ponds` });
  await screen.go('Bookmarks');
  for (const [language, filter, name] of [['en', 'Filter', 'Saved pages'], ['zh-CN', '筛选', '已保存的网页']] as const) {
    await app.call('setSettings', { language });
    await page.getByRole('button', { name: filter }).click();
    await expect(page.getByRole('menuitemcheckbox', { name }).or(page.getByRole('menuitemradio', { name })).or(page.getByRole('menuitem', { name }))).toBeVisible();
    await page.keyboard.press('Escape');
  }
});

test('a file that was only looked at is gone from the profile once the dialog is closed, one that is saved stays until it is', async ({ app }) => {
  const waiting = (): string[] => readdirSync(join(app.profile, 'exchange'));
  await drop(app, { name: 'quota.pdf', type: 'application/pdf', bytes: pdf() });
  const dialog = app.screen.dialog('Save a page');
  await expect(dialog).toContainText('2 pages');
  expect(waiting()).toHaveLength(1);
  await app.page.keyboard.press('Escape');
  await expect.poll(waiting).toEqual([]);

  await drop(app, { name: 'quota.pdf', type: 'application/pdf', bytes: pdf() });
  await expect(dialog).toContainText('2 pages');
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByText(/^Saved: Quota notice/).or(app.page.getByText(/Quota notice for 2026/)).first()).toBeVisible();
  await expect.poll(waiting).toEqual([]);
  expect((await app.call('listBookmarks', { limit: 5 })).total).toBe(1);
});

test('what is no page keeps the dialog open, with what was typed beside it', async ({ app }) => {
  await opened(app, () => app.page.keyboard.press('Control+s'));
  const dialog = app.screen.dialog('Save a page');
  await dialog.getByLabel('Note').fill('Compare.');
  await dialog.getByPlaceholder('https://example.com/article').fill('mailto:desk@oxide.example');
  await app.page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText('Type or paste an address, or choose a file.');
  await expect(dialog.getByLabel('Note')).toHaveValue('Compare.');
});
