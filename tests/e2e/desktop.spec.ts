import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Offer } from '../../electron/contract/desktop.ts';
import { commandAnswer, runCommand } from '../contract/command-process.ts';
import type { App } from './app/app.ts';
import { expect, test } from './app/test.ts';

const OPML = '<?xml version="1.0" encoding="gb18030"?><opml version="2.0"><body><outline text="\xcf\xa1\xcd\xc1" type="rss" xmlUrl="https://xitu.example/rss"/></body></opml>';

async function offer(app: App, given: Offer): Promise<void> {
  await app.call('offer', { offer: given });
}

test.describe('what other programs hand over', () => {
  test('opens in the dialog for it, one after the other, and nothing is asked or imported unasked', async ({ app, newsroom }) => {
    const { screen, page } = app;
    await expect(screen.button('Import OPML…')).toBeVisible();
    await offer(app, { kind: 'feed', url: newsroom.feedUrl('oxide-alloy') });
    await offer(app, { kind: 'opml', name: 'mine.opml', base64: Buffer.from(OPML, 'latin1').toString('base64') });
    const add = screen.dialog('Add source');
    await expect(add.getByRole('textbox', { name: 'Address of a site or feed' })).toHaveValue(newsroom.feedUrl('oxide-alloy'));
    await expect(add.getByRole('button', { name: 'Find' })).toBeEnabled();
    await expect(screen.dialog('Import')).toBeHidden();
    expect((await app.call('listFeeds', {})).feeds).toEqual([]);

    // The address was not looked at before the person wanted it.
    await page.keyboard.press('Enter');
    await expect(add.getByRole('button', { name: 'Subscribe' })).toBeEnabled();
    await page.keyboard.press('Escape');
    await expect(add).toBeHidden();
    await expect(screen.dialog('Import').getByText('1 source in mine.opml')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(screen.dialog('Import')).toBeHidden();
    expect((await app.call('listFeeds', {})).feeds).toEqual([]);
  });

  test('waits for a window that opens later, and an article is shown', async ({ app, newsroom }) => {
    const { page, screen } = app;
    await app.call('subscribe', { url: newsroom.feedUrl('oxide-alloy') });
    const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 3 });
    const third = articles[2]!;
    const address = page.url();
    await page.goto('about:blank');
    expect(commandAnswer(await runCommand(['offer', JSON.stringify({ offer: { kind: 'article', articleId: third.id } }), '--profile', app.profile]))).toEqual({ ok: true, value: {} });
    await page.goto(address);
    await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toContainText(third.title.slice(0, 20));
    await expect(screen.list).toBeVisible();
  });
});

test('a headline can be dragged out as a link, and a link dropped on the sources is one to follow', async ({ app, newsroom }) => {
  const { page, screen } = app;
  await app.call('subscribe', { url: newsroom.feedUrl('oxide-alloy') });
  const row = screen.row('Dysprosium oxide gains again');
  await expect(row).toBeVisible();
  const dragged = await row.evaluate((element) => {
    const dataTransfer = new DataTransfer();
    element.dispatchEvent(new DragEvent('dragstart', { dataTransfer, bubbles: true, cancelable: true }));
    element.dispatchEvent(new DragEvent('dragend', { dataTransfer, bubbles: true }));
    return Object.fromEntries([...dataTransfer.types].map((type) => [type, dataTransfer.getData(type)]));
  });
  expect(dragged['text/uri-list']?.trim()).toMatch(/^https?:\/\//);
  expect(dragged['text/plain']).toBe(dragged['text/uri-list']?.trim());
  expect(dragged['text/html']).toContain('Dysprosium oxide gains again');
  // A press still chooses the headline and leaves the keys with the list.
  await row.click();
  await expect(screen.list).toBeFocused();

  for (const [link, address] of [['https://xitu.example/rss', 'https://xitu.example/rss'], ['feed://xitu.example/rss', 'feed://xitu.example/rss']] as const) {
    await page.evaluate((url) => {
      const target = document.querySelector('[data-pane="sidebar"]')!;
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/uri-list', url);
      target.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }));
      target.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, link);
    await expect(screen.dialog('Add source').getByRole('textbox', { name: 'Address of a site or feed' })).toHaveValue(address);
    await page.keyboard.press('Escape');
    await expect(screen.dialog('Add source')).toBeHidden();
  }
});

test('the settings say what this window cannot do, and why, in either language', { tag: '@settings-dialog' }, async ({ app }, testInfo) => {
  test.skip(testInfo.project.name === 'electron', 'Electron has a desktop');
  const { page, screen } = app;
  await screen.sidebar.getByRole('button', { name: 'Settings' }).click();
  const settings = screen.dialog('Settings');
  await expect(settings).toBeVisible();
  await settings.getByRole('tab', { name: 'Desktop' }).click();
  const panel = settings.getByRole('tabpanel', { name: 'Desktop' });
  await expect(panel.getByText('This window is one of a browser, which has none of it. The desktop app does.').first()).toBeVisible();
  await expect(panel.getByText('Show Monazite in the tray')).toBeVisible();
  // What the engine can ask the system itself is there to be chosen.
  const battery = panel.getByRole('checkbox', { name: 'Fetch nothing unasked on battery' });
  if (process.platform === 'linux') {
    await battery.check();
    await expect.poll(async () => (await app.call('getSettings', {})).desktop.quietOnBattery).toBe(true);
  }
  await app.call('setSettings', { language: 'zh-CN' });
  await expect(page.getByText('此窗口是浏览器的窗口，没有这些功能。桌面应用中可以使用。').first()).toBeVisible();
});

test('a second start of the door hands its list to the first', async ({ app }, testInfo) => {
  test.skip(testInfo.project.name === 'electron', 'of the browser’s door');
  const list = testInfo.outputPath('handed.opml');
  writeFileSync(list, Buffer.from(OPML, 'latin1'));
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../out/loopback.cjs'), '--no-window', '--profile', app.profile, 'feed://xitu.example/rss', list]);
  expect(stdout).toContain('open already');
  await expect(app.screen.dialog('Add source').getByRole('textbox', { name: 'Address of a site or feed' })).toHaveValue('xitu.example/rss');
  await app.page.keyboard.press('Escape');
  await expect(app.screen.dialog('Import').getByText('1 source in handed.opml')).toBeVisible();
});

test('what is handed over while the window hears nothing is shown once it hears again', async ({ app }, testInfo) => {
  test.skip(testInfo.project.name === 'electron', 'of the browser’s door');
  const { page, screen } = app;
  await page.route('**/events', (route) => route.abort());
  await page.reload();
  await screen.sidebar.waitFor();
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../out/loopback.cjs'), '--no-window', '--profile', app.profile, 'feed://xitu.example/rss']);
  await page.unroute('**/events');
  await expect(screen.dialog('Add source').getByRole('textbox', { name: 'Address of a site or feed' })).toHaveValue('xitu.example/rss', { timeout: 20_000 });
  app.watch.forgive(/Failed to load resource/);
});
