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
    const opening = context.waitForEvent('page');
    await page.getByRole('button', { name: 'Settings' }).click();
    const own = await opening;
    await own.getByRole('tab', { name: 'Desktop' }).click();
    const panel = own.getByRole('tabpanel', { name: 'Desktop' });
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

test('the settings are a window of their own: asked for by key, foot and palette, opened once, and true in both at once', async ({ newsroom, driver }, testInfo) => {
  test.skip(testInfo.project.name === 'electron', 'the other tests of this project run the real one');
  const profile = mkdtempSync(join(tmpdir(), 'monazite-preload-'));
  const context = await driver!.newContext();
  const watch = new Watch();
  watch.follow(context);
  const page = await context.newPage();
  const opened = await openElectronPage(page, profile);
  watch.allow(page.url());
  try {
    expect((await opened.engine.call('subscribe', { url: newsroom.feedUrl('oxide-alloy') })).ok).toBe(true);
    const row = page.getByRole('listbox').getByRole('option').first();
    await expect(row).toBeVisible();
    const opening = context.waitForEvent('page');
    await page.keyboard.press('Control+,');
    const own = await opening;
    await expect(own.getByRole('textbox', { name: 'Find a setting' })).toBeFocused();
    await expect(page.getByRole('dialog')).toHaveCount(0);

    // Asked for again at a setting: the same window goes there, and what asked is left.
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('quiet hours');
    await page.getByRole('option', { name: /^Quiet hours/ }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(own.getByRole('checkbox', { name: 'Quiet hours' })).toBeFocused();
    // The same once more, after the person went elsewhere in it.
    await own.getByRole('tab', { name: 'About' }).click();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('quiet hours');
    await page.getByRole('option', { name: /^Quiet hours/ }).click();
    await expect(own.getByRole('checkbox', { name: 'Quiet hours' })).toBeFocused();
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByRole('button', { name: 'Change keys…' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(own.getByRole('heading', { level: 2, name: 'Shortcuts' })).toBeVisible();
    expect(opened.pages()).toHaveLength(2);

    // A change is on both screens at once, and so are theme and language.
    const height = (): Promise<number> => row.evaluate((element) => Math.round(element.getBoundingClientRect().height));
    await own.getByRole('tab', { name: 'General' }).click();
    await own.getByText('Compact', { exact: true }).click();
    await expect.poll(height).toBe(30);
    await own.getByText('Dark', { exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await opened.engine.call('setSettings', { language: 'zh-CN', theme: 'light' });
    await expect(own).toHaveTitle('设置');
    await expect(page.getByRole('button', { name: '设置' })).toBeVisible();
    await expect(own.locator('html')).toHaveAttribute('data-theme', 'light');

    await Promise.all([own.waitForEvent('close'), own.keyboard.press('Escape').catch(() => undefined)]);
    expect(opened.pages()).toEqual([page]);
    const again = context.waitForEvent('page');
    await page.getByRole('button', { name: '设置' }).click();
    await expect((await again).getByRole('tab', { name: '通用' })).toHaveAttribute('aria-selected', 'true');
  } finally {
    await opened.close();
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  expect([...watch.faults(), ...watch.outside()]).toEqual([]);
});
