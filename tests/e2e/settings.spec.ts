import { expectAccessible } from './app/axe.ts';
import { expect, test } from './app/test.ts';

test.describe('The settings', () => {
  test('are found by words of either language, and the one that is chosen has the keys', { tag: '@settings-dialog' }, async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await screen.press('Control+,');
    const settings = screen.dialog('Settings');
    const field = settings.getByRole('textbox', { name: 'Find a setting' });
    await expect(field).toBeFocused();
    await field.fill('夜间');
    await expect(settings.getByRole('tabpanel').getByRole('button')).toHaveText(['AppearanceGeneral', 'Article backgroundReading', 'Quiet hoursAlerts']);
    await expectAccessible(app, 'settings that were found');
    // What is found is of any section: none of them is shown as the one that is open.
    await expect(settings.getByRole('tab', { selected: true })).toHaveCount(0);
    await settings.getByRole('button', { name: 'Quiet hours Alerts' }).click();
    await expect(settings.getByRole('checkbox', { name: 'Quiet hours' })).toBeFocused();
    await expect(field).toHaveValue('');
    await field.fill('interval');
    await field.press('Enter');
    await expect(settings.getByRole('combobox', { name: 'Refresh all sources' })).toBeFocused();
    await field.fill('nothing of that kind');
    await expect(settings.getByText('0 settings')).toBeVisible();
    await field.press('Escape');
    await expect(field).toHaveValue('');
    await field.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('lie in a dialog that is as high whichever section is chosen', { tag: '@settings-dialog' }, async ({ app }) => {
    await app.follow();
    await app.screen.press('Control+,');
    const settings = app.screen.dialog('Settings');
    const close = settings.getByRole('button', { name: 'Close', exact: true });
    const bottoms = new Set<number>();
    for (const tab of await settings.getByRole('tab').all()) {
      await tab.click();
      await expect(settings.getByRole('tabpanel')).not.toBeEmpty();
      bottoms.add(await close.evaluate((element) => Math.round(element.getBoundingClientRect().bottom)));
    }
    expect(bottoms.size).toBe(1);
  });

  test('have no control over its name and no section whose beginning is out of sight, with letters two and three times as large', { tag: '@settings-dialog' }, async ({ app }) => {
    const { screen, page } = app;
    await page.setViewportSize({ width: 640, height: 450 });
    await screen.press('Control+,');
    const settings = screen.dialog('Settings');
    const panel = settings.getByRole('tabpanel');
    await settings.getByRole('tab', { name: 'About' }).click();
    await expect(panel.getByText('Monazite', { exact: true })).toBeInViewport({ ratio: 1 });
    await page.setViewportSize({ width: 427, height: 280 });
    await settings.getByRole('tab', { name: 'General' }).click();
    await expect(panel.getByRole('combobox', { name: 'Language' })).toBeVisible();
    for (const [name, control] of [['Language', panel.getByRole('combobox', { name: 'Language' })], ['Appearance', panel.getByRole('radiogroup', { name: 'Appearance' })]] as const) {
      const label = await panel.getByText(name, { exact: true }).first().boundingBox();
      const box = await control.boundingBox();
      expect(label!.x + label!.width <= box!.x || label!.y + label!.height <= box!.y).toBe(true);
      expect(box!.x + box!.width).toBeLessThanOrEqual(427 - 16);
    }
    expect(await settings.evaluate((dialog) => [...dialog.querySelectorAll('*')].filter((each) => each.scrollWidth > each.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(each).overflowX)).length)).toBe(0);
  });

  test('make the rows of lists compact, roomy and standard at once, and the list stays where it is', { tag: '@settings-dialog' }, async ({ app }) => {
    await app.follow();
    const { screen, page } = app;
    await screen.go('Unread');
    await screen.press('Control+,');
    const settings = screen.dialog('Settings');
    const row = page.locator('[data-headlines] [role="option"]').first();
    const height = (): Promise<number> => row.evaluate((element) => Math.round(element.getBoundingClientRect().height));
    const title = await row.getAttribute('data-article');
    for (const [name, px] of [['Compact', 30], ['Roomy', 92], ['Standard', 68]] as const) {
      await settings.getByText(name, { exact: true }).click();
      await expect.poll(height).toBe(px);
      expect(await row.getAttribute('data-article')).toBe(title);
      // No row lies over the next one.
      const tops = await page.locator('[data-headlines] [role="option"]').evaluateAll((rows) => rows.slice(0, 6).map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom] as const));
      for (const [index, [, bottom]] of tops.slice(0, -1).entries()) expect(tops[index + 1]![0]).toBeGreaterThanOrEqual(bottom - 0.5);
    }
    await settings.getByText('Compact', { exact: true }).click();
    await app.restart();
    await expect.poll(() => app.page.locator('[data-headlines] [role="option"]').first().evaluate((element) => Math.round(element.getBoundingClientRect().height))).toBe(30);
  });
});
