import type { App } from './app/app.ts';
import { expect, test } from './app/test.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';

async function follow(app: App, newsroom: Newsroom, path: string): Promise<void> {
  await app.call('subscribe', { url: `${newsroom.url}/${path}`, folder: null });
}

test.describe('The chosen row', () => {
  test('that is muted gives way to the next where it stands, and comes back there', async ({ app, newsroom }) => {
    await follow(app, newsroom, 'load/0/200');
    await app.refreshed();
    const { screen, page } = app;
    await screen.go('Load 0');
    await screen.list.focus();
    for (let row = 0; row < 60; row += 1) await page.keyboard.press('j');
    await expect(screen.chosen).toHaveAttribute('aria-posinset', '60');
    await expect(screen.chosen).toBeInViewport();
    const name = await screen.articleTitle.textContent();
    const top = await screen.list.evaluate((element) => element.scrollTop);
    expect(top).toBeGreaterThan(0);
    await page.keyboard.press('Shift+M');
    await expect(screen.articleTitle).not.toHaveText(name!);
    await expect(screen.chosen).toHaveAttribute('aria-posinset', '60');
    await expect(screen.chosen).toHaveAttribute('aria-setsize', '199');
    expect(await screen.list.evaluate((element) => element.scrollTop)).toBe(top);
    await page.keyboard.press('z');
    await expect(screen.articleTitle).toHaveText(name!);
    await expect(screen.chosen).toHaveAttribute('aria-posinset', '60');
    expect(await screen.list.evaluate((element) => element.scrollTop)).toBe(top);
  });

  test('of an article that the palette opened is in sight, far down as it is, and J goes on from there', async ({ app, newsroom }) => {
    await follow(app, newsroom, 'load/0/400');
    await follow(app, newsroom, 'load/1/100');
    await app.refreshed();
    const { screen, page } = app;
    const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 500 });
    const [far, next] = articles.slice(450);
    await screen.go('Load 1');
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type(far!.title.split(' ').slice(0, 5).join(' '));
    await page.getByRole('dialog').getByRole('option', { name: far!.title }).filter({ hasNotText: 'Search everything' }).click();
    await expect(screen.articleTitle).toHaveText(far!.title);
    await expect(screen.chosen).toHaveAccessibleName(new RegExp(far!.title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')));
    await expect(screen.chosen).toBeInViewport();
    await page.keyboard.press('j');
    await expect(screen.articleTitle).toHaveText(next!.title);
  });
});
