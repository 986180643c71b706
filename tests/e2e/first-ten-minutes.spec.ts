import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEYBOARD, MOUSE } from './app/first-steps.ts';
import type { Hands } from './app/first-steps.ts';
import type { App } from './app/app.ts';
import { expect, test } from './app/test.ts';

const SOURCE = 'Oxide & Alloy';
const TITLE = 'Dysprosium oxide gains again';
const PICTURE = /Leach ponds in southern Jiangxi/;

/** The article stands there with its picture, decoded. */
async function expectWhole({ screen }: App): Promise<void> {
  await expect(screen.articleTitle).toContainText(TITLE);
  await expect(screen.article).toContainText('buying spot to cover contracts');
  const picture = screen.article.getByRole('img', { name: PICTURE });
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBe(1200);
}

/** The newsroom as the catalogue, in place of the one that ships: nothing outside of this machine is asked. */
async function withCatalogue(app: App): Promise<void> {
  const { newsroom, profile } = app;
  const sources = [{ id: 'oxide-alloy', kind: 'trade', title: SOURCE, url: newsroom.feedUrl('oxide-alloy'), site: `${newsroom.origin('oxide-alloy')}/`, reads: 'feed', lang: 'en', about: { en: 'Prices and trade flows', 'zh-Hans': '价格与贸易' }, perDay: 9, starter: true }];
  await app.restart(() => {
    writeFileSync(join(profile, 'catalogue.json'), JSON.stringify({ replaces: true, sources }));
  });
}

/** How a stranger comes to a first source. */
const BEGINNINGS = {
  'from the catalogue': { welcomed: false, begin: async (app: App, hands: Hands) => { await withCatalogue(app); await hands.choose(app, SOURCE); } },
  'from an address': { welcomed: true, begin: async (app: App, hands: Hands) => { await expect(app.page.getByRole('heading', { name: 'No sources yet' })).toBeVisible(); await hands.subscribe(app, app.newsroom.origin('oxide-alloy')); } },
} as const;

for (const [from, { welcomed, begin }] of Object.entries(BEGINNINGS)) {
  test.describe(from, () => {
    test.use({ settings: { welcomed } });
    for (const [hand, hands] of [['mouse', MOUSE], ['keyboard alone', KEYBOARD]] as const) {
      test(`A stranger’s first ten minutes, by ${hand}: from an empty library to an article that is still whole without a network, after a restart`, async ({ app, newsroom }) => {
        test.slow();
        await begin(app, hands);
        await expect(app.screen.place(SOURCE)).toBeVisible();

        await hands.read(app, SOURCE, TITLE);
        await expectWhole(app);
        await expect(app.screen.chosen).not.toHaveAccessibleName(/^Unread/);

        await hands.bookmark(app);
        await expect(app.screen.chosen).toHaveAccessibleName(/Bookmarked\./);
        await expect.poll(async () => (await app.call('counts', {})).bookmarks).toBe(1);

        await hands.search(app, 'leach ponds');
        await expect(app.screen.articleTitle).toContainText(TITLE);
        await expect(app.page.getByRole('group', { name: 'Matches in this article' })).toBeVisible();
        await app.imagesKept();

        await newsroom.stop();
        newsroom.clearRequests();
        await hands.refresh(app);
        await expect(app.screen.sidebar.getByText(/^Offline since/)).toBeVisible({ timeout: 30_000 });
        await expectWhole(app);

        // Where one reads is stored every two seconds: a door that is ended sooner may not hear of it any more.
        await expect.poll(async () => (await app.call('getSettings', {})).place?.articleId ?? null).not.toBeNull();
        await app.restart();
        await hands.openBookmark(app);
        await expectWhole(app);
        expect((await app.call('counts', {})).bookmarks).toBe(1);
        expect(newsroom.requests()).toEqual([]);
      });
    }
  });
}
