import { expectAccessible } from './app/axe.ts';
import { expect, test } from './app/test.ts';

test.describe('The command palette', () => {
  test('goes to sources, runs commands and opens articles, in that order and no more than it should', async ({ app, newsroom }) => {
    await app.follow('oxide-alloy', 'xitu-zaobao', 'minerals-office');
    await app.call('addWatch', { watched: { kind: 'entity', entityId: 'element:Dy' } });
    const { page } = app;
    await expect(app.screen.place('Dysprosium')).toBeVisible();
    await page.keyboard.press('Control+k');
    const palette = app.screen.dialog('Command palette');
    const field = palette.getByRole('combobox', { name: 'Go to, run or search' });
    await expect(field).toBeFocused();
    await field.fill('dy');
    await expect(palette.getByRole('group', { name: 'Go to' }).getByRole('option').first()).toHaveAccessibleName(/^Dysprosium/);
    await expect(palette.getByRole('group', { name: 'Articles' }).getByRole('option').last()).toHaveAccessibleName(/^Search everything for “dy”/);
    await expect(palette.getByRole('group', { name: 'Articles' }).getByRole('option').first()).toHaveAccessibleName(/dysprosium/i);
    expect(await palette.getByRole('group').evaluateAll((groups) => groups.map((group) => group.querySelector('h3')?.textContent))).toEqual(['Go to', 'Commands', 'Articles']);
    for (const [name, most] of [['Go to', 3], ['Commands', 3], ['Articles', 3]] as const) expect(await palette.getByRole('group', { name }).getByRole('option').count()).toBeLessThanOrEqual(most);
    await expect(field).toHaveAttribute('aria-activedescendant', (await palette.getByRole('option', { selected: true }).getAttribute('id'))!);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Dysprosium' }).first()).toBeVisible();
    await expect(app.screen.list).toBeFocused();

    const story = newsroom.stories('oxide-alloy')[0]!;
    await page.keyboard.press('Control+k');
    await field.fill(story.title);
    await palette.getByRole('option', { name: `${story.title} Oxide & Alloy` }).click();
    await expect(app.screen.articleTitle).toHaveText(story.title);
  });

  test('finds Chinese names by the first letters of their pinyin, and commands in either language', async ({ app }) => {
    await app.follow('xitu-zaobao');
    const { page } = app;
    await page.keyboard.press('Control+k');
    const palette = app.screen.dialog('Command palette');
    const field = palette.getByRole('combobox');
    const selected = palette.getByRole('option', { selected: true });
    await field.fill('xtzb');
    await expect(selected).toHaveAccessibleName(/^稀土早报/);
    for (const [typed, found] of [['prices', /^Prices/], ['价格', /^Prices/], ['figures', /^Figures/], ['calendar', /^Calendar/]] as const) {
      await field.fill(typed);
      await expect(selected).toHaveAccessibleName(found);
    }
    await field.fill('全部刷新');
    await expect(palette.getByRole('group', { name: 'Commands' }).getByRole('option').first()).toHaveAccessibleName(/^Refresh all/);
    await app.call('setSettings', { language: 'zh-CN' });
    const chinese = app.screen.dialog('命令面板');
    await chinese.getByRole('combobox').fill('refresh all');
    await expect(chinese.getByRole('group', { name: '命令' }).getByRole('option').first()).toHaveAccessibleName(/^全部刷新/);
    await expectAccessible(app, 'palette, zh-CN');
    await chinese.getByRole('combobox').fill('xtzb');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: '稀土早报', exact: true })).toBeVisible();
  });

  test('lists commands alone after >, with their keys, and begins with what was chosen last', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { page } = app;
    const palette = app.screen.dialog('Command palette');
    await page.keyboard.press('Control+k');
    await palette.getByRole('combobox').fill('>');
    await expect(palette.getByRole('group')).toHaveCount(1);
    expect(await palette.getByRole('option').count()).toBeGreaterThan(20);
    await palette.getByRole('combobox').fill('> mark all in');
    await expect(palette.getByRole('option', { selected: true })).toContainText('ShiftA');
    await page.keyboard.press('Escape');
    await expect(palette).toHaveCount(0);
    await page.keyboard.press('Control+k');
    await palette.getByRole('combobox').fill('larger');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await app.call('getSettings', {})).textSize).toBe(20);
    await page.keyboard.press('Control+k');
    await expect(palette.getByRole('group', { name: 'Commands' }).getByRole('option').first()).toHaveAccessibleName(/^Larger text/);
    await app.restart();
    await app.page.keyboard.press('Control+k');
    await expect(app.screen.dialog('Command palette').getByRole('group', { name: 'Commands' }).getByRole('option').first()).toHaveAccessibleName(/^Larger text/);
  });

  test('opens a setting and gives it the keys, searches everything, and stays away while a dialog is open or an input method composes', { tag: '@settings-dialog' }, async ({ app }) => {
    await app.follow('oxide-alloy');
    const { page } = app;
    const palette = app.screen.dialog('Command palette');
    await page.keyboard.press('Control+k');
    await palette.getByRole('combobox').fill('字号');
    await expect(palette.getByRole('option', { selected: true })).toHaveAccessibleName(/^Text size.*Settings, Reading/);
    await page.keyboard.press('Enter');
    await expect(app.screen.dialog('Settings').getByRole('group', { name: 'Text size' }).getByRole('button', { name: 'Smaller text' })).toBeFocused();
    await page.keyboard.press('Control+k');
    await expect(palette).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    const field = palette.getByRole('combobox');
    await field.fill('terbium');
    await field.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    await expect(palette).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(palette).toHaveCount(0);
    await expect(page.getByRole('combobox', { name: /search/i })).toHaveValue('terbium');
  });
});
