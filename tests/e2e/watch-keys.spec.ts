import type { App } from './app/app.ts';
import { beginInList, chooseRow, tabTo, toPlace } from './app/keys.ts';
import { Search } from './app/search.ts';
import { expect, test } from './app/test.ts';

const names = async (app: App): Promise<string[]> => (await app.call('watches', {})).watches.map(({ watched, title }) => title || (watched.kind === 'entity' ? watched.entityId : watched.query));

/** Names the watchlist that has the keys, and leaves them with it. */
async function rename({ page, screen }: App, title: string): Promise<void> {
  await screen.press('F2');
  const dialog = screen.dialog('Edit watchlist');
  await tabTo(dialog.getByRole('textbox', { name: 'Name', exact: true }));
  await page.keyboard.type(title);
  await screen.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(screen.place(title)).toBeFocused();
}

test.describe('Watchlists by the keyboard alone', () => {
  test('a name is chosen from what is found, changed to a search, moved and removed, and the keys go back where they were', async ({ app }) => {
    const { page, screen } = app;
    await beginInList(app, 'oxide-alloy', 'xitu-zaobao');
    await screen.press('w');
    const dialog = screen.dialog('Add watchlist');
    const name = dialog.getByRole('combobox', { name: 'Element, company, place or product' });
    await expect(name).toBeFocused();
    await page.keyboard.type('ter');
    const options = dialog.getByRole('listbox', { name: 'Names' }).getByRole('option');
    await expect(options.first()).toBeVisible();
    // Esc takes away what lies on top: what is found, then the dialog.
    await screen.press('Escape');
    await expect(options).toHaveCount(0);
    await expect(name).toHaveValue('ter');
    await screen.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(screen.list).toBeFocused();

    await screen.press('w');
    await page.keyboard.type('铽');
    await expect(options.filter({ hasText: 'Terbium' }).first()).toBeVisible();
    const found = await options.allTextContents();
    const at = found.findIndex((option) => option.startsWith('Terbium') && !option.includes('oxide'));
    await screen.press(...Array.from({ length: at }, () => 'ArrowDown'), 'Enter');
    await expect(dialog.getByText('Chosen: Terbium')).toBeVisible();
    await tabTo(dialog.getByRole('textbox', { name: 'Name', exact: true }));
    await page.keyboard.type('Heavies');
    await tabTo(dialog.getByRole('combobox', { name: 'Alerts' }));
    await screen.press('a', 'a');
    await tabTo(dialog.getByRole('button', { name: 'Add', exact: true }));
    await screen.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('heading', { level: 1, name: 'Heavies' })).toBeVisible();
    expect((await app.call('watches', {})).watches[0]).toMatchObject({ title: 'Heavies', alert: 'digest', watched: { entityId: 'element:Tb' } });

    // A name that nobody knows becomes a search, and the keys stay in its field.
    await screen.press('w');
    await page.keyboard.type('zqxv clay');
    await expect(dialog.getByText(/^No such name/)).toBeVisible();
    await tabTo(dialog.getByRole('button', { name: 'Watch the words as a search' }));
    await screen.press('Enter');
    await expect(dialog.getByRole('textbox', { name: 'Search' })).toBeFocused();
    await expect(dialog.getByRole('textbox', { name: 'Search' })).toHaveValue('zqxv clay');
    await screen.press('Enter');
    await expect(dialog).toBeHidden();
    await expect.poll(() => names(app)).toEqual(['Heavies', 'zqxv clay']);

    const row = screen.place('zqxv clay');
    await toPlace(app, 'zqxv clay');
    await screen.press('Alt+ArrowUp');
    await expect.poll(() => names(app)).toEqual(['zqxv clay', 'Heavies']);
    await expect(row).toBeFocused();
    await rename(app, 'Clays');
    await screen.press('Shift+F10');
    await chooseRow(page.getByRole('menuitemradio', { name: 'Alert at once' }));
    await expect.poll(async () => (await app.call('watches', {})).watches[0]?.alert).toBe('notify');
    await expect(screen.place('Clays')).toBeFocused();
    await screen.press('Delete');
    await expect.poll(() => names(app)).toEqual(['Heavies']);
    await expect(screen.sidebar.locator(':focus')).toHaveCount(1);
    await screen.press('z');
    await expect.poll(() => names(app)).toEqual(['Clays', 'Heavies']);
  });

  test('its overview is read, turned to tables, and leads to other names and figures', async ({ app }) => {
    const { page, screen } = app;
    await app.call('addWatch', { watched: { kind: 'entity', entityId: 'element:Dy' } });
    await beginInList(app, 'oxide-alloy', 'xitu-zaobao', 'minerals-office');
    await toPlace(app, 'Dysprosium');
    await expect(page.getByRole('heading', { level: 2, name: 'Dysprosium' })).toBeVisible();
    await tabTo(page.getByRole('region', { name: 'Article' }).or(page.getByRole('region', { name: /^Overview/ })), 'F6');
    await tabTo(page.getByRole('main').getByRole('button', { name: 'No alerts' }));
    await screen.press('Enter');
    await chooseRow(page.getByRole('menuitemradio', { name: 'Alert once a day' }));
    const alerts = page.getByRole('main').getByRole('button', { name: 'Alert once a day' });
    await expect(alerts).toBeFocused();
    await tabTo(page.getByRole('button', { name: 'Show as table' }).first());
    await screen.press('Enter');
    await expect(page.getByRole('columnheader', { name: 'Articles' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Show as chart' })).toBeFocused();
    await tabTo(page.getByRole('button', { name: /^Terbium, \d+ article/ }));
    await screen.press('Enter');
    const dialog = screen.dialog('Add watchlist');
    await expect(dialog.getByText('Chosen: Terbium')).toBeVisible();
    await screen.press('Escape');
    await expect(page.getByRole('button', { name: /^Terbium, \d+ article/ })).toBeFocused();
    await screen.press('Escape');
    await expect(screen.list).toBeFocused();
  });

  test('a search is saved, renamed and removed', async ({ app }) => {
    const { page, screen } = app;
    await beginInList(app, 'oxide-alloy');
    const search = new Search(app);
    await search.type('title:dysprosium -zqxv');
    await expect(search.rows.first()).toBeVisible();
    await tabTo(screen.button('More for this search'));
    await screen.press('Enter');
    await chooseRow(page.getByRole('menuitem', { name: 'Save search…' }));
    const dialog = screen.dialog('Add watchlist');
    await expect(dialog.getByRole('textbox', { name: 'Search' })).toBeFocused();
    await screen.press('Enter');
    await expect(dialog).toBeHidden();
    const row = screen.place('title:dysprosium -zqxv');
    await expect(row).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: 'title:dysprosium -zqxv' })).toBeVisible();
    await expect(screen.list.or(row).and(page.locator(':focus'))).toHaveCount(1);
    await toPlace(app, 'title:dysprosium -zqxv');
    await rename(app, 'Dy news');
    await screen.press('Delete');
    await expect(screen.place('Dy news')).toHaveCount(0);
    await expect(page.locator('body')).not.toBeFocused();
    await screen.press('z');
    await expect(screen.place('Dy news')).toBeVisible();
  });

  test('alerts are gone through, opened and left', { tag: '@settings-dialog' }, async ({ app }) => {
    const { page, screen } = app;
    await app.call('setSettings', { alerts: { quiet: true, quietFrom: 0, quietTo: 1439, digestAt: 480, notify: true } });
    await app.call('addWatch', { watched: { kind: 'search', query: 'title:dysprosium', exact: false }, alert: 'notify', title: 'Dy' });
    await beginInList(app, 'oxide-alloy', 'minerals-office');
    await screen.press('g', 'a');
    const rows = page.getByRole('list', { name: 'Alerts' }).getByRole('button');
    await expect(rows.first()).toBeFocused();
    await screen.press('Enter');
    await expect(screen.articleTitle).toContainText('Dysprosium');
    await screen.press('g', 'a');
    await expect(rows.first()).toBeFocused();
    await expect(rows.first()).not.toHaveAccessibleName(/^New/);
    await tabTo(page.getByRole('button', { name: 'Rules' }), 'Shift+Tab');
    await screen.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Rules' })).toBeVisible();
    await screen.press('g', 'a');
    await tabTo(page.getByRole('region', { name: 'Alerts' }).getByRole('button', { name: 'Settings' }), 'Shift+Tab');
    await screen.press('Enter');
    const settings = screen.dialog('Settings');
    await expect(settings.getByRole('tab', { name: 'Alerts' })).toHaveAttribute('aria-selected', 'true');
    const quiet = settings.getByRole('checkbox', { name: 'Quiet hours' });
    await tabTo(quiet);
    await screen.press(' ');
    await expect(quiet).not.toBeChecked();
    await expect(quiet).toBeFocused();
    await tabTo(settings.getByRole('combobox', { name: 'Daily alerts at' }));
    await screen.press('ArrowDown', 'ArrowDown');
    await expect.poll(async () => (await app.call('getSettings', {})).alerts).toMatchObject({ quiet: false, digestAt: 540 });
    await screen.press('Escape');
    await expect(settings).toBeHidden();
    await expect(page.getByRole('region', { name: 'Alerts' }).getByRole('button', { name: 'Settings' })).toBeFocused();
    await screen.press('Escape');
    await expect(screen.list).toBeFocused();
  });
});
