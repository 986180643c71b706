import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Newsroom } from '../newsroom/newsroom.ts';
import type { App } from './app/app.ts';
import { expect, test } from './app/test.ts';

const DAY = 24 * 60 * 60_000;
const START = Date.now() - 40 * DAY;

function rss(numbers: readonly number[], site: string): string {
  const items = numbers.map((n) => `<item><guid isPermaLink="false">gap-${n}</guid><title>Notice ${n}</title><link>${site}/notice-${n}</link><description>Text of notice ${n}.</description><pubDate>${new Date(START + n * DAY).toUTCString()}</pubDate></item>`);
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette</title><link>${site}/</link>${items.join('')}</channel></rss>`;
}

const down = (last: number, first: number): number[] => Array.from({ length: last - first + 1 }, (_, n) => last - n);

/** Follows a feed of four notices, and lets so many come meanwhile that its window moves past them. Only the pages given are there. */
async function missNews(app: App, newsroom: Newsroom, path: string, pages: Readonly<Record<string, readonly number[]>>): Promise<void> {
  const server = newsroom.server('northgate');
  const site = newsroom.origin('northgate');
  let now = down(4, 1);
  server.extra.set(path, (request: IncomingMessage, response: ServerResponse) => {
    const page = new URL(request.url ?? '/', site).searchParams.get('paged');
    const shown = page === null ? now : pages[page];
    if (shown) response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss(shown, site));
    else response.writeHead(404).end();
  });
  await app.call('subscribe', { url: site + path });
  now = down(20, 17);
  await app.refreshed();
}

test.describe('A source that published more than it shows at once', () => {
  test('says between which days headlines may be missing, fetches them, and is whole again', async ({ app, newsroom }) => {
    await missNews(app, newsroom, '/gazette/feed/', { 2: down(16, 11), 3: down(10, 3) });
    const { screen, page } = app;
    await screen.go('Gazette');
    const strip = page.getByRole('region', { name: /^Headlines may be missing between \d+( \w+)? and \d+ \w+$/ });
    await expect(strip).toContainText('The source published more than it shows at once');
    await expect(screen.list.getByRole('option')).toHaveCount(8);

    await strip.getByRole('button', { name: 'Fetch what is missing' }).click();
    await expect(page.getByText('12 missing headlines fetched. Nothing is missing any more.').first()).toBeVisible();
    await expect(strip).toBeHidden();
    expect((await app.call('counts', {})).unread).toBe(20);
    await page.keyboard.press('.');
    await expect(screen.row('Notice 12')).toBeVisible();
  });

  test('says where the rest is when it gives nothing older, and the notice can be dismissed', async ({ app, newsroom }) => {
    await missNews(app, newsroom, '/gazette/news.xml', {});
    const { screen, page } = app;
    await screen.go('Gazette');
    const strip = page.getByRole('region', { name: /^Headlines may be missing/ });
    await strip.getByRole('button', { name: 'Fetch what is missing' }).click();
    await expect(strip).toContainText('The source gives nothing older to readers. What was missed can only be read on its site.');
    await expect(strip.getByRole('button', { name: 'Open site in browser' })).toBeVisible();
    await strip.getByRole('button', { name: 'Dismiss' }).click();
    await expect(strip).toBeHidden();
    expect((await app.call('listFeeds', {})).feeds[0]?.gap).toBeNull();
  });

  test('says so in Chinese', async ({ app, newsroom }) => {
    await missNews(app, newsroom, '/gazette/feed/', { 2: down(16, 13) });
    const { screen, page } = app;
    await app.call('setSettings', { language: 'zh-CN' });
    await screen.place('Gazette').click();
    const strip = page.getByRole('region', { name: /^\d+月\d+日至(\d+月)?\d+日之间可能有遗漏$/ });
    await strip.getByRole('button', { name: '补取遗漏内容' }).click();
    await expect(strip).toContainText('已补取4条，来源目前没有更早的内容。');
  });
});
