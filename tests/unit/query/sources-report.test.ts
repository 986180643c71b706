import { describe, expect, test } from 'vitest';
import { exportSources } from '../../../electron/core/export-sources.ts';
import { activityPage, sourceTries } from '../../../electron/core/query/activity-page.ts';
import { counts } from '../../../electron/core/query/counts.ts';
import { sourcesReport } from '../../../electron/core/query/sources-report.ts';
import { recordAsk, recordLeftOut } from '../../../electron/core/store/activity.ts';
import { cleanUp } from '../../../electron/core/store/clean-up.ts';
import { pauseFeed, unsubscribe } from '../../../electron/core/store/feeds.ts';
import { holdHost } from '../../../electron/core/store/host-holds.ts';
import { recordImage } from '../../../electron/core/store/images.ts';
import { recordNext } from '../../../electron/core/store/pace-facts.ts';
import { setBookmarked, setRead } from '../../../electron/core/store/status.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import type { Store } from '../../../electron/core/store/store.ts';
import { DAY, documentOf, failureOf, follow, HOUR, imageKey, incoming, NOON, testStore } from '../store/library.ts';

const ask = { outcome: 'fresh', status: 200, code: null, detail: {}, added: 2, updated: 0, bytes: 1000, ms: 12 } as const;
const failed = { outcome: 'failed', status: 500, code: 'server-error', detail: { host: 'metals.example', status: 500 }, added: 0, updated: 0, bytes: 0, ms: 3 } as const;
const sourceOf = (store: Store, id: number, now = NOON) => sourcesReport(store, now).sources.find(({ feedId }) => feedId === id);

describe('the report', () => {
  test('draws thirty days, and the last day in slots of five minutes', () => {
    const store = testStore();
    const { id } = follow(store);
    recordAsk(store, id, { ...ask, at: NOON - 29 * DAY });
    recordAsk(store, id, { ...ask, at: NOON - 30 * DAY });
    recordAsk(store, id, { ...ask, at: NOON - HOUR });
    recordAsk(store, id, { ...failed, at: NOON - HOUR + 1 });
    recordLeftOut(store, [{ feedId: id, reason: 'notDue', until: NOON + HOUR, why: 'pace' }], NOON - HOUR + 2);
    const { sources, firstDay, slots, asOf } = sourcesReport(store, NOON);
    expect(asOf).toBe(NOON);
    const { days = null, receivedBytes } = sources[0] ?? {};
    const between = Array<number>(28).fill(0);
    expect([firstDay, days]).toEqual([NOON - 29 * DAY - 12 * HOUR, { asked: [1, ...between, 2], failed: [0, ...between, 1], added: [2, ...between, 2] }]);
    expect(receivedBytes).toBe(2000);
    expect(slots).toHaveLength(288);
    expect(slots.filter(({ asked }) => asked > 0)).toEqual([{ at: NOON - HOUR, asked: 2, failed: 1 }]);
    expect(slots.at(-1)?.at).toBe(NOON);
  });

  test('is of named sources where these are asked for, and of the engine in any case', () => {
    const store = testStore();
    const one = follow(store, { url: 'https://one.example/feed' }).id;
    const other = follow(store, { url: 'https://other.example/feed' }).id;
    for (const id of [one, other]) {
      storeDocument(store, id, documentOf([incoming({ guid: String(id), title: 'Of it', publishedAt: NOON - HOUR })]), NOON);
      recordAsk(store, id, { ...ask, at: NOON - HOUR });
    }
    const whole = sourcesReport(store, NOON);
    expect(sourcesReport(store, NOON, [other, 99])).toEqual({ ...whole, sources: whole.sources.filter(({ feedId }) => feedId === other) });
    expect(sourcesReport(store, NOON, [])).toEqual({ ...whole, sources: [] });
    unsubscribe(store, other);
    expect(sourcesReport(store, NOON, [other]).sources).toEqual([]);
  });

  test('tells what a source holds, however articles come and go', async () => {
    const store = testStore();
    const { id } = follow(store);
    const [A, B] = ['https://metals.example/a.png', 'https://metals.example/b.png'];
    const whole = incoming({ guid: '1', title: 'Whole', text: 'Short and whole.', publishedAt: NOON - HOUR, images: [A, B] });
    const cut = { ...incoming({ guid: '2', title: 'Cut', text: 'It breaks off …', publishedAt: NOON - 2 * HOUR }), summary: 'It breaks off …', whole: false };
    const long = { ...incoming({ guid: '3', title: 'Long', text: 'x'.repeat(900), publishedAt: NOON - 3 * HOUR, images: [A] }), summary: `${'x'.repeat(299)}…` };
    const { added } = storeDocument(store, id, documentOf([whole, cut, long]), NOON);
    recordImage(store, imageKey(A), { state: 'kept', type: 'image/png', bytes: 500 });
    recordImage(store, imageKey(B), { state: 'failed' });
    setBookmarked(store, added[0] ?? 0, true);
    const text = (): number => store.get<{ bytes: number }>('SELECT total(length(html)) AS bytes FROM (SELECT html FROM bodies UNION ALL SELECT html FROM frozen_texts)')?.bytes ?? 0;
    expect(sourceOf(store, id)).toMatchObject({ articles: 3, bookmarked: 1, images: 1, fullText: 2 / 3, bytes: text() + 500, newestAt: NOON - HOUR, state: 'healthy' });
    // The publisher sends the rest of what broke off.
    storeDocument(store, id, documentOf([whole, { ...incoming({ guid: '2', title: 'Cut', text: 'It no longer breaks off.', publishedAt: NOON - 2 * HOUR }) }, long]), NOON + 1);
    expect(sourceOf(store, id)).toMatchObject({ fullText: 1, bytes: text() + 500 });
    // One that came without a text gets one, and a new one comes with it.
    const bare = incoming({ guid: '4', title: 'Bare', publishedAt: NOON - 4 * HOUR });
    storeDocument(store, id, documentOf([whole, bare]), NOON + 2);
    expect(sourceOf(store, id)).toMatchObject({ articles: 4, fullText: 3 / 4, bytes: text() + 500 });
    storeDocument(store, id, documentOf([incoming({ guid: '5', title: 'New', text: 'New.', publishedAt: NOON - 5 * HOUR }), incoming({ guid: '4', title: 'Bare', text: 'No longer.', publishedAt: NOON - 4 * HOUR })]), NOON + 3);
    expect(sourceOf(store, id)).toMatchObject({ articles: 5, fullText: 1, bytes: text() + 500 });
    expect(counts(store, NOON).offlineBytes).toBe(text() + 500);
    setRead(store, store.all<{ id: number }>('SELECT id FROM articles').flatMap(({ id: article }) => (article === added[0] ? [] : [article])), true);
    await cleanUp(store, { before: NOON + DAY });
    expect(sourceOf(store, id)).toMatchObject({ articles: 1, fullText: 1, images: 1, bytes: text() + 500 });
    setBookmarked(store, added[0] ?? 0, false);
    unsubscribe(store, id);
    expect(store.get('SELECT whole, text_bytes FROM feed_tallies')).toEqual({ whole: 0, text_bytes: 0 });
  });

  test('counts articles a week over four weeks, or for as long as the source is known', () => {
    const store = testStore();
    const { id } = follow(store);
    const daily = Array.from({ length: 40 }, (_, day) => incoming({ guid: `${day}`, title: `${day}`, publishedAt: NOON - day * DAY }));
    storeDocument(store, id, documentOf(daily.slice(0, 7)), NOON);
    expect(sourceOf(store, id)?.perWeek).toBeCloseTo(8.2, 1);
    storeDocument(store, id, documentOf(daily), NOON);
    expect(sourceOf(store, id)?.perWeek).toBeCloseTo(7.25, 1);
  });

  test('says when a source is asked next and why', () => {
    const store = testStore();
    const { id } = follow(store);
    recordNext(store, id, { at: NOON + HOUR, everyMs: 2 * HOUR, reason: 'cache' }, false);
    expect(sourceOf(store, id)).toMatchObject({ nextAt: NOON + HOUR, everyMs: 2 * HOUR, nextReason: 'cache' });
    holdHost(store, { host: 'metals.example', until: NOON + 5 * HOUR, times: 1 });
    expect(sourceOf(store, id)).toMatchObject({ nextAt: NOON + 5 * HOUR, nextReason: 'retryAfter' });
    expect(sourceOf(store, id, NOON + 6 * HOUR)).toMatchObject({ nextAt: NOON + HOUR, nextReason: 'cache' });
    pauseFeed(store, id, true);
    expect(sourceOf(store, id)).toMatchObject({ nextAt: null, nextReason: 'paused', state: 'paused' });
  });

  test('names a source that was followed today and has been dead for years', () => {
    const store = testStore();
    const { id } = follow(store);
    storeDocument(store, id, documentOf([incoming({ guid: '1', title: 'Old', publishedAt: NOON - 2000 * DAY })]), NOON);
    expect(sourceOf(store, id)).toMatchObject({ state: 'quiet', since: NOON - 2000 * DAY });
  });
});

describe('the log', () => {
  test('tells of asks and of who was left out, newest first, by pages', () => {
    const store = testStore();
    const { id } = follow(store);
    const other = follow(store, { url: 'https://other.example/feed', title: 'Mine' });
    recordAsk(store, id, { ...ask, at: NOON });
    recordLeftOut(store, [{ feedId: other.id, reason: 'hostHeld', until: NOON + HOUR, why: null }, { feedId: id, reason: 'notDue', until: NOON + 1, why: 'pace' }], NOON + 1);
    recordAsk(store, id, { ...failed, at: NOON + 2 });
    const first = activityPage(store, { limit: 2 });
    expect(first.rows).toEqual([
      { kind: 'asked', id: 4, feedId: id, feedTitle: 'Metals', at: NOON + 2, ...failed },
      { kind: 'leftOut', id: 3, feedId: id, feedTitle: 'Metals', at: NOON + 1, reason: 'notDue', why: 'pace', until: NOON + 1 },
    ]);
    const second = activityPage(store, { limit: 2, before: first.nextBefore });
    expect(second.rows).toMatchObject([{ kind: 'leftOut', feedTitle: 'Mine', reason: 'hostHeld', why: null, until: NOON + HOUR }, { kind: 'asked', ...ask }]);
    expect(activityPage(store, { limit: 2, before: second.nextBefore })).toEqual({ rows: [], nextBefore: null });
    expect(sourceTries(store, id, 10).map(({ at }) => at)).toEqual([NOON + 2, NOON]);
    expect(sourceTries(store, id, 1)).toHaveLength(1);
    expect(failureOf(() => sourceTries(store, 99, 1)).code).toBe('feed-missing');
  });
});

describe('the table', () => {
  test('has a byte order mark, quotes what needs it, and gives no program a formula', () => {
    const store = testStore();
    follow(store, { url: 'https://reader:secret@metals.example/feed', title: '=HYPERLINK("https://evil.example","稀土, 磁材")' });
    const csv = exportSources(store, NOON);
    const [head, row, end] = csv.split('\r\n');
    expect(head).toMatch(/^\uFEFFTitle,Address,Site,/);
    expect(row).toMatch(/^"'=HYPERLINK\(""https:\/\/evil\.example"",""稀土, 磁材""\)",https:\/\/metals\.example\/feed,/);
    expect(row).toContain(new Date(NOON).toISOString());
    expect([csv.includes('secret'), end]).toEqual([false, '']);
  });
});
