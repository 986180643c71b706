import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import type { Language, Theme } from '../../electron/contract/settings.ts';
import { SETTING_SECTIONS } from '../../electron/contract/settings-place.ts';
import { expectAccessible } from './app/axe.ts';
import { settingsWindow } from './app/settings-window.ts';
import { expect, test } from './app/test.ts';

const field = (page: Page) => page.getByRole('textbox', { name: 'Find a setting' });
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });

/** Presses keys that close the window, which is gone before they are let go. */
async function leave(page: Page, keys: string): Promise<void> {
  await Promise.all([page.waitForEvent('close'), page.keyboard.press(keys).catch(() => undefined)]);
}

test.describe('The settings’ own window', () => {
  test('asks for what it shows and nothing else, and has no part of the window that is read in', async ({ app }, testInfo) => {
    test.skip(testInfo.project.name === 'electron', 'calls are no requests there');
    await app.follow('oxide-alloy');
    const asked: string[] = [];
    // Held: what it stores as it goes away is asked for when the app has no page any more.
    const reader = app.page;
    reader.context().on('request', (request) => {
      if (request.isNavigationRequest() || request.frame().page() === reader) return;
      const path = new URL(request.url()).pathname.split('/').slice(2).join('/');
      if (/^(?:call\/|first|events|bench-ready)/.test(path)) asked.push(path);
    });
    const own = await settingsWindow(app);
    await expect(field(own)).toBeFocused();
    await expect(own).toHaveTitle('Settings');
    await expect(own.getByRole('navigation')).toHaveCount(0);
    await expect.poll(() => asked.toSorted()).toEqual(['call/getSettings', 'events']);
    await tab(own, 'About').click();
    await expect(own.getByRole('tabpanel')).toContainText('Version');
    expect(asked.toSorted()).toEqual(['call/appInfo', 'call/getSettings', 'events']);
    // Where the reader is stays where it was.
    expect((await app.call('getSettings', {})).place?.articleId ?? null).toBeNull();
  });

  test('changes the other window at once, and is changed by it', async ({ app }) => {
    await app.follow();
    await app.screen.go('Unread');
    const own = await settingsWindow(app);
    const row = app.page.locator('[data-headlines] [role="option"]').first();
    const height = (): Promise<number> => row.evaluate((element) => Math.round(element.getBoundingClientRect().height));
    for (const [name, px] of [['Compact', 30], ['Standard', 68]] as const) {
      await own.getByText(name, { exact: true }).click();
      await expect.poll(height).toBe(px);
    }
    await own.getByText('Dark', { exact: true }).click();
    for (const page of [own, app.page]) await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await own.getByRole('combobox', { name: 'Language' }).selectOption('zh-CN');
    await expect(own).toHaveTitle('设置');
    await expect(tab(own, '通用')).toBeVisible();
    await expect(app.screen.sidebar.getByRole('button', { name: '设置' })).toBeVisible();
    await app.call('setSettings', { language: 'en', theme: 'light', density: 'roomy' });
    await expect(own).toHaveTitle('Settings');
    await expect(own.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect(own.getByRole('radio', { name: 'Roomy' })).toBeChecked();
    await expect.poll(height).toBe(92);
    // What the list holds follows too: one row for the reports of an event, then what is unread alone.
    await tab(own, 'Reading').click();
    const rows = (): Promise<readonly string[]> => app.page.locator('[data-headlines] [role="option"]').evaluateAll((all) => all.map((one) => one.getAttribute('data-article') ?? ''));
    const each = await rows();
    await own.getByRole('checkbox', { name: 'Show reports of one event as one row' }).check();
    await expect.poll(rows).not.toEqual(each);
    await own.getByRole('checkbox', { name: 'Show reports of one event as one row' }).uncheck();
    await expect.poll(rows).toEqual(each);
    await app.screen.go('Trade press');
    await row.click();
    const first = (await rows())[0];
    await expect(app.screen.articleTitle).toBeVisible();
    await expect.poll(async () => (await app.call('getArticle', { articleId: Number(first) })).read).toBe(true);
    await own.getByRole('checkbox', { name: 'Show unread headlines only' }).check();
    await expect.poll(async () => (await rows())[0]).not.toBe(first);
    await expect(app.page.getByRole('button', { name: 'Unread only' })).toHaveAttribute('aria-pressed', 'true');
  });

  test('is gone through by keys, and left by Esc and by Ctrl+W', async ({ app }) => {
    const own = await settingsWindow(app);
    await expect(field(own)).toBeFocused();
    await own.keyboard.press('Tab');
    await expect(tab(own, 'General')).toBeFocused();
    await own.keyboard.press('ArrowDown');
    await expect(tab(own, 'Reading')).toBeFocused();
    await expect(own.getByRole('heading', { level: 2, name: 'Reading' })).toBeVisible();
    await own.keyboard.press('End');
    await expect(own.getByRole('heading', { level: 2, name: 'About' })).toBeVisible();
    await own.keyboard.press('Control+f');
    await expect(field(own)).toBeFocused();
    await own.keyboard.type('夜间');
    await expect(own.getByRole('tabpanel').getByRole('button')).toHaveText(['AppearanceGeneral', 'Article backgroundReading', 'Quiet hoursAlerts']);
    // The first Esc empties the field.
    await own.keyboard.press('Escape');
    await expect(field(own)).toHaveValue('');
    await own.keyboard.type('quiet');
    await own.keyboard.press('Enter');
    await expect(own.getByRole('checkbox', { name: 'Quiet hours' })).toBeFocused();
    // Keys of the reader mean nothing here.
    await own.keyboard.press('?');
    await own.keyboard.press('Control+k');
    await expect(own.getByRole('dialog')).toHaveCount(0);
    await leave(own, 'Escape');
    const again = await settingsWindow(app);
    await expect(field(again)).toBeFocused();
    await leave(again, 'Control+w');
    await expect(app.screen.sidebar).toBeVisible();
  });

  test('keeps Esc for what lies over it: a dialog, keys that are recorded, a list of choices', async ({ app }) => {
    await app.follow('oxide-alloy');
    const own = await settingsWindow(app, { section: 'transfer' });
    await own.getByRole('button', { name: 'Export subscriptions (OPML)…' }).click();
    const dialog = own.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await own.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(own.getByRole('button', { name: 'Export subscriptions (OPML)…' })).toBeFocused();
    await own.getByRole('button', { name: 'Export subscriptions (OPML)…' }).click();
    const download = own.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    expect((await download).suggestedFilename()).toMatch(/\.opml$/);
    await expect(own.locator('[data-toast]')).toContainText('1 source exported');
    await tab(own, 'Shortcuts').click();
    await own.getByRole('button', { name: /^Change .*Next headline/ }).first().click();
    await own.keyboard.press('Escape');
    await expect(tab(own, 'Shortcuts')).toBeVisible();
    await tab(own, 'General').click();
    const language = own.getByRole('combobox', { name: 'Language' });
    await language.focus();
    await own.keyboard.press('Space');
    await own.keyboard.press('Escape');
    await expect(language).toBeFocused();
  });

  test('opens at a section and at a setting, and shows one that is not there where it begins', async ({ app }) => {
    const storage = await settingsWindow(app, { section: 'storage' });
    await expect(tab(storage, 'Offline and storage')).toHaveAttribute('aria-selected', 'true');
    await storage.close();
    const face = await settingsWindow(app, { section: 'reading', setting: 'face' });
    await expect(face.getByRole('radio', { name: 'Serif', exact: true })).toBeFocused();
    await face.goto(face.url().replace(/\?.*/, '?settings=none&setting=%3Cimg%3E'));
    await expect(tab(face, 'General')).toHaveAttribute('aria-selected', 'true');
  });

  test('holds everything in its smallest size, and at twice the size of its letters', async ({ app }) => {
    await app.follow('oxide-alloy');
    const own = await settingsWindow(app);
    for (const size of [{ width: 640, height: 480 }, { width: 380, height: 280 }]) {
      await own.setViewportSize(size);
      for (const section of SETTING_SECTIONS) {
        await own.locator(`[data-section="${section}"]`).click();
        await expect(own.getByRole('tabpanel')).not.toBeEmpty();
        const beyond = await own.evaluate(() => [document.documentElement, ...document.querySelectorAll('[role="tabpanel"]')].map((element) => element.scrollWidth - element.clientWidth));
        expect(beyond, `${section} at ${size.width}`).toEqual([0, 0]);
      }
    }
  });

  test('restores a backup, and the other window shows the library of then, with nothing left to undo that was done to the one of before', async ({ app }) => {
    await app.follow('oxide-alloy');
    await app.call('makeBackup', {});
    await app.screen.go('Today');
    await app.screen.focusList();
    await app.screen.press('Shift+A');
    const unread = app.screen.list.getByRole('option', { name: /^Unread\./ });
    await expect(unread).toHaveCount(0);
    const own = await settingsWindow(app, { section: 'backups' });
    await own.getByRole('button', { name: /^Restore the backup of/ }).first().click();
    await own.getByRole('alertdialog').getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(own.locator('[data-toast]')).toBeVisible();
    await expect(unread.first()).toBeVisible();
    await app.page.bringToFront();
    await app.screen.focusList();
    await app.screen.press('z');
    await expect(app.page.locator('[data-toast]')).toContainText('Nothing to undo');
  });

  test('holds what needs no library where that cannot be opened, and says of the rest that it cannot be had', async ({ app }) => {
    await app.follow('oxide-alloy');
    const file = join(app.profile, 'library', 'monazite.db');
    await app.restart(() => {
      for (const tail of ['-wal', '-shm']) rmSync(file + tail, { force: true });
      writeFileSync(file, Buffer.alloc(65_536, 'not a database '));
    });
    await expect(app.page.getByRole('heading', { name: 'The library is damaged' })).toBeVisible();
    const own = await settingsWindow(app);
    await own.getByText('Dark', { exact: true }).click();
    await expect(own.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');
    for (const section of SETTING_SECTIONS) {
      await own.locator(`[data-section="${section}"]`).click();
      await expect(own.getByRole('heading', { level: 2 })).toBeVisible();
      await expectAccessible({ page: own }, `settings without a library, ${section}`);
    }
    for (const section of ['storage', 'names'] as const) {
      await own.locator(`[data-section="${section}"]`).click();
      await expect(own.getByRole('alert').filter({ hasText: 'The library is damaged' }).first()).toBeVisible();
      await expect(own.getByText('Counting', { exact: true })).toHaveCount(0);
    }
  });

  for (const [theme, language] of [['light', 'en'], ['dark', 'zh-CN']] as const satisfies readonly (readonly [Theme, Language])[]) {
    test.describe(`${theme}, ${language}`, () => {
      test.use({ settings: { theme, language } });

      test('passes axe in every section', async ({ app }) => {
        test.slow();
        await app.follow('oxide-alloy');
        const page = await settingsWindow(app);
        for (const section of SETTING_SECTIONS) {
          await page.locator(`[data-section="${section}"]`).click();
          await expect(page.getByRole('tabpanel')).not.toBeEmpty();
          await expectAccessible({ page }, `settings window, ${section}`);
        }
        await page.getByRole('textbox').first().fill(language === 'en' ? 'night' : '夜间');
        await expect(page.getByRole('status').first()).toBeVisible();
        await expectAccessible({ page }, 'settings window, found');
      });
    });
  }
});
