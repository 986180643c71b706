import { beginInList, tabTo, toSettings } from './app/keys.ts';
import { expect, test } from './app/test.ts';

test.describe('The names that are known, by the keyboard alone', () => {
  test('one is found, corrected, taken back, and left where it stood in the list', { tag: '@settings-dialog' }, async ({ app }) => {
    const { page, screen } = app;
    await beginInList(app, 'oxide-alloy');
    const dialog = await toSettings(app, 'Names');
    await tabTo(dialog.getByRole('textbox', { name: 'Find a name' }));
    await page.keyboard.type('lynas');
    await expect(dialog.getByRole('status')).toHaveText(/^\d names?$/);
    const row = dialog.getByRole('button', { name: /^Lynas Rare Earths/ });
    // One stop of Tab for all of them, and arrows from there.
    await screen.press('Tab', 'Tab');
    await tabTo(row, 'ArrowDown');
    await screen.press('Enter');
    const back = dialog.getByRole('button', { name: 'All names' });
    await expect(back).toBeFocused();

    // What is hidden stays under the keys, to be shown again.
    const forms = dialog.getByRole('list', { name: 'Forms of Lynas Rare Earths' });
    await tabTo(forms.getByRole('button', { name: 'Hide Lynas Corp', exact: true }));
    await screen.press('Enter');
    await expect(forms.getByRole('button', { name: 'Show Lynas Corp again' })).toBeFocused();
    await screen.press('z');
    await expect(forms.getByRole('button', { name: 'Hide Lynas Corp', exact: true })).toBeFocused();

    // A form of one's own: the keys stay in its field, and go to the next form when it is dropped.
    await tabTo(dialog.getByRole('textbox', { name: 'Another form' }));
    await page.keyboard.type('Lynas Metals');
    await screen.press('Enter');
    await expect(forms).toContainText('Lynas Metals');
    await expect(dialog.getByRole('textbox', { name: 'Another form' })).toBeFocused();
    await expect(dialog.getByRole('textbox', { name: 'Another form' })).toHaveValue('');
    await tabTo(forms.getByRole('button', { name: 'Remove Lynas Metals' }), 'Shift+Tab');
    await screen.press('Enter');
    await expect(forms).not.toContainText('Lynas Metals');
    await expect(dialog.getByRole('textbox', { name: 'Another form' }).or(forms.getByRole('button')).and(page.locator(':focus'))).toHaveCount(1);

    await tabTo(dialog.getByRole('textbox', { name: 'In Chinese' }), 'Shift+Tab');
    await screen.press('Control+a');
    await page.keyboard.type('莱纳斯稀土公司');
    await screen.press('Tab');
    await expect(dialog.getByRole('button', { name: 'Save names' })).toBeFocused();
    await screen.press('Enter');
    await expect(forms).toContainText('莱纳斯稀土公司');
    await expect(dialog.getByRole('button', { name: 'Save names' })).toHaveCount(0);
    await expect(dialog.getByRole('textbox', { name: 'In Chinese' })).toBeFocused();

    await tabTo(dialog.getByRole('button', { name: 'Do not recognise' }));
    await screen.press('Enter');
    await expect(dialog.getByText('not recognised')).toBeVisible();
    await expect(back).toBeFocused();
    await tabTo(dialog.getByRole('button', { name: 'Back to how it came' }));
    await screen.press('Enter');
    await expect(forms).toBeVisible();
    await expect(forms).not.toContainText('莱纳斯稀土公司');
    await expect(back).toBeFocused();

    await screen.press('Enter');
    await expect(row).toBeFocused();
    await expect(dialog.getByRole('textbox', { name: 'Find a name' })).toHaveValue('lynas');
    await screen.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(screen.button('Settings')).toBeFocused();
  });

  test('a new one is added and removed', { tag: '@settings-dialog' }, async ({ app }) => {
    const { page, screen } = app;
    await beginInList(app, 'oxide-alloy');
    const dialog = await toSettings(app, 'Names');
    await tabTo(dialog.getByRole('textbox', { name: 'Find a name' }));
    // They are a stop of Tab once they are here.
    await expect(dialog.getByRole('status')).toHaveText(/^\d+ names$/);
    await screen.press('Tab', 'Tab', 'Tab');
    await expect(dialog.getByRole('button', { name: 'Add a name…' })).toBeFocused();
    await screen.press('Enter');
    await expect(dialog.getByRole('button', { name: 'All names' })).toBeFocused();
    await tabTo(dialog.getByRole('combobox', { name: 'Kind' }));
    await page.keyboard.type('Place');
    await tabTo(dialog.getByRole('textbox', { name: 'In English' }));
    await page.keyboard.type('Eskby');
    await screen.press('Enter');
    const forms = dialog.getByRole('list', { name: 'Forms of Eskby' });
    await expect(forms.getByRole('listitem')).toHaveCount(1);
    await expect(dialog.getByRole('button', { name: 'All names' })).toBeFocused();
    await tabTo(dialog.getByRole('button', { name: 'Remove this name' }));
    await screen.press('Enter');
    await expect(dialog.getByRole('list', { name: 'Names' })).toBeVisible();
    await expect(dialog.getByRole('textbox', { name: 'Find a name' })).toBeFocused();
  });
});
