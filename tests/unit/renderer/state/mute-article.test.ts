import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { coverListing, uncoverListing } from '../../../../renderer/state/cover-listing.ts';
import { openListing, useListing } from '../../../../renderer/state/listing.ts';
import { muteArticle } from '../../../../renderer/state/mute-article.ts';
import { openReports } from '../../../../renderer/state/relist.ts';
import { useUi } from '../../../../renderer/state/ui.ts';
import { undo } from '../../../../renderer/state/undo.ts';
import { headline, installFakeReader } from '../fake-reader.ts';
import type { FakeReader } from '../fake-reader.ts';

// The way out of the app looks at the window as soon as it is loaded.
vi.hoisted(() => Object.assign(globalThis, { window: { reader: {} } }));

const ALL = { scope: { kind: 'all' }, unreadOnly: false, order: 'time' } as const;
const STORY = { id: 3, sources: 2, articles: 2, unread: 2 };

let reader: FakeReader;
let muted: ReadonlySet<number>;
beforeAll(() => {
  reader = installFakeReader();
});

function listed(ids: readonly number[]): void {
  reader.answer('listArticles', () => ({ articles: ids.filter((id) => !muted.has(id)).map((id) => headline(id)), nextCursor: null, total: 5, asOf: 50 }));
}

beforeEach(async () => {
  muted = new Set();
  reader.answer('setMuted', ({ articleIds, muted: now }: { articleIds: readonly number[]; muted: boolean }) => {
    muted = new Set(now ? articleIds : []);
    return { changed: articleIds };
  });
  reader.answer('countArrived', () => ({ count: 0 }));
  listed([9, 8, 7, 6, 5]);
  useListing.setState({ covered: null });
  await openListing(ALL);
  useUi.setState({ scope: ALL.scope, articleId: 7, doneStack: [], toast: null });
});

function ids(): number[] {
  return useListing.getState().rows.map((row) => row.id);
}

test('a muted headline goes where it stands, the one below it is read on, and Z puts it back and reads it', async () => {
  const { shown } = useListing.getState();
  await muteArticle(7);
  expect(ids()).toEqual([9, 8, 6, 5]);
  expect(useListing.getState()).toMatchObject({ shown, opening: shown, total: 4 });
  expect(useUi.getState().articleId).toBe(6);
  await undo();
  expect(ids()).toEqual([9, 8, 7, 6, 5]);
  expect(useListing.getState()).toMatchObject({ shown, opening: shown, total: 5 });
  expect(useUi.getState().articleId).toBe(7);
});

test('of the last headline, the one above it is read on; another that was chosen stays', async () => {
  useUi.setState({ articleId: 5 });
  await muteArticle(5);
  expect(useUi.getState().articleId).toBe(6);
  await muteArticle(9);
  expect(useUi.getState().articleId).toBe(6);
  await undo();
  expect(useUi.getState().articleId).toBe(6);
  expect(ids()).toEqual([9, 8, 7, 6]);
});

test('what is bookmarked stays in its list', async () => {
  useListing.setState(({ rows }) => ({ rows: rows.map((row) => (row.id === 7 ? { ...row, bookmarked: true } : row)) }));
  await muteArticle(7);
  expect(ids()).toEqual([9, 8, 7, 6, 5]);
  expect(useUi.getState().articleId).toBe(7);
});

test('of a search it goes from the list below as well, and comes back there', async () => {
  coverListing({ articleId: 7, topId: 9, scrollTop: 120 });
  reader.answer('search', () => ({ articles: [7, 5].map((id) => ({ ...headline(id), titleSpans: [], snippet: null, fields: [] })), nextCursor: null, total: { count: 2, exact: true }, also: [], notes: [], lights: [], languages: null, indexing: null, asOf: 60 }));
  await openListing({ ...ALL, search: { query: 'oxide', order: 'time', exact: false } });
  await muteArticle(7);
  expect(ids()).toEqual([5]);
  await uncoverListing();
  expect(ids()).toEqual([9, 8, 6, 5]);
  await undo();
  expect(ids()).toEqual([9, 8, 7, 6, 5]);
});

test('in another list it comes where the engine has it, without leaving where the reader is', async () => {
  await muteArticle(7);
  listed([8, 7, 4]);
  await openListing({ ...ALL, scope: { kind: 'feed', id: 1 } });
  expect(ids()).toEqual([8, 4]);
  await undo();
  expect(ids()).toEqual([8, 7, 4]);
});

test('of a story, another report stands for the rest, and gives way again', async () => {
  const lead = headline(8, { story: STORY });
  reader.answer('listArticles', () => ({ articles: muted.has(8) ? [headline(9), headline(4), headline(3)] : [headline(9), lead, headline(3)], nextCursor: null, total: 3, asOf: 50 }));
  reader.answer('story', () => ({ storyId: 3, articles: [headline(4), lead], differing: [] }));
  reader.answer('storiesOf', ({ articleIds }: { articleIds: readonly number[] }) => ({ stories: articleIds.filter((id) => id === 4).map((articleId) => ({ articleId, story: STORY })) }));
  await openListing({ ...ALL, stories: true });
  await openReports(8);
  useUi.setState({ articleId: 8 });
  await muteArticle(8);
  expect(ids()).toEqual([9, 4, 3]);
  expect(useUi.getState().articleId).toBe(3);
  await undo();
  expect(ids()).toEqual([9, 8, 3]);
  expect(useListing.getState().opened.get(8)?.map(({ id }) => id)).toEqual([4]);
});
