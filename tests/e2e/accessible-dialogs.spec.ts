import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language, Theme } from '../../electron/contract/settings.ts';
import { pageHtml, pdf } from '../fixtures/saved/made-files.ts';
import { expectAccessible } from './app/axe.ts';
import { test } from './app/pond-site.ts';
import { expect } from './app/test.ts';

const LINKS = 'url,title,tags\nhttps://one.example/a,Sintered magnets,magnets\n,nothing,\n';

for (const theme of ['light', 'dark'] as const satisfies readonly Theme[]) {
  for (const language of ['en', 'zh-CN'] as const satisfies readonly Language[]) {
    test.describe(`Dialogs pass axe, ${theme}, ${language}:`, () => {
      test.use({ settings: { theme, language } });

      test('saving, importing, exporting', async ({ app, site }) => {
        test.slow();
        await app.follow('oxide-alloy');
        const { file } = await app.call('exportArchive', {});
        const archive = readFileSync(join(app.profile, 'exchange', file));
        const { page } = app;
        const dialog = page.locator('dialog[open]');
        const picker = dialog.locator('input[type="file"]');
        const submit = dialog.locator('button[type="submit"]');
        const open = async (keys: string): Promise<void> => {
          await expect(async () => {
            await page.keyboard.press(keys);
            await expect(dialog).toBeVisible({ timeout: 500 });
          }).toPass();
        };
        const leave = async (): Promise<void> => {
          await page.keyboard.press('Escape');
          await expect(dialog).toBeHidden();
        };

        await open('Control+s');
        await expectAccessible(app, 'save a page');
        await submit.click();
        await expect(dialog.getByRole('alert')).toBeVisible();
        await expectAccessible(app, 'save a page, without an address');
        const address = dialog.locator('input[inputmode="url"]');
        await address.fill(`${site}/ponds`);
        await expect(dialog.locator('img')).toBeVisible();
        await dialog.getByLabel(language === 'en' ? 'Tags' : '标签', { exact: true }).fill('Jiangxi');
        await page.keyboard.press('Enter');
        await expectAccessible(app, 'save a page, previewing');
        await address.fill(`${site}/quota.pdf`);
        await expect(dialog.getByText(/^PDF/)).toBeVisible();
        await expectAccessible(app, 'save a page, a PDF');
        await picker.setInputFiles({ name: 'locked.pdf', mimeType: 'application/pdf', buffer: pdf({ locked: true }) });
        await expect(dialog.getByRole('alert')).toBeVisible();
        await expectAccessible(app, 'save a page, refused');
        await picker.setInputFiles([{ name: 'ponds.html', mimeType: 'text/html', buffer: Buffer.from(pageHtml()) }, { name: 'locked.pdf', mimeType: 'application/pdf', buffer: pdf({ locked: true }) }]);
        await expect(dialog.getByRole('listitem')).toHaveCount(2);
        await expectAccessible(app, 'several files');
        await submit.click();
        await expect(dialog.getByRole('listitem')).toHaveCount(1);
        await expectAccessible(app, 'several files, saved');
        await leave();

        await open('Control+o');
        await expectAccessible(app, 'import');
        await picker.setInputFiles({ name: 'links.csv', mimeType: 'text/csv', buffer: Buffer.from(LINKS) });
        await expect(dialog.getByRole('status')).toBeVisible();
        await expectAccessible(app, 'import, what it would do');
        await submit.click();
        await expect(submit).toHaveText(language === 'en' ? 'Done' : '完成');
        await expectAccessible(app, 'import, what was done');
        await leave();
        await open('Control+Shift+O');
        await picker.setInputFiles({ name: 'library.monazite.zip', mimeType: 'application/zip', buffer: archive });
        await expect(dialog.getByRole('status')).toBeVisible();
        // What replaces a library is not what the keys are on.
        await expect(submit).not.toBeFocused();
        await expectAccessible(app, 'a whole library, what it would do');
        await leave();
        for (const keys of ['Control+Shift+U', 'Control+e', 'Control+Shift+E']) {
          await open(keys);
          await expectAccessible(app, keys);
          await leave();
        }
      });

      test('a library that was restored, and what must be confirmed', { tag: '@settings-dialog' }, async ({ app }) => {
        test.slow();
        await app.follow('northgate');
        const { folder } = await app.call('createFolder', { title: '稀土' });
        await app.call('makeBackup', {});
        await app.restart(() => {
          writeFileSync(join(app.profile, 'library', 'monazite.db'), 'Not a database, but a letter. '.repeat(4000));
        });
        const { page, screen } = app;
        await expect(page.getByRole('region', { name: language === 'en' ? /^The library was damaged/ : /资料库/ }).first()).toBeVisible();
        await expectAccessible(app, 'restored');
        const confirm = page.getByRole('alertdialog');
        await screen.place(folder.title).click({ button: 'right' });
        await page.getByRole('menuitem').last().click();
        await expect(confirm.or(page.getByRole('dialog'))).toBeVisible();
        await expectAccessible(app, 'delete a folder');
        await page.keyboard.press('Escape');
        await screen.sidebar.getByRole('button', { name: language === 'en' ? 'Settings' : '设置' }).click();
        await page.getByRole('tab', { name: language === 'en' ? 'Backups' : '备份' }).click();
        await page.getByRole('button', { name: language === 'en' ? /^Restore the backup of/ : /备份…$/ }).first().click();
        await expect(confirm).toBeVisible();
        await expectAccessible(app, 'restore a backup');
      });
    });
  }
}
