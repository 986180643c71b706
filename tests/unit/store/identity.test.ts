import { describe, expect, test } from 'vitest';
import { listArticles } from '../../../electron/core/query/list-articles.ts';
import { markAllRead, setBookmarked } from '../../../electron/core/store/status.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { DAY, NOON, documentOf, follow, incoming, testStore } from './library.ts';
import type { Draft } from './library.ts';

const LONG = 'The ministry widened its licence rules to cover five more heavy rare earths, and exporters must now say who the end user of each shipment is before it leaves port. '.repeat(3);

function drafts(count: number): Draft[] {
  return Array.from({ length: count }, (_, index) => ({
    guid: `http://metals.example/?p=${index}`,
    url: `metals.example/news/${index}`,
    title: `Shipment ${index}`,
    text: `<p>${index} tonnes. ${LONG}</p>`,
    publishedAt: NOON - index * 60_000,
  }));
}

function renamed(draft: Draft): Draft {
  return { ...draft, guid: `tag:${draft.guid}`, url: `moved/${draft.url}` };
}

/** Three items whose guids are their places in the list. */
function numbered(day: string, publishedAt: number): Draft[] {
  return [1, 2, 3].map((place) => ({ guid: `${place}`, url: `${day}/${place}`, title: `${day} ${place}`, publishedAt }));
}

function all(store: Store): { total: number; unread: number; bookmarked: number } {
  return {
    total: listArticles(store, { scope: { kind: 'all' }, limit: 1 }, NOON).total,
    unread: listArticles(store, { scope: { kind: 'unread' }, limit: 1 }, NOON).total,
    bookmarked: listArticles(store, { scope: { kind: 'bookmarks' }, limit: 1 }, NOON).total,
  };
}

describe('behaviour 1: identity survives the publisher', () => {
  /** Each is what a publisher does to its names between two documents. */
  const renamings: Record<string, (draft: Draft, index: number) => Draft> = {
    'guids from http to https': (draft) => ({ ...draft, guid: draft.guid?.replace('http:', 'https:') ?? null }),
    'guids with a session id': (draft, index) => ({ ...draft, guid: `${draft.guid}&sid=${index * 7}` }),
    'new slugs': (draft, index) => ({ ...draft, url: `metals.example/rare-earths/shipment-${index}` }),
    'guids and slugs at once': (draft, index) => ({ ...draft, guid: `tag:${index}`, url: `metals.example/2026/${index}` }),
    'guids dropped, slugs new': (draft, index) => ({ ...draft, guid: null, url: `metals.example/2026/${index}` }),
    'guids and titles, the address stays': (draft, index) => ({ ...draft, guid: `tag:${index}`, title: `Shipment no. ${index}` }),
  };

  test.each(Object.entries(renamings))('behaviour 1: 200 read articles, %s: none becomes unread or twice', (_, rename) => {
    const store = testStore();
    const feed = follow(store);
    const before = drafts(200);
    storeDocument(store, feed.id, documentOf(before.map(incoming)), NOON);
    const [newest] = listArticles(store, { scope: { kind: 'all' }, limit: 1 }, NOON).articles;
    setBookmarked(store, newest?.id ?? 0, true);
    markAllRead(store, { kind: 'all' }, store.stamp(), NOON);

    const changes = storeDocument(store, feed.id, documentOf(before.map(rename).map(incoming), { permanentUrl: 'https://metals.example/feed.xml' }), NOON + DAY);

    expect(changes.added).toEqual([]);
    expect(changes.gap).toBe(false);
    expect(all(store)).toEqual({ total: 200, unread: 0, bookmarked: 1 });
  });

  describe('with texts of one line', () => {
    const short = drafts(20).map((draft, index) => ({ ...draft, text: `<p>${index} tonnes left port.</p>` }));
    const half = (draft: Draft, index: number): Draft => (index % 2 === 0 ? renamed(draft) : draft);
    const undated = short.map((draft) => ({ ...draft, publishedAt: null }));
    const cases: Record<string, [Draft[], Draft[]]> = {
      'guids and slugs at once, dates a second later': [short, short.map((draft) => ({ ...renamed(draft), publishedAt: (draft.publishedAt ?? 0) + 1000 }))],
      'guids and slugs of half of them': [short, short.map(half)],
      'guids and slugs of half of them, without dates': [undated, undated.map(half)],
      'guids and slugs at once, dates dropped': [short, undated.map(renamed)],
    };

    test.each(Object.entries(cases))('behaviour 1: 20 read articles, %s: none becomes unread or twice', (_, [before, after]) => {
      const store = testStore();
      const feed = follow(store);
      storeDocument(store, feed.id, documentOf(before.map(incoming)), NOON);
      markAllRead(store, { kind: 'all' }, store.stamp(), NOON);
      storeDocument(store, feed.id, documentOf(after.map(incoming)), NOON + DAY);
      expect(all(store)).toMatchObject({ total: 20, unread: 0 });
    });

    test('what is said again the next morning is another article', () => {
      const store = testStore();
      const feed = follow(store);
      const today: Draft = { guid: 'day-0', url: 'day/0', title: 'Prices', text: '<p>Prices unchanged.</p>', publishedAt: NOON };
      storeDocument(store, feed.id, documentOf([incoming(today)]), NOON);
      storeDocument(store, feed.id, documentOf([incoming({ ...today, guid: 'day-1', url: 'day/1', publishedAt: NOON + DAY })]), NOON + DAY);
      expect(all(store).total).toBe(2);
    });
  });

  test('behaviour 1: names that change again and again are still followed', () => {
    const store = testStore();
    const feed = follow(store);
    const draft: Draft = { title: 'Price list', text: `<p>${LONG}</p>`, publishedAt: NOON };
    const steps: Draft[] = [
      { ...draft, guid: 'a', url: 'one' },
      { ...draft, guid: 'b', url: 'one' },
      { ...draft, guid: 'b', url: 'two' },
      { ...draft, guid: 'c', url: 'two', title: 'Price list, corrected' },
      { ...draft, guid: 'c', url: 'three', title: 'Price list, corrected twice' },
      { ...draft, guid: 'd', url: 'four', title: 'Price list, corrected twice' },
    ];
    for (const step of steps) storeDocument(store, feed.id, documentOf([incoming(step)]), NOON);
    expect(all(store).total).toBe(1);
  });

  test('the same headline next week is another article, while other names hold', () => {
    const store = testStore();
    const feed = follow(store);
    const other: Draft = { guid: 'other', url: 'other', title: 'Other', publishedAt: NOON };
    storeDocument(store, feed.id, documentOf([incoming({ guid: 'w1', url: 'w1', title: 'Market update', publishedAt: NOON }), incoming(other)]), NOON);
    const { added } = storeDocument(store, feed.id, documentOf([incoming({ guid: 'w2', url: 'w2', title: 'Market update', publishedAt: NOON + 7 * DAY }), incoming(other)]), NOON + 7 * DAY);
    expect(added).toHaveLength(1);
  });

  test('an undated headline that comes back under new names, while other names hold, is another article', () => {
    const store = testStore();
    const feed = follow(store);
    const other: Draft = { guid: 'other', url: 'other', title: 'Other' };
    storeDocument(store, feed.id, documentOf([incoming({ guid: 'w1', url: 'w1', title: 'Market update' }), incoming(other)]), NOON);
    const { added } = storeDocument(store, feed.id, documentOf([incoming({ guid: 'w2', url: 'w2', title: 'Market update' }), incoming(other)]), NOON);
    expect(added).toHaveLength(1);
  });

  test('guids that only number the places of a list do not make new articles into edits of old ones', () => {
    const store = testStore();
    const feed = follow(store);
    storeDocument(store, feed.id, documentOf(numbered('monday', NOON).map(incoming)), NOON);
    const { added, updated } = storeDocument(store, feed.id, documentOf(numbered('wednesday', NOON + 2 * DAY).map(incoming)), NOON + 2 * DAY);
    expect({ added: added.length, updated }).toEqual({ added: 3, updated: [] });
  });

  test('two items of one document are never one article, whatever they share', () => {
    const store = testStore();
    const feed = follow(store);
    storeDocument(store, feed.id, documentOf([incoming({ guid: 'a', url: 'x', title: 'One', publishedAt: NOON })]), NOON);
    const { added } = storeDocument(
      store, feed.id,
      documentOf([incoming({ guid: 'b', url: 'x', title: 'One', publishedAt: NOON }), incoming({ guid: 'a', url: 'y', title: 'One', publishedAt: NOON })]),
      NOON,
    );
    expect(added).toHaveLength(1);
    expect(all(store).total).toBe(2);
  });

  test('one feed does not answer for another: the same names elsewhere are other articles', () => {
    const store = testStore();
    const one = follow(store);
    const two = follow(store, { url: 'https://other.example/feed' });
    const document = documentOf(drafts(5).map(incoming));
    storeDocument(store, one.id, document, NOON);
    expect(storeDocument(store, two.id, document, NOON).added).toHaveLength(5);
  });
});

describe('behaviour 3: missing or repeated ids', () => {
  test('behaviour 3: ten items that share one guid are ten articles, also after ten refreshes', () => {
    const store = testStore();
    const feed = follow(store);
    // A guid that several items share names none of them: it arrives as null.
    const items = Array.from({ length: 10 }, (_, index) => incoming({ url: `metals.example/${index}`, title: `Item ${index}` }));
    for (let time = 0; time < 10; time += 1) storeDocument(store, feed.id, documentOf(items), NOON + time * DAY);
    expect(all(store).total).toBe(10);
  });

  test('behaviour 3: items with no guid, link or title keep one row each', () => {
    const store = testStore();
    const feed = follow(store);
    const items = [...Array.from({ length: 5 }, (_, index) => incoming({ text: `<p>Note ${index}</p>` })), incoming({}), incoming({}), incoming({})];
    for (let time = 0; time < 10; time += 1) storeDocument(store, feed.id, documentOf(items), NOON + time * DAY);
    expect(all(store).total).toBe(8);
  });

  test('behaviour 3: a shared guid of which one item is left joins no other item to it', () => {
    const store = testStore();
    const feed = follow(store);
    storeDocument(store, feed.id, documentOf([incoming({ url: 'a', title: 'A', publishedAt: NOON - 3 * DAY }), incoming({ url: 'b', title: 'B', publishedAt: NOON - 2 * DAY })]), NOON);
    storeDocument(store, feed.id, documentOf([incoming({ guid: 'shared', url: 'b', title: 'B', publishedAt: NOON - 2 * DAY })]), NOON);
    const { added } = storeDocument(store, feed.id, documentOf([incoming({ guid: 'shared', url: 'c', title: 'C', publishedAt: NOON })]), NOON);
    expect(added).toHaveLength(1);
  });
});
