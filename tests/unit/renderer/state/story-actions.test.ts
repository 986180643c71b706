import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { toggleRead } from '../../../../renderer/state/article-actions.ts';
import { openListing, useListing } from '../../../../renderer/state/listing.ts';
import { toggleStoryRead } from '../../../../renderer/state/story-actions.ts';
import { useUi } from '../../../../renderer/state/ui.ts';
import { undo } from '../../../../renderer/state/undo.ts';
import { headline, installFakeReader } from '../fake-reader.ts';
import type { FakeReader } from '../fake-reader.ts';

// The way out of the app looks at the window as soon as it is loaded.
vi.hoisted(() => Object.assign(globalThis, { window: { reader: {} } }));

let reader: FakeReader;
beforeAll(() => {
  reader = installFakeReader();
});

beforeEach(async () => {
  useUi.setState({ doneStack: [], toast: null });
  reader.answer('listArticles', () => ({ articles: [headline(5, { story: { id: 3, reports: 2, sources: 2 } as never })], nextCursor: null, total: 1, asOf: 50 }));
  await openListing({ scope: { kind: 'today' }, unreadOnly: false, order: 'time', stories: true });
  reader.asked.length = 0;
});

test('a story that is marked twice before the engine answers is as it was', async () => {
  const slow = Promise.withResolvers<object>();
  reader.answer('setStoryRead', () => slow.promise);
  const marking = toggleStoryRead(5);
  expect(useListing.getState().rows[0]?.read).toBe(true);
  const again = toggleStoryRead(5);
  expect(useListing.getState().rows[0]?.read).toBe(false);
  slow.resolve({ articleIds: [5, 4] });
  await Promise.all([marking, again]);
  expect(reader.asked.map(({ args }) => (args as { read: boolean }).read)).toEqual([true, false]);
  expect(useListing.getState().rows[0]?.read).toBe(false);
});

test('a story that the engine could not mark is shown as it was', async () => {
  reader.answer('setStoryRead', () => {
    throw { code: 'database-failed', message: 'disk I/O error', detail: {} };
  });
  await toggleStoryRead(5);
  expect(useListing.getState().rows[0]?.read).toBe(false);
  expect(useUi.getState().doneStack).toEqual([]);
});

test('a story that is marked, taken back and marked again before the engine answers is read', async () => {
  const slow = Promise.withResolvers<object>();
  const stored = new Map([[5, false], [4, false]]);
  const set = (ids: readonly number[], read: boolean): readonly number[] => ids.filter((id) => stored.get(id) !== read && stored.set(id, read));
  reader.answer('setStoryRead', async ({ read }: { read: boolean }) => {
    await slow.promise;
    return { articleIds: set([5, 4], read) };
  });
  reader.answer('setRead', ({ articleIds, read }: { articleIds: number[]; read: boolean }) => ({ changed: set(articleIds, read).length }));
  const doing = [toggleStoryRead(5), undo()];
  await vi.waitFor(() => expect(useListing.getState().rows[0]?.read).toBe(false));
  doing.push(toggleStoryRead(5));
  expect(useListing.getState().rows[0]?.read).toBe(true);
  slow.resolve({});
  await Promise.all(doing);
  expect([...stored.values()]).toEqual([true, true]);
  expect(useListing.getState().rows[0]?.read).toBe(true);
});

test('a report that has a row of its own is marked by itself', async () => {
  reader.answer('setRead', () => ({ changed: 1 }));
  await openListing({ scope: { kind: 'today' }, unreadOnly: false, order: 'time', stories: false });
  await toggleRead(5);
  expect(reader.asked.filter(({ method }) => method !== 'listArticles')).toEqual([{ method: 'setRead', args: { articleIds: [5], read: true } }]);
});

test('a story that is turned twice shows no state of between when the first is answered', async () => {
  const answers = [Promise.withResolvers<object>(), Promise.withResolvers<object>()];
  let asked = 0;
  reader.answer('setStoryRead', () => answers[asked++]?.promise);
  const marking = toggleStoryRead(5);
  const again = toggleStoryRead(5);
  answers[0]!.resolve({ articleIds: [5, 4] });
  await marking;
  expect(useListing.getState().rows[0]?.read).toBe(false);
  answers[1]!.resolve({ articleIds: [5, 4] });
  await again;
  expect(useListing.getState().rows[0]?.read).toBe(false);
});
