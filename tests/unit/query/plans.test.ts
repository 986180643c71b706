import { beforeEach, describe, expect, test } from 'vitest';
import type { SQLInputValue } from 'node:sqlite';
import type { ArticleOrder, Scope } from '../../../electron/contract/model.ts';
import { countArrived } from '../../../electron/core/query/count-arrived.ts';
import { counts } from '../../../electron/core/query/counts.ts';
import { getArticle } from '../../../electron/core/query/get-article.ts';
import { listArticles } from '../../../electron/core/query/list-articles.ts';
import { folderAtPath } from '../../../electron/core/store/folders.ts';
import { pendingImages, recordImage } from '../../../electron/core/store/images.ts';
import { matchArticles } from '../../../electron/core/store/match-articles.ts';
import { story } from '../../../electron/core/query/story.ts';
import { noteStory, queuedStories } from '../../../electron/core/store/note-story.ts';
import { placeStory } from '../../../electron/core/store/place-story.ts';
import { markRead } from '../../../electron/core/store/mark-read.ts';
import { setStoryRead, splitStory, undoSplitStory } from '../../../electron/core/store/split-story.ts';
import { storyMark } from '../../../electron/core/stories/story-mark.ts';
import { markAllRead, setBookmarked, setRead } from '../../../electron/core/store/status.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { NOON, documentOf, follow, imageKey, incoming, testStore } from '../store/library.ts';

/** Every statement that some work runs, with SQLite's plan for it. */
function plansOf(store: Store, work: (spied: Store) => unknown): { sql: string; plan: string }[] {
  const plans: { sql: string; plan: string }[] = [];
  const note = (sql: string, values: SQLInputValue[]): void => {
    const steps = store.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
    plans.push({ sql, plan: steps.map((step) => step.detail).join('\n') });
  };
  const spied: Store = {
    ...store,
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- whoever writes the SQL names its row
    get: <Row>(sql: string, ...values: SQLInputValue[]) => (note(sql, values), store.get<Row>(sql, ...values)),
    all: <Row>(sql: string, ...values: SQLInputValue[]) => (note(sql, values), store.all<Row>(sql, ...values)),
    run: (sql, ...values) => (note(sql, values), store.run(sql, ...values)),
  };
  work(spied);
  return plans;
}

/** Walks over what is small whatever the library holds (feeds, folders, a page's ids), or that a LIMIT ends, or over bookmarks alone. */
const SMALL_WALK =
  /^SCAN (\(subquery-\d+\)$|(wanted|around|feed|json_each) VIRTUAL TABLE|2-ROW VALUES CLAUSE$|story_queue USING COVERING INDEX sqlite_autoindex_story_queue_1$|feed_tallies$|f$|folders$|library$|inside$|CONSTANT ROW|statuses USING (COVERING )?INDEX statuses_bookmarked|images USING INDEX images_pending)/;
/** The rows of a page, a document, one article's names or one image may be sorted. */
const SMALL_SORT = /^SCAN wanted |\nSEARCH ae USING PRIMARY KEY \(article_id=\?\)|^SEARCH i USING COVERING INDEX sqlite_autoindex_images_1 /;

function grows({ plan }: { plan: string }): boolean {
  const walks = plan.split('\n').some((step) => step.startsWith('SCAN') && !SMALL_WALK.test(step));
  return walks || (plan.includes('TEMP B-TREE FOR ORDER BY') && !SMALL_SORT.test(plan));
}

describe('no hot question walks the library or sorts it', () => {
  let store: Store;
  let feedId: number;
  let folderId: number;
  let added: readonly number[];
  let watchId: number;
  const items = Array.from({ length: 60 }, (_, index) => incoming({ guid: `${index}`, url: `${index}`, title: `${index}`, text: `<p>${index}</p>`, images: [`https://img.example/${index}`] }));

  beforeEach(() => {
    store = testStore();
    folderId = folderAtPath(store, 'Folder') ?? 0;
    feedId = follow(store, { folderId }).id;
    ({ added } = storeDocument(store, feedId, documentOf(items), NOON));
    for (const id of added.slice(0, 9)) store.run('UPDATE statuses SET story_id = 1 WHERE article_id = ?', id);
    watchId = store.get<{ id: number }>("INSERT INTO watches (kind, query, position, created_at) VALUES ('search', 'quota', 0, 0) RETURNING id")?.id ?? 0;
    for (const id of added.slice(0, 20)) store.run('INSERT INTO watch_hits (watch_id, article_id) VALUES (?, ?)', watchId, id);
    for (const id of [added[0], added[9]]) noteStory(store, id ?? 0, storyMark({ title: 'Lynas opens a plant in Kuantan', text: 'It cost $300 million.' }));
    placeStory(store, added[0] ?? 0);
  });

  const scopes = (): Scope[] => [
    { kind: 'all' }, { kind: 'unread' }, { kind: 'today' }, { kind: 'bookmarks' }, { kind: 'offline' }, { kind: 'feed', id: feedId }, { kind: 'folder', id: folderId }, { kind: 'watch', id: watchId },
  ];

  test('lists of every scope, order and narrowing', () => {
    const plans = scopes().flatMap((scope) =>
      [false, true].flatMap((unreadOnly) =>
        (['time', 'kept'] satisfies ArticleOrder[]).flatMap((order) => [false, true].flatMap((stories) => plansOf(store, (spied) => listArticles(spied, { scope, limit: 10, unreadOnly, order, stories }, NOON)))),
      ),
    );
    expect(plans.length).toBeGreaterThan(50);
    expect(plans.filter(grows)).toEqual([]);
  });

  test('counts, arrivals, one article, marks, images and matching', () => {
    const plans = [
      ...plansOf(store, (spied) => counts(spied, NOON)),
      ...scopes().flatMap((scope) => plansOf(store, (spied) => countArrived(spied, { scope, since: NOON }, NOON))),
      ...plansOf(store, (spied) => getArticle(spied, added[0] ?? 0)),
      ...plansOf(store, (spied) => setRead(spied, added.slice(0, 3), true)),
      ...plansOf(store, (spied) => setBookmarked(spied, added[0] ?? 0, true)),
      ...plansOf(store, (spied) => recordImage(spied, imageKey('https://img.example/1'), { state: 'failed' })),
      ...plansOf(store, (spied) => pendingImages(spied, { limit: 10, retryFailed: true })),
      ...plansOf(store, (spied) => matchArticles(spied, feedId, items.map((item) => ({ ...item, keys: { guid: 'x', url: 'y', content: item.keys.content } })))),
      ...plansOf(store, (spied) => story(spied, added[0] ?? 0)),
      ...plansOf(store, (spied) => noteStory(spied, added[8] ?? 0, storyMark({ title: 'Lynas opens a plant', text: '' }))),
      ...plansOf(store, (spied) => queuedStories(spied, 20)),
      ...plansOf(store, (spied) => placeStory(spied, added[9] ?? 0)),
      ...plansOf(store, (spied) => splitStory(spied, added[0] ?? 0)),
      ...plansOf(store, (spied) => undoSplitStory(spied, added[0] ?? 0)),
      ...plansOf(store, (spied) => setStoryRead(spied, { storyId: 1, read: false, before: NOON })),
      ...plansOf(store, (spied) => markRead(spied, { articleIds: added.slice(0, 3), storyIds: [1], before: NOON })),
      ...plansOf(store, (spied) => markAllRead(spied, { kind: 'feed', id: feedId }, NOON, NOON)),
    ];
    expect(plans.length).toBeGreaterThan(30);
    expect(plans.filter(grows)).toEqual([]);
  });
});
