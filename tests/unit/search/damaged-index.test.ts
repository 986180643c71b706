import { join } from 'node:path';
import { existsSync, writeFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import type { ReaderEvent } from '../../../electron/contract/api.ts';
import type { SearchPage } from '../../../electron/contract/search.ts';
import { TOKENS_VERSION } from '../../../electron/contract/search/tokens.ts';
import { createThreadShare } from '../../../electron/core/pace/thread-share.ts';
import { createSearchFiller, type SearchFiller } from '../../../electron/core/search-filler.ts';
import { createSearchThread } from '../../../electron/core/search/search-thread.ts';
import type { Searcher } from '../../../electron/core/search/searcher.ts';
import { searchMethods } from '../../../electron/core/methods/search.ts';
import type { MethodParts } from '../../../electron/core/methods/method-parts.ts';
import { checkFile } from '../../../electron/core/store/check-file.ts';
import { listBackups } from '../../../electron/core/store/backup-files.ts';
import { isDamaged } from '../../../electron/core/store/heal.ts';
import { libraryPaths } from '../../../electron/core/store/library-paths.ts';
import { makeBackup } from '../../../electron/core/store/backup.ts';
import { MIGRATIONS } from '../../../electron/core/store/migrations.ts';
import { setNote } from '../../../electron/core/store/notes.ts';
import { setRead } from '../../../electron/core/store/status.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import type { Store } from '../../../electron/core/store/store.ts';
import { documentOf, follow, HOUR, incoming, NOON, testStore } from '../store/library.ts';
import { find, libraryOf, titlesOf } from './library.ts';
import { blankStructure, spoilIndex } from './spoil-index.ts';

const closing: (Searcher | SearchFiller)[] = [];
afterEach(async () => {
  for (const one of closing.splice(0)) await one.close();
});

const MANY = Array.from({ length: 150 }, (_, n) => ({ title: `Article ${n}`, text: 'holmium' }));
const database = (store: Store): string => libraryPaths(store.profile).database;

function fillerOf(store: Store, events: ReaderEvent[] = []): { filler: SearchFiller; filled: () => number } {
  let filled = 0;
  const filler = createSearchFiller({
    store, share: createThreadShare(), announce: (event) => events.push(event), onFilled: async () => void (filled += 1), onFault: (error) => { throw error; },
  });
  closing.push(filler);
  return { filler, filled: () => filled };
}

test('a search that meets a damaged index says so, and the index is made anew in the background', async () => {
  const { store } = libraryOf(MANY);
  const { filler, filled } = fillerOf(store);
  await filler.settled();
  const before = filled();
  expect(spoilIndex(database(store))).toBeGreaterThan(0);
  expect(() => find(store, 'holmium ')).toThrow(expect.objectContaining({ code: 'search-damaged' }) as Error);
  expect(find(store, 'holmium ')).toMatchObject({ total: { count: 0 }, indexing: { left: 150 } });
  await filler.settled();
  expect(find(store, 'holmium ')).toMatchObject({ total: { count: 150 }, indexing: null });
  expect(filled()).toBe(before + 1);
});

test('what is written to a library with a damaged index is not lost, and can be found', async () => {
  const { store, ids } = libraryOf(MANY);
  const { filler } = fillerOf(store);
  await filler.settled();
  spoilIndex(database(store));
  // FTS5 reads what it has as it takes a row away.
  setNote(store, ids[0] ?? 0, 'compare with ytterbium');
  setRead(store, ids.slice(0, 3), true);
  for (let n = 0; n < 40; n++) setNote(store, ids[n % 5] ?? 0, `ytterbium, for the ${n}th time`);
  try {
    find(store, 'ytterbium ');
  } catch {
    // Where no writing met the damage, the first search does.
  }
  await filler.settled();
  expect(titlesOf(store, 'ytterbium ')).toEqual(['Article 0', 'Article 1', 'Article 2', 'Article 3', 'Article 4']);
  expect(find(store, 'holmium ').total.count).toBe(150);
  expect(store.get<{ n: number }>('SELECT count(*) AS n FROM statuses WHERE read = 1')?.n).toBe(3);
});

test('the thread of searches has it made anew, and the search that met the damage is answered', async () => {
  const { store } = libraryOf(MANY);
  const searcher = createSearchThread({ workerPath: join(import.meta.dirname, '../../../electron/search.ts'), profile: store.profile });
  closing.push(searcher);
  const { filler } = fillerOf(store);
  await filler.settled();
  const methods = searchMethods({ store, now: () => NOON } as MethodParts, searcher);
  const ask = (): Promise<SearchPage> => methods.search({ query: 'holmium ', limit: 20 });
  expect((await ask()).total.count).toBe(150);
  spoilIndex(database(store));
  expect((await ask()).indexing).not.toBeNull();
  await filler.settled();
  expect(await ask()).toMatchObject({ total: { count: 150 }, indexing: null });
});

/** A library whose index finds nothing, though neither the search nor SQLite's own check sees anything wrong. */
function blankedLibrary(): Store {
  const { store } = libraryOf(MANY);
  // As a filling that ended leaves it.
  store.run('UPDATE search_fill SET version = ?', TOKENS_VERSION);
  store.close();
  expect(blankStructure(database(store))).toBe(1);
  const again = testStore({ profile: store.profile });
  expect(find(again, 'holmium ')).toMatchObject({ total: { count: 0 }, indexing: null });
  expect(checkFile(again.db, 'whole')).toEqual({ state: 'sound' });
  return again;
}

test('an index that takes itself for one of nothing is noticed at the start, made anew in the background, and told of', async () => {
  const store = blankedLibrary();
  const events: ReaderEvent[] = [];
  const { filler, filled } = fillerOf(store, events);
  await filler.settled();
  expect(events).toContainEqual({ kind: 'search' });
  expect(filled()).toBe(1);
  expect(find(store, 'holmium ')).toMatchObject({ total: { count: 150 }, indexing: null });
});

test('damage that SQLite sees is met by the same look, before anybody searches', async () => {
  const { store } = libraryOf(MANY);
  store.run('UPDATE search_fill SET version = ?', TOKENS_VERSION);
  spoilIndex(database(store));
  const { filler, filled } = fillerOf(store);
  await filler.settled();
  expect(filled()).toBe(1);
  expect(find(store, 'holmium ')).toMatchObject({ total: { count: 150 }, indexing: null });
});

test('what comes to a library with such an index is stored, and found with the rest', async () => {
  const store = blankedLibrary();
  storeDocument(store, follow(store, { url: 'https://other.example/feed' }).id, documentOf([incoming({ guid: 'newer', title: 'Newer', text: '<p>holmium</p>' })]), NOON);
  await fillerOf(store).filler.settled();
  expect(find(store, 'holmium ')).toMatchObject({ total: { count: 151 }, indexing: null });
});

test('such an index is made anew also where it is to be filled, since its words are read otherwise now', async () => {
  const store = blankedLibrary();
  store.run('UPDATE search_fill SET version = ?', TOKENS_VERSION - 1);
  await fillerOf(store).filler.settled();
  expect(find(store, 'holmium ')).toMatchObject({ total: { count: 150 }, indexing: null });
});

test('an index is looked at once a day, and left alone while it finds what it must', async () => {
  const clock = { time: NOON };
  const { store } = libraryOf([...MANY, { title: '' }, { title: '—' }, { title: '镝价七连涨' }, { title: 'Rare-earth U.S. "quota"' }], { store: testStore({ clock }) });
  const { filler, filled } = fillerOf(store);
  const wake = async (): Promise<number> => {
    filler.wake();
    await filler.settled();
    return filled();
  };
  expect(await wake()).toBe(1);
  clock.time += 24 * HOUR;
  expect(await wake()).toBe(1);
  blankStructure(database(store));
  expect(await wake()).toBe(1);
  clock.time += 24 * HOUR;
  expect(await wake()).toBe(2);
});

test('a damaged index is no damaged library: no copy takes its place, and copies can be made of it', () => {
  const { store } = libraryOf(MANY);
  spoilIndex(database(store));
  makeBackup(store.db, store.profile, { version: MIGRATIONS.length, at: NOON, kind: 'asked' });
  expect(listBackups(store.profile)).toHaveLength(1);
  store.close();
  expect(isDamaged(store.profile)).toBe(false);
});

test('a library that was not closed is looked through as it opens; an index that is damaged is made anew there', () => {
  const { store } = libraryOf(MANY);
  spoilIndex(database(store));
  store.close();
  // What a kill leaves.
  writeFileSync(`${database(store)}-wal`, '');
  const again = testStore({ profile: store.profile });
  expect(existsSync(database(again))).toBe(true);
  expect(find(again, 'holmium ')).toMatchObject({ total: { count: 0 }, indexing: { left: 150 } });
});
