import { expect, test } from 'vitest';
import type { ReaderEvent } from '../../../electron/contract/api.ts';
import { listArticles } from '../../../electron/core/query/list-articles.ts';
import { queuedStories } from '../../../electron/core/store/note-story.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { createStoryPlacer } from '../../../electron/core/story-placer.ts';
import { storyMark } from '../../../electron/core/stories/story-mark.ts';
import { documentOf, follow, incoming, NOON, testStore } from '../store/library.ts';

const TITLE = 'Tarnholm yard opens a second smelter';
const TEXT = 'The Tarnholm yard opened a second smelter that cost $412.6 million and can treat 131,400 tonnes of concentrate a year, its owner said.';

function library(count: number) {
  const store = testStore();
  const ids = Array.from({ length: count }, (_, at) => {
    const feed = follow(store, { url: `https://desk-${at}.example/feed` }).id;
    const article = { ...incoming({ guid: `${at}`, title: TITLE, text: TEXT, publishedAt: NOON - (count - at) * 60_000 }), story: storyMark({ title: TITLE, text: TEXT }) };
    return storeDocument(store, feed, documentOf([article]), NOON).added[0] ?? 0;
  });
  const events: ReaderEvent[] = [];
  const faults: unknown[] = [];
  const placer = (isBusy: () => boolean, options: { clock?: () => number; rests?: number[] } = {}) =>
    createStoryPlacer({
      store, isBusy, announce: (event) => events.push(event), onFault: (error) => faults.push(error), ...(options.clock && { clock: options.clock }),
      timers: { set: (run, ms) => (options.rests?.push(ms), setImmediate(run)), clear: () => undefined },
    });
  const rows = () => listArticles(store, { scope: { kind: 'all' }, limit: 50, stories: true }, NOON).articles;
  return { store, ids, events, faults, placer, rows };
}

test('what is stored is a row of its own until its story is found, and then is told of', async () => {
  const { ids, events, faults, placer, rows } = library(3);
  expect(rows().map(({ id, story }) => [id, story])).toEqual(ids.toReversed().map((id) => [id, null]));
  await placer(() => false).settled();
  expect(rows()).toMatchObject([{ id: ids[0], story: { sources: 3, articles: 3 } }]);
  expect(new Set(events.flatMap((event) => (event.kind === 'stories' && event.articleIds !== 'many' ? event.articleIds : [])))).toEqual(new Set(ids));
  expect(faults).toEqual([]);
});

test('the newest first, and a stop leaves the rest for the next start', async () => {
  const { store, ids, placer, rows } = library(6);
  let tick = 0;
  // Each article uses a stretch up.
  const first = placer(() => false, { clock: () => (tick += 10) });
  first.wake();
  await new Promise((resolve) => {
    setImmediate(() => setImmediate(resolve));
  });
  await first.close({ finish: false });
  const left = queuedStories(store, 50);
  expect(left.length).toBeGreaterThan(0);
  expect(left.length).toBeLessThan(6);
  expect(left).toEqual(ids.toReversed().slice(-left.length));
  await placer(() => false).settled();
  expect(queuedStories(store, 50)).toEqual([]);
  expect(rows()).toMatchObject([{ id: ids[0], story: { sources: 6 } }]);
});

test('while a refresh runs it leaves the thread alone between its stretches', async () => {
  const { store, placer } = library(5);
  let tick = 0;
  const rests: number[] = [];
  await placer(() => true, { clock: () => (tick += 10), rests }).settled();
  expect(queuedStories(store, 50)).toEqual([]);
  expect(rests.length).toBeGreaterThanOrEqual(4);
  expect(Math.min(...rests)).toBeGreaterThan(20);
});

test('placed at once where somebody asks in an open transaction, and told of later', async () => {
  const { store, ids, events, placer, rows } = library(3);
  const placing = placer(() => false);
  store.transaction(() => placing.placeNow([...ids, 1]));
  expect([queuedStories(store, 9), events]).toEqual([[], []]);
  expect(rows()).toMatchObject([{ id: ids[0], story: { sources: 3 } }]);
  await placing.settled();
  expect(events).toMatchObject([{ kind: 'stories' }]);
});
