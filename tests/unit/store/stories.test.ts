import { describe, expect, test } from 'vitest';
import type { ArticleId, FeedId } from '../../../electron/contract/model.ts';
import type { IncomingArticle } from '../../../electron/core/normalize/incoming-article.ts';
import { createNameFinder } from '../../../electron/core/entities/name-finder.ts';
import { createEarlierMarker } from '../../../electron/core/mark-earlier.ts';
import { createThreadShare } from '../../../electron/core/pace/thread-share.ts';
import { story } from '../../../electron/core/query/story.ts';
import { cleanUp } from '../../../electron/core/store/clean-up.ts';
import { unsubscribe } from '../../../electron/core/store/feeds.ts';
import { keepPageText } from '../../../electron/core/store/page-texts.ts';
import { queuedStories } from '../../../electron/core/store/note-story.ts';
import { markRead } from '../../../electron/core/store/mark-read.ts';
import { setStoryRead, splitStory, undoSplitStory } from '../../../electron/core/store/split-story.ts';
import { setBookmarked, setRead } from '../../../electron/core/store/status.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { dropOldMarks, unmarkedArticles } from '../../../electron/core/store/unmarked-stories.ts';
import { storyMark } from '../../../electron/core/stories/story-mark.ts';
import { labelledTexts } from '../../bench/stories/labelled-texts.ts';
import { recognise } from '../../bench/stories/recognise.ts';
import { pairwise } from '../../bench/stories/score-clusters.ts';
import { placeAll } from './place-all.ts';
import { DAY, documentOf, failureOf, follow, HOUR, incoming, NOON, testStore } from './library.ts';

const TEXTS = labelledTexts(new URL('../../fixtures/stories/', import.meta.url).pathname);

function report(id: string, publishedAt: number, changes: { guid?: string; text?: string } = {}): IncomingArticle {
  const found = TEXTS.find((text) => text.id === id);
  if (!found) throw new Error(`no text ${id}`);
  const { title } = found;
  const text = changes.text ?? found.text;
  return { ...incoming({ guid: changes.guid ?? id, title, text, publishedAt }), story: storyMark({ title, text, entities: recognise(title, text) }) };
}

function library(sources = 4) {
  const clock = { time: NOON };
  const store = testStore({ clock });
  const feeds = Array.from({ length: sources }, (_, at) => follow(store, { url: `https://desk-${at}.example/feed`, title: `Desk ${at}` }).id);
  const arrive = (feed: number, ...articles: IncomingArticle[]): ArticleId => {
    const { added } = storeDocument(store, feeds[feed] ?? 0, documentOf(articles), clock.time);
    placeAll(store);
    return added[0] ?? 0;
  };
  return { store, clock, feeds, arrive };
}

function storyIdOf(store: Store, id: ArticleId): number | null {
  return store.get<{ id: number | null }>('SELECT story_id AS id FROM statuses WHERE article_id = ?', id)?.id ?? null;
}

const idsOf = (store: Store, id: ArticleId): number[] => story(store, id).articles.map((article) => article.id);

test('a translation, a rewrite and a reprint are of the story from their arrival, in order of first publication', () => {
  const { store, arrive } = library();
  const [later, first, other] = [arrive(0, report('f10b', NOON - HOUR)), arrive(1, report('f10c', NOON - 5 * HOUR)), arrive(2, report('f11a', NOON - 2 * HOUR))];
  expect(story(store, later)).toMatchObject({
    storyId: 1, differing: [],
    articles: [{ id: first, feedTitle: 'Desk 1', publishedAt: NOON - 5 * HOUR, read: false, lang: 'en' }, { id: later, feedTitle: 'Desk 0' }],
  });
  expect(story(store, other)).toMatchObject({ storyId: null, articles: [{ id: other }] });
  expect(failureOf(() => story(store, 1))).toEqual({ code: 'article-missing', detail: { articleId: 1 } });
});

test('no event gets the number of one that was told of and is gone', () => {
  const { store, arrive } = library();
  const gone = [arrive(0, report('f10b', NOON - HOUR)), arrive(1, report('f10c', NOON - 5 * HOUR))];
  expect(gone.map((id) => storyIdOf(store, id))).toEqual([1, 1]);
  store.run('INSERT INTO alerts (at, due_at, digest, told_at, story) VALUES (?1, ?1, 0, ?1, 1)', NOON);
  // As where a damaged library's articles come back: their stories are found anew.
  store.run('UPDATE statuses SET story_id = NULL');
  const other = [arrive(2, report('f09a', NOON - 3 * HOUR)), arrive(3, report('f09b', NOON - HOUR))];
  expect(other.map((id) => storyIdOf(store, id))).toEqual([2, 2]);
});

test('what differs is told with its sentences', () => {
  const { store, arrive } = library();
  const [one, other] = [arrive(0, report('f09a', NOON - 3 * HOUR)), arrive(1, report('f09b', NOON - HOUR))];
  expect(story(store, other)).toMatchObject({
    articles: [{ id: one }, { id: other }],
    differing: [{ kind: 'year', statements: [{ articleId: one, printed: '2024' }, { articleId: other, printed: '2023' }] }],
  });
});

test('what fails takes the story back with the article', () => {
  const { store, clock, feeds, arrive } = library();
  const first = arrive(0, report('f10a', NOON - 5 * HOUR));
  expect(() => store.transaction(() => {
    storeDocument(store, feeds[1] ?? 0, documentOf([report('f10b', NOON - HOUR)]), clock.time);
    throw new Error('killed');
  })).toThrow('killed');
  expect([storyIdOf(store, first), store.get('SELECT count(*) AS n FROM story_signatures'), store.all('SELECT DISTINCT article_id AS id FROM story_keys')]).toEqual([null, { n: 1 }, [{ id: first }]]);
  expect(queuedStories(store, 9)).toEqual([]);
});

test('stories that stood apart become one through an article that both are like', () => {
  const { store, arrive } = library(5);
  const one = [arrive(0, report('f08a', NOON - 9 * HOUR)), arrive(1, report('f08b', NOON - 8 * HOUR))];
  // Two that were kept apart by chance.
  const [chinese] = [arrive(2, report('f08d', NOON - 7 * HOUR))];
  store.run('UPDATE statuses SET story_id = 70 WHERE article_id = ?', chinese ?? 0);
  const twin = arrive(3, { ...report('f08d', NOON - 6 * HOUR, { guid: 'twin' }) });
  expect(storyIdOf(store, twin)).toBe(70);
  store.run('INSERT INTO alerts (at, due_at, digest, story) VALUES (1, 1, 0, 70), (1, 1, 0, 5)');
  const bridge = arrive(4, report('f08a', NOON - 2 * HOUR, { guid: 'bridge', text: `${TEXTS.find(({ id }) => id === 'f08a')?.text} ${TEXTS.find(({ id }) => id === 'f08d')?.text}` }));
  expect(idsOf(store, bridge)).toEqual([...one, chinese, twin, bridge]);
  // What was told of the one is told of both.
  expect(store.all('SELECT story FROM alerts ORDER BY id')).toEqual([{ story: storyIdOf(store, bridge) }, { story: 5 }]);
  expect(storyIdOf(store, bridge)).not.toBe(5);
});

describe('not the same story', () => {
  test('holds, whatever is published later, until it is taken back', () => {
    const { store, arrive } = library();
    const [first, second, third] = [arrive(0, report('f10a', NOON - 9 * HOUR)), arrive(1, report('f10b', NOON - 8 * HOUR)), arrive(2, report('f10c', NOON - 7 * HOUR))];
    expect(splitStory(store, second)).toEqual({ others: [first, third] });
    expect([idsOf(store, first), idsOf(store, second)]).toEqual([[first, third], [second]]);
    const fourth = arrive(3, report('f10a', NOON - HOUR, { guid: 'again' }));
    expect(idsOf(store, fourth)).toContain(first);
    expect(idsOf(store, second)).toEqual([second]);
    // Revised, it is looked at again, and stays out.
    arrive(1, report('f10b', NOON - 8 * HOUR, { text: `${TEXTS.find(({ id }) => id === 'f10b')?.text} More follows.` }));
    expect(idsOf(store, second)).toEqual([second]);
    expect(undoSplitStory(store, second)).toEqual({ others: [first, third, fourth] });
    expect(idsOf(store, second)).toEqual([first, second, third, fourth]);
    expect(store.all('SELECT * FROM story_splits')).toEqual([]);
    expect(failureOf(() => undoSplitStory(store, second)).code).toBe('nothing-to-undo');
  });

  test('of two leaves two alone, and neither comes to the other by a third', () => {
    const { store, arrive } = library();
    const [first, second] = [arrive(0, report('f08a', NOON - 9 * HOUR)), arrive(1, report('f08b', NOON - 8 * HOUR))];
    splitStory(store, second);
    const third = arrive(2, report('f08a', NOON - HOUR, { guid: 'third' }));
    expect([idsOf(store, first), idsOf(store, second), idsOf(store, third)].filter((ids) => ids.includes(first) && ids.includes(second))).toEqual([]);
    expect(idsOf(store, third)).toHaveLength(2);
    expect(failureOf(() => undoSplitStory(store, first)).code).toBe('nothing-to-undo');
  });

  test('an article that is in no story cannot be taken out of one', () => {
    const { store, arrive } = library();
    const id = arrive(0, report('f10a', NOON - HOUR));
    expect(failureOf(() => splitStory(store, id))).toEqual({ code: 'story-missing', detail: { articleId: id } });
    expect(failureOf(() => splitStory(store, 5))).toEqual({ code: 'article-missing', detail: { articleId: 5 } });
  });
});

test('marking a story marks what had arrived, and counts stay true', () => {
  const { store, clock, feeds, arrive } = library();
  const [first, second] = [arrive(0, report('f10a', NOON - 9 * HOUR)), arrive(1, report('f10b', NOON - 8 * HOUR))];
  setRead(store, [first], true);
  const asOf = store.stamp();
  clock.time += HOUR;
  const late = arrive(2, report('f10c', NOON - 7 * HOUR));
  expect(setStoryRead(store, { storyId: 1, read: true, before: asOf })).toEqual([second]);
  expect(story(store, late).articles.map(({ read }) => read)).toEqual([true, true, false]);
  expect(store.all('SELECT unread FROM feed_tallies WHERE feed_id IN (?, ?, ?) ORDER BY feed_id', feeds[0] ?? 0, feeds[1] ?? 0, feeds[2] ?? 0)).toEqual([{ unread: 0 }, { unread: 0 }, { unread: 1 }]);
  expect(setStoryRead(store, { storyId: 1, read: false, before: store.stamp() })).toEqual([first, second]);
});

test('several are marked at once, articles alone and stories whole, and each is told of once', () => {
  const { store, clock, feeds, arrive } = library();
  const [first, second, alone] = [arrive(0, report('f10a', NOON - 9 * HOUR)), arrive(1, report('f10b', NOON - 8 * HOUR)), arrive(0, report('f08a', NOON - 7 * HOUR))];
  const asOf = store.stamp();
  clock.time += HOUR;
  const late = arrive(2, report('f10c', NOON - 6 * HOUR));
  // Of a story the row of the first is passed too.
  expect(markRead(store, { articleIds: [first, alone, 5], storyIds: [1], before: asOf })).toEqual([first, alone, second]);
  expect(story(store, late).articles.map(({ read }) => read)).toEqual([true, true, false]);
  expect(store.all('SELECT unread FROM feed_tallies WHERE feed_id IN (?, ?, ?) ORDER BY feed_id', feeds[0] ?? 0, feeds[1] ?? 0, feeds[2] ?? 0)).toEqual([{ unread: 0 }, { unread: 0 }, { unread: 1 }]);
  expect(markRead(store, { articleIds: [first, alone], storyIds: [1], before: asOf })).toEqual([]);
  expect(setRead(store, [first, alone, second], false)).toBe(3);
});

test('a story goes on without those that are removed, and with a bookmark of a source that is gone', async () => {
  const { store, clock, feeds, arrive } = library();
  const [first, second, third] = [arrive(0, report('f10a', NOON - 9 * HOUR)), arrive(1, report('f10b', NOON - 8 * HOUR)), arrive(2, report('f10c', NOON - 7 * HOUR))];
  setBookmarked(store, second, true);
  unsubscribe(store, feeds[1] as FeedId);
  setRead(store, [first], true);
  clock.time += DAY;
  await cleanUp(store, { before: clock.time });
  expect(idsOf(store, second)).toEqual([second, third]);
  expect(store.all<{ id: number }>('SELECT article_id AS id FROM story_signatures').map(({ id }) => id)).toEqual([second, third]);
  // What is gone is found by nobody, though its keys may be there still.
  expect(idsOf(store, arrive(3, report('f10a', NOON - HOUR, { guid: 'again' })))).toHaveLength(3);
});

test('the text of a page finds the story that a headline did not', () => {
  const { store, arrive } = library();
  const first = arrive(0, report('f10a', NOON - 5 * HOUR));
  const bare = arrive(1, { ...incoming({ guid: 'bare', title: 'A large deal', text: '', publishedAt: NOON - HOUR }), story: storyMark({ title: 'A large deal', text: '' }) });
  expect(storyIdOf(store, bare)).toBeNull();
  const { title, text } = TEXTS.find(({ id }) => id === 'f10b') ?? { title: '', text: '' };
  const facts = { headline: title, lang: 'en' } as Parameters<typeof keepPageText>[2]['facts'];
  keepPageText(store, bare, { html: `<p>${text}</p>`, text, images: [], facts, handedIn: false, url: 'https://desk.example/1', version: 1, story: storyMark({ title, text, entities: recognise(title, text) }) }, NOON);
  expect(queuedStories(store, 9)).toEqual([bare]);
  placeAll(store);
  expect(idsOf(store, first)).toEqual([first, bare]);
});

const finder = createNameFinder();

function marker(store: Store, time: { now: number }, clock?: () => number) {
  const heard: unknown[] = [];
  const share = createThreadShare(clock ? { clock } : {});
  return { heard, share, marker: createEarlierMarker({ store, share, now: () => time.now, namesOf: (text) => finder.namesOf(text), onMarked: () => heard.push('marked') }) };
}

/** As it came before stories were found. */
function plain(article: IncomingArticle): IncomingArticle {
  const { story: mark, ...rest } = article;
  if (!mark) throw new Error('there is no mark to take away');
  return rest;
}

describe('articles that came before stories were found', () => {
  test('are marked a stretch at a time, newest first, and a stop costs nothing', async () => {
    const { store, arrive } = library();
    const ids = ['f08a', 'f08b', 'f20a', 'f20b'].map((id, at) => arrive(at, plain(report(id, NOON - (9 - at) * HOUR))));
    const old = arrive(0, plain(report('f30a', NOON - 61 * DAY)));
    expect(unmarkedArticles(store, { below: Number.MAX_SAFE_INTEGER, limit: 9 })).toEqual(ids.toReversed());
    let tick = 0;
    const stopped = marker(store, { now: NOON }, () => (tick += 10));
    const run = stopped.marker.run();
    await new Promise((resolve) => {
      setImmediate(() => setImmediate(resolve));
    });
    stopped.share.close();
    await expect(run).rejects.toMatchObject({ code: 'engine-stopped' });
    const left = unmarkedArticles(store, { below: Number.MAX_SAFE_INTEGER, limit: 9 });
    expect(left.length).toBeLessThan(4);
    const time = { now: NOON };
    const { heard, marker: whole } = marker(store, time);
    await Promise.all([whole.run(), whole.run()]);
    expect(queuedStories(store, 9)).toEqual(ids.toReversed());
    placeAll(store);
    expect(ids.map((id) => idsOf(store, id))).toEqual([ids.slice(0, 2), ids.slice(0, 2), ids.slice(2), ids.slice(2)]);
    expect(heard.length).toBeGreaterThan(0);
    expect(store.get('SELECT 1 FROM story_signatures WHERE article_id = ?', old)).toBeUndefined();
  });

  test('marks that are too old go', () => {
    const { store, clock, arrive } = library();
    const [old, young] = [arrive(0, report('f10a', NOON - 20 * DAY)), arrive(1, report('f20a', NOON - HOUR))];
    clock.time += 55 * DAY;
    expect([dropOldMarks(store, 5), dropOldMarks(store, 500)].every((gone) => gone > 0)).toBe(true);
    expect(dropOldMarks(store, 500)).toBe(0);
    expect(store.all('SELECT DISTINCT article_id AS id FROM story_keys')).toEqual([{ id: young }]);
    expect(store.get('SELECT 1 FROM story_signatures WHERE article_id = ?', old)).toBeUndefined();
  });
});

test('the store finds what the same texts give in memory, also where thousands share a key', () => {
  const { store, arrive } = library(1);
  for (let page = 0; page < 4; page++) {
    const alike = Array.from({ length: 100 }, (_, at) => report('f33a', NOON - 3 * DAY - (page * 100 + at) * 60_000, { guid: `alike ${page} ${at}` }));
    arrive(0, ...alike.toReversed());
  }
  const feeds = new Map([...new Set(TEXTS.map(({ feed }) => feed))].map((feed) => [feed, follow(store, { url: `https://${feed}.example/feed` }).id]));
  // All within the reach, in the distances that they have.
  const first = TEXTS.filter(({ id }) => id.startsWith('f') && id < 'f17').toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const base = new Map<string, number>();
  let time = NOON - 50 * DAY;
  let before: number | null = null;
  for (const { id, at } of first) {
    const published = Date.parse(at);
    time += Math.min(published - (before ?? published), 8 * DAY) / 2;
    before = published;
    base.set(id, time);
  }
  const ids = first.map(({ id, feed }) => storeDocument(store, feeds.get(feed) ?? 0, documentOf([report(id, base.get(id) ?? 0)]), NOON).added[0] ?? 0);
  placeAll(store);
  const { precision, recall } = pairwise(ids.map((id) => `${storyIdOf(store, id) ?? `alone ${id}`}`), first.map(({ story: name }) => name));
  expect(precision).toBeGreaterThan(0.9);
  expect(recall).toBeGreaterThan(0.9);
});
