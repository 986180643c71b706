import { readFileSync } from 'node:fs';
import type { App } from './app/app.ts';
import { expect, test } from './app/test.ts';

async function choose(app: App, name: string, content: string): Promise<void> {
  await app.screen.dialog('Import').getByLabel('File to import').setInputFiles({ name, mimeType: 'text/x-opml', buffer: Buffer.from(content) });
}

/** Folder and source titles with their levels, as the sidebar shows them. */
async function tree(app: App): Promise<string[]> {
  const rows = app.screen.sidebar.getByRole('tree', { name: 'Sources' }).getByRole('treeitem');
  return rows.evaluateAll((elements) => elements.map((element) => `${element.getAttribute('aria-level')} ${element.getAttribute('aria-label')?.replace(/, \d+ unread$/, '')}`));
}

test.describe('OPML', () => {
  test('imported keeps nested folders, refreshes, and comes out again the same', async ({ app, newsroom }) => {
    const { screen, page } = app;
    await screen.button('Import OPML…').click();
    await choose(app, 'newsroom.opml', newsroom.opml());
    const dialog = screen.dialog('Import');
    await expect(dialog.getByText('9 sources in newsroom.opml')).toBeVisible();
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(dialog.getByText('9 sources in the file: 9 added.')).toBeVisible();
    // What was pressed, and what opened the dialog, are both gone by now.
    await expect(dialog.getByRole('button', { name: 'Done' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(screen.list).toBeFocused();

    await expect(screen.place('矿业参考')).toHaveAttribute('aria-level', '3');
    const before = await tree(app);
    expect(before).toHaveLength(15);
    expect(before).toEqual(expect.arrayContaining(['1 Trade press', '2 Explorers', '3 Western Minerals Review', '1 中文', '2 矿山', '3 矿业参考', '2 Oxide & Alloy']));
    await expect(screen.row('Dysprosium oxide gains again')).toBeVisible();

    await screen.sidebar.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Export subscriptions (OPML)…' }).click();
    await expect(screen.dialog('Export OPML')).toContainText('9 sources are written');
    const download = page.waitForEvent('download');
    await screen.dialog('Export OPML').getByRole('button', { name: 'Export', exact: true }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/^monazite-\d{4}-\d{2}-\d{2}\.opml$/);
    const opml = readFileSync(await saved.path(), 'utf8');
    await expect(app.screen.toast.getByText(/^9 sources exported to monazite-/)).toBeVisible();

    const { feeds } = await app.call('listFeeds', {});
    for (const feed of feeds) {
      expect(opml).toContain(`xmlUrl="${feed.feedUrl}"`);
      await app.call('unsubscribe', { feedId: feed.id });
    }
    for (const folder of (await app.call('listFeeds', {})).folders) await app.call('deleteFolder', { folderId: folder.id });
    await expect.poll(() => tree(app)).toEqual([]);
    await app.call('importOpml', { opml });
    await expect.poll(() => tree(app)).toEqual(before);
  });

  test('with passwords, where there is no keychain, says how long they are kept, and is read once however often it is drawn', async ({ app, newsroom }) => {
    const { screen, page } = app;
    const readings: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/call/previewOpml')) readings.push(request.url());
    });
    await screen.button('Import OPML…').click();
    const address = newsroom.feedUrl('oxide-alloy').replace('://', '://ann:secret@');
    await choose(app, 'mine.opml', `<opml version="2.0"><body><outline type="rss" text="Mine" xmlUrl="${address}"/></body></opml>`);
    const dialog = screen.dialog('Import');
    await expect(dialog.getByText('1 source in mine.opml')).toBeVisible();
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(dialog.getByText('1 source in the file: 1 added.')).toBeVisible();
    // Together with what was done, not after it.
    expect(await screen.place('Mine').isVisible()).toBe(true);
    await expect(dialog.getByText('There is no keychain here, so the passwords of the file are kept until Monazite is closed.')).toBeVisible();
    await expect(screen.sidebar.getByText(/^Updated \d\d:\d\d$/)).toBeVisible();
    expect(readings).toHaveLength(1);
  });

  test('imported twice adds nothing, and says so', async ({ app, newsroom }) => {
    await app.follow('oxide-alloy', 'western-minerals');
    const { screen, page } = app;
    await screen.sidebar.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Import…' }).click();
    const opml = newsroom.opml(['oxide-alloy', 'western-minerals', 'northgate']).replace('</body>', '<outline type="rss" text="Lost" xmlUrl="not an address"/></body>');
    await choose(app, 'mine.opml', opml);
    const dialog = screen.dialog('Import');
    await expect(dialog.getByText('2 you already follow.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(dialog.getByText(/1 added, 2 you already follow, 1 could not be understood\./)).toBeVisible();
    await dialog.getByRole('button', { name: 'Show the 1' }).click();
    await expect(dialog.getByText('not an address')).toBeVisible();
    expect((await app.call('listFeeds', {})).feeds).toHaveLength(3);
  });

  test('of 10,000 sources shows how far it is, and stays usable', async ({ app, newsroom }) => {
    test.slow();
    const { screen, page } = app;
    // Nothing is asked of the sources: what is shown is the import.
    await page.route('**/call/refresh', (route) => route.fulfill({ json: { ok: false, error: { code: 'offline', message: '', detail: {} } } }));
    await screen.button('Import OPML…').click();
    const outlines = Array.from({ length: 10000 }, (_, n) => `<outline type="rss" text="Source ${n}" xmlUrl="${newsroom.origin('northgate')}/none/${n}"/>`);
    await choose(app, 'many.opml', `<opml version="2.0"><body><outline text="Many">${outlines.join('')}</outline></body></opml>`);
    const dialog = screen.dialog('Import');
    await expect(dialog.getByText('10,000 sources in many.opml')).toBeVisible();
    const seen = page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const lines = new Set<string>();
          const observer = new MutationObserver(() => {
            const bar = document.querySelector('[role="progressbar"][aria-valuenow]');
            const text = document.querySelector('dialog, [role="dialog"]')?.textContent ?? '';
            const line = /[\d,]+ of 10,000/.exec(text)?.[0];
            if (line && bar) lines.add(`${line} ${bar.getAttribute('aria-valuenow')}/${bar.getAttribute('aria-valuemax')}`);
            if (!text.includes('10,000 added')) return;
            observer.disconnect();
            resolve([...lines]);
          });
          observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
        }),
    );
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    // The engine asks them at once, so that what could not be reached may stand behind it.
    await expect(dialog.getByText(/^10,000 sources in the file: 10,000 added[.,]/u)).toBeVisible({ timeout: 60_000 });
    const lines = await seen;
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^([\d,]+) of 10,000 [\d]+\/10000$/);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(screen.place('Many')).toBeVisible();
    await screen.place('Many').click();
    await page.keyboard.press('End');
    await expect(screen.place('Source 9999')).toBeFocused();
    await expect(screen.place('Source 9999')).toBeInViewport();
    await expect(screen.place('Source 9999')).toHaveAttribute('aria-posinset', '10000');
    expect(await screen.sidebar.getByRole('treeitem').count()).toBeLessThan(200);
    await page.keyboard.press('ArrowUp');
    await expect(screen.place('Source 9998')).toBeFocused();
    await page.keyboard.press('Home');
    await expect(screen.place('Today')).toBeFocused();
    await page.unroute('**/call/refresh');
  });

  test('names what could not be reached', async ({ app, newsroom }) => {
    newsroom.fail('northgate', { kind: 'status', status: 503 });
    const { screen } = app;
    await screen.button('Import OPML…').click();
    await choose(app, 'mine.opml', newsroom.opml(['oxide-alloy', 'northgate', 'northgate']));
    const dialog = screen.dialog('Import');
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(dialog.getByText(/2 added.*1 could not be reached\./)).toBeVisible();
    await dialog.getByRole('button', { name: 'Show the 1' }).click();
    await expect(dialog.getByText('Northgate Magnets: The site has a fault')).toBeVisible();
  });

  test('that is none is refused with the reason, and changes nothing', async ({ app }) => {
    const { screen } = app;
    await screen.button('Import OPML…').click();
    await choose(app, 'holiday.opml', '<html><body>Not a list of sources</body></html>');
    const dialog = screen.dialog('Import');
    await expect(dialog.getByRole('alert')).toContainText('Not an OPML file');
    await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toHaveCount(0);
    expect((await app.call('listFeeds', {})).feeds).toEqual([]);
  });
});
