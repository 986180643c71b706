import { KEYBOARD, MOUSE } from './app/first-steps.ts';
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

for (const [hand, hands] of [['mouse', MOUSE], ['keyboard alone', KEYBOARD]] as const) {
  test(`A stranger’s first ten minutes, by ${hand}: from an empty library to an article that is still whole without a network, after a restart`, async ({ app, newsroom }) => {
    test.slow();
    await expect(app.page.getByRole('heading', { name: 'No sources yet' })).toBeVisible();
    await hands.subscribe(app, newsroom.origin('oxide-alloy'));
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

    await app.restart();
    await hands.openBookmark(app);
    await expectWhole(app);
    expect((await app.call('counts', {})).bookmarks).toBe(1);
    expect(newsroom.requests()).toEqual([]);
  });
}
