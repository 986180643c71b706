import { eveningZone } from './app/evening-zone.ts';
import { expect, test } from './app/test.ts';
import type { App } from './app/app.ts';

/** What of each source's name can be read, in pixels, and how long the name is. */
function namesSeen({ screen }: App): Promise<readonly { readonly seen: number; readonly whole: number }[]> {
  return screen.list
    .getByRole('option')
    .locator('[class*="_source_"]')
    .evaluateAll((names) => names.map((name) => ({ seen: name.clientWidth, whole: name.scrollWidth })));
}

test.describe('A row of a narrow list', () => {
  test.use({ settings: { stories: true } });

  test('leaves room for the name of its source beside elements, count of sources and marks', async ({ app }) => {
    await app.follow();
    const { screen, page } = app;
    await app.imagesKept();
    await page.setViewportSize({ width: 1024, height: 768 });
    await screen.go('Oxide & Alloy');
    const row = screen.row(/Dysprosium, terbium, gadolinium, neodymium\. \d+ sources/);
    await row.click();
    await screen.press('s');
    await expect(row).toHaveAccessibleName(/Bookmarked/);
    await screen.sidebar.hover();
    for (const { seen, whole } of await namesSeen(app)) expect(seen).toBeGreaterThanOrEqual(Math.min(whole, 64));
  });

  test('lets elements that nobody follows go before its source is cut, and keeps one that is followed', async ({ app }) => {
    await app.follow();
    const { screen, page } = app;
    await app.imagesKept();
    await page.setViewportSize({ width: 1024, height: 768 });
    const { rule } = await app.call('addRule', { title: 'Flagged', enabled: true, when: { query: 'Kestrel' }, effects: { raise: true } });
    await app.call('runRule', { ruleId: rule.id });
    await screen.go('Northgate Magnets');
    const row = screen.row(/Northgate and Kestrel.*\. \d+ sources/);
    await row.click();
    await screen.press('s');
    await expect(row).toHaveAccessibleName(/Bookmarked/);
    // Kept, important, bookmarked.
    await expect(row.locator('[class*="_time_"] svg')).toHaveCount(3);
    await screen.sidebar.hover();
    const symbols = row.locator('[class*="_symbols_"]');
    const seenSymbols = (): Promise<readonly string[]> =>
      symbols.evaluate((line) => [...line.children].filter((one) => one.getBoundingClientRect().top < line.getBoundingClientRect().bottom - 1).map((one) => one.textContent));
    expect(await symbols.locator('> *').count()).toBeGreaterThan(1);
    for (const { seen, whole } of await namesSeen(app)) expect(seen).toBe(whole);
    await app.call('addWatch', { watched: { kind: 'entity', entityId: 'element:Pr' } });
    await expect.poll(seenSymbols).toEqual(['Pr']);
  });
});

test.describe('A row that comes under a pointer at rest', () => {
  // At other hours the head of a day stands where the pointer rests.
  test.use({ timezoneId: eveningZone() });

  test('keeps its time until its actions take that place', async ({ app }) => {
    for (let minute = 1; minute <= 12; minute += 1) app.newsroom.publish('oxide-alloy', { title: `Dysprosium notice ${minute}`, hours: minute / 60, text: '' });
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await page.setViewportSize({ width: 1024, height: 600 });
    await screen.go('Unread');
    await expect(screen.row('Dysprosium notice 12')).toBeVisible();
    const box = await screen.list.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 100, (box?.y ?? 0) + 300);
    await expect(screen.list.locator('[class*="_actions_"]')).toBeVisible();
    // The list of the narrow layout is another, of which the pointer is told when it moves.
    await page.setViewportSize({ width: 800, height: 600 });
    await expect(screen.sidebar).toBeHidden();
    const hovered = screen.list.locator('[role="option"]:hover');
    await expect(hovered).toHaveCount(1);
    await expect.poll(() => hovered.evaluate((row) => row.querySelector('[class*="_actions_"]') !== null || getComputedStyle(row.querySelector('time')!).visibility === 'visible')).toBe(true);
    await hovered.evaluate(async (row) => Promise.all(row.getAnimations({ subtree: true }).map(async ({ finished }) => finished)));
    expect(await hovered.evaluate((row) => row.querySelector('[class*="_actions_"]') !== null || getComputedStyle(row.querySelector('time')!).visibility === 'visible')).toBe(true);
  });
});

test.describe('A roomy row', () => {
  test.use({ settings: { density: 'roomy' } });

  test('gives its summary the lines that the title leaves, and ends it with an ellipsis', async ({ app }) => {
    app.newsroom.publish('oxide-alloy', { title: 'Dysprosium oxide climbs for a sixth session as checks at the border slow the trucks with ore', hours: 0.1, text: 'Longer inspections cut the flow of concentrate to the separators of the south. '.repeat(8) });
    await app.follow('oxide-alloy');
    await app.screen.go('Unread');
    await expect(app.screen.row(/^Unread\. Dysprosium oxide climbs/)).toBeVisible();
    const cut = await app.screen.list.getByRole('option').evaluateAll((rows) =>
      rows.flatMap((row) => {
        const [title, summary] = ['title', 'summary'].map((name) => row.querySelector(`[class*="_${name}_"]`));
        return title && summary && summary.getBoundingClientRect().bottom > title.getBoundingClientRect().bottom + 0.5 ? [row.ariaLabel] : [];
      }),
    );
    expect(cut).toEqual([]);
  });
});

test.describe('The dot of what is unread', () => {
  test('keeps its side beside a title that is written from the right', async ({ app }) => {
    const titles = ['Dysprosium quota notice is out', 'ارتفاع أسعار العناصر الأرضية النادرة'];
    titles.forEach((title, index) => app.newsroom.publish('oxide-alloy', { title, hours: 0.1 + index / 100, text: '' }));
    await app.follow('oxide-alloy');
    await app.screen.go('Unread');
    const dotOf = (title: string): Promise<number> =>
      app.screen.row(title).evaluate((row) => {
        const holders = [row, row.querySelector('[class*="_title_"]')!];
        const holder = holders.find((one) => getComputedStyle(one, '::before').content !== 'none')!;
        return holder.getBoundingClientRect().left + Number.parseFloat(getComputedStyle(holder, '::before').left) - row.getBoundingClientRect().left;
      });
    for (const title of titles) expect(await dotOf(title)).toBeCloseTo(7, 0);
  });
});

test.describe('The scroll bar of a list', () => {
  test('tells the month of the rows at the top while its thumb is held, and not when the list is scrolled otherwise', async ({ app }) => {
    await app.follow('oxide-alloy');
    await app.screen.go('Oxide & Alloy');
    await app.page.setViewportSize({ width: 1024, height: 520 });
    const { list } = app.screen;
    const label = app.page.locator('[data-month]');
    const scrollBy = (pixels: number): Promise<void> => list.evaluate((element, by) => element.scrollBy(0, by), pixels);
    await scrollBy(20);
    await expect(label).toHaveCount(0);
    // No bar is drawn in a browser that is tested: a border stands for it, which is pressed as a bar is, beyond the rows.
    const [x, y] = await list.evaluate((element) => {
      element.style.borderInlineEnd = '14px solid';
      const box = element.getBoundingClientRect();
      return [box.left + element.clientWidth + 3, box.top + 20] as const;
    });
    await app.page.mouse.move(x, y);
    await app.page.mouse.down();
    await scrollBy(-10);
    const month = await app.screen.row(/./).nth(3).locator('time').getAttribute('datetime');
    await expect(label).toHaveText(new Intl.DateTimeFormat('en-GB', { month: 'long' }).format(new Date(month!)));
    await app.page.mouse.up();
    await expect(label).toHaveCount(0);
    await scrollBy(10);
    await expect(label).toHaveCount(0);
  });
});
