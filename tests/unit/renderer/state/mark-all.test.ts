import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { markAllRead } from '../../../../renderer/state/list-actions.ts';
import { toggleBookmark } from '../../../../renderer/state/article-actions.ts';
import { openListing, useListing } from '../../../../renderer/state/listing.ts';
import { moveBy, openScope, showNew } from '../../../../renderer/state/navigate.ts';
import { useUi } from '../../../../renderer/state/ui.ts';
import { undo } from '../../../../renderer/state/undo.ts';
import { headline, installFakeReader } from '../fake-reader.ts';
import type { FakeReader } from '../fake-reader.ts';

// The way out of the app looks at the window as soon as it is loaded.
vi.hoisted(() => Object.assign(globalThis, { window: { reader: {} } }));

const HERE = { kind: 'feed', id: 1 } as const;
const THERE = { kind: 'feed', id: 2 } as const;

let reader: FakeReader;
beforeAll(() => {
  reader = installFakeReader();
});

beforeEach(async () => {
  useUi.setState({ scope: HERE, articleId: null, page: null, doneStack: [], toast: null });
  reader.answer('listArticles', () => ({ articles: [headline(6), headline(5)], nextCursor: null, total: 2, asOf: 50 }));
  reader.answer('setBookmarked', () => ({}));
  reader.answer('undoMarkAllRead', () => ({ changed: 2 }));
  await openListing({ scope: HERE, unreadOnly: false, order: 'time' });
  reader.asked.length = 0;
});

function asked(method: string): readonly unknown[] {
  return reader.asked.filter((one) => one.method === method).map(({ args }) => args);
}

describe('markAllRead', () => {
  it('is what Z takes back before the engine has answered, not what was done before it', async () => {
    await toggleBookmark(5);
    const slow = Promise.withResolvers<object>();
    reader.answer('markAllRead', () => slow.promise);
    const marking = markAllRead();
    const undoing = undo();
    slow.resolve({ changed: 2, batch: 9 });
    await Promise.all([marking, undoing]);
    expect(asked('undoMarkAllRead')).toEqual([{ batch: 9 }]);
    expect(useListing.getState().rows.map(({ read, bookmarked }) => [read, bookmarked])).toEqual([[false, false], [false, true]]);
    expect(useUi.getState().toast?.text()).toBe('Undone: 2 headlines marked as read');
  });

  it('leaves nothing for Z where nothing was to be marked', async () => {
    await toggleBookmark(5);
    const slow = Promise.withResolvers<object>();
    reader.answer('markAllRead', () => slow.promise);
    const marking = markAllRead();
    const undoing = undo();
    slow.resolve({ changed: 0, batch: 0 });
    await Promise.all([marking, undoing]);
    expect(useUi.getState().toast?.text()).toBe('Everything here is read already');
    expect(useUi.getState().doneStack.map(({ said }) => said())).toEqual(['Bookmarked']);
  });

  it('taken back, brings what it marked to a list of what is unread that was drawn anew meanwhile', async () => {
    const unread = [headline(6), headline(5)];
    let listed = unread;
    reader.answer('listArticles', () => ({ articles: listed, nextCursor: null, total: listed.length, asOf: 50 }));
    reader.answer('markAllRead', () => {
      listed = [headline(7)];
      return { changed: 2, batch: 9 };
    });
    reader.answer('undoMarkAllRead', () => {
      listed = [headline(7), ...unread];
      return { changed: 2 };
    });
    useUi.setState({ scope: { kind: 'unread' } });
    await showNew();
    await markAllRead();
    await showNew();
    expect(useListing.getState().rows.map(({ id }) => id)).toEqual([7]);
    await undo();
    expect(useListing.getState().rows.map(({ id }) => id)).toEqual([7, 6, 5]);
  });

  it('marks what the list holds that was gone to, not the rows of the one before, which still stand', async () => {
    const slow = Promise.withResolvers<object>();
    reader.answer('listArticles', () => slow.promise);
    reader.answer('markAllRead', () => ({ changed: 1, batch: 9 }));
    void openScope(THERE);
    const marking = markAllRead();
    slow.resolve({ articles: [headline(4)], nextCursor: null, total: 1, asOf: 70 });
    await marking;
    expect(asked('markAllRead')).toEqual([{ scope: THERE, before: 70 }]);
    expect(useListing.getState().rows.map(({ id, read }) => [id, read])).toEqual([[4, true]]);
  });
});

describe('moveBy', () => {
  it('goes through the list that was gone to, not through the rows of the one before, which still stand', async () => {
    const slow = Promise.withResolvers<object>();
    reader.answer('listArticles', () => slow.promise);
    void openScope(THERE);
    const moving = [moveBy(1), moveBy(1)];
    expect(useUi.getState().articleId).toBeNull();
    slow.resolve({ articles: [headline(4), headline(3)], nextCursor: null, total: 2, asOf: 70 });
    await Promise.all(moving);
    expect(useUi.getState().articleId).toBe(3);
  });
});
