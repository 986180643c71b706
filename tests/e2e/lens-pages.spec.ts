import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright';
import { expectAccessible } from './app/axe.ts';
import { DAYS, MAIN, OTHER, lit, openStory, publishWeek } from './app/lens.ts';
import { expect, test } from './app/test.ts';

const widthOf = (locator: Locator): Promise<number> => locator.evaluate((element) => element.getBoundingClientRect().width);

test('prices are charted by product; every point is in reach of the keys, and conflicting quotes stand side by side', async ({ app, newsroom }) => {
  await publishWeek(app, newsroom);
  await app.call('setSettings', { lensShown: true });
  const lens = await openStory(app);
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
  // The heading says that they differ; not each day again.
  await expect(details.getByRole('heading', { name: 'Days on which sources differ' })).toBeVisible();
  await expect(differing.getByRole('row')).toContainText([/Day/, /^(?!.*sources differ).*1,750,000.*Northgate/s, /1,680,000.*Strategic Minerals Office/s]);
  // In a narrow page a sentence has more of the line than the day and the number beside it.
  await page.setViewportSize({ width: 1024, height: 768 });
  await expect.poll(async () => (await widthOf(differing.locator('q').first())) / (await widthOf(differing))).toBeGreaterThan(0.5);
  await page.setViewportSize({ width: 1440, height: 900 });

  await details.getByRole('button', { name: 'Set a rate to convert…' }).click();
  const rate = screen.dialog('Rate of the US dollar');
  await rate.getByLabel('Yuan for a dollar').fill('7.00');
  await rate.getByLabel('As of', { exact: true }).fill('2026-11-20');
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

test('quotes of what names no product wait under one closed line, which the keys open', async ({ app, newsroom }) => {
  newsroom.publish('northgate', { title: 'Blanks', hours: 0.2, text: 'N38 blanks cost 186 yuan a kilogram.' });
  await publishWeek(app, newsroom);
  const { screen, page } = app;
  await screen.go('Today');
  await screen.press('g', 'p');
  const products = page.getByRole('list', { name: 'Products' });
  const unclear = products.getByRole('button', { name: /^Product unclear, \d+$/ });
  await expect(unclear).toHaveAttribute('aria-expanded', 'false');
  await expect(products.getByRole('button', { name: /^Blanks/ })).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 2, name: 'Dysprosium oxide' })).toBeVisible();
  await products.getByRole('button').first().focus();
  await screen.press('End', 'Enter');
  await expect(unclear).toHaveAttribute('aria-expanded', 'true');
  await expect(products.getByRole('button', { name: /^Blanks/ })).toBeVisible();
  await screen.press('End', 'Home', 'End');
  await expect(page.getByRole('region', { name: 'Product', exact: true }).getByRole('heading', { level: 2 })).not.toHaveText('Dysprosium oxide');
  await page.getByLabel('Search products').fill('terbium');
  await expect(unclear).toHaveCount(0);
});

test('the table of figures is narrowed, exported, and leads to the sentence', async ({ app, newsroom }) => {
  await publishWeek(app, newsroom);
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
  await publishWeek(app, newsroom);
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

test('lens and pages pass axe by night', async ({ app, newsroom }) => {
  await publishWeek(app, newsroom);
  await app.call('setSettings', { lensShown: true, theme: 'dark' });
  const lens = await openStory(app);
  await lens.getByRole('button', { name: 'Unsure (1)' }).click();
  await lens.getByRole('button', { name: /^120%/ }).click();
  await expectAccessible(app, 'lens by night');
  for (const [key, title] of [['p', 'Prices'], ['f', 'Figures'], ['c', 'Calendar']] as const) {
    await app.screen.press('g', key);
    await expect(app.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expectAccessible(app, `${title} by night`);
  }
});

test('an element that is watched shows its latest figures, each of which leads to its sentence', async ({ app, newsroom }) => {
  await publishWeek(app, newsroom);
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
