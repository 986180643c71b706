import type { App } from './app/app.ts';
import { beginInList, chooseRow, tabTo } from './app/keys.ts';
import { expect, test } from './app/test.ts';

const titles = async (app: App): Promise<string[]> => (await app.call('rules', {})).rules.map(({ title }) => title);

test.describe('Rules by the keyboard alone', () => {
  test('one with several sources and languages is made, tried, saved, changed, run and undone', async ({ app }) => {
    const { page, screen } = app;
    await beginInList(app, 'oxide-alloy', 'xitu-zaobao', 'northgate');
    await screen.press('g', 'r');
    await expect(page.getByRole('heading', { name: 'No rules yet' })).toBeVisible();
    await tabTo(screen.button('Add rule…'));
    await screen.press('Enter');
    const dialog = screen.dialog('Add rule');
    await expect(dialog.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
    await page.keyboard.type('Kept');
    await screen.press('Tab');
    await page.keyboard.type('dysprosium OR 镝');

    // Arrows go along the open list and take nothing by themselves.
    const sources = dialog.getByRole('combobox', { name: 'Sources and folders' });
    const chosen = dialog.getByRole('list', { name: 'Sources and folders' }).getByRole('listitem');
    await tabTo(sources);
    await screen.press('ArrowDown', 'Escape');
    await expect(dialog).toBeVisible();
    await expect(chosen).toHaveCount(0);
    const options = await sources.getByRole('option').allTextContents();
    const place = (title: string) => options.findIndex((option) => option.trim() === title);
    await screen.press('ArrowDown', ...Array.from({ length: place('Oxide & Alloy') }, () => 'ArrowDown'), 'Enter');
    await expect(chosen).toHaveText(['Oxide & Alloy']);
    await expect(sources).toBeFocused();
    await screen.press(' ', ...Array.from({ length: place('稀土早报') - 1 }, () => 'ArrowDown'), 'Enter');
    await expect(chosen).toHaveText(['Oxide & Alloy', '稀土早报']);

    const languages = dialog.getByRole('combobox', { name: 'Languages' });
    const spoken = dialog.getByRole('list', { name: 'Languages' }).getByRole('listitem');
    await tabTo(languages);
    for (let one = 0; one < 3; one += 1) await screen.press('ArrowDown', 'ArrowDown', 'Enter');
    await expect(spoken).toHaveText(['English', 'Chinese', 'Japanese']);
    await tabTo(dialog.getByRole('button', { name: /Japanese/ }));
    await screen.press('Enter');
    await expect(spoken).toHaveText(['English', 'Chinese']);
    await expect(languages).toBeFocused();

    await tabTo(dialog.getByRole('checkbox', { name: 'Mark as read' }));
    await screen.press(' ');
    await tabTo(dialog.getByRole('button', { name: 'Try on stored headlines' }));
    await screen.press('Enter');
    await expect(dialog.getByRole('status')).toHaveText(/^Would match \d+ headlines?\.$/);
    await expect(dialog.getByRole('button', { name: 'Try on stored headlines' })).toBeFocused();
    await tabTo(dialog.getByRole('button', { name: 'Save' }));
    await screen.press('Enter');
    await expect(dialog).toBeHidden();
    const rule = page.getByRole('button', { name: /^Kept finds dysprosium OR 镝/ });
    await expect(rule).toHaveAccessibleName(/from Oxide & Alloy, 稀土早报.*in English, Chinese/);
    await expect(rule).toBeFocused();
    const { rules: [saved] } = await app.call('rules', {});
    expect(saved).toMatchObject({ when: { langs: ['en', 'zh'] } });
    expect(saved?.when.feedIds).toHaveLength(2);

    const unread = (await app.call('counts', {})).unread;
    await screen.press('Tab');
    await expect(screen.button('Rule Kept')).toBeFocused();
    await screen.press('Enter');
    await chooseRow(page.getByRole('menuitem', { name: 'Run on stored headlines' }));
    await expect(page.getByText(/headlines? changed by Kept/).first()).toBeVisible();
    expect((await app.call('counts', {})).unread).toBeLessThan(unread);
    const undo = page.getByRole('list', { name: 'Rules' }).locator('xpath=..').getByRole('button', { name: 'Undo' });
    await tabTo(undo);
    await screen.press('Enter');
    await expect.poll(async () => (await app.call('counts', {})).unread).toBe(unread);
    await expect(undo).toHaveCount(0);
    await expect(rule).toBeFocused();

    await screen.press('F2');
    const edit = screen.dialog('Edit rule');
    await tabTo(edit.getByRole('button', { name: /Oxide & Alloy/ }));
    await screen.press('Enter');
    await tabTo(edit.getByRole('button', { name: 'Save' }));
    await screen.press('Enter');
    await expect(edit).toBeHidden();
    await expect(rule).toBeFocused();
    await expect(rule).not.toHaveAccessibleName(/Oxide & Alloy/);
    await screen.press('Escape');
    await expect(screen.list).toBeFocused();
  });

  test('one whose query is odd says what is left out of it and where, before it is saved', async ({ app }) => {
    const { page, screen } = app;
    await beginInList(app, 'oxide-alloy');
    await screen.press('g', 'r');
    await tabTo(screen.button('Add rule…'));
    await screen.press('Enter');
    const dialog = screen.dialog('Add rule');
    await page.keyboard.type('Odd');
    await screen.press('Tab');
    await page.keyboard.type('sponsored is:odd (magnet');
    await expect(dialog.getByText('is:odd is not known.')).toBeVisible();
    await expect(dialog.getByText('( opens a bracket that is not closed.')).toBeVisible();
    await page.keyboard.type(')');
    await expect(dialog.getByText('( opens a bracket')).toHaveCount(0);
    await expect(dialog.getByText('is:odd is not known.')).toBeVisible();
  });

  test('are put in order, turned off and removed, and the keys stay with them', async ({ app }) => {
    const { page, screen } = app;
    for (const title of ['First', 'Second', 'Third']) await app.call('addRule', { title, enabled: true, when: { query: title }, effects: { markRead: true } });
    await screen.press('g', 'r');
    const rule = (title: string) => page.getByRole('button', { name: new RegExp(`^${title} finds`) });
    await expect(rule('First')).toBeFocused();
    await screen.press('Alt+ArrowDown');
    await expect.poll(() => titles(app)).toEqual(['Second', 'First', 'Third']);
    await expect(rule('First')).toBeFocused();
    await screen.press('Alt+ArrowDown');
    await expect.poll(() => titles(app)).toEqual(['Second', 'Third', 'First']);
    await expect(rule('First')).toBeFocused();
    await screen.press('z');
    await expect.poll(() => titles(app)).toEqual(['Second', 'First', 'Third']);
    // The keys go along what is seen, which follows.
    await expect(page.getByRole('button', { name: / finds/ }).nth(1)).toHaveAccessibleName(/^First/);
    await screen.press('k');
    await expect(rule('Second')).toBeFocused();
    await screen.press('Shift+Tab');
    await expect(page.getByRole('checkbox', { name: 'On: Second' })).toBeFocused();
    await screen.press(' ');
    await expect.poll(async () => (await app.call('rules', {})).rules[0]?.enabled).toBe(false);
    await screen.press('Tab');
    await expect(rule('Second')).toBeFocused();

    // The keys go on with the rule that takes the place of the one that went.
    await screen.press('Delete');
    await expect(rule('Second')).toHaveCount(0);
    await expect(rule('First')).toBeFocused();
    await screen.press('End', 'Delete');
    await expect(rule('Third')).toHaveCount(0);
    await expect(rule('First')).toBeFocused();
    await screen.press('z');
    await expect(rule('Third')).toBeVisible();
    await expect(rule('First')).toBeFocused();
    await screen.press('Delete', 'Escape');
    await expect.poll(() => titles(app)).toEqual(['Third']);
  });
});
