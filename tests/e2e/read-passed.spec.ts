import type { Page } from 'playwright/test';
import type { Newsroom } from '../newsroom/newsroom.ts';
import type { App } from './app/app.ts';
import { expect, test } from './app/test.ts';

const ROW = 68;

async function begin(app: App, newsroom: Newsroom): Promise<void> {
  await app.call('subscribe', { url: `${newsroom.url}/load/0/200`, folder: null });
  await app.refreshed();
  await app.screen.go('Load 0');
}

async function read(app: App): Promise<number[]> {
  const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 200 });
  return articles.flatMap((article, place) => (article.read ? [place + 1] : []));
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1);

/** How many times the window asked to mark what was passed. */
function marks(page: Page): () => number {
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('call/markRead')) asked += 1;
  });
  return () => asked;
}

/** The places of the rows in sight, from the first of which anything shows below the head of its day. */
async function inSight(app: App): Promise<number[]> {
  return app.screen.list.evaluate((list) => {
    const { top, bottom } = list.getBoundingClientRect();
    const shown = [...list.querySelectorAll('[role="option"]')].filter((row) => row.getBoundingClientRect().bottom > top + 28 && row.getBoundingClientRect().top < bottom);
    return shown.map((row) => Number(row.getAttribute('aria-posinset'))).toSorted((one, other) => one - other);
  });
}

async function wheel(app: App, pixels: number): Promise<void> {
  await app.screen.list.hover();
  await app.page.mouse.wheel(0, pixels);
}

test.describe('A list that is scrolled', () => {
  test('marks nothing as read until the person wants it so', { tag: '@settings-dialog' }, async ({ app, newsroom }) => {
    await begin(app, newsroom);
    const asked = marks(app.page);
    await wheel(app, ROW * 30);
    await expect.poll(async () => (await inSight(app))[0]).toBeGreaterThan(20);
    await app.screen.press('Control+,');
    const settings = app.screen.dialog('Settings');
    await settings.getByRole('textbox', { name: 'Find a setting' }).fill('automatically');
    await settings.getByRole('button', { name: 'Mark headlines as read when scrolled past Reading' }).click();
    const box = settings.getByRole('checkbox', { name: 'Mark headlines as read when scrolled past' });
    await expect(box).toBeFocused();
    await expect(box).not.toBeChecked();
    await box.check();
    await app.screen.press('Escape', 'Escape');
    await expect(settings).toHaveCount(0);
    await expect.poll(async () => (await app.call('getSettings', {})).readPassed).toBe(true);
    expect(asked()).toBe(0);
    // From where it stands, as long as it is scrolled: what was passed before was not.
    const first = (await inSight(app))[0]!;
    await wheel(app, ROW * 3);
    await expect.poll(() => read(app)).toHaveLength(3);
    expect((await read(app))[0]).toBe(first);
  });

  test.describe('with headlines marked when passed', () => {
    test.use({ settings: { readPassed: true } });

    test('marks them together, moves no row, leaves what is in sight, and Z takes the last back', async ({ app, newsroom }) => {
      await begin(app, newsroom);
      const { screen, page } = app;
      const asked = marks(page);
      await wheel(app, ROW * 10);
      await expect.poll(() => read(app)).toEqual(upTo(10));
      expect(asked()).toBe(1);
      expect((await inSight(app))[0]).toBe(11);
      expect(await screen.list.evaluate((list) => list.scrollTop)).toBe(ROW * 10);
      await expect(screen.place('Load 0')).toHaveAccessibleName(/190/);
      await expect(screen.row(/^(?!.*unread)/i).first()).toBeAttached();
      await wheel(app, ROW * 5);
      await expect.poll(() => read(app)).toEqual(upTo(15));
      await wheel(app, -ROW * 15);
      await expect.poll(async () => (await inSight(app))[0]).toBe(1);
      await screen.press('z');
      await expect(screen.toast).toContainText('5 headlines marked as read');
      await expect.poll(() => read(app)).toEqual(upTo(10));
      // What was taken back is wanted unread.
      await wheel(app, ROW * 17);
      await expect.poll(() => read(app)).toEqual([...upTo(10), 16, 17]);
      expect(asked()).toBe(3);
    });

    test('marks none while J goes down, whatever the list does for it', async ({ app, newsroom }) => {
      await begin(app, newsroom);
      const { screen, page } = app;
      const asked = marks(page);
      await screen.focusList();
      for (let n = 0; n < 40; n += 1) await page.keyboard.press('j');
      await expect(screen.chosen).toHaveAttribute('aria-posinset', '40');
      expect((await inSight(app))[0]).toBeGreaterThan(20);
      await page.keyboard.press('ArrowDown');
      // Opened for half a second, as always.
      await expect.poll(() => read(app)).toContain(41);
      expect(asked()).toBe(0);
    });

    test('marks by keys that scroll, and keeps the rows of an unread list until it is asked anew', async ({ app, newsroom }) => {
      await app.call('setSettings', { unreadOnly: true });
      await begin(app, newsroom);
      const { screen, page } = app;
      await screen.focusList();
      await page.keyboard.press('PageDown');
      await expect.poll(async () => (await inSight(app))[0]).toBeGreaterThan(3);
      const first = (await inSight(app))[0]!;
      await expect.poll(() => read(app)).toEqual(upTo(first - 1));
      expect((await inSight(app))[0]).toBe(first);
      await expect(screen.list.getByRole('option').first()).toHaveAttribute('aria-setsize', '200');
      // A leap to the end passes what was in sight, not what it leapt over; and what is in sight at the end stays.
      const sight = await inSight(app);
      await page.keyboard.press('End');
      await expect.poll(() => read(app)).toEqual(upTo(sight.at(-1)!));
      await screen.go('Today');
      await screen.go('Load 0');
      await expect(screen.list.getByRole('option').first()).toHaveAttribute('aria-setsize', `${200 - sight.at(-1)!}`);
      expect((await read(app)).length).toBe(sight.at(-1)!);
    });

    test('marks what a search found, and nothing of the list below it', async ({ app, newsroom }) => {
      await begin(app, newsroom);
      const { screen, page } = app;
      const title = (await app.call('listArticles', { scope: { kind: 'all' }, limit: 200 })).articles[150]!.title.split(' ')[0]!;
      await screen.press('/');
      await page.keyboard.type(title);
      await expect(screen.list).toHaveAccessibleName('Results');
      await expect.poll(async () => (await inSight(app)).length).toBeGreaterThan(5);
      const places = await app.screen.list.evaluate((list) => [...list.querySelectorAll('[role="option"]')].slice(0, 4).map((row) => Number(row.getAttribute('data-article'))));
      await wheel(app, ROW * 4);
      await expect.poll(async () => (await app.call('listArticles', { scope: { kind: 'all' }, limit: 200 })).articles.filter((article) => article.read).map(({ id }) => id)).toHaveLength(4);
      const marked = (await app.call('listArticles', { scope: { kind: 'all' }, limit: 200 })).articles.filter((article) => article.read).map(({ id }) => id);
      expect(marked.toSorted((one, other) => one - other)).toEqual(places.toSorted((one, other) => one - other));
    });

    test('marks none where the list is restored or the program leads elsewhere in it', async ({ app, newsroom }) => {
      await begin(app, newsroom);
      await wheel(app, ROW * 20);
      await expect.poll(() => read(app)).toEqual(upTo(20));
      await app.restart();
      await expect.poll(async () => (await inSight(app))[0]).toBeGreaterThan(15);
      await app.screen.go('Today');
      await app.screen.go('Load 0');
      await app.page.setViewportSize({ width: 1440, height: 620 });
      await expect.poll(async () => (await inSight(app))[0]).toBe(1);
      expect(await read(app)).toEqual(upTo(20));
    });
  });
});
