import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageHtml, pdf, PNG } from '../fixtures/saved/made-files.ts';
import type { App } from './app/app.ts';
import { expect, test as base } from './app/test.ts';

const test = base.extend<{ site: string }>({
  site: async ({}, use) => {
    const server = createServer((request, response) => {
      if (request.url === '/pond.png') response.writeHead(200, { 'content-type': 'image/png' }).end(PNG);
      else if (request.url === '/ponds') response.writeHead(200, { 'content-type': 'text/html' }).end(pageHtml());
      else if (request.url === '/slow') return;
      else response.writeHead(401).end('sign in');
    });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.close(); server.closeAllConnections();
  },
});
const COMBOS = [[1440, 'light', 'en'], [1024, 'dark', 'en'], [720, 'light', 'zh-CN'], [1440, 'dark', 'zh-CN'], [1024, 'light', 'zh-CN'], [720, 'dark', 'en']] as const;
async function snap(app: App, name: string): Promise<void> {
  for (const [width, theme, language] of COMBOS) {
    await app.page.setViewportSize({ width, height: width === 720 ? 640 : 860 });
    await app.call('setSettings', { theme, language });
    await expect(app.page.locator('html')).toHaveAttribute('data-theme', theme);
    await expect(app.page.locator('html')).toHaveAttribute('lang', new RegExp(language.slice(0, 2)));
    await app.page.waitForTimeout(250);
    await app.page.screenshot({ path: `/tmp/off-shots/${name}-${width}-${theme}-${language.slice(0, 2)}.png` });
  }
  await app.call('setSettings', { theme: 'light', language: 'en' });
  await app.page.setViewportSize({ width: 1440, height: 860 });
  await expect(app.page.locator('html')).toHaveAttribute('lang', 'en');
}
async function fall({ page }: App, name: string, bytes: Buffer): Promise<void> {
  await page.evaluate((given) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(given.base64), (c) => c.charCodeAt(0))], given.name));
    for (const kind of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
  }, { name, base64: bytes.toString('base64') });
}
test.setTimeout(400_000);
test('saving', async ({ app, site }) => {
  await app.follow('oxide-alloy');
  const { page, screen } = app;
  const dialog = screen.dialog(/Save|保存/ as never);
  await expect(async () => { await page.keyboard.press('Control+s'); await expect(screen.dialog('Save a page')).toBeVisible({ timeout: 500 }); }).toPass();
  await snap(app, 'save-1address');
  const field = screen.dialog('Save a page').getByPlaceholder(/./).first();
  await field.fill(`${site}/slow`);
  await page.waitForTimeout(900);
  await snap(app, 'save-2reading');
  await field.fill(`${site}/ponds`);
  await expect(screen.dialog('Save a page').getByRole('img').first()).toBeVisible({ timeout: 20_000 }).catch(() => undefined);
  await page.waitForTimeout(1500);
  await snap(app, 'save-3preview');
  await field.fill(`${site}/members`);
  await page.waitForTimeout(2500);
  await snap(app, 'save-4wall');
  await field.fill('http://127.0.0.1:1/none');
  await page.waitForTimeout(2500);
  await snap(app, 'save-5nobody');
  await field.fill('mailto:x@y');
  await page.waitForTimeout(800);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(500);
  await snap(app, 'save-6invalid');
  await page.keyboard.press('Escape');
  await fall(app, 'quota.pdf', pdf());
  await page.waitForTimeout(3000);
  await snap(app, 'save-7pdf');
  await page.keyboard.press('Escape');
  await fall(app, 'ponds.html', Buffer.from(pageHtml()));
  await page.waitForTimeout(2500);
  await snap(app, 'save-8file');
  await page.keyboard.press('Escape');
  await fall(app, 'locked.pdf', pdf({ locked: true }));
  await page.waitForTimeout(2500);
  await snap(app, 'save-9locked');
  void dialog;
});
test('preparing', async ({ app, newsroom }) => {
  newsroom.fail('magnet-monitor', { kind: 'status', status: 500 }, 'pictures');
  await app.follow();
  await app.call('setSettings', { keepImages: false, offline: { folders: 'all', unreadDays: 7, budgetMb: 500, evictDays: 90, evictUnasked: false } });
  const { page, screen } = app;
  const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 3 });
  for (const { id } of articles) await app.call('setBookmarked', { articleId: id, bookmarked: true });
  await screen.go('Offline');
  await snap(app, 'prep-1plan');
  for (const outlet of ['oxide-alloy', 'western-minerals', 'magnet-monitor', 'xitu-zaobao']) newsroom.slow(outlet, 3000, 'everything');
  await screen.button('Prepare').click();
  await page.waitForTimeout(1500);
  await snap(app, 'prep-2running');
  await screen.button('Stop').click().catch(() => undefined);
  await page.waitForTimeout(800);
  await snap(app, 'prep-3stopped');
  for (const outlet of ['oxide-alloy', 'western-minerals', 'magnet-monitor', 'xitu-zaobao']) newsroom.slow(outlet, 0, 'everything');
  
  await app.call('prepare', { retry: true });
  await page.waitForTimeout(1000);
  await snap(app, 'prep-4notready');
  await screen.button('Show which').click();
  await page.waitForTimeout(500);
  await snap(app, 'prep-5which');
  await page.keyboard.press('Escape');
  await newsroom.recover();
  await app.call('prepare', { retry: true });
  await page.waitForTimeout(1000);
  await snap(app, 'prep-6ready');
  await screen.go('All articles').catch(() => undefined);
  await screen.focusList();
  await screen.press('j');
  await snap(app, 'list-1ready');
  await screen.press('g', 'b');
  await page.waitForTimeout(500);
  await snap(app, 'list-2bookmarks');
  await screen.sidebar.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Offline and storage' }).click();
  await page.waitForTimeout(800);
  await snap(app, 'storage-1');
  await page.getByRole('tab', { name: 'Backups' }).click();
  await app.call('makeBackup', {});
  await page.waitForTimeout(800);
  await snap(app, 'backups-1');
  await page.getByRole('button', { name: /^Restore the backup of/ }).first().click();
  await snap(app, 'backups-2confirm');
});
test('carry', async ({ app }) => {
  await app.follow('western-minerals', 'oxide-alloy');
  const { page, screen } = app;
  await screen.go('Western Minerals Review');
  await screen.row('Halden puts off').click();
  await expect(screen.article.getByRole('heading', { name: 'The numbers as they are' })).toBeVisible({ timeout: 30_000 });
  await screen.press('s');
  await snap(app, 'list-3mixed');
  await page.keyboard.press('Control+e');
  await page.waitForTimeout(700);
  await snap(app, 'export-1articles');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+e');
  await page.waitForTimeout(500);
  await snap(app, 'export-2library');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+u');
  await page.waitForTimeout(500);
  await snap(app, 'export-3opml');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+o');
  await page.waitForTimeout(500);
  await snap(app, 'import-1empty');
  const input = page.locator('input[type=file]').last();
  await input.setInputFiles({ name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear all,') });
  await page.waitForTimeout(900);
  await snap(app, 'import-2wrong');
  await input.setInputFiles({ name: 'links.csv', mimeType: 'text/csv', buffer: Buffer.from('title;url;tags;note\nA;https://a.example/;x|y;Why\nB;https://b.example/;;\nC;nothing;;\n') });
  await page.waitForTimeout(1200);
  await snap(app, 'import-3links');
  await page.getByRole('dialog').getByRole('button', { name: /^Import/ }).last().click();
  await page.waitForTimeout(1500);
  await snap(app, 'import-4done');
  await page.keyboard.press('Escape');
  await screen.press('?');
  await page.waitForTimeout(500);
  await snap(app, 'keys-1');
});
test('damaged', async ({ app }) => {
  await app.follow('northgate');
  await app.call('makeBackup', {});
  await app.restart(() => { writeFileSync(join(app.profile, 'library', 'monazite.db'), 'Not a database, but a letter. '.repeat(4000)); });
  await expect(app.page.getByRole('region', { name: /^The library was damaged/ })).toBeVisible();
  await snap(app, 'damaged-1');
});
