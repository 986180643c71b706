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
