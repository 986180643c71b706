import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './app/axe.ts';
import type { App } from './app/app.ts';
import { expect, test } from './app/test.ts';

/** The newsroom's outlets as the person's own catalogue, in place of the one that ships: nothing outside of this machine is asked. */
async function withCatalogue(app: App): Promise<void> {
  const { newsroom, profile } = app;
  const source = (id: string, kind: string, title: string, over: object = {}): object => ({ id, kind, title, url: newsroom.feedUrl(id), site: `${newsroom.origin(id)}/`, reads: 'feed', lang: 'en', about: { en: `About ${title}`, 'zh-Hans': `关于${title}` }, ...over });
  const sources = [
    source('oxide-alloy', 'trade', 'Oxide & Alloy', { perDay: 18, starter: true }),
    source('critical-metals-wire', 'trade', 'Critical Metals Wire', { perDay: 26 }),
    source('xitu-zaobao', 'trade', '稀土早报', { lang: 'zh-CN', perDay: 31, starter: true }),
    source('minerals-office', 'government', 'Strategic Minerals Office', { topics: ['quotas'] }),
    source('kestrel', 'company', 'Kestrel Rare Earths', { url: newsroom.feedUrl('kestrel'), reads: 'page' }),
    { ...source('northgate', 'company', 'Northgate Magnets'), url: new URL('/nowhere.xml', newsroom.origin('northgate')).href },
  ];
  await app.restart(() => writeFileSync(join(profile, 'catalogue.json'), JSON.stringify({ replaces: true, sources })));
}

test.describe('The first run', () => {
  test.use({ settings: { welcomed: false } });

  test('adds up before anything is fetched, follows what is chosen, and is not shown again', async ({ app }) => {
    await withCatalogue(app);
    const { screen } = app;
    const first = screen.dialog('What do you follow?');
    await expect(first.getByText('2 sources, about 49 headlines a day, 31 of them in Chinese.')).toBeVisible();
    await expect(first.getByRole('heading', { name: 'What do you follow?' })).toBeFocused();
    await expectAccessible(app, 'first run');
    expect((await app.call('listFeeds', {})).feeds).toEqual([]);

    await first.getByRole('button', { name: 'Dysprosium' }).click();
    await expect(first.getByRole('button', { name: 'Dysprosium' })).toHaveAttribute('aria-pressed', 'true');
    await expect(first.getByText('1 followed')).toBeVisible();
    const names = first.getByRole('combobox', { name: 'Companies, places, phrases' });
    await names.fill('Lynas');
    await expect(first.getByRole('option').first()).toHaveAccessibleName(/^Lynas/);
    await names.press('Enter');
    await names.fill('export licence');
    await first.getByRole('option', { name: '“export licence” Phrase' }).click();
    await expect(first.getByRole('button', { name: 'Remove “export licence”' })).toBeVisible();

    await first.getByRole('checkbox', { name: '中文' }).uncheck();
    await expect(first.getByText('1 source, about 18 headlines a day.')).toBeVisible();
    await expect(first.getByText('稀土早报')).toHaveCount(0);
    await first.getByRole('checkbox', { name: '中文' }).check();
    await first.getByRole('checkbox', { name: 'All of Trade press' }).check();
    await first.getByRole('checkbox', { name: 'Kestrel Rare Earths' }).check();
    await expect(first.getByText('4 sources, about 75 headlines a day, 31 of them in Chinese. Of 1 it is not known yet.')).toBeVisible();
    await first.getByRole('button', { name: 'Start reading' }).click();
    await expect(first).toHaveCount(0);
    await expect(screen.place('Trade press')).toBeVisible();
    await expect(screen.place('Dysprosium')).toBeVisible();
    await expect(screen.place('“export licence”')).toBeVisible();
    await expect.poll(async () => (await app.call('listFeeds', {})).feeds.map(({ title, kind }) => `${title} ${kind}`).toSorted()).toEqual(['Critical Metals Wire atom', 'Kestrel Rare Earths page', 'Oxide & Alloy rss', '稀土早报 rss']);
    await expect.poll(async () => (await app.call('counts', {})).all).toBeGreaterThan(20);
    expect((await app.call('watches', {})).watches.map(({ watched }) => (watched.kind === 'entity' ? watched.entityId : watched.query))).toEqual(['element:Dy', 'company:lynas', '"export licence"']);
    await app.restart();
    await expect(app.screen.place('Trade press')).toBeVisible();
    await expect(app.page.getByRole('dialog')).toHaveCount(0);
  });

  test('tries sources in their place: what came of it stands there, and after a restart too', async ({ app }) => {
    await withCatalogue(app);
    const first = app.screen.dialog('What do you follow?');
    await expect(first.getByText('not tried yet')).toHaveCount(6);
    await first.getByRole('button', { name: 'Try Strategic Minerals Office' }).click();
    await expect(first.getByRole('listitem').filter({ hasText: 'Strategic Minerals Office' }).getByText(/a (day|week|month)/)).toBeVisible();
    await first.getByRole('button', { name: 'Try Northgate Magnets' }).click();
    await expect(first.getByRole('listitem').filter({ hasText: 'Northgate Magnets' }).getByTitle(/Tried /)).toBeVisible();
    await first.getByRole('button', { name: 'Try Kestrel Rare Earths' }).click();
    await expect(first.getByRole('listitem').filter({ hasText: 'Kestrel Rare Earths' }).getByText('not tried yet')).toHaveCount(0);
    await first.getByRole('button', { name: 'Try the chosen (2)' }).click();
    await expect(first.getByRole('button', { name: 'Try the chosen (0)' })).toBeDisabled();
    expect((await app.call('listFeeds', {})).feeds).toEqual([]);
    await app.restart();
    await expect(app.screen.dialog('What do you follow?').getByText('not tried yet')).toHaveCount(1);
  });

  test('is left empty by a button or Esc, and by an import; the catalogue opens again later', async ({ app }) => {
    await withCatalogue(app);
    const { page, screen } = app;
    await screen.dialog('What do you follow?').getByRole('button', { name: 'Import OPML…' }).click();
    await expect(screen.dialog('What do you follow?')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(screen.dialog('What do you follow?')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect.poll(async () => (await app.call('getSettings', {})).welcomed).toBe(true);
    await expect(page.getByText('No sources yet')).toBeVisible();
    await page.getByRole('main').getByRole('button', { name: 'Starter catalogue…' }).click();
    const later = screen.dialog('Add sources from the catalogue');
    await expect(later.getByText('No sources chosen.')).toBeVisible();
    await expectAccessible(app, 'catalogue, later');
    await later.getByRole('textbox', { name: 'Filter the sources' }).fill('quotas');
    await expect(later.getByRole('listitem')).toHaveCount(1);
    await later.getByRole('checkbox', { name: 'Strategic Minerals Office' }).check();
    await later.getByRole('button', { name: 'Follow', exact: true }).click();
    await expect(screen.place('Ministries')).toBeVisible();
    await expect.poll(async () => (await app.call('counts', {})).all).toBeGreaterThan(0);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('catalogue');
    await page.keyboard.press('Enter');
    await expect(later.getByRole('checkbox', { name: 'Strategic Minerals Office' })).toBeDisabled();
  });

  test('shows elements, names and the head of the catalogue in a window of 1024 px', async ({ app }) => {
    await app.page.setViewportSize({ width: 1024, height: 768 });
    const first = app.screen.dialog('What do you follow?');
    const [elements, names] = [first.getByRole('group', { name: 'Rare earths' }), first.getByRole('combobox', { name: 'Companies, places, phrases' })];
    const [grid, field] = [await elements.boundingBox(), await names.boundingBox()];
    expect(field!.x).toBeGreaterThan(grid!.x + grid!.width);
    await expect(first.getByRole('heading', { name: 'Starter catalogue' })).toBeInViewport({ ratio: 1 });
    await app.page.setViewportSize({ width: 720, height: 720 });
    // How many are followed stands at the end of their row.
    const [row, count] = [await elements.boundingBox(), await elements.getByText(/ followed$/).boundingBox()];
    const last = await elements.getByRole('button').last().boundingBox();
    expect(count!.x + count!.width).toBeCloseTo(last!.x + last!.width, 0);
    expect(row!.width).toBe(508);
  });

  test('opened later, it scrolls to its last source in a window of 1024 px', async ({ app }) => {
    const { page, screen } = app;
    await page.setViewportSize({ width: 1024, height: 768 });
    await expect(screen.dialog('What do you follow?')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByRole('main').getByRole('button', { name: 'Starter catalogue…' }).click();
    const sources = screen.dialog('Add sources from the catalogue').getByRole('region', { name: 'Sources' });
    const [first, last] = [sources.getByRole('checkbox').nth(1), sources.getByRole('checkbox').last()];
    await expect(first).toBeInViewport();
    await expect(last).not.toBeInViewport();
    await first.hover();
    await page.mouse.wheel(0, 20_000);
    await expect(last).toBeInViewport();
    await expect(first).not.toBeInViewport();
    // Zoomed to twice its size: what it is called, its filter and both ways out lie over nothing.
    await page.setViewportSize({ width: 512, height: 384 });
    const dialog = screen.dialog('Add sources from the catalogue');
    const boxes = [dialog.getByRole('heading', { level: 1 }), dialog.getByRole('textbox', { name: /^Filter/ }), dialog.getByRole('button', { name: 'Cancel' }), dialog.getByRole('button', { name: 'Follow' })].map((part) => part.boundingBox());
    const [heading, filter, cancel, follow] = await Promise.all(boxes);
    expect(filter!.y).toBeGreaterThanOrEqual(heading!.y + heading!.height);
    expect(follow!.y).toBe(cancel!.y);
  });

  test('goes by keyboard alone, in Chinese', async ({ app }) => {
    await app.call('setSettings', { language: 'zh-CN' });
    await withCatalogue(app);
    const { page, screen } = app;
    const first = screen.dialog('选择要关注的内容');
    await expect(first.getByText('已选2个来源，每天约49条，其中中文31条。')).toBeVisible();
    await expectAccessible(app, 'first run, zh-CN');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(first.getByRole('group', { name: '稀土元素' }).getByRole('button', { pressed: true })).toHaveAccessibleName('钪 Sc');
    const start = first.getByRole('button', { name: '开始阅读' });
    for (let tabs = 0; tabs < 100 && !(await start.evaluate((button) => button === document.activeElement)); tabs += 1) await page.keyboard.press('Tab');
    await expect(start).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(first).toHaveCount(0);
    await expect(screen.place('行业媒体')).toBeVisible();
    await expect(screen.place('钪 Sc')).toBeVisible();
  });
});

test('a library that holds something never sees the first run', async ({ app }) => {
  await app.follow('oxide-alloy');
  await app.call('setSettings', { welcomed: false });
  await app.restart();
  await expect(app.screen.place('Oxide & Alloy')).toBeVisible();
  await expect.poll(async () => (await app.call('getSettings', {})).welcomed).toBe(true);
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
});
