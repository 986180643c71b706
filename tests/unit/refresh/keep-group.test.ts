import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import type { Timers } from '../../../electron/core/pace/timers.ts';
import type { IngestResult } from '../../../electron/core/refresh/ingest-job.ts';
import { createKeepGroup } from '../../../electron/core/refresh/keep-group.ts';
import type { Outcome } from '../../../electron/core/refresh/outcome.ts';
import { libraryPaths } from '../../../electron/core/store/library-paths.ts';
import type { FeedRecord } from '../../../electron/core/store/records.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { documentOf, follow, incoming, NOON, testStore } from '../store/library.ts';

const result = { kind: 'notModified', permanentUrl: null, validators: { etag: null, lastModified: null }, maxAgeMs: null } as const satisfies IngestResult;
const { signal } = new AbortController();

interface Desk {
  readonly feeds?: number;
  readonly clock?: () => number;
  readonly fails?: (at: number, work: () => Outcome, isAlone: boolean) => Outcome | undefined;
}

/** A library that follows some feeds, each of which brings an article of its number; `fails` happens in the midst of storing it. */
function desk({ feeds = 3, clock, fails = () => undefined }: Desk = {}) {
  const store = testStore();
  const followed = Array.from({ length: feeds }, (_, at) => follow(store, { url: `https://metals.example/${at}` }));
  const timed: (() => void)[] = [];
  const timers: Timers = { set: (run) => timed.push(run), clear: () => undefined };
  const kept: number[] = [];
  const transactions: number[] = [];
  const storeOne = (feed: FeedRecord, isAlone: boolean): Outcome => {
    const at = followed.findIndex(({ id }) => id === feed.id);
    const work = (): Outcome => {
      const { added } = storeDocument(store, feed.id, documentOf([incoming({ guid: `${at}`, title: `${at}` })], { validators: { etag: `${at}`, lastModified: null } }), NOON);
      return { kind: 'fresh', added: added.length, updated: 0 };
    };
    return fails(at, work, isAlone) ?? work();
  };
  const group = createKeepGroup({
    store,
    timers,
    ...(clock && { clock }),
    keep: (feed) => store.savepoint(() => storeOne(feed, true)),
    keepAmong: (feed) => storeOne(feed, false),
    onKept: (feed) => {
      transactions.push(store.db.isTransaction ? 1 : 0);
      kept.push(feed.id);
    },
  });
  const add = async (feed: FeedRecord | undefined, wanted = signal, brought: IngestResult = result): Promise<unknown> => (feed ? await group.add(feed, brought, { onward: null, signal: wanted }).catch((error: unknown) => error) : undefined);
  const titles = (): string => store.all<{ title: string }>('SELECT title FROM articles ORDER BY title').map(({ title }) => title).join();
  const etags = (): string => store.all<{ etag: string | null }>('SELECT etag FROM feeds ORDER BY id').map(({ etag }) => etag ?? '-').join();
  const pass = (): void => timed.splice(0).forEach((run) => run());
  /** Lets time pass until nothing is left to be done. */
  const settled = async <T>(all: Promise<T>[]): Promise<T[]> => {
    const state = { isOver: false };
    const over = Promise.all(all).finally(() => (state.isOver = true));
    while (!state.isOver) {
      pass();
      await new Promise((resolve) => setImmediate(resolve));
    }
    return await over;
  };
  return { store, followed, group, add, titles, etags, kept, transactions, pass, settled };
}

/** An ask that is under way until the test ends it. */
function underWay({ group }: ReturnType<typeof desk>): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  void group.during(() => promise);
  return resolve;
}

describe('results of several feeds', () => {
  test('wait for each other while others are asked, and no longer than a moment', async () => {
    const one = desk();
    underWay(one);
    const stored = one.followed.map((feed) => one.add(feed));
    expect([one.titles(), one.kept]).toEqual(['', []]);
    one.pass();
    expect([one.titles(), one.kept]).toEqual(['0,1,2', []]);
    expect(await one.settled(stored)).toEqual([0, 1, 2].map(() => ({ kind: 'fresh', added: 1, updated: 0 })));
    expect([one.titles(), one.etags()]).toEqual(['0,1,2', '0,1,2']);
    // Whoever hears of it and asks again finds it in the log.
    expect(one.transactions).toEqual([0, 0, 0]);
  });

  test('the last one waits for nobody', async () => {
    const one = desk({ feeds: 1 });
    await one.add(one.followed[0]);
    expect(one.titles()).toBe('0');
  });

  test('are stored at once where many wait', async () => {
    const one = desk({ feeds: 12 });
    underWay(one);
    const stored = one.followed.map((feed) => one.add(feed));
    expect(one.store.get('SELECT count(*) AS n FROM articles')).toEqual({ n: 12 });
    expect(await one.settled(stored)).toHaveLength(12);
  });

  test('give way to others between two groups, which end where articles lately took too long', async () => {
    let time = 0;
    // Each look at the clock finds two seconds gone, so that one article of a hundred is known to take twenty milliseconds.
    const one = desk({ feeds: 8, clock: () => (time += 2000) });
    underWay(one);
    const fresh: IngestResult = {
      kind: 'fresh', feedKind: 'rss', facts: { title: 'Metals', siteUrl: null, lang: 'en' }, articles: Array.from({ length: 100 }, (_, n) => incoming({ guid: `${n}` })), knownItems: null,
      validators: { etag: null, lastModified: null }, bodyHash: '', finalUrl: 'https://metals.example/', permanentUrl: null, maxAgeMs: null, bytes: 1,
    };
    const stored = one.followed.map((feed) => one.add(feed, signal, fresh));
    const count = (): number => one.store.get<{ n: number }>('SELECT count(*) AS n FROM articles')?.n ?? 0;
    const seen = [count()];
    for (let turn = 0; turn < 50 && (seen.at(-1) ?? 0) < one.followed.length; turn++) {
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(count());
    }
    expect([...new Set(seen)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await one.settled(stored)).toHaveLength(8);
  });

  test('are in the log before who writes otherwise is', async () => {
    const one = desk();
    underWay(one);
    const stored = one.followed.slice(0, 2).map((feed) => one.add(feed));
    one.pass();
    const inTheLog = (): unknown => {
      const other = new DatabaseSync(libraryPaths(one.store.profile).database, { readOnly: true });
      try {
        return other.prepare('SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM statuses WHERE read = 1) AS read').get();
      } finally {
        other.close();
      }
    };
    expect([one.titles(), inTheLog()]).toEqual(['0,1', { articles: 0, read: 0 }]);
    one.store.run('UPDATE statuses SET read = 1 WHERE article_id = (SELECT id FROM articles WHERE title = ?)', '0');
    expect(inTheLog()).toEqual({ articles: 2, read: 1 });
    await Promise.all(stored);
  });

  test('are dropped where nobody wants them any more, and the library may be closed by then', async () => {
    const one = desk({ feeds: 1 });
    underWay(one);
    const abort = new AbortController();
    const dropped = one.add(one.followed[0], abort.signal);
    abort.abort();
    one.store.close();
    one.pass();
    expect(await dropped).toEqual({ kind: 'skipped', reason: 'cancelled' });
    expect(one.kept).toEqual([]);
  });
});

describe('a failure in the midst of a group', () => {
  test('takes back what this feed wrote, and stores the others by themselves', async () => {
    const one = desk({
      fails: (at, work, isAlone) => {
        if (at !== 1) return undefined;
        if (isAlone) return { kind: 'failed', code: 'internal', detail: {} };
        work();
        throw new Error('halfway');
      },
    });
    underWay(one);
    const stored = one.followed.map((feed) => one.add(feed));
    expect(await one.settled(stored)).toMatchObject([{ kind: 'fresh' }, { kind: 'failed' }, { kind: 'fresh' }]);
    expect([one.titles(), one.etags()]).toEqual(['0,2', '0,-,2']);
    expect(one.store.get('SELECT sum(total) AS n FROM feed_tallies')).toEqual({ n: 2 });
    expect(one.store.get('SELECT count(*) AS n FROM search_docs')).toEqual({ n: 2 });
  });

  test('that takes the whole transaction back costs the others nothing', async () => {
    let times = 0;
    const one = desk({
      fails: (at, work) => {
        if (at !== 1 || times++ > 0) return undefined;
        work();
        // As SQLite does by itself at an I/O error.
        one.store.db.exec('ROLLBACK');
        throw new Error('I/O error');
      },
    });
    underWay(one);
    const stored = one.followed.map((feed) => one.add(feed));
    expect(await one.settled(stored)).toMatchObject([{ added: 1 }, { added: 1 }, { added: 1 }]);
    expect([one.titles(), one.etags(), one.kept]).toEqual(['0,1,2', '0,1,2', one.followed.map(({ id }) => id)]);
  });

  test('that will befall every feed is told to all that follow, and what came before stands', async () => {
    const full = new Error('disk full');
    const one = desk({
      fails: (at) => {
        if (at > 0) throw full;
        return undefined;
      },
    });
    underWay(one);
    const stored = one.followed.map((feed) => one.add(feed));
    expect(await one.settled(stored)).toEqual([{ kind: 'fresh', added: 1, updated: 0 }, full, full]);
    expect([one.titles(), one.etags(), one.store.db.isTransaction]).toEqual(['0', '0,-,-', false]);
  });

  test('that lost the transaction lets nothing be written beside it', () => {
    const { store, titles, followed } = desk();
    const id = followed[0]?.id ?? 0;
    expect(() =>
      store.transaction(() => {
        store.db.exec('ROLLBACK');
        const write = () => storeDocument(store, id, documentOf([incoming({ guid: 'x', title: 'x' })]), NOON);
        expect(() => store.savepoint(write)).toThrow('rolled back');
        expect(() => store.transaction(write)).toThrow('rolled back');
        throw new Error('gone');
      }),
    ).toThrow('gone');
    expect(titles()).toBe('');
    storeDocument(store, id, documentOf([incoming({ guid: 'y', title: 'y' })]), NOON);
    expect(titles()).toBe('y');
  });
});
