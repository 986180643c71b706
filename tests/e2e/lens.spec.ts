import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Locator } from 'playwright/test';
import type { NewStory } from '../newsroom/story.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import type { App } from './app/app.ts';
import { expectAccessible } from './app/axe.ts';
import { expect, test } from './app/test.ts';

const MAIN: NewStory = {
  title: 'Dysprosium oxide climbs as trucks wait at the border',
  hours: 0.02,
  text: [
    'Dysprosium oxide was quoted at 1.68 million yuan a tonne in Ganzhou, as longer inspections cut the flow of concentrate to southern separators.',
    'Terbium oxide rose 3.1% to 6.55 million yuan a tonne. Lanthanum oxide was offered at 36-365000 yuan/ton.',
    'One plant is running at about 60% of capacity, and magnets were 120% share of its output. Announcement No. 18 of 2025 takes effect on 1 December 2031. Buyers wait for lots number thirtyfive.',
  ].join('\n\n'),
};
const OTHER: NewStory = { title: 'Dysprosium oxide firm in Baotou', hours: 0.03, text: 'Dysprosium oxide was quoted at 1.75 million yuan a tonne in Baotou, a magnet maker said.' };
const CHINESE: NewStory = { title: '十二月起实行新办法', hours: 0.04, text: '商务部公告2025年第18号自2031年12月1日起施行。氧化铽报655万元/吨，环比上涨3.1%。' };

const DAYS = 6;

/** A week of quotes, the last day of which two sources see otherwise, and a notice in two languages. */
async function publish(app: App, newsroom: Newsroom): Promise<void> {
  for (let day = DAYS; day > 0; day--) {
    newsroom.publish('minerals-office', { title: `Dysprosium note ${day}`, hours: day * 24 + 0.05, text: `Dysprosium oxide was quoted at ${(1.68 - day * 0.02).toFixed(2)} million yuan a tonne, traders said.` });
  }
  newsroom.publish('minerals-office', MAIN);
  newsroom.publish('northgate', OTHER);
  newsroom.publish('cicai-zhoukan', CHINESE);
  await app.follow('minerals-office', 'northgate', 'cicai-zhoukan');
  await app.refreshed();
  await expect.poll(async () => (await app.call('lensProgress', {})).waiting, { timeout: 30_000 }).toBe(0);
}

function lensOf({ page }: App): Locator {
  return page.getByRole('complementary', { name: 'Lens' });
}

/** What of the text is lit under a name. */
async function lit({ page }: App, name: string): Promise<string[]> {
  return page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map(String), name);
}

async function open(app: App, story: NewStory = MAIN): Promise<Locator> {
  await app.screen.go('Today');
  await app.screen.row(story.title).click();
  await expect(app.screen.articleTitle).toHaveText(story.title);
  await expect.poll(() => lit(app, 'figure')).not.toEqual([]);
  return lensOf(app);
}

test('figures stand beside the article, and each leads to its sentence with the keyboard alone', async ({ app, newsroom }) => {
  await publish(app, newsroom);
  const { screen, page } = app;
  const lens = await open(app);
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
  await expectAccessible(app, 'lens');
  await screen.press('Escape');
  await expect(page.getByRole('region', { name: 'Article' })).toBeFocused();
  await screen.press('l');
  await expect(lens).toHaveCount(0);
});

test('words in the text light their row, and a row its words', async ({ app, newsroom }) => {
  await publish(app, newsroom);
  const { page } = app;
  await app.call('setSettings', { lensShown: true });
  const lens = await open(app);
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
  await publish(app, newsroom);
  await app.call('setSettings', { lensShown: true });
  const lens = await open(app);
  await expect(lens.getByRole('button', { name: /^360,000–365,000 CNY\/t/ })).toContainText('Printed “36-365000 yuan/ton”. The low end is read as 360,000, not 36');
  await expect(lens.getByRole('button', { name: /^120%/ })).toHaveCount(0);
  await lens.getByRole('button', { name: 'Unsure (1)' }).click();
  await expect(lens.getByRole('button', { name: /^120%/ })).toContainText('A share above 100 %.');
});

test('figures are copied one by one or all, with source and date', async ({ app, newsroom }) => {
  await publish(app, newsroom);
  const { page } = app;
  await app.call('setSettings', { lensShown: true });
  const lens = await open(app);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await lens.getByRole('button', { name: 'Copy all figures' }).click();
  await page.getByRole('menuitem', { name: 'Copy as table' }).click();
  await expect(page.getByText(/^\d+ figures copied, with source and date$/)).toBeVisible();
  const table = (await clipboard()).split('\n').map((line) => line.split('\t'));
  expect(table[0]?.slice(0, 3)).toEqual(['value', 'to', 'unit']);
  expect(table[1]?.slice(0, 5)).toEqual(['1680000', '', 'CNY/t', 'price', 'Dysprosium oxide']);
  expect(table[1]?.slice(9)).toEqual([MAIN.title, expect.stringMatching(/Strategic Minerals Office/), expect.stringMatching(/^\d{4}-\d\d-\d\d$/), expect.stringMatching(/^http/)]);

  await lens.getByRole('button', { name: /^6,550,000/ }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Copy as JSON' }).click();
  await expect(page.getByText('1 figure copied, with source and date')).toBeVisible();
  expect(JSON.parse(await clipboard())).toMatchObject([{ value: '6550000', unit: 'CNY/t', printed: '6.55 million yuan a tonne', title: MAIN.title }]);
});

test('a figure is fixed, dropped and added, each taken back with Z; what was corrected outlives a restart', async ({ app, newsroom }) => {
  await publish(app, newsroom);
  await app.call('setSettings', { lensShown: true });
  let lens = await open(app);
  const { screen, page } = app;
  const sixty = lens.getByRole('button', { name: /^60%, (?:one )?plant/i });
  await sixty.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Fix…' }).click();
  const dialog = screen.dialog('Fix figure');
  await expect(dialog.getByLabel('Value')).toHaveValue('60');
  await expectAccessible(app, 'fix figure');
  await dialog.getByLabel('Value').fill('sixty');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Write a number');
  await dialog.getByLabel('Value').fill('66');
  await dialog.getByLabel('What it measures').fill('Use of one plant');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Fixed: 60%')).toBeVisible();
  const fixed = lens.getByRole('button', { name: /^66%, Use of one plant/ });
  await expect(fixed).toBeVisible();
  await screen.focusList();
  await screen.press('z');
  await expect(sixty).toBeVisible();

  await sixty.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Not a figure' }).click();
  await expect(sixty).toHaveCount(0);
  await expect(lens.getByRole('button', { name: 'Taken out (1)' })).toBeVisible();
  await expect(page.getByText('Taken out: 60%')).toBeVisible();
  await screen.focusList();
  await screen.press('z');
  await expect(sixty).toBeVisible();

  await page.evaluate(() => {
    const text = document.querySelector('[data-article-text]');
    const walker = document.createTreeWalker(text as Element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf('thirtyfive') ?? -1;
      if (at > -1) getSelection()?.setBaseAndExtent(node, at, node, at + 'thirtyfive'.length);
    }
  });
  await screen.press('f');
  const adding = screen.dialog('Add figure');
  await adding.getByLabel('Value').fill('35');
  await adding.getByLabel('Kind').selectOption('count');
  await adding.getByLabel('What it measures').fill('Lots that buyers wait for');
  await adding.getByRole('button', { name: 'Add' }).click();
  const added = lens.getByRole('button', { name: /^35, Lots that buyers wait for/ });
  await expect(added).toBeVisible();
  await expect.poll(() => lit(app, 'figure')).toContain('thirtyfive');

  await app.restart();
  lens = lensOf(app);
  await app.screen.go('Today');
  await app.screen.row(MAIN.title).click();
  await expect(lens.getByRole('button', { name: /^35, Lots that buyers wait for/ })).toBeVisible();
});

test('the text of the lens is in Chinese where the window is, and the same document is found in the other language', async ({ app, newsroom }) => {
  await publish(app, newsroom);
  await app.call('setSettings', { lensShown: true });
  const lens = await open(app);
  await expect(lens.getByRole('region', { name: 'Same document' })).toContainText('Announcement No. 18 of 2025: same document in 1 other');
  await lens.getByRole('button', { name: CHINESE.title }).click();
  await expect(app.screen.articleTitle).toHaveText(CHINESE.title);
  await app.call('setSettings', { language: 'zh-CN' });
  const chinese = app.page.getByRole('complementary', { name: '要点' });
  await expect(chinese.getByRole('button', { name: /^6,550,000 元\/吨，氧化铽，上升 3\.1%，第1段。显示所在句子。/ })).toBeVisible();
  await expect(chinese.getByRole('button', { name: /^2025年第18号/ })).toBeVisible();
  await expectAccessible(app, 'lens in Chinese');
});

test('prices are charted by product; every point is in reach of the keys, and conflicting quotes stand side by side', async ({ app, newsroom }) => {
  await publish(app, newsroom);
  await app.call('setSettings', { lensShown: true });
  const lens = await open(app);
  const { screen, page } = app;
  const small = lens.getByRole('region', { name: 'Reported price' });
  await expect(small.getByRole('listbox')).toHaveAccessibleName(/^Dysprosium oxide, 8 quotes from .* between 1,560,000 and 1,750,000 CNY\/t/);
  await small.getByRole('button', { name: 'All quotes' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Prices' })).toBeVisible();
  const details = page.getByRole('region', { name: 'Product', exact: true });
  const chart = details.getByRole('listbox');
  await expect(chart.getByRole('option')).toHaveCount(8);
  await chart.focus();
  await screen.press('Home');
  await expect(chart.getByRole('option', { selected: true })).toHaveText(/^1,560,000 CNY\/t, .*Strategic Minerals Office.*\. Opens the article\.$/);
  const differing = details.getByRole('region', { name: 'Quotes' });
  await expect(differing.getByRole('row')).toContainText([/Day/, /sources differ.*1,750,000.*Northgate/s, /1,680,000.*Strategic Minerals Office/s]);

  await details.getByRole('button', { name: 'Set a rate to convert…' }).click();
  const rate = screen.dialog('Rate of the US dollar');
  await rate.getByLabel('Yuan for a dollar').fill('7.00');
  await rate.getByLabel('Rate of', { exact: true }).fill('2026-11-20');
  await rate.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(details.getByText('Converted at 7.00 CNY a US dollar, your rate of 20 November 2026.')).toBeVisible();
  await expect(differing.getByText('≈ 240 US$/kg')).toBeVisible();
  await expectAccessible(app, 'prices');
  await details.getByRole('button', { name: 'Show as table' }).click();
  await expect(details.getByRole('table').getByRole('row')).toHaveCount(9);
  await details.getByRole('button', { name: 'Show as chart' }).click();

  await chart.focus();
  await screen.press('Home', 'Enter');
  await expect(screen.articleTitle).toHaveText(`Dysprosium note ${DAYS}`);
  await expect.poll(() => lit(app, 'figure-now')).toEqual(['1.56 million yuan a tonne']);
});

test('the table of figures is narrowed, exported, and leads to the sentence', async ({ app, newsroom }) => {
  await publish(app, newsroom);
  const { screen, page } = app;
  await screen.go('Today');
  await screen.press('g', 'f');
  await expect(page.getByRole('heading', { level: 1, name: 'Figures' })).toBeVisible();
  const table = page.getByRole('table');
  await expect(table.getByRole('button', { name: /^6,550,000 CNY\/t, Terbium oxide, Strategic Minerals Office/ }).first()).toBeVisible();
  await expectAccessible(app, 'figures');
  await page.getByLabel('Unit').selectOption('%');
  await expect(table.getByRole('button', { name: /CNY\/t/ })).toHaveCount(0);
  await page.getByLabel('Leave out unsure ones').check();
  await expect(table.getByRole('button', { name: /^120%/ })).toHaveCount(0);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV…' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/\.csv$/);
  const csv = readFileSync(await saved.path(), 'utf8');
  expect(csv).toContain('3.1');
  expect(csv).not.toContain('CNY/t');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByLabel('Search sentences').fill('Lanthanum');
  await expect(table.getByRole('row')).toHaveCount(2);
  await table.getByRole('button', { name: /^360,000–365,000/ }).click();
  await expect(screen.articleTitle).toHaveText(MAIN.title);
  await expect.poll(() => lit(app, 'figure-now')).toEqual(['36-365000 yuan/ton']);
  // Back on the page, what was searched for stands.
  await screen.press('g', 'f');
  await expect(page.getByLabel('Search sentences')).toHaveValue('Lanthanum');
});

test('the calendar lists what takes effect, and leaves as .ics', async ({ app, newsroom }) => {
  await publish(app, newsroom);
  const { screen, page } = app;
  await screen.go('Today');
  await screen.press('g', 'c');
  await expect(page.getByRole('heading', { level: 1, name: 'Calendar' })).toBeVisible();
  const day = page.getByRole('region', { name: '1 December 2031' });
  await expect(day.getByRole('button')).toHaveCount(2);
  await expect(day).toContainText('Takes effect');
  await expectAccessible(app, 'calendar');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export .ics…' }).click();
  const ics = readFileSync(await (await download).path(), 'utf8');
  expect(ics).toContain('BEGIN:VEVENT');
  expect(ics).toContain('20311201');
  await page.getByLabel('What the date is').selectOption('expiry');
  await expect(day).toHaveCount(0);
  await page.getByLabel('What the date is').selectOption('effective');
  await day.getByRole('button', { name: /Announcement No\. 18/ }).press('Enter');
  await expect(screen.articleTitle).toHaveText(MAIN.title);
  await expect.poll(() => lit(app, 'figure-now')).toEqual(['1 December 2031']);
});

test('in a smaller window the lens takes the place of the sidebar, and in a narrow one lies over the article', async ({ app, newsroom }) => {
  await publish(app, newsroom);
  const { screen, page } = app;
  const lens = await open(app);
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

test('lens and pages pass axe by night', async ({ app, newsroom }) => {
  await publish(app, newsroom);
  await app.call('setSettings', { lensShown: true, theme: 'dark' });
  const lens = await open(app);
  await lens.getByRole('button', { name: 'Unsure (1)' }).click();
  await lens.getByRole('button', { name: /^120%/ }).click();
  await expectAccessible(app, 'lens by night');
  for (const [key, title] of [['p', 'Prices'], ['f', 'Figures'], ['c', 'Calendar']] as const) {
    await app.screen.press('g', key);
    await expect(app.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expectAccessible(app, `${title} by night`);
  }
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

test('figures that an older version read otherwise are read anew, and what changed is told', async ({ app, newsroom }) => {
  await publish(app, newsroom);
  const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 100 });
  const idOf = (story: NewStory) => articles.find(({ title }) => title === story.title)?.id ?? 0;
  await app.restart(() => {
    // As if rules of before had read the figures of another article in this one.
    const database = new DatabaseSync(join(app.profile, 'library', 'monazite.db'));
    database.prepare('UPDATE article_figures SET packed = (SELECT packed FROM article_figures WHERE article_id = ?) WHERE article_id = ?').run(idOf(OTHER), idOf(MAIN));
    database.exec('UPDATE figures_reading SET version = version + 100');
    database.close();
  });
  const { screen, page } = app;
  await screen.go('Today');
  await screen.press('g', 'f');
  const line = page.locator('[data-lens-progress]');
  await expect(line).toHaveText(/^Rules were updated\. 1 article reads otherwise: \d+ added, 1 gone, 0 altered\./, { timeout: 30_000 });
  await line.getByRole('button', { name: 'What changed' }).click();
  const dialog = screen.dialog('What the updated rules changed');
  await expect(dialog.getByRole('listitem')).toContainText(MAIN.title);
  await expect(dialog).toContainText(/Added.*6\.55 million yuan a tonne.*Gone/s);
  await expectAccessible(app, 'what changed');
});

test('an element that is watched shows its latest figures, each of which leads to its sentence', async ({ app, newsroom }) => {
  await publish(app, newsroom);
  const { watch } = await app.call('addWatch', { watched: { kind: 'entity', entityId: 'element:Dy' } });
  await expect.poll(async () => (await app.call('watches', {})).watches.find(({ id }) => id === watch.id)?.looking).toBe(false);
  const { screen, page } = app;
  await screen.place('Dysprosium').click();
  const table = page.getByRole('table', { name: 'Latest figures' });
  await expect(table.getByRole('row')).not.toHaveCount(0);
  const chart = page.getByRole('listbox', { name: /^dysprosium oxide, \d+ figures, from 1,560,000 CNY\/t/i });
  await expect(chart.getByRole('option').first()).toHaveText(/1,560,000 CNY\/t/);
  await expectAccessible(app, 'an element with figures');
  await table.getByRole('button', { name: /^1,750,000 CNY\/t, Dysprosium oxide, Northgate Magnets/ }).click();
  await expect(screen.articleTitle).toHaveText(OTHER.title);
  await expect.poll(() => lit(app, 'figure-now')).toEqual(['1.75 million yuan a tonne']);
});
