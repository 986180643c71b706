import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openElectronPage } from './app/electron-page.ts';
import { expect, test } from './app/test.ts';
import { Watch } from './app/watch.ts';

test('the built preload and window run as in Electron: follow, read, bookmark, hear of news', async ({ newsroom, driver }, testInfo) => {
  test.skip(testInfo.project.name === 'electron', 'the other tests of this project run the real one');
  const profile = mkdtempSync(join(tmpdir(), 'monazite-preload-'));
  const context = await driver!.newContext();
  const watch = new Watch();
  watch.follow(context);
  const page = await context.newPage();
  const opened = await openElectronPage(page, profile);
  watch.allow(page.url());
  try {
    expect(await page.evaluate(() => Object.keys((window as unknown as { reader: object }).reader).sort())).toEqual(['call', 'onEvent']);
    await expect(page.getByRole('heading', { name: 'No sources yet' })).toBeVisible();

    // The window hears by an event of the bridge what another caller of the engine did.
    const subscribed = await opened.engine.call('subscribe', { url: newsroom.feedUrl('oxide-alloy') });
    expect(subscribed.ok).toBe(true);
    const row = page.getByRole('listbox').getByRole('option', { name: /Dysprosium oxide gains again/ });
    await expect(row).toBeVisible();
    await row.click();
    await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toContainText('Dysprosium oxide gains again');
    const picture = page.getByRole('article').getByRole('img', { name: /Leach ponds/ });
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await page.keyboard.press('s');
    await expect.poll(async () => opened.engine.call('counts', {})).toMatchObject({ ok: true, value: { bookmarks: 1 } });
    // What the desktop has is offered, and what this copy of the app has not is said.
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('tab', { name: 'Desktop' }).click();
    const panel = page.getByRole('tabpanel', { name: 'Desktop' });
    await expect(panel.getByRole('checkbox', { name: /in the (tray|menu bar)$/ }).first()).toBeChecked();
    await expect(panel.getByRole('checkbox', { name: 'Start Monazite when you sign in' })).toBeEnabled();
    await expect(panel.getByRole('checkbox', { name: 'Look for a new version once a day' })).toHaveCount(0);
    await expect(panel).toContainText('your system’s package manager updates it');
    await expect(panel).toContainText('.opml files open in Monazite');
    expect(await opened.engine.call('nonsense', {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
  } finally {
    await opened.close();
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  expect([...watch.faults(), ...watch.outside()]).toEqual([]);
});
