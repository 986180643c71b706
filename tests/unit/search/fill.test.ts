import { expect, test } from 'vitest';
import { createThreadShare } from '../../../electron/core/pace/thread-share.ts';
import { addBeginnings } from '../../../electron/core/store/add-beginnings.ts';
import { addSearch } from '../../../electron/core/store/add-search.ts';
import { MIGRATIONS } from '../../../electron/core/store/migrations.ts';
import { fillSearch, leftToIndex } from '../../../electron/core/store/search-index.ts';
import { renameTag, tagArticles } from '../../../electron/core/store/tags.ts';
import { setRead } from '../../../electron/core/store/status.ts';
import { setNote } from '../../../electron/core/store/notes.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { documentOf, follow, HOUR, incoming, NOON, testStore } from '../store/library.ts';
import { find, libraryOf, titlesOf } from './library.ts';

/** A library from before there was an index. */
function earlierLibrary(count: number): { profile: string; ids: number[] } {
  const store = testStore({ migrations: MIGRATIONS.slice(0, MIGRATIONS.indexOf(addSearch)) });
  // What writes it is the code of now, which notes what is to be indexed and read.
  store.db.exec('CREATE TEMP TABLE search_due (article_id INTEGER PRIMARY KEY); CREATE TEMP TABLE figures_due (article_id INTEGER PRIMARY KEY)');
  const { id } = follow(store);
  const articles = Array.from({ length: count }, (_, n) => incoming({ guid: `${n}`, title: `Article ${n}`, text: `<p>ytterbium number ${n}</p>`, publishedAt: NOON - n * HOUR }));
  storeDocument(store, id, documentOf(articles), NOON);
  const ids = store.all<{ id: number }>('SELECT id FROM articles ORDER BY id DESC').map((row) => row.id);
  store.close();
  return { profile: store.profile, ids };
}

test('a library from before there was an index is indexed from the newest on, in stretches, and says what is left', async () => {
  const { profile, ids } = earlierLibrary(130);
  const store = testStore({ profile });
  expect(leftToIndex(store)).toBe(130);
  expect(find(store, 'ytterbium')).toMatchObject({ articles: [], indexing: { left: 130 } });
  // What changes meanwhile is indexed as it changes.
  setNote(store, ids[129] ?? 0, 'the oldest of all');
  expect(titlesOf(store, 'oldest')).toEqual(['Article 129']);
  const share = createThreadShare();
  const lefts: number[] = [];
  await fillSearch(store, share, () => lefts.push(leftToIndex(store)));
  expect(lefts.length).toBeGreaterThan(2);
  expect(lefts.toSorted((a, b) => b - a)).toEqual(lefts);
  expect(find(store, 'ytterbium')).toMatchObject({ indexing: null, total: { count: 130, exact: true } });
  expect(titlesOf(store, 'oldest')).toEqual(['Article 129']);
});

test('a fill that is stopped goes on where it was', async () => {
  const { profile } = earlierLibrary(70);
  const store = testStore({ profile });
  const share = createThreadShare();
  let stretches = 0;
  const stopped = fillSearch(store, share, () => {
    if (++stretches === 2) share.close();
  });
  await expect(stopped).rejects.toMatchObject({ code: 'engine-stopped' });
  const left = leftToIndex(store);
  expect(left).toBeLessThan(70);
  expect(left).toBeGreaterThan(0);
  store.close();
  const again = testStore({ profile });
  expect(leftToIndex(again)).toBe(left);
  await fillSearch(again, createThreadShare());
  expect(find(again, 'ytterbium').total).toEqual({ count: 70, exact: true });
});

test('what touches more articles than a transaction may index is finished in the background, and said to be unfinished', async () => {
  const { store, ids } = libraryOf(Array.from({ length: 160 }, (_, n) => ({ title: `Article ${n}`, text: 'holmium' })));
  for (let from = 0; from < ids.length; from += 80) tagArticles(store, { articleIds: ids.slice(from, from + 80), add: ['first'], remove: [] });
  const { id = 0 } = store.get<{ id: number }>('SELECT id FROM tags') ?? {};
  renameTag(store, id, 'second');
  const page = find(store, 'tag:second');
  expect(page.total.count + (page.indexing?.left ?? 0)).toBe(160);
  await fillSearch(store, createThreadShare());
  expect(find(store, 'tag:second')).toMatchObject({ indexing: null, total: { count: 160 } });
});

test('who changes one article indexes that one, and leaves all that waits to the background', async () => {
  const { store: earlier, ids } = libraryOf(Array.from({ length: 130 }, (_, n) => ({ title: `Article ${n}`, text: 'erbium' })));
  earlier.run('INSERT INTO search_due SELECT id FROM articles WHERE id NOT IN (?, ?)', ids[0] ?? 0, ids[129] ?? 0);
  earlier.close();
  const store = testStore({ profile: earlier.profile });
  const before = leftToIndex(store);
  expect(before).toBe(128);
  setRead(store, [ids[0] ?? 0], true);
  expect(leftToIndex(store)).toBe(before);
  setNote(store, ids[129] ?? 0, 'remembered');
  expect(leftToIndex(store)).toBe(before);
  expect(titlesOf(store, 'remembered')).toEqual(['Article 129']);
  await fillSearch(store, createThreadShare());
  expect(leftToIndex(store)).toBe(0);
});

test('what a transaction that failed had changed is indexed by none after it', () => {
  const { store, ids } = libraryOf([{ title: 'Kept' }, { title: 'Failed' }]);
  expect(() => store.transaction(() => {
    setNote(store, ids[1] ?? 0, 'gone');
    throw new Error('as it fails');
  })).toThrow('as it fails');
  setNote(store, ids[0] ?? 0, 'remembered');
  expect(leftToIndex(store)).toBe(0);
  expect(titlesOf(store, 'gone')).toEqual([]);
});

test('articles of one moment are found in the order of lists, however many share it', () => {
  const store = testStore();
  const { id } = follow(store);
  const at = [NOON - 30 * HOUR, NOON - 29.9 * HOUR, NOON - 20 * HOUR];
  const articles = Array.from({ length: 90 }, (_, n) => incoming({ guid: `${n}`, title: `Article ${n}`, text: '<p>thulium</p>', publishedAt: at[n % 3] ?? NOON }));
  storeDocument(store, id, documentOf(articles), NOON);
  const inOrder = store.all<{ title: string }>('SELECT title FROM articles ORDER BY id DESC').map(({ title }) => title);
  for (const limit of [1, 7, 200]) {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = find(store, 'thulium', { limit, cursor });
      seen.push(...page.articles.map(({ title }) => title));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(inOrder);
  }
});

test('a library whose index knows no beginnings is indexed anew, and finds them', async () => {
  const store = testStore({ migrations: MIGRATIONS.slice(0, MIGRATIONS.indexOf(addBeginnings)) });
  // Which the code of now cannot write without.
  store.db.exec('CREATE TEMP TABLE figures_due (article_id INTEGER PRIMARY KEY)');
  const { id } = follow(store);
  storeDocument(store, id, documentOf([incoming({ guid: '1', title: 'Holmium', text: '<p>and erbium</p>' })]), NOON);
  expect(find(store, 'er*').total.count).toBe(1);
  store.close();
  const again = testStore({ profile: store.profile });
  expect(find(again, 'er*')).toMatchObject({ total: { count: 0 }, indexing: { left: 1 } });
  await fillSearch(again, createThreadShare());
  expect(find(again, 'er*')).toMatchObject({ total: { count: 1 }, indexing: null });
  expect(again.get<{ sql: string }>("SELECT sql FROM sqlite_schema WHERE name = 'search'")?.sql).toContain("prefix = '2'");
});
