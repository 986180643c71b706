import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from 'playwright/test';
import type { Newsroom } from '../newsroom/newsroom.ts';
import type { App } from './app/app.ts';
import { expect, test } from './app/test.ts';

const FIRST = 'Binding offtake agreement with Northgate Magnets';

async function expectAccessible({ page }: App): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('dialog').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect.soft(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))).toEqual([]);
}

/** The dialog with what the page would give. */
async function lookAt(app: App, newsroom: Newsroom): Promise<Locator> {
  await app.screen.button('Add source…').click();
  const dialog = app.screen.dialog('Add source');
  await dialog.getByRole('textbox').fill(newsroom.origin('kestrel'));
  await app.page.keyboard.press('Enter');
  await expect(dialog.getByText('This page has no feed. Monazite can check it for new links every 6 hours instead.')).toBeVisible();
  return dialog;
}

async function follow(app: App, newsroom: Newsroom): Promise<number> {
  const { lists: [list], url } = await app.call('previewPage', { url: newsroom.origin('kestrel') });
  if (!list) throw new Error('the page has a list');
  return (await app.call('subscribe', { url, page: list.rules })).feedId;
}

test.describe('A page without a feed', () => {
  test('is shown as what it would give, and followed with Enter', async ({ app, newsroom }) => {
    const { screen, page } = app;
    const dialog = await lookAt(app, newsroom);
    const rows = dialog.getByRole('table').getByRole('row');
    // The head is for those who do not see it.
    await expect(rows).toHaveCount(10);
    await expect(rows.nth(1)).toContainText(FIRST);
    await expect(rows.nth(1)).toContainText('time zone assumed');
    await expect(dialog.getByText('9 articles would be taken, 9 with a date')).toBeVisible();
    await expect(dialog.getByText(/is not sure/)).toHaveCount(0);
    await expectAccessible(app);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(app.screen.toast.getByText('Following Kestrel Rare Earths, 9 headlines')).toBeVisible();
    await expect(screen.place('Kestrel Rare Earths')).toBeVisible();
    await screen.row(FIRST).click();
    await expect(screen.article).toContainText('time zone assumed');
    // The window asks nobody but the engine; the page itself was asked for.
    expect(newsroom.requests('kestrel').length).toBeGreaterThan(0);
  });

  test('has other lists to choose from, by name and by a headline that is pointed at', async ({ app, newsroom }) => {
    const dialog = await lookAt(app, newsroom);
    const lists = dialog.getByRole('combobox', { name: 'List on the page' });
    await expect(lists.getByRole('option')).toHaveText([/^Announcements: Binding offtake.*\(9\)$/, /^Presentations and reports: Corporate presentation \(4\)$/]);
    await lists.selectOption({ index: 1 });
    await expect(dialog.getByRole('table')).toContainText('Annual report');
    await expect(dialog.getByText(/is not sure/)).toBeVisible();
    await expect(dialog.getByText('4 articles would be taken, no dates')).toBeVisible();

    await dialog.getByRole('button', { name: 'Choose another list…' }).click();
    await expect(dialog.getByRole('button', { name: 'Follow this page' })).toBeDisabled();
    await expectAccessible(app);
    const search = dialog.getByRole('textbox', { name: 'Find in the links of the page' });
    await expect(search).toBeFocused();
    await search.fill('haul road');
    const links = dialog.getByRole('list', { name: 'Links of the page' }).getByRole('button');
    await expect(links).toHaveCount(1);
    await search.fill('no such headline');
    await expect(dialog.getByText('No link of the page has these words.')).toBeVisible();
    await search.fill('haul road');
    await links.focus();
    await app.page.keyboard.press('Enter');
    await expect(dialog.getByRole('table')).toContainText(FIRST);
    await expect(dialog.getByRole('button', { name: 'Follow this page' })).toBeEnabled();
    // The link that was chosen is gone; the keys are not, and Enter follows.
    await expect(dialog.getByRole('textbox', { name: 'Address of a site or feed' })).toBeFocused();
    await app.page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(app.screen.place('Kestrel Rare Earths')).toBeVisible();
  });

  test('is read by rules of the person’s own, which are tried as they are written', async ({ app, newsroom }) => {
    const dialog = await lookAt(app, newsroom);
    newsroom.clearRequests();
    await dialog.getByRole('button', { name: 'Rules' }).click();
    const item = dialog.getByRole('textbox', { name: 'Item' });
    await expect(item).toHaveValue('li.announcement');
    await expect(dialog.getByText('9 found').first()).toBeVisible();
    await expectAccessible(app);

    await item.fill('li[');
    await expect(dialog.getByRole('alert')).toHaveText('Not a selector: a bracket, a quotation mark or a name is missing.');
    await expect(dialog.getByRole('button', { name: 'Follow this page' })).toBeDisabled();
    await item.fill('');
    await expect(dialog.getByRole('alert')).toHaveText('This one cannot be empty.');
    await item.fill('.absent');
    await expect(dialog.getByText('These rules find nothing on the page.')).toBeVisible();
    await item.fill('li.document');
    await expect(dialog.getByRole('table')).toContainText('Corporate presentation');
    await expect(dialog.getByText('4 found').first()).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Headline' }).fill('a');
    await expect(dialog.getByText('4 articles would be taken')).toBeVisible();
    await dialog.getByRole('button', { name: 'Reset' }).click();
    await expect(item).toHaveValue('li.announcement');
    await expect(dialog.getByRole('table')).toContainText(FIRST);
    // All of that was one look at the page.
    expect(newsroom.requests('kestrel')).toEqual([]);

    await item.fill('li.document');
    await expect(dialog.getByRole('table')).toContainText('Corporate presentation');
    await dialog.getByRole('button', { name: 'Follow this page' }).click();
    await expect(dialog).toBeHidden();
    expect((await app.call('listFeeds', {})).feeds).toMatchObject([{ kind: 'page', page: { kind: 'html', item: 'li.document' } }]);
  });

  test('may be preferred to the feeds of its site', async ({ app, newsroom }) => {
    await app.screen.button('Add source…').click();
    const dialog = app.screen.dialog('Add source');
    await dialog.getByRole('textbox').fill(newsroom.origin('minerals-office'));
    await app.page.keyboard.press('Enter');
    await expect(dialog.getByRole('listitem')).toContainText('Notice 41');
    await dialog.getByRole('button', { name: 'Follow the page itself instead' }).click();
    await expect(dialog.getByRole('table')).toContainText('Notice 41');
    await expect(dialog.getByRole('textbox', { name: 'Address of a site or feed' })).toBeFocused();
    await dialog.getByRole('button', { name: 'Back to the feeds' }).click();
    await expect(dialog.getByRole('radio')).toBeChecked();
    await expect(dialog.getByRole('table')).toHaveCount(0);
  });

  test('of lists in JSON alone is read by paths', async ({ app, newsroom }) => {
    const rows = Array.from({ length: 6 }, (_, n) => ({ id: 5001 + n, title: `Tender ${n} for scandium oxide is open`, publishDate: `2026-11-${20 - n} 09:00:00` }));
    newsroom.server('kestrel').extra.set('/api/list', (_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ code: 0, data: { list: rows.map((row) => ({ ...row, url: `/tender/${row.id}.html` })) } })));
    await app.screen.button('Add source…').click();
    const dialog = app.screen.dialog('Add source');
    await dialog.getByRole('textbox').fill(`${newsroom.origin('kestrel')}/api/list`);
    await app.page.keyboard.press('Enter');
    await expect(dialog.getByRole('table')).toContainText('Tender 0 for scandium oxide is open');
    await dialog.getByRole('button', { name: 'Rules' }).click();
    await expect(dialog.getByRole('textbox', { name: 'Items' })).toHaveValue('data.list');
    await dialog.getByRole('textbox', { name: 'Link' }).fill('/show/{id}');
    await expect(dialog.getByText('6 articles would be taken')).toBeVisible();
    await dialog.getByRole('button', { name: 'Follow this page' }).click();
    await expect(dialog).toBeHidden();
    const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 10 });
    expect(articles.map(({ url }) => url)).toContain(`${newsroom.origin('kestrel')}/show/5001`);
  });
});

test.describe('A followed page', () => {
  test('that changed its shape says so, and is read again by the list that is proposed', async ({ app, newsroom }) => {
    const { screen, page } = app;
    const feedId = await follow(app, newsroom);
    newsroom.reshape('kestrel', 'cards');
    await app.call('refresh', { feedIds: [feedId] });
    await screen.go('Kestrel Rare Earths');
    const strip = page.getByRole('region', { name: /^Page has changed since/ });
    await expect(strip).toContainText('0 articles were found where 9 were before.');
    await expect(screen.row(FIRST)).toBeVisible();
    await strip.getByRole('button', { name: 'Choose the list again' }).click();
    const dialog = screen.dialog('How Kestrel Rare Earths is read');
    await expect(dialog).toContainText('0 found where 9 were.');
    await expect(dialog.getByRole('combobox', { name: 'List on the page' }).getByRole('option').first()).toHaveText('As it is read now (0)');
    await expect(dialog.getByRole('table')).toContainText(FIRST);
    await expectAccessible(app);
    newsroom.publish('kestrel');
    await dialog.getByRole('button', { name: 'Use this list' }).click();
    await expect(dialog).toBeHidden();
    await expect(app.screen.toast.getByText('Kestrel Rare Earths is read by this list now, 1 new headline')).toBeVisible();
    await expect(strip).toBeHidden();
    expect(await app.call('counts', {})).toMatchObject({ all: 10, unread: 10 });
  });

  test('that lost its dates is read on, says so among the sources, and may be taken as it is', async ({ app, newsroom }) => {
    const { screen, page } = app;
    const feedId = await follow(app, newsroom);
    newsroom.reshape('kestrel', 'undated');
    newsroom.publish('kestrel');
    await app.call('refresh', { feedIds: [feedId] });
    expect(await app.call('counts', {})).toMatchObject({ all: 10 });
    await screen.press('g', 's');
    const row = page.getByRole('table').getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Kestrel Rare Earths' }) });
    await expect(row).toContainText('Page shows no dates now');
    await row.click();
    await expect(page.getByText(/^Its articles still come, but without the dates that most of them had/)).toBeVisible();
    await screen.button('Choose the list again').click();
    const dialog = screen.dialog('How Kestrel Rare Earths is read');
    await expect(dialog).toContainText('The articles are still found, but without their dates');
    await expect(dialog.getByRole('table')).toContainText(FIRST);
    await expectAccessible(app);
    await dialog.getByRole('button', { name: 'Use this list' }).click();
    await expect(dialog).toBeHidden();
    await expect(row).not.toContainText('Page shows no dates now');
  });

  test('shows from its menu how it is read, and goes back to it by Undo', async ({ app, newsroom }) => {
    await app.follow('minerals-office');
    await follow(app, newsroom);
    const { screen, page } = app;
    await screen.place('Strategic Minerals Office').click({ button: 'right' });
    await expect(page.getByRole('menuitem', { name: 'How it is read…' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await screen.place('Kestrel Rare Earths').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'How it is read…' }).click();
    const dialog = screen.dialog('How Kestrel Rare Earths is read');
    await expect(dialog.getByRole('table')).toContainText(FIRST);
    await expect(dialog.getByRole('button', { name: 'Use this list' })).toBeDisabled();
    const lists = dialog.getByRole('combobox', { name: 'List on the page' });
    await lists.selectOption({ label: 'Presentations and reports: Corporate presentation (4)' });
    await dialog.getByRole('button', { name: 'Use this list' }).click();
    await expect(dialog).toBeHidden();
    const rules = async (): Promise<unknown> => (await app.call('listFeeds', {})).feeds.find(({ kind }) => kind === 'page')?.page;
    expect(await rules()).toMatchObject({ item: 'li.document' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(rules).toMatchObject({ item: 'li.announcement' });
  });

  test('is not followed twice, and is opened instead', async ({ app, newsroom }) => {
    await follow(app, newsroom);
    const { screen, page } = app;
    await screen.sidebar.getByRole('button', { name: 'Add source' }).click();
    const dialog = screen.dialog('Add source');
    await dialog.getByRole('textbox').fill(newsroom.origin('kestrel'));
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('You follow this page already.')).toBeVisible();
    await dialog.getByRole('textbox').press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('heading', { level: 1, name: 'Kestrel Rare Earths' })).toBeVisible();
  });

  test('without any list left offers its links and rules', async ({ app, newsroom }) => {
    const feedId = await follow(app, newsroom);
    newsroom.reshape('kestrel', 'none');
    await app.call('refresh', { feedIds: [feedId] });
    const { screen } = app;
    await screen.go('Kestrel Rare Earths');
    await screen.button('Choose the list again').click();
    const dialog = screen.dialog('How Kestrel Rare Earths is read');
    await expect(dialog.getByText('These rules find nothing on the page.')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Use this list' })).toBeDisabled();
    await dialog.getByRole('button', { name: 'Choose another list…' }).click();
    await expect(dialog.getByRole('list', { name: 'Links of the page' }).getByRole('button').first()).toBeVisible();
  });
});

test.describe('In Chinese', () => {
  test.use({ settings: { language: 'zh-CN' } });

  test('a page without a feed is followed', async ({ app, newsroom }) => {
    const { screen, page } = app;
    await screen.button('添加来源…').click();
    const dialog = screen.dialog('添加来源');
    await dialog.getByRole('textbox').fill(newsroom.origin('kestrel'));
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('此页面没有订阅源，可改为每6\u202F小时检查一次新链接。')).toBeVisible();
    await expect(dialog.getByText('将收取9篇，其中9篇有日期')).toBeVisible();
    await dialog.getByRole('button', { name: '规则' }).click();
    await dialog.getByRole('textbox', { name: '条目' }).fill('li[');
    await expect(dialog.getByRole('alert')).toHaveText('不是有效的选择器：缺少括号、引号或名称。');
    await dialog.getByRole('button', { name: '还原' }).click();
    await dialog.getByRole('button', { name: '关注该页面' }).click();
    await expect(dialog).toBeHidden();
    await expect(app.screen.toast.getByText('已关注“Kestrel Rare Earths”，9条')).toBeVisible();
    expect(await page.locator('body').innerText()).not.toContain('{{');
  });
});
