import type { Locator } from 'playwright/test';
import type { App } from './app/app.ts';
import { expectAccessible } from './app/axe.ts';
import { expect, test } from './app/test.ts';

const KE_RUI = 'Ke Rui Micro Magnetic opens a second line in Ganzhou';

async function openNames(app: App): Promise<Locator> {
  const { screen } = app;
  await screen.button('Settings').click();
  const dialog = screen.dialog('Settings');
  await dialog.getByRole('tab', { name: 'Names' }).click();
  return dialog;
}

test.describe('The names that are known', () => {
  test('gain one of the person’s own, which searches then use', { tag: '@settings-dialog' }, async ({ app }) => {
    app.newsroom.publish('oxide-alloy', { title: KE_RUI, html: '<p>The plant makes small magnets.</p>' });
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    const results = page.getByRole('listbox', { name: 'Results' });
    await page.keyboard.press('/');
    await page.keyboard.type('Corey Micro Magnetic');
    await expect(page.getByRole('heading', { name: /^Nothing found for/ })).toBeVisible();
    await screen.press('Escape', 'Escape');

    const dialog = await openNames(app);
    await dialog.getByRole('button', { name: 'Add a name…' }).click();
    await dialog.getByLabel('In English').fill('Corey Micro Magnetic');
    await screen.press('Enter');
    const forms = dialog.getByRole('list', { name: 'Forms of Corey Micro Magnetic' });
    await expect(forms.getByRole('listitem')).toHaveCount(1);
    await dialog.getByLabel('Another form').fill('Ke Rui Micro Magnetic');
    await dialog.getByLabel('From (if known)').fill('2020-03-01');
    await screen.press('Enter');
    await expect(forms).toContainText('Ke Rui Micro Magnetic');
    await expect(forms).toContainText('from 2020-03-01');
    await expectAccessible(app, 'a name of the person’s own');
    await dialog.getByRole('button', { name: 'Close' }).click();

    await page.keyboard.press('/');
    await page.keyboard.type('Corey Micro Magnetic');
    await expect(results.getByRole('option', { name: KE_RUI }).locator('mark')).toHaveText('Ke Rui Micro Magnetic');
    await screen.press('Enter');
    await expect(screen.article.getByRole('list', { name: 'Named in this article' })).toContainText('Corey Micro Magnetic');
  });

  test('are found by any form, and lose one that a person hides, until it is as it came', { tag: '@settings-dialog' }, async ({ app }) => {
    app.newsroom.publish('oxide-alloy', { title: 'LREC says little', html: '<p>Lynas Corp was silent.</p>' });
    await app.follow('oxide-alloy');
    const { page, screen } = app;
    const dialog = await openNames(app);
    await expect(dialog.getByRole('status')).toHaveText(/^\d{3} names$/);
    await dialog.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Company' });
    await dialog.getByLabel('Find a name').fill('莱纳斯');
    await expect(dialog.getByRole('status')).toHaveText('1 name');
    await expectAccessible(app, 'names found');
    await dialog.getByRole('button', { name: /^Lynas Rare Earths/ }).click();
    const forms = dialog.getByRole('list', { name: 'Forms of Lynas Rare Earths' });
    await expect(forms.getByRole('listitem').filter({ hasText: 'Lynas Corp' }).last()).toContainText('until 2021-06-30');
    await forms.getByRole('button', { name: 'Hide Lynas Corp', exact: true }).click();
    await expect(forms.getByRole('button', { name: 'Show Lynas Corp again' })).toBeVisible();
    expect((await app.call('getEntity', { entityId: 'company:lynas' })).entity.hidden).toEqual(['Lynas Corp']);

    // Each change is taken back by its button, which is in sight in a small window too, and by Z.
    await app.page.setViewportSize({ width: 1024, height: 768 });
    await expect(dialog.getByRole('button', { name: 'Undo' })).toBeInViewport({ ratio: 1 });
    // It is said once: the toast of the window lies behind the dialog.
    await expect(app.page.locator('[data-toast]')).toHaveCount(1);
    await expect(app.page.locator('[data-toast]')).toBeHidden();
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await expect(forms.getByRole('button', { name: 'Hide Lynas Corp', exact: true })).toBeVisible();
    expect((await app.call('getEntity', { entityId: 'company:lynas' })).entity.own).toBeUndefined();
    await forms.getByRole('button', { name: 'Hide Lynas Corp', exact: true }).click();
    await expect(forms.getByRole('button', { name: 'Show Lynas Corp again' })).toBeVisible();
    await screen.press('z');
    await expect(forms.getByRole('button', { name: 'Hide Lynas Corp', exact: true })).toBeVisible();
    await forms.getByRole('button', { name: 'Hide Lynas Corp', exact: true }).click();
    await expect(forms.getByRole('button', { name: 'Show Lynas Corp again' })).toBeVisible();

    await dialog.getByLabel('In Chinese').fill('莱纳斯稀土公司');
    await dialog.getByRole('button', { name: 'Save names' }).click();
    await expect(forms).toContainText('莱纳斯稀土公司');
    await dialog.getByRole('button', { name: 'Do not recognise' }).click();
    await expect(dialog.getByText('not recognised')).toBeVisible();
    await dialog.getByRole('button', { name: 'Back to how it came' }).click();
    await expect(forms.getByRole('button', { name: 'Hide Lynas Corp', exact: true })).toBeVisible();
    await expect(forms).not.toContainText('莱纳斯稀土公司');
    expect((await app.call('getEntity', { entityId: 'company:lynas' })).entity.own).toBeUndefined();
    await screen.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('speak Chinese where the window does', { tag: '@settings-dialog' }, async ({ app }) => {
    await app.call('setSettings', { language: 'zh-CN' });
    const { screen } = app;
    await screen.button('设置').click();
    const dialog = screen.dialog('设置');
    await dialog.getByRole('tab', { name: '名称' }).click();
    await dialog.getByLabel('查找名称').fill('lynas');
    await dialog.getByRole('button', { name: /^莱纳斯/ }).click();
    await expect(dialog.getByRole('list', { name: '莱纳斯的写法' })).toContainText('至2021-06-30');
  });
});
