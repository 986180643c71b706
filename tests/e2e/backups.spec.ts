import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app/test.ts';
import type { App } from './app/app.ts';

const database = (app: App): string => join(app.profile, 'library', 'monazite.db');

async function bookmarkFirst(app: App): Promise<string> {
  const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 1 });
  await app.call('setBookmarked', { articleId: articles[0]?.id ?? 0, bookmarked: true });
  return articles[0]?.title ?? '';
}

test.describe('Backups', () => {
  test('are made and restored from the settings, and the window shows the library of then at once', { tag: '@settings-dialog' }, async ({ app }) => {
    await app.follow('northgate');
    const { screen, page } = app;
    await screen.sidebar.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('tab', { name: 'Backups' }).click();
    await expect(page.getByText('No backup has been made yet.')).toBeVisible();
    await page.getByRole('button', { name: 'Back up now' }).click();
    await expect(page.getByRole('list', { name: 'Backups' }).getByRole('listitem')).toHaveCount(1);
    await expect(page.getByText('Last backup:')).toBeVisible();
    await page.getByRole('button', { name: 'Close', exact: true }).click();

    await app.call('unsubscribe', { feedId: (await app.call('listFeeds', {})).feeds[0]?.id ?? 0 });
    await expect(screen.place('Northgate Magnets')).toBeHidden();
    await screen.sidebar.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('tab', { name: 'Backups' }).click();
    await page.getByRole('button', { name: /^Restore the backup of/ }).click();
    const confirm = page.getByRole('alertdialog', { name: /^Restore the backup of/ });
    await expect(confirm).toContainText('stays in the list of backups');
    await expect(confirm).toContainText('Images are not in backups');
    await confirm.getByRole('button', { name: 'Restore' }).click();
    await expect(app.screen.toast.getByText(/^Restored the backup of/)).toBeVisible();
    await expect(screen.place('Northgate Magnets')).toBeVisible();
    await screen.go('Northgate Magnets');
    await expect(screen.list.getByRole('option')).not.toHaveCount(0);
    expect((await app.call('backups', {})).backups.map(({ kind }) => kind)).toEqual(['replaced', 'asked']);
  });

  test('bring the list of then, without what came since and without an article that is not in it', async ({ app, newsroom }) => {
    await app.follow('northgate');
    const { screen, page } = app;
    await screen.go('Unread');
    const before = await screen.list.getByRole('option').count();
    const { backup } = await app.call('makeBackup', {});
    newsroom.publish('northgate', { slug: 'since-then', title: 'It came since then', summary: '', html: '<p>It came since then.</p>' });
    await app.refreshed();
    await screen.focusList();
    await screen.press('.');
    await screen.row('It came since then').click();
    await expect(screen.articleTitle).toHaveText('It came since then');
    await app.call('restoreBackup', { name: backup.name });
    await expect(screen.row('It came since then')).toBeHidden();
    await expect(screen.list.getByRole('option')).toHaveCount(before);
    await expect(page.getByRole('heading', { name: 'No article open' })).toBeVisible();
  });

  test('take the place of a damaged library by themselves, and a strip says what that means until it was read', async ({ app }) => {
    await app.follow('northgate');
    await app.call('makeBackup', {});
    const title = await bookmarkFirst(app);
    await app.restart(() => {
      writeFileSync(database(app), 'Not a database, but a letter. '.repeat(4000));
    });
    const { page, screen } = app;
    const strip = page.getByRole('region', { name: /^The library was damaged/ });
    await expect(strip).toContainText('Nothing could be read from the damaged file');
    await expect(page.getByLabel('Damaged file')).toHaveValue(/monazite\.db\.damaged-\d+$/);
    await expect(screen.row(title)).toBeVisible();
    await page.getByRole('button', { name: 'Understood' }).click();
    await expect(strip).toBeHidden();
    await app.restart();
    await expect(app.screen.row(title)).toBeVisible();
    await expect(app.page.getByText(/^The library was damaged/)).toBeHidden();
  });

  test('are offered where the library cannot be opened', async ({ app }) => {
    await app.follow('northgate');
    await app.call('makeBackup', {});
    const kept = join(app.profile, 'library', 'backups');
    const [name = ''] = readdirSync(kept).filter((file) => file.endsWith('.db'));
    await app.restart(() => {
      // One that was set aside by a person is not put back by itself.
      writeFileSync(database(app), 'Not a database, but a letter. '.repeat(4000));
      renameSync(join(kept, name), join(kept, name.replace('asked', 'replaced')));
    });
    const { page, screen } = app;
    await expect(page.getByRole('heading', { name: 'The library is damaged' })).toBeVisible();
    await page.getByRole('button', { name: /^Restore the backup of/ }).click();
    const confirm = page.getByRole('alertdialog');
    await expect(confirm).toContainText('Nothing is deleted.');
    await confirm.getByRole('button', { name: 'Restore' }).click();
    await expect(screen.place('Northgate Magnets')).toBeVisible();
    expect(readdirSync(join(app.profile, 'library')).filter((file) => file.includes('.damaged-'))).toHaveLength(1);
  });
});
