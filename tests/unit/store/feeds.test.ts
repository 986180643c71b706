import { describe, expect, test } from 'vitest';
import { addFeed, feedRecord, feedRecords, findFeedByUrl, moveFeed, renameFeed, unsubscribe, unsubscribePreview } from '../../../electron/core/store/feeds.ts';
import { createFolder, deleteFolder, folderAtPath, listFolders, renameFolder } from '../../../electron/core/store/folders.ts';
import { NOON, failureOf, follow, testStore } from './library.ts';

describe('feeds', () => {
  test('a new feed is due at once, without validators, and known by its address', () => {
    const store = testStore();
    const feed = addFeed(store, { feedUrl: 'https://a.example/f', kind: 'atom', facts: { title: 'A', siteUrl: 'https://a.example/', lang: 'zh' }, folderId: null, title: null });
    expect(feed).toEqual({
      id: 1, kind: 'atom', feedUrl: 'https://a.example/f', siteUrl: 'https://a.example/', title: 'A', folderId: null, lang: 'zh', subscribedAt: NOON,
      fetchedAt: null, succeededAt: null, newestAt: null, nextAt: NOON, failure: null, gap: null, validators: null, validatorsAt: null, bodyHash: null, failures: 0,
      paused: false, page: null, pageFound: null, pageDated: null, datesLostAt: null, wishes: null, archiveUrl: null, everyMs: null, nextReason: null, movedUrl: null, movedSince: null,
      movedTimes: 0, foundUrl: null, credentials: null, fullText: 'opened', icon: null,
    });
    expect(findFeedByUrl(store, 'https://a.example/f')).toEqual(feed);
    expect(findFeedByUrl(store, 'https://a.example/g')).toBeNull();
    expect(feedRecords(store)).toEqual([feed]);
  });

  test('following twice is refused, and names the feed that is followed', () => {
    const store = testStore();
    const feed = follow(store);
    expect(failureOf(() => follow(store))).toEqual({ code: 'already-subscribed', detail: { feedId: feed.id } });
  });

  test('a feed that says no title has its host for one; the person\'s own goes before both', () => {
    const store = testStore();
    const nameless = addFeed(store, { feedUrl: 'https://a.example:8080/f', kind: 'rss', facts: { title: null, siteUrl: null, lang: null }, folderId: null, title: null });
    expect(nameless.title).toBe('a.example:8080');
    expect(renameFeed(store, nameless.id, '  Mine ').title).toBe('Mine');
    expect(renameFeed(store, nameless.id, '').title).toBe('a.example:8080');
    expect(follow(store, { title: 'Chosen' }).title).toBe('Chosen');
  });

  test('taken up again, a feed keeps its own title, starts afresh and goes into the new folder', () => {
    const store = testStore();
    const feed = follow(store, { title: 'Chosen' });
    unsubscribe(store, feed.id);
    expect(feedRecords(store)).toEqual([]);
    const folderId = folderAtPath(store, 'New');
    expect(follow(store, { folderId })).toMatchObject({ id: feed.id, title: 'Chosen', folderId, failure: null, succeededAt: null });
  });

  test('a feed or folder that is not there is an error', () => {
    const store = testStore();
    const feed = follow(store);
    for (const work of [() => feedRecord(store, 9), () => unsubscribe(store, 9), () => unsubscribePreview(store, 9), () => renameFeed(store, 9, 'x'), () => moveFeed(store, 9, null)]) {
      expect(failureOf(work)).toEqual({ code: 'feed-missing', detail: { feedId: 9 } });
    }
    for (const work of [() => moveFeed(store, feed.id, 9), () => follow(store, { url: 'https://b.example/', folderId: 9 }), () => renameFolder(store, 9, 'x'), () => deleteFolder(store, 9), () => createFolder(store, { title: 'x', parentId: 9 })]) {
      expect(failureOf(work)).toEqual({ code: 'folder-missing', detail: { folderId: 9 } });
    }
    expect(feedRecords(store)).toHaveLength(1);
  });
});

describe('folders', () => {
  test('a path makes what is missing of it, once', () => {
    const store = testStore();
    const europe = folderAtPath(store, 'Trade press/Europe');
    expect(folderAtPath(store, ' Trade press / Europe /')).toBe(europe);
    expect(folderAtPath(store, ['Trade press', 'Asia/Pacific'])).not.toBe(europe);
    expect(folderAtPath(store, '')).toBeNull();
    expect(listFolders(store)).toEqual([
      { id: 1, parentId: null, title: 'Trade press' },
      { id: 2, parentId: 1, title: 'Europe' },
      { id: 3, parentId: 1, title: 'Asia/Pacific' },
    ]);
  });

  test('deleting a folder moves its feeds and folders to the one above', () => {
    const store = testStore();
    const inner = folderAtPath(store, 'A/B/C') ?? 0;
    const [a, b] = listFolders(store);
    const feed = follow(store, { folderId: b?.id ?? 0 });
    deleteFolder(store, b?.id ?? 0);
    expect(feedRecord(store, feed.id).folderId).toBe(a?.id);
    expect(listFolders(store)).toEqual([a, { id: inner, parentId: a?.id, title: 'C' }]);
    deleteFolder(store, a?.id ?? 0);
    expect(moveFeed(store, feed.id, inner).folderId).toBe(inner);
    expect(feedRecord(store, feed.id).folderId).toBe(inner);
    expect(listFolders(store)).toEqual([{ id: inner, parentId: null, title: 'C' }]);
  });

  test('making a folder that is there answers with it; renaming renames', () => {
    const store = testStore();
    const folder = createFolder(store, { title: ' Magnets ' });
    expect(createFolder(store, { title: 'Magnets' })).toEqual(folder);
    expect(renameFolder(store, folder.id, 'Permanent magnets')).toEqual({ id: folder.id, parentId: null, title: 'Permanent magnets' });
  });
});
