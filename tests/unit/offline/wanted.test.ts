import { describe, expect, test } from 'vitest';
import type { Settings } from '../../../electron/contract/settings.ts';
import { aRoom, asked, idsOf, publish, wanting } from './prepare-desk.ts';

describe('what must be there', () => {
  test('bookmarks and pins always, the folders chosen with those below, the unread of the last days', async () => {
    const { url } = publish(4);
    const room = aRoom({ settings: wanting({ unreadDays: 0 }) });
    await room.api.subscribe({ url, folder: 'Trade press/Europe' });
    const ids = await idsOf(room);
    const idOf = (at: number): number => ids.get(`story-${at}`) ?? 0;
    const count = async (offline: Partial<Settings['offline']>): Promise<number> => {
      await room.api.setSettings(wanting(offline));
      return (await room.api.offlinePlan({})).articles;
    };
    expect(await count({ unreadDays: 0 })).toBe(0);
    await room.api.setBookmarked({ articleId: idOf(1), bookmarked: true });
    await room.api.keepOffline({ articleId: idOf(2), keep: true });
    expect(await count({ unreadDays: 0 })).toBe(2);
    await room.api.setRead({ articleIds: [idOf(3)], read: true });
    expect(await count({ unreadDays: 1 })).toBe(3);
    expect(await count({ unreadDays: 0, folders: 'all' })).toBe(4);
    const { folders } = await room.api.listFeeds({});
    const above = folders.find(({ title }) => title === 'Trade press')?.id ?? 0;
    expect(await count({ unreadDays: 0, folders: [above] })).toBe(4);
    expect(await count({ unreadDays: 0, folders: [above + 1000] })).toBe(2);
    await room.api.keepOffline({ articleId: idOf(2), keep: false });
    expect(await count({ unreadDays: 0 })).toBe(1);
  });

  test('the newest come first, as far as the budget reaches; bookmarks whatever it is', async () => {
    const { url } = publish(6, { pictureBytes: 400_000 });
    const room = aRoom({ settings: wanting({ folders: 'all', budgetMb: 1 }) });
    await room.api.subscribe({ url });
    const ids = await idsOf(room);
    await room.api.setBookmarked({ articleId: ids.get('story-5') ?? 0, bookmarked: true });
    const report = await room.api.prepare({});
    expect(report).toMatchObject({ ready: true, notReady: [], stopped: null });
    const plan = await room.api.offlinePlan({});
    expect(plan).toMatchObject({ ready: plan.articles, missingText: 0, missingImages: 0, bytesExpected: 0, budgetReached: true });
    const kept = await room.api.listArticles({ scope: { kind: 'offline' }, limit: 10 });
    expect(kept.articles.map(({ title }) => title)).toEqual(expect.arrayContaining(['story-0', 'story-1', 'story-5']));
    // Two images of 400 kB fit a budget of 1 MB; what was under way when that was seen may have come as well, and no more is asked for.
    const before = asked().length;
    await room.api.prepare({});
    expect(asked()).toHaveLength(before);
  });

  test('the plan of a large library walks indexes', async () => {
    const room = aRoom();
    const plans = ['statuses_bookmarked WHERE bookmarked = 1 AND presence = 1', 'statuses_visible WHERE visible = 1', 'statuses_unread WHERE visible = 1 AND read = 0'].map((which) =>
      room.store.all<{ detail: string }>(`EXPLAIN QUERY PLAN SELECT article_id AS id FROM statuses INDEXED BY ${which} AND article_id >= 1 AND article_id < 9 ORDER BY article_id DESC LIMIT 9`).map(({ detail }) => detail).join(),
    );
    for (const plan of plans) expect(plan).toMatch(/^SEARCH statuses USING (COVERING )?INDEX \w+ \(article_id>\? AND article_id<\?\)$/);
  });
});

test('the light, the marks of the list and the Offline list say the same of a summary that is all that was chosen', async () => {
  const { url } = publish(2);
  const room = aRoom({ settings: wanting({ folders: 'all' }) });
  const { feedId } = await room.api.subscribe({ url });
  await room.api.setFullText({ feedId, mode: 'feed' });
  const ids = await idsOf(room);
  await room.api.keepFullText({ articleId: ids.get('story-0') ?? 0 });
  expect(await room.api.prepare({})).toMatchObject({ ready: true, articles: 2 });
  const { articles } = await room.api.listArticles({ scope: { kind: 'all' }, limit: 10 });
  expect(articles.map(({ title, kept }) => [title, kept])).toEqual([['story-0', 'full'], ['story-1', 'headline']]);
  expect(await room.api.offlinePlan({})).toMatchObject({ articles: 2, ready: 1, summaries: 1, missingText: 0, missingImages: 0 });
  expect((await room.api.counts({})).offline).toBe(1);
});
