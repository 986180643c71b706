import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { searchTokens } from '../../../electron/core/normalize/search-tokens.ts';
import { libraryPaths } from '../../../electron/core/store/library-paths.ts';
import { eraseTraces } from '../../../electron/core/store/erase-traces.ts';
import { leftToIndex } from '../../../electron/core/store/search-index.ts';
import type { Store } from '../../../electron/core/store/store.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { spoilIndex } from '../search/spoil-index.ts';
import { documentOf, follow, incoming, NOON, testStore } from './library.ts';

/** What stands in the log: asked over a connection of its own. */
function inTheLog(store: Store, table = 'articles'): number {
  const other = new DatabaseSync(libraryPaths(store.profile).database, { readOnly: true });
  try {
    return Number(other.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n']);
  } finally {
    other.close();
  }
}

function articles(from: number, count: number, text = ''): ReturnType<typeof incoming>[] {
  return Array.from({ length: count }, (_, at) => {
    const title = `title ${from + at}`;
    return { ...incoming({ guid: `${from + at}`, title, text }), tokens: searchTokens({ title, texts: [text], tags: [] }) };
  });
}

/** A library and what those heard who gathered in it. */
function gathering() {
  const store = testStore();
  const feed = follow(store);
  const heard: unknown[] = [];
  const add = (from: number, count: number, text?: string): void => {
    store.gather(() => storeDocument(store, feed.id, documentOf(articles(from, count, text)), NOON), (error) => heard.push(error));
  };
  return { store, add, heard, count: () => store.get<{ n: number }>('SELECT count(*) AS n FROM articles')?.n };
}

const nextTurn = async (): Promise<void> => await new Promise((resolve) => setImmediate(resolve));

describe('gathered work', () => {
  test('is read at once, stands in the log when it is committed, and is told afterwards', async () => {
    const { store, add, heard, count } = gathering();
    add(0, 2);
    add(2, 2);
    expect([count(), inTheLog(store), heard]).toEqual([4, 0, []]);
    store.commitGathered();
    expect([inTheLog(store), heard]).toEqual([4, []]);
    await nextTurn();
    expect(heard).toEqual([null, null]);
  });

  test('that failed takes back only itself', async () => {
    const { store, add, heard, count } = gathering();
    add(0, 2);
    expect(() => store.gather(() => {
      store.run("UPDATE articles SET title = 'lost'");
      throw new RangeError('ours');
    }, (error) => heard.push(error))).toThrow(RangeError);
    add(2, 1);
    store.commitGathered();
    await nextTurn();
    expect([count(), heard, store.get("SELECT 1 FROM articles WHERE title = 'lost'")]).toEqual([3, [null, null], undefined]);
  });

  test.each<[string, (store: Store) => unknown]>([
    ['a statement', (store) => store.run('UPDATE statuses SET read = 1')],
    ['a question that writes', (store) => store.all('UPDATE statuses SET read = 1 RETURNING article_id')],
    ['a transaction', (store) => store.transaction(() => store.run('UPDATE statuses SET read = 1'))],
    ['a savepoint', (store) => store.savepoint(() => store.run('UPDATE statuses SET read = 1'))],
    ['traces are erased', (store) => eraseTraces(store)],
    ['closing', (store) => store.close()],
  ])('is committed before %s', async (_, write) => {
    const { store, add, heard } = gathering();
    add(0, 3);
    write(store);
    expect(inTheLog(store)).toBe(3);
    await nextTurn();
    expect(heard).toEqual([null]);
  });

  test('is still open after questions', () => {
    const { store, add } = gathering();
    add(0, 3);
    expect(store.all('SELECT id FROM articles')).toHaveLength(3);
    expect(store.get("SELECT 1 FROM search WHERE search MATCH 'title'")).toBeUndefined();
    expect(inTheLog(store)).toBe(0);
  });

  test('is indexed in stretches before it is committed, and whole by then', async () => {
    const { store, add, heard } = gathering();
    add(0, 250);
    add(250, 250);
    const left = [store.settleGathered(), store.settleGathered(), store.settleGathered(), store.settleGathered()];
    expect([left, inTheLog(store, 'search_docs')]).toEqual([[true, true, false, false], 0]);
    add(500, 50);
    store.commitGathered();
    await nextTurn();
    expect(store.all("SELECT rowid FROM search WHERE search MATCH 'title'")).toHaveLength(550);
    expect([inTheLog(store, 'search_docs'), heard]).toEqual([550, [null, null, null]]);
  });

  test('of which a part did not fit is told to everybody as a full disk, and the library goes on without it', async () => {
    const { store, add, heard, count } = gathering();
    add(0, 1);
    const pages = store.get<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0;
    store.db.exec(`PRAGMA max_page_count = ${pages + 4}`);
    expect(() => add(1, 40, crypto.getRandomValues(new Uint8Array(4096)).join())).toThrow(expect.objectContaining({ code: 'disk-full' }));
    await nextTurn();
    expect([count(), heard]).toEqual([0, [expect.objectContaining({ code: 'disk-full' })]]);
    store.db.exec('PRAGMA max_page_count = 1000000');
    add(0, 2);
    store.commitGathered();
    await nextTurn();
    expect([inTheLog(store), heard.at(-1)]).toEqual([2, null]);
  });

  test('that meets a damaged index of words is stored, with an index made anew', async () => {
    const { store, add, heard } = gathering();
    add(0, 2);
    store.commitGathered();
    spoilIndex(libraryPaths(store.profile).database);
    // FTS5 reads what it has as it puts its pieces together.
    for (let from = 2; from < 60; from += 2) {
      add(from, 2);
      store.settleGathered();
      store.commitGathered();
      await nextTurn();
    }
    expect([inTheLog(store), new Set(heard)]).toEqual([60, new Set([null])]);
    expect(leftToIndex(store)).toBeGreaterThan(0);
  });
});
