import { join } from 'node:path';
import type { SQLInputValue } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { createNameFinder } from '../../../electron/core/entities/name-finder.ts';
import { readFigures, type FigureNames } from '../../../electron/core/figures/read-figures.ts';
import { createLensKeeper } from '../../../electron/core/lens-keeper.ts';
import type { Ingest } from '../../../electron/core/refresh/ingest-job.ts';
import { listDates } from '../../../electron/core/query/list-dates.ts';
import { listFigures } from '../../../electron/core/query/list-figures.ts';
import { noticeLinks } from '../../../electron/core/query/notice-links.ts';
import { priceSeries } from '../../../electron/core/query/price-series.ts';
import { makeBackup, putInPlace } from '../../../electron/core/store/backup.ts';
import { addCorrection, correctionsOf } from '../../../electron/core/store/figure-corrections.ts';
import { countDue, dueArticle, figuresStored, isRead, nextDue, writeFigures } from '../../../electron/core/store/figures.ts';
import { MIGRATIONS } from '../../../electron/core/store/migrations.ts';
import { addFigures } from '../../../electron/core/store/add-figures.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { salvage } from '../../../electron/core/store/salvage.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { documentOf, follow, incoming, NOON, temporaryProfile, testStore } from './library.ts';

const finder = createNameFinder();
const names: FigureNames = { mentions: (text) => finder.mentions(text), partsOf: (id) => finder.entities.get(id)?.of ?? [] };
const ingest: Pick<Ingest, 'figures'> = { figures: async (jobs) => jobs.map((job) => readFigures(job, names)) };

function keeperOf(store: Store, patch: Partial<Parameters<typeof createLensKeeper>[0]> = {}) {
  const faults: unknown[] = [];
  return { faults, keeper: createLensKeeper({ store, ingest, announce: () => undefined, namesVersion: () => finder.version, isBusy: () => false, now: () => NOON, onFault: (error) => faults.push(error), unattended: false, ...patch }) };
}

const TEXT = '<p>The quota was 270,000 tonnes. Announcement No. 18 of 2025 took effect on 4 April 2025. Dysprosium oxide stood at 1.68-1.7 million yuan/ton.</p>';

function stored(store: Store, count = 1): number[] {
  const feed = follow(store);
  return [...storeDocument(store, feed.id, documentOf(Array.from({ length: count }, (_, at) => incoming({ guid: `${at}`, title: 'Quota', text: TEXT, publishedAt: NOON - at * 60_000 }))), NOON).added];
}

test('a library from before there were figures is read from the newest down, and its own articles are no change of rules', async () => {
  const profile = temporaryProfile();
  const earlier = testStore({ profile, migrations: MIGRATIONS.slice(0, MIGRATIONS.indexOf(addFigures)) });
  // Which the code of now cannot write without.
  earlier.db.exec('CREATE TEMP TABLE figures_due (article_id INTEGER PRIMARY KEY)');
  const ids = stored(earlier, 30);
  earlier.close();
  const store = testStore({ profile });
  const { keeper, faults } = keeperOf(store);
  expect(keeper.waiting()).toBe(30);
  expect(nextDue(store, 2).map(({ job }) => job.id)).toEqual(ids.toSorted((a, b) => b - a).slice(0, 2));
  await keeper.settled();
  expect(keeper.waiting()).toBe(0);
  expect(figuresStored(store, ids[29] ?? 0).figures.map(({ low }) => low)).toEqual(['270000', '2025-18', '2025-04-04', '1680000']);
  expect(store.get('SELECT 1 FROM lens_change')).toBeUndefined();
  expect(faults).toEqual([]);
});

test('what changes while it is read waits on', () => {
  const store = testStore();
  const [id = 0] = stored(store);
  const due = dueArticle(store, id);
  if (!due) throw new Error('it waits');
  const result = readFigures(due.job, names);
  store.run("UPDATE articles SET title = 'Another', revision = 'another' WHERE id = ?", id);
  expect(writeFigures(store, due, result, 1)).toBe(false);
  expect(isRead(store, id)).toBe(false);
  const again = dueArticle(store, id);
  if (!again) throw new Error('it waits');
  expect(writeFigures(store, again, readFigures(again.job, names), 1)).toBe(true);
  expect(isRead(store, id)).toBe(true);
});

test('a text that nothing can read costs its own figures alone', async () => {
  const store = testStore();
  const ids = stored(store, 20);
  const bad = ids[3] ?? 0;
  const failing: Pick<Ingest, 'figures'> = {
    figures: async (jobs) => {
      if (jobs.some(({ id }) => id === bad)) throw new Error('the thread died');
      return jobs.map((job) => readFigures(job, names));
    },
  };
  const { keeper, faults } = keeperOf(store, { ingest: failing });
  await keeper.settled();
  expect(countDue(store)).toBe(0);
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.every((fault) => String(fault).includes('the thread died'))).toBe(true);
  expect(ids.filter((id) => figuresStored(store, id).figures.length === 0)).toEqual([bad]);
});

test('while a refresh runs, nothing is read but what somebody opens', async () => {
  const store = testStore();
  const ids = stored(store, 7);
  let isBusy = true;
  const { keeper } = keeperOf(store, { isBusy: () => isBusy, unattended: true });
  keeper.wake();
  await keeper.read(ids[3] ?? 0);
  expect(store.all('SELECT article_id AS id FROM article_figures')).toEqual([{ id: ids[3] }]);
  isBusy = false;
  keeper.wake();
  await keeper.settled();
  expect(countDue(store)).toBe(0);
});

test('a damaged pack shows nothing, and harms nothing', async () => {
  const store = testStore();
  const [id = 0] = stored(store);
  await keeperOf(store).keeper.settled();
  store.run("UPDATE article_figures SET packed = x'ffffff' WHERE article_id = ?", id);
  expect(figuresStored(store, id).figures).toEqual([]);
  expect(listFigures(store, {}, { limit: 10 }).figures).toEqual([]);
});

test('a correction that calls a day a price, as could once be stored, changes neither kind nor value, and prices are told on', async () => {
  const store = testStore();
  const [id = 0] = stored(store);
  const { keeper, faults } = keeperOf(store);
  await keeper.settled();
  const of = (kind: string) => figuresStored(store, id).figures.find((figure) => figure.kind === kind);
  const { id: price = '' } = of('price') ?? {};
  const { id: day = '' } = of('date') ?? {};
  for (const [figureId, fix] of [[price, { low: '2025-18', subject: 'Dysprosium oxide, spot' }], [day, { kind: 'price' as const }]] as const) {
    addCorrection(store, { articleId: id, kind: 'fixed', figureId, field: 'text', quote: { quote: 'x', prefix: '', suffix: '', start: 0 }, base: null, fix, sentence: '' });
  }
  await keeper.read(id);
  expect(of('price')).toMatchObject({ low: '1680000', high: '1700000', subject: { words: 'Dysprosium oxide, spot' }, correction: { kind: 'fixed' } });
  expect(of('date')).toMatchObject({ low: '2025-04-04' });
  const { days } = await priceSeries(store, { product: 'product:dysprosium-oxide' }, { known: finder.entities, rate: { cnyPerUsd: '7.1', on: '2026-11-20' } });
  expect(days.flatMap(({ quotes }) => quotes).map(({ low }) => low)).toEqual(['1680000']);
  expect(faults).toEqual([]);
});

test('corrections that are newer than the copy are taken over from a damaged library, once, in their order', async () => {
  const profile = temporaryProfile();
  const store = testStore({ profile });
  const [id = 0] = stored(store);
  const copy = makeBackup(store.db, profile, { version: MIGRATIONS.length, at: NOON, kind: 'daily' });
  const added = addCorrection(store, { articleId: id, kind: 'added', figureId: null, field: 'text', quote: { quote: 'quota', prefix: 'The', suffix: 'was270', start: 3 }, base: null, fix: { low: '1', kind: 'count' }, sentence: 'The quota was 270,000 tonnes.' });
  addCorrection(store, { articleId: id, kind: 'fixed', figureId: `added-${added}`, field: 'text', quote: { quote: 'quota', prefix: 'The', suffix: 'was270', start: 3 }, base: null, fix: { low: '2' }, sentence: 'The quota was 270,000 tonnes.' });
  store.close();
  const damaged = join(profile, 'library', 'aside.db');
  putInPlace(profile, copy, damaged);
  const after = testStore({ profile });
  for (let time = 1; time <= 2; time++) {
    expect(salvage(after, damaged, NOON)).toMatchObject({ whole: true });
    expect(correctionsOf(after, id).map(({ kind, fix, figureId }) => [kind, fix?.low, figureId === null])).toEqual([['added', '1', true], ['fixed', '2', false]]);
  }
  const { keeper } = keeperOf(after);
  await keeper.settled();
  await keeper.read(id);
  expect(figuresStored(after, id).figures.map(({ printed, low }) => [printed, low])[0]).toEqual(['quota', '2']);
});

describe('no question about figures walks the library', () => {
  test('each goes by an index', async () => {
    const store = testStore();
    const [id = 0] = stored(store, 40);
    await keeperOf(store).keeper.settled();
    const plans: string[] = [];
    const note = (sql: string, values: SQLInputValue[]): void => {
      plans.push((store.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[]).map(({ detail }) => detail).join('\n'));
    };
    const spied: Store = {
      ...store,
      // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- whoever writes the SQL names its row
      get: <Row>(sql: string, ...values: SQLInputValue[]) => (note(sql, values), store.get<Row>(sql, ...values)),
      all: <Row>(sql: string, ...values: SQLInputValue[]) => (note(sql, values), store.all<Row>(sql, ...values)),
    };
    for (const filter of [{ kinds: ['price'] as const }, { unit: 't' }, { entityId: 'element:Dy' }, { feedId: 1 }, { corrected: true }, { unsure: true }, { articleId: id }, { kinds: ['rank', 'ratio'] as const }, { kinds: ['price'] as const, from: '2026-11-20', to: '2026-11-22' }]) listFigures(spied, filter, { limit: 10 });
    listDates(spied, { from: '2025-01-01', to: '2025-12-31' }, { limit: 10 });
    await priceSeries(spied, { product: 'product:dysprosium-oxide' }, { known: finder.entities, rate: null });
    await noticeLinks(spied, id);
    expect(plans.length).toBeGreaterThan(25);
    // A LIMIT ends the walk over what a person corrected or the lens is unsure of; `g` are series; the rest is looked up.
    const walks = plans.flatMap((plan) => plan.split('\n')).filter((step) => step.startsWith('SCAN') && !/^SCAN (\(subquery-\d+\)$|(wanted|json_each) VIRTUAL TABLE|f USING (COVERING )?INDEX figures_(flagged|by_name)|CONSTANT ROW|w$|g$)/.test(step));
    expect(walks).toEqual([]);
  });
});
