import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Feed } from '../../../../electron/contract/model.ts';
import { rebuildFolder } from '../../../../renderer/manage/rebuild-folder.ts';
import { toggleBookmark, toggleRead } from '../../../../renderer/state/article-actions.ts';
import { openListing, useListing } from '../../../../renderer/state/listing.ts';
import { noteDone, showToast, useUi } from '../../../../renderer/state/ui.ts';
import { undo } from '../../../../renderer/state/undo.ts';
import { showLocale } from '../../../../renderer/words/language.ts';
import { headline, installFakeReader } from '../fake-reader.ts';
import type { FakeReader } from '../fake-reader.ts';

// The way out of the app looks at the window as soon as it is loaded.
vi.hoisted(() => Object.assign(globalThis, { window: { reader: {} } }));

const feed = (id: number, folderId: number | null): Feed => ({ id, folderId }) as Feed;

let reader: FakeReader;
beforeAll(() => {
  reader = installFakeReader();
});

beforeEach(async () => {
  useUi.setState({ doneStack: [], toast: null });
  reader.answer('listArticles', () => ({ articles: [headline(5)], nextCursor: null, total: 1, asOf: 50 }));
  reader.answer('setRead', () => ({ changed: 1 }));
  reader.answer('setBookmarked', ({ bookmarked }: { bookmarked: boolean }) => ({ bookmarked }));
  await openListing({ scope: { kind: 'today' }, unreadOnly: false, order: 'time' });
  reader.asked.length = 0;
});

function said(): string | undefined {
  return useUi.getState().toast?.text();
}

function status(): readonly [boolean, boolean] {
  const [row] = useListing.getState().rows;
  return [row?.read ?? false, row?.bookmarked ?? false];
}

describe('undo', () => {
  it('takes back the latest action first, marking as read among them, and says which', async () => {
    await toggleBookmark(5);
    await toggleRead(5);
    expect(status()).toEqual([true, true]);
    await undo();
    expect(status()).toEqual([false, true]);
    expect(said()).toBe('Undone: Marked as read: Headline 5');
    await undo();
    expect(status()).toEqual([false, false]);
    expect(said()).toBe('Undone: Bookmarked');
    await undo();
    expect(said()).toBe('Nothing to undo');
  });

  it('takes back an action that the engine has not answered yet, in order', async () => {
    const slow = Promise.withResolvers<object>();
    reader.answer('setRead', ({ read }: { read: boolean }) => (read ? slow.promise : { changed: 1 }));
    const marking = toggleRead(5);
    const undoing = undo();
    slow.resolve({ changed: 1 });
    await Promise.all([marking, undoing]);
    expect(reader.asked.map(({ args }) => args)).toEqual([
      { articleIds: [5], read: true },
      { articleIds: [5], read: false },
    ]);
    expect(status()).toEqual([false, false]);
  });

  it('takes back two that are asked for one behind the other in their order, though the later one is answered late', async () => {
    const slow = Promise.withResolvers<object>();
    await toggleRead(5);
    reader.answer('setRead', () => slow.promise);
    const marking = toggleRead(5);
    const undoing = [undo(), undo()];
    slow.resolve({ changed: 1 });
    await Promise.all([marking, ...undoing]);
    expect(reader.asked.map(({ args }) => (args as { read: boolean }).read)).toEqual([true, false, true, false]);
    expect(status()).toEqual([false, false]);
  });

  it('shows at once what it takes back, so that the same key turns what is seen', async () => {
    const slow = Promise.withResolvers<object>();
    reader.answer('setRead', () => slow.promise);
    const marking = toggleRead(5);
    const undoing = undo();
    await vi.waitFor(() => expect(status()).toEqual([false, false]));
    const again = toggleRead(5);
    expect(status()).toEqual([true, false]);
    slow.resolve({ changed: 1 });
    await Promise.all([marking, undoing, again]);
    expect(reader.asked.map(({ args }) => (args as { read: boolean }).read)).toEqual([true, false, true]);
  });

  it('brings an article back to a list of what is unread that was drawn anew meanwhile', async () => {
    let listed = [headline(6), headline(5)];
    reader.answer('listArticles', () => ({ articles: listed, nextCursor: null, total: listed.length, asOf: 50 }));
    const request = { scope: { kind: 'unread' }, unreadOnly: false, order: 'time' } as const;
    await openListing(request);
    await toggleRead(5);
    listed = [headline(6)];
    await openListing(request);
    listed = [headline(6), headline(5)];
    await undo();
    expect(useListing.getState().rows.map(({ id }) => id)).toEqual([6, 5]);
  });

  it('gives a bookmark back before it is taken away again, where the engine has not said yet what it took', async () => {
    const slow = Promise.withResolvers<object>();
    reader.answer('removeBookmarks', () => slow.promise);
    reader.answer('restoreBookmarks', () => ({ changed: 1 }));
    await toggleBookmark(5);
    const removing = toggleBookmark(5);
    const undoing = undo();
    await vi.waitFor(() => expect(status()).toEqual([false, true]));
    const again = toggleBookmark(5);
    expect(status()).toEqual([false, false]);
    slow.resolve({ changed: 1, batch: 70 });
    await Promise.all([removing, undoing, again]);
    expect(reader.asked.map(({ method }) => method)).toEqual(['setBookmarked', 'removeBookmarks', 'restoreBookmarks', 'removeBookmarks']);
    expect(status()).toEqual([false, false]);
  });

  it('brings a bookmark back as of when it was made, however often it is taken away', async () => {
    let batch = 70;
    reader.answer('removeBookmarks', () => ({ changed: 1, batch: (batch += 1) }));
    reader.answer('restoreBookmarks', () => ({ changed: 1 }));
    await toggleBookmark(5);
    await toggleBookmark(5);
    await undo();
    expect(status()).toEqual([false, true]);
    expect(said()).toBe('Undone: Bookmark removed');
    await toggleBookmark(5);
    await undo();
    expect(status()).toEqual([false, true]);
    expect(reader.asked.map(({ method, args }) => [method, args])).toEqual([
      ['setBookmarked', { articleId: 5, bookmarked: true }],
      ['removeBookmarks', { articleIds: [5] }],
      ['restoreBookmarks', { batch: 71 }],
      ['removeBookmarks', { articleIds: [5] }],
      ['restoreBookmarks', { batch: 72 }],
    ]);
  });

  it('forgets an action that failed', async () => {
    reader.answer('setBookmarked', () => {
      throw { code: 'database-failed', message: 'disk I/O error', detail: {} };
    });
    await toggleBookmark(5);
    expect(status()).toEqual([false, false]);
    expect(useUi.getState().doneStack).toEqual([]);
    expect(said()).toMatch(/library failed/);
  });

  it('says so where the latest action cannot be taken back, and leaves alone what was done before it', async () => {
    await toggleRead(5);
    showToast({ text: () => 'Unsubscribed from Oxide & Alloy', final: true });
    await undo();
    await undo();
    expect(said()).toBe('Cannot be undone: Unsubscribed from Oxide & Alloy');
    expect(status()).toEqual([true, false]);
  });

  it('of a toast takes back what the toast says, not what was done after it', async () => {
    await toggleBookmark(5);
    const { done } = useUi.getState().toast!;
    await toggleRead(5);
    await undo(done!);
    expect(status()).toEqual([true, false]);
    expect(useUi.getState().doneStack.map((one) => one.said())).toEqual(['Marked as read: Headline 5']);
  });

  it('says why it failed', async () => {
    noteDone(() => 'Renamed', () => Promise.reject(new Error('gone')));
    await undo();
    expect(said()).toMatch(/fault is in Monazite/);
  });
});

describe('rebuildFolder', () => {
  it('makes a deleted folder again, with its sources and the folders inside it', async () => {
    let nextId = 20;
    reader.answer('createFolder', ({ title, parentId }: { title: string; parentId: number | null }) => ({ folder: { id: (nextId += 1), title, parentId } }));
    reader.answer('moveFeed', () => ({ feed: {} }));
    reader.answer('deleteFolder', () => ({}));
    const press = { id: 2, parentId: 1, title: 'Trade press' };
    const europe = { id: 3, parentId: 2, title: 'Europe' };
    await rebuildFolder(press, { folders: [{ id: 1, parentId: null, title: 'All' }, press, europe], feeds: [feed(10, 2), feed(11, 3), feed(12, 1)] });
    expect(reader.asked.map(({ method, args }) => [method, args])).toEqual([
      ['createFolder', { title: 'Trade press', parentId: 1 }],
      ['moveFeed', { feedId: 10, folderId: 21 }],
      ['createFolder', { title: 'Europe', parentId: 21 }],
      ['moveFeed', { feedId: 11, folderId: 22 }],
      ['deleteFolder', { folderId: 3 }],
    ]);
  });

  it('says what was done in the language of now, also where that is switched while it stands there', async () => {
    await toggleBookmark(5);
    expect(said()).toBe('Bookmarked');
    showLocale('zh-CN');
    try {
      expect(said()).toBe('已加书签');
      await undo();
      expect(said()).toBe('已撤销：已加书签');
    } finally {
      showLocale('en');
    }
  });
});
