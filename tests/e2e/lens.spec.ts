import { expectAccessible } from './app/axe.ts';
import { MAIN, CHINESE, lensOf, lit, openStory, publishWeek } from './app/lens.ts';
import { expect, test } from './app/test.ts';

test('figures stand beside the article, and each leads to its sentence with the keyboard alone', async ({ app, newsroom }) => {
  await publishWeek(app, newsroom);
  const { screen, page } = app;
  const lens = await openStory(app);
  await expect(lens).toHaveCount(0);
  expect(await lit(app, 'figure')).toContain('1.68 million yuan a tonne');
  await screen.press('l');
  const rows = lens.getByRole('list', { name: 'Figures' }).getByRole('button', { name: /Shows the sentence\./ });
  await expect(rows.first()).toHaveAccessibleName('1,680,000 CNY/t, Dysprosium oxide, paragraph 1. Shows the sentence.');
  await expect(lens.getByRole('button', { name: /^6,550,000 CNY\/t, Terbium oxide, up 3\.1%, paragraph 2\./ })).toBeVisible();

  await screen.press('1');
  await expect.poll(() => lit(app, 'figure-now')).toEqual(['1.68 million yuan a tonne']);
  expect((await lit(app, 'figure-sentence'))[0]).toMatch(/^Dysprosium oxide was quoted .*separators\.$/s);
  await expect(rows.first()).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('status').or(page.locator('[aria-live="polite"]')).filter({ hasText: 'Shown: Dysprosium oxide was quoted' })).toHaveCount(1);

  // F6 into the lens, arrows from row to row, Enter shows; the focus stays on the row.
  await screen.press('F6', 'F6');
  await expect(rows.first()).toBeFocused();
  await screen.press('ArrowDown', 'Enter');
  await expect.poll(() => lit(app, 'figure-now')).toEqual(['3.1%']);
  await expect(rows.nth(1)).toBeFocused();
  // A change by itself has its direction beside it, not where others tell what they changed by.
  const [change, arrow] = [await rows.nth(1).boundingBox(), await rows.nth(1).locator('[class*="_direction_"]').boundingBox()];
  expect(arrow!.x - change!.x).toBeLessThan(change!.width / 2);
  await expectAccessible(app, 'lens');
  await screen.press('Escape');
  await expect(page.getByRole('region', { name: 'Article' })).toBeFocused();
  await screen.press('l');
  await expect(lens).toHaveCount(0);
});

test('words in the text light their row, and a row its words', async ({ app, newsroom }) => {
  await publishWeek(app, newsroom);
  const { page } = app;
  await app.call('setSettings', { lensShown: true });
  const lens = await openStory(app);
  const at = await page.evaluate(() => {
    const ranges = [...(CSS.highlights.get('figure') ?? [])] as Range[];
    const box = ranges.find((range) => range.toString() === '3.1%');
    const { left, top, width, height } = box?.getBoundingClientRect() ?? new DOMRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.mouse.move(at.x, at.y);
  await expect.poll(() => lit(app, 'figure-hover')).toEqual(['3.1%']);
  await page.mouse.click(at.x, at.y);
  const row = lens.getByRole('button', { name: /^3\.1%, Terbium oxide, up/ });
  await expect(row).toHaveAttribute('aria-current', 'true');
  await lens.getByRole('button', { name: /^60%/ }).hover();
  await expect.poll(() => lit(app, 'figure-hover')).toEqual(['60%']);
});

test('what was repaired says so, and what may be wrong is closed until it is asked for', async ({ app, newsroom }) => {
  await publishWeek(app, newsroom);
  await app.call('setSettings', { lensShown: true });
  const lens = await openStory(app);
  await expect(lens.getByRole('button', { name: /^360,000–365,000 CNY\/t/ })).toContainText('Printed “36-365000 yuan/ton”. The low end is read as 360,000, not 36');
  await expect(lens.getByRole('button', { name: /^120%/ })).toHaveCount(0);
  await lens.getByRole('button', { name: 'Unsure (1)' }).click();
  await expect(lens.getByRole('button', { name: /^120%/ })).toContainText('A share above 100%.');
});

test('figures are copied one by one or all, with source and date', async ({ app, newsroom }) => {
  await publishWeek(app, newsroom);
  const { page } = app;
  await app.call('setSettings', { lensShown: true });
  const lens = await openStory(app);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await lens.getByRole('button', { name: 'Copy all figures' }).click();
  await page.getByRole('menuitem', { name: 'Copy as table' }).click();
  await expect(app.screen.toast.getByText(/^\d+ figures copied, with source and date$/)).toBeVisible();
  const table = (await clipboard()).split('\n').map((line) => line.split('\t'));
  expect(table[0]?.slice(0, 3)).toEqual(['value', 'to', 'unit']);
  expect(table[1]?.slice(0, 5)).toEqual(['1680000', '', 'CNY/t', 'price', 'Dysprosium oxide']);
  expect(table[1]?.slice(9)).toEqual([MAIN.title, expect.stringMatching(/Strategic Minerals Office/), expect.stringMatching(/^\d{4}-\d\d-\d\d$/), expect.stringMatching(/^http/)]);

  await lens.getByRole('button', { name: /^6,550,000/ }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Copy as JSON' }).click();
  await expect(app.screen.toast.getByText('1 figure copied, with source and date')).toBeVisible();
  expect(JSON.parse(await clipboard())).toMatchObject([{ value: '6550000', unit: 'CNY/t', printed: '6.55 million yuan a tonne', title: MAIN.title }]);
});

test('the text of the lens is in Chinese where the window is, and the same document is found in the other language', async ({ app, newsroom }) => {
  await publishWeek(app, newsroom);
  await app.call('setSettings', { lensShown: true });
  const lens = await openStory(app);
  await expect(lens.getByRole('region', { name: 'Same document' })).toContainText('Announcement No. 18 of 2025: same document in 1 other');
  await lens.getByRole('button', { name: CHINESE.title }).click();
  await expect(app.screen.articleTitle).toHaveText(CHINESE.title);
  await app.call('setSettings', { language: 'zh-CN' });
  const chinese = app.page.getByRole('complementary', { name: '要点' });
  await expect(chinese.getByRole('button', { name: /^6,550,000 元\/吨，氧化铽，上升 3\.1%，第1段。显示所在句子。/ })).toBeVisible();
  await expect(chinese.getByRole('button', { name: /^2025年第18号/ })).toBeVisible();
  await expect(chinese).toContainText('第1段');
  // The sentence is the window's, whatever language the document's name is in.
  await expect(chinese.getByRole('region', { name: '同一文件' }).getByRole('paragraph')).not.toHaveAttribute('lang');
  await expectAccessible(app, 'lens in Chinese');
});

test('in a smaller window the lens takes the place of the sidebar, and in a narrow one lies over the article', async ({ app, newsroom }) => {
  await publishWeek(app, newsroom);
  const { screen, page } = app;
  const lens = await openStory(app);
  await page.setViewportSize({ width: 1024, height: 768 });
  await expect(screen.sidebar).toBeVisible();
  await screen.press('l');
  await expect(lens).toBeVisible();
  await expect(screen.sidebar).toHaveCount(0);
  await screen.press('[');
  await expect(screen.sidebar).toBeVisible();
  await expect(lens).toHaveCount(0);

  await page.setViewportSize({ width: 720, height: 800 });
  await expect(screen.articleTitle).toBeVisible();
  await expect(lens).toHaveCount(0);
  await page.getByRole('button', { name: 'Lens', exact: true }).click();
  await expect(lens.getByRole('button', { name: /^1,680,000/ })).toBeFocused();
  await expectAccessible(app, 'lens over the article');
  await screen.press('Escape');
  await expect(lens).toHaveCount(0);
  await expect(screen.articleTitle).toBeVisible();
});

test('the lens lists who reports the same, and where outlets differ with both sentences', async ({ app, newsroom }) => {
  newsroom.publish('minerals-office', { title: 'Tarnholm yard opens a second smelter', hours: 0.04, text: 'The Tarnholm yard opened a second smelter on Thursday that cost $412.6 million. Its capacity is 131,400 tonnes of concentrate a year, the owner said in Eskby.' });
  newsroom.publish('northgate', { title: 'Second furnace for Tarnholm', hours: 0.02, text: 'A further smelter has been opened at Tarnholm near Eskby. It took an investment of $412.6 million and has a capacity of 141,300 tonnes of concentrate a year.' });
  await app.follow('minerals-office', 'northgate');
  await app.refreshed();
  await app.call('setSettings', { lensShown: true });
  await app.screen.go('Today');
  await app.screen.row('Tarnholm yard opens').click();
  const story = lensOf(app).getByRole('region', { name: 'Story' });
  await expect(story.getByRole('list').first().getByRole('listitem')).toHaveText([/Strategic Minerals Office.*first, this article/, /Northgate Magnets/], { timeout: 20_000 });
  await expect(story).toContainText('Its capacity is 131,400 tonnes of concentrate a year, the owner said in Eskby.');
  await expect(story).toContainText('has a capacity of 141,300 tonnes of concentrate a year.');
  await expectAccessible(app, 'a story in the lens');
  await story.getByRole('list').first().getByRole('button', { name: 'Northgate Magnets' }).click();
  await expect(app.screen.articleTitle).toHaveText('Second furnace for Tarnholm');
});

test('what a figure measures ends before the mark of its paragraph, also where it is written from the right', async ({ app, newsroom }) => {
  newsroom.publish('northgate', { title: 'ارتفاع أسعار أكسيد الديسبروسيوم', text: 'ارتفعت أسعار أكسيد الديسبروسيوم في غانتشو إلى 1.68 مليون يوان للطن.' });
  await app.follow('northgate');
  await expect.poll(async () => (await app.call('lensProgress', {})).waiting, { timeout: 30_000 }).toBe(0);
  const { screen } = app;
  await screen.row(/ارتفاع/).click();
  await screen.press('l');
  const row = lensOf(app).locator('[data-figure]').first();
  await expect(row).toBeVisible();
  const gap = await row.evaluate((element) => {
    const label = element.querySelector('[class*="_label_"]')!;
    const words = document.createRange();
    words.selectNodeContents(label);
    return element.querySelector('[class*="_place_"]')!.getBoundingClientRect().right - 18 - words.getBoundingClientRect().right;
  });
  expect(gap).toBeGreaterThan(0);
});
