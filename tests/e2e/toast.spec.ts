import type { Locator } from 'playwright/test';
import { expectAccessible } from './app/axe.ts';
import { expect, test } from './app/test.ts';

const clear = async (one: Locator, other: Locator): Promise<boolean> => {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  return a !== null && b !== null && (a.y + a.height <= b.y || b.y + b.height <= a.y || a.x + a.width <= b.x || b.x + b.width <= a.x);
};

test.describe('A toast while a dialog is open', () => {
  test.beforeEach(async ({ app }) => {
    await app.follow('oxide-alloy');
    await app.screen.go('Unread');
    await app.screen.press('Shift+A');
    await expect(app.screen.toast.getByRole('button', { name: 'Undo' })).toBeVisible();
  });

  test('is reached by Tab, takes back what was done, and gives the keys back to the dialog', async ({ app }) => {
    const { screen, page } = app;
    await screen.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    const undo = dialog.getByRole('button', { name: 'Undo' });
    await expect(undo).toBeVisible();
    await expectAccessible(app, 'a toast over a dialog');
    await expect(async () => {
      await page.keyboard.press('Tab');
      await expect(undo).toBeFocused({ timeout: 50 });
    }).toPass();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await app.call('counts', {})).unread).toBeGreaterThan(0);
    await expect(dialog.locator(':focus')).toHaveCount(1);
    await expect(dialog.locator('[aria-live="polite"]')).toContainText(/^Undone/);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(screen.toast.getByText(/^Undone/)).toBeVisible();
  });

  test('lies on none of its buttons, however low the window, and answers to the pointer', async ({ app }) => {
    const { screen, page } = app;
    await page.setViewportSize({ width: 720, height: 520 });
    await screen.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    const undo = dialog.getByRole('button', { name: 'Undo' });
    for (const name of ['Close', 'Change keys…']) await expect.poll(() => clear(screen.toast, dialog.getByRole('button', { name }))).toBe(true);
    await undo.click();
    await expect.poll(async () => (await app.call('counts', {})).unread).toBeGreaterThan(0);
    await expect(dialog).toBeVisible();
  });
});
