import { describe, expect, test } from 'vitest';
import type { ArticleId } from '../../../electron/contract/model.ts';
import { png } from '../image/made-images.ts';
import { desk, follow, HOUR, page, SENTENCES } from './full-text-desk.ts';

describe('what a person adds bookmarks an article, whose page comes as that of any bookmark', () => {
  const ADDED: Record<string, (articleId: ArticleId) => Promise<unknown>> = {
    tag: (articleId) => desk.room.api.tagArticles({ articleIds: [articleId], add: ['quota'] }),
    note: (articleId) => desk.room.api.setNote({ articleId, text: 'Ask them.' }),
    highlight: (articleId) => desk.room.api.addHighlight({ articleId, quote: 'The shares fell', prefix: '', suffix: '.', start: 40 }),
    undo: async (articleId) => {
      desk.room.store.run('UPDATE statuses SET bookmarked_at = 1, unbookmarked_at = 5 WHERE article_id = ?', articleId);
      await desk.room.api.restoreBookmarks({ batch: 5 });
    },
  };

  test.each(Object.keys(ADDED))('by a %s', async (how) => {
    desk.server.on('/halden', page());
    const { articleId } = await follow();
    await ADDED[how]?.(articleId);
    await expect.poll(async () => (await desk.room.api.getArticle({ articleId })).textOrigin).toBe('page');
    expect((await desk.room.api.evidence({ articleId })).copies.map(({ origin }) => origin)).toEqual(['feed', 'page']);
  });
});

test('a highlight of one of two texts says in which it stands', async () => {
  desk.server.on('/halden', page());
  const { articleId } = await follow();
  const mark = (quote: string): Promise<unknown> => desk.room.api.addHighlight({ articleId, quote, prefix: '', suffix: '', start: 0 });
  await mark('The shares fell');
  await expect.poll(async () => (await desk.room.api.getArticle({ articleId })).textOrigin).toBe('page');
  await mark('tells of ore, acid and the price of both');
  await mark('what neither of them ever said of gallium');
  const { highlights } = await desk.room.api.evidence({ articleId });
  expect(highlights.map(({ quote, place, inOtherText }) => [quote.slice(0, 9), place, inOtherText])).toEqual([['tells of ', 'here', false], ['The share', 'lost', true], ['what neit', 'lost', false]]);
});

const images = (): unknown[] => desk.room.store.all('SELECT key FROM images');

test('a clean-up that takes nothing but the copies of a bookmark taken back takes their images too', async () => {
  desk.server.on('/pit.png', (_request, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(png(600, 400)));
  desk.server.on('/halden', page(`<p><img src="/pit.png" alt="The pit" width="600" height="400"></p>${SENTENCES}`));
  const { articleId, feedId } = await follow();
  await desk.room.api.keepFullText({ articleId });
  await desk.room.api.setBookmarked({ articleId, bookmarked: true });
  await desk.room.api.keepImages({ articleId });
  desk.items[0] = { slug: 'halden', text: 'Halden puts off its study once more. The shares fell again.' };
  desk.server.on('/halden', page());
  await desk.room.api.refresh({ feedIds: [feedId] });
  await desk.room.api.keepFullText({ articleId, opened: true });
  await desk.room.api.cleanUp({ before: Date.now() + HOUR });
  expect(images()).toHaveLength(1);
  await desk.room.api.setBookmarked({ articleId, bookmarked: false });
  expect(await desk.room.api.cleanUp({ before: Date.now() + HOUR })).toMatchObject({ removed: 0 });
  await expect.poll(images).toEqual([]);
});
