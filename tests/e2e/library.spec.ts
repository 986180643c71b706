import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from './app/test.ts';

test.describe('A library that cannot be opened', () => {
  test('is said to be damaged, never shown as empty, and never deleted', async ({ app }) => {
    await app.follow('oxide-alloy');
    const file = join(app.profile, 'library', 'monazite.db');
    const damaged = Buffer.alloc(65_536, 'not a database ');
    await app.restart(() => {
      for (const tail of ['-wal', '-shm']) rmSync(file + tail, { force: true });
      writeFileSync(file, damaged);
    });
    const { page, screen } = app;
    await expect(page.getByRole('heading', { name: 'The library is damaged' })).toBeVisible();
    await expect(page.getByRole('alert')).toContainText('nothing was deleted');
    await expect(page.getByRole('alert')).toContainText(app.profile);
    await expect(page.getByText('No sources yet')).toHaveCount(0);
    await expect(screen.list).toHaveCount(0);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { name: 'The library is damaged' })).toBeVisible();
    expect(readFileSync(file).equals(damaged)).toBe(true);
    // No backup was made, so none is spoken of; what is said to help does.
    await expect(page.getByRole('alert')).toContainText('There is no backup to restore.');
    await expect(page.getByRole('alert')).not.toContainText('below');
    const aside = join(app.profile, 'aside');
    await app.restart(() => renameSync(dirname(file), aside));
    await expect(app.page.getByText('No sources yet').first()).toBeVisible();
    expect(readFileSync(join(aside, 'monazite.db')).equals(damaged)).toBe(true);
    await app.close();
    expect(existsSync(file)).toBe(true);
  });

  test('from a newer version is left as it is, with the reason', async ({ app }) => {
    await app.follow('northgate');
    const file = join(app.profile, 'library', 'monazite.db');
    await app.restart(() => {
      const database = new DatabaseSync(file);
      database.exec('PRAGMA user_version = 9999');
      database.close();
    });
    await expect(app.page.getByRole('heading', { name: 'The library is from a newer version' })).toBeVisible();
    await expect(app.screen.list).toHaveCount(0);
  });
});
