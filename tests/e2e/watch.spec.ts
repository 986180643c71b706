import { AxeBuilder } from '@axe-core/playwright';
import type { App } from './app/app.ts';
import { expect, test } from './app/test.ts';

async function expectAccessible(app: App, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: app.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect.soft(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${screen}: ${id}: ${node.target.join(' ')}`))).toEqual([]);
}

const order = async (app: App): Promise<string[]> => (await app.call('watches', {})).watches.map(({ watched, title }) => title || (watched.kind === 'entity' ? watched.entityId : watched.query));

test.describe('Watchlists', () => {
  test('a name is found in either script, watched by keys, shown with its overview, changed, moved and undone', async ({ app }) => {
    const { page, screen } = app;
    // A report would stand below the row of its story.
    await app.call('setSettings', { stories: false });
    await app.follow('oxide-alloy', 'xitu-zaobao');
    await screen.press('w');
    const dialog = screen.dialog('Add watchlist');
    const field = dialog.getByRole('combobox', { name: 'Element, company, place or product' });
    await field.fill('镝');
    await expect(dialog.getByRole('option', { name: /^Dysprosium/ }).first()).toBeVisible();
    await expectAccessible(app, 'add watchlist');
    await field.press('Enter');
    await expect(dialog.getByText('Chosen: Dysprosium')).toBeVisible();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('heading', { level: 1, name: 'Dysprosium' })).toBeVisible();
    const overview = page.getByRole('heading', { level: 2, name: 'Dysprosium' });
    await expect(overview).toBeVisible();
    await expect(screen.row(/镝/).first()).toBeVisible();
    await expect(screen.row('Dysprosium oxide gains again')).toBeVisible();
    await expect(page.getByText(/^Matches Dy, dysprosium, 镝/)).toBeVisible();
    await expect(page.getByRole('img', { name: /in 90\sdays/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Terbium, \d+ article/ })).toBeVisible();
    await expectAccessible(app, 'overview');
    await page.getByRole('button', { name: 'Show as table' }).click();
    await expect(page.getByRole('columnheader', { name: 'Articles' })).toBeVisible();
    // What was chosen is chosen still when it is looked at again.
    await screen.go('Unread');
    await expect(overview).toBeHidden();
    await screen.go('Dysprosium');
    await expect(page.getByRole('columnheader', { name: 'Articles' })).toBeVisible();
    const { watches: [dy] } = await app.call('watches', {});
    await expect(screen.place('Dysprosium')).toHaveAccessibleName(`Dysprosium, ${dy?.unread} unread`);

    await page.keyboard.press('w');
    await screen.dialog('Add watchlist').getByText('A search').click();
    await screen.dialog('Add watchlist').getByRole('textbox', { name: 'Search' }).fill('"ionic clay"');
    await page.keyboard.press('Enter');
    // What opened it has the keys again once it is closed.
    await expect(dialog).toBeHidden();
    await expect(screen.place('“ionic clay”')).toBeVisible();
    await screen.place('“ionic clay”').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => order(app)).toEqual(['"ionic clay"', 'element:Dy']);
    await page.keyboard.press('z');
    await expect.poll(() => order(app)).toEqual(['element:Dy', '"ionic clay"']);
    await screen.place('“ionic clay”').dragTo(screen.place('Dysprosium'));
    await expect.poll(() => order(app)).toEqual(['"ionic clay"', 'element:Dy']);

    await screen.place('Dysprosium').click({ button: 'right' });
    await expectAccessible(app, 'menu of a watchlist');
    await page.getByRole('menuitemcheckbox', { name: 'Alert at once' }).or(page.getByRole('menuitemradio', { name: 'Alert at once' })).or(page.getByRole('menuitem', { name: 'Alert at once' })).click();
    await expect.poll(async () => (await app.call('watches', {})).watches[1]?.alert).toBe('notify');
    await screen.place('Dysprosium').focus();
    await page.keyboard.press('Delete');
    await expect(screen.place('Dysprosium')).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(screen.place('Dysprosium')).toBeVisible();
  });

  test('an alert comes to the window and the inbox with its reason, once, and leads to the article', async ({ app }) => {
    const { page, screen } = app;
    await app.call('setSettings', { alerts: { quiet: false, quietFrom: 0, quietTo: 0, digestAt: 480, notify: true } });
    await app.call('addWatch', { watched: { kind: 'search', query: '"trucks queue"', exact: false }, alert: 'notify', title: 'Border' });
    await app.follow('oxide-alloy');
    await expect(page.getByRole('main').getByText(/\(Border: trucks queue\)/)).toBeVisible();
    await screen.press('g', 'a');
    const row = page.getByRole('list', { name: 'Alerts' }).getByRole('button');
    await expect(row).toHaveCount(1);
    await expect(row).toHaveAccessibleName(/^New\. Dysprosium oxide gains again.*Border: trucks queue\.$/);
    await expectAccessible(app, 'alerts');
    await row.click();
    await expect(screen.articleTitle).toContainText('Dysprosium oxide gains again');
    await expect(page.getByRole('heading', { level: 1, name: 'Border', exact: true })).toBeVisible();
    await app.refreshed();
    expect(await app.call('alerts', { limit: 10 })).toMatchObject({ total: 1, unseen: 0 });
    expect((await app.call('takeNotices', {})).notices).toEqual([]);
  });
});

test.describe('Rules', () => {
  test('a rule is tried, saved, acts on what arrives, runs on what is stored, and is undone', async ({ app }) => {
    const { page, screen } = app;
    await app.follow('oxide-alloy');
    const all = (await app.call('counts', {})).unread;
    await screen.press('g', 'r');
    await expect(page.getByRole('heading', { name: 'No rules yet' })).toBeVisible();
    await screen.button('Add rule…').click();
    const dialog = screen.dialog('Add rule');
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Dysprosium is read');
    await dialog.getByRole('textbox', { name: 'Search' }).fill('dysprosium');
    await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
    await dialog.getByRole('checkbox', { name: 'Mark as read' }).check();
    await dialog.getByRole('button', { name: 'Try on stored headlines' }).click();
    const { count, sample } = await app.call('dryRunRule', { rule: { when: { query: 'dysprosium' } } });
    expect(count).toBeGreaterThan(0);
    await expect(dialog.getByRole('status')).toHaveText(new RegExp(`^Would match ${count} headlines?\\.$`));
    await expect(dialog.getByRole('listitem')).toHaveCount(sample.length);
    await expectAccessible(app, 'rule dialog');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    const rule = page.getByRole('button', { name: /^Dysprosium is read finds dysprosium: mark as read/ });
    await expect(rule).toBeVisible();
    await expectAccessible(app, 'rules');
    expect((await app.call('counts', {})).unread).toBe(all);

    await screen.button('Rule Dysprosium is read').click();
    await page.getByRole('menuitem', { name: 'Run on stored headlines' }).click();
    await expect(page.getByText(/headlines? changed by “Dysprosium is read”/).first()).toBeVisible();
    expect((await app.call('counts', {})).unread).toBe(all - count);
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect.poll(async () => (await app.call('counts', {})).unread).toBe(all);

    await page.getByRole('checkbox', { name: 'On: Dysprosium is read' }).click();
    await expect.poll(async () => (await app.call('rules', {})).rules[0]?.enabled).toBe(false);
    await page.keyboard.press('z');
    await expect.poll(async () => (await app.call('rules', {})).rules[0]?.enabled).toBe(true);
    await rule.focus();
    await page.keyboard.press('Delete');
    await expect(page.getByRole('heading', { name: 'No rules yet' })).toBeVisible();
  });

  test('what is muted by hand leaves the list and comes back', async ({ app }) => {
    const { page, screen } = app;
    await app.follow('oxide-alloy');
    await screen.go('Oxide & Alloy');
    await screen.row('Dysprosium oxide gains again').click();
    await page.keyboard.press('Shift+M');
    await expect(screen.row('Dysprosium oxide gains again')).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(screen.row('Dysprosium oxide gains again')).toHaveCount(1);
  });

  test('quiet hours and the hour of the digest are set', { tag: '@settings-dialog' }, async ({ app }) => {
    const { page, screen } = app;
    await screen.button('Settings').click();
    await page.getByRole('tab', { name: 'Alerts' }).click();
    await expectAccessible(app, 'settings of alerts');
    await page.getByRole('combobox', { name: 'From' }).selectOption('23:00');
    await page.getByRole('combobox', { name: 'Daily alerts at' }).selectOption('06:30');
    await page.getByRole('checkbox', { name: 'Show notifications' }).uncheck();
    await expect.poll(async () => (await app.call('getSettings', {})).alerts).toEqual({ quiet: true, quietFrom: 1380, quietTo: 420, digestAt: 390, notify: false });
    await page.getByRole('checkbox', { name: 'Quiet hours' }).uncheck();
    await expect(page.getByRole('combobox', { name: 'From' })).toBeDisabled();
  });
});
