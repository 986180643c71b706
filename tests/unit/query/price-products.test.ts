import type { SQLInputValue } from 'node:sqlite';
import { expect, test } from 'vitest';
import { createNameFinder } from '../../../electron/core/entities/name-finder.ts';
import { readFigures, type FigureNames } from '../../../electron/core/figures/read-figures.ts';
import { createLensKeeper } from '../../../electron/core/lens-keeper.ts';
import { priceProducts } from '../../../electron/core/query/price-products.ts';
import { priceSeries } from '../../../electron/core/query/price-series.ts';
import { mute } from '../../../electron/core/store/mute.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { DAY, documentOf, follow, incoming, NOON, testStore } from '../store/library.ts';

const finder = createNameFinder();
const names: FigureNames = { mentions: (text) => finder.mentions(text), partsOf: (id) => finder.entities.get(id)?.of ?? [] };

/** One quote of dysprosium oxide a day, 1.65 million yuan on the last, or what `last` says; and the ids, the newest first. */
async function quoted(last?: string): Promise<{ store: Store; ids: number[] }> {
  const store = testStore();
  const drafts = [5, 4, 3, 2, 1, 0].map((ago) => incoming({ guid: `${ago}`, title: `Prices ${ago}`, text: (ago === 0 ? last : undefined) ?? `<p>Dysprosium oxide stood at 1.6${5 - ago} million yuan/ton on ${18 - ago} November.</p>`, publishedAt: NOON - ago * DAY }));
  const ids = [...storeDocument(store, follow(store).id, documentOf(drafts), NOON).added].toSorted((a, b) => b - a);
  const ingest = { figures: async (jobs: readonly Parameters<typeof readFigures>[0][]) => jobs.map((job) => readFigures(job, names)) };
  await createLensKeeper({ store, ingest, announce: () => undefined, namesVersion: () => finder.version, isBusy: () => false, now: () => NOON, onFault: () => undefined, unattended: false }).settled();
  return { store, ids };
}

test('a series says its newest quote that lists show, and counts no other', async () => {
  const { store, ids } = await quoted();
  expect(priceProducts(store, finder.entities)).toMatchObject([{ product: 'product:dysprosium-oxide', quotes: 6, lastDay: '2026-11-18', series: [{ low: '1650000', high: '1650000', firstDay: '2026-11-13', lastDay: '2026-11-18' }] }]);
  mute(store, ids.slice(0, 2), { by: null, at: NOON });
  expect(priceProducts(store, finder.entities)).toMatchObject([{ quotes: 4, lastDay: '2026-11-16', series: [{ low: '1630000', firstDay: '2026-11-13', lastDay: '2026-11-16' }] }]);
});

test('what the list of products says last is what the series ends with, where one article quotes twice', async () => {
  const { store } = await quoted('<p>Dysprosium oxide stood at 1.65 million yuan/ton on 18 November.</p><p>Dysprosium oxide was offered at 1.62 million yuan/ton on 18 November.</p>');
  const [product] = priceProducts(store, finder.entities);
  const { days } = await priceSeries(store, { product: 'product:dysprosium-oxide' }, { known: finder.entities, rate: null });
  expect(days.at(-1)?.quotes.map(({ low }) => low)).toEqual(['1620000', '1650000']);
  expect(product?.series[0]?.low).toBe('1650000');
});

test('quotes are counted in the order of an index and by it alone, without a sort', async () => {
  const { store } = await quoted();
  const plans: string[] = [];
  const spied: Store = {
    ...store,
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- whoever writes the SQL names its row
    all: <Row>(sql: string, ...values: SQLInputValue[]) => {
      plans.push((store.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[]).map(({ detail }) => detail).join('\n'));
      return store.all<Row>(sql, ...values);
    },
  };
  for (const product of [null, 'product:dysprosium-oxide']) {
    expect(priceProducts(spied, finder.entities, product)).toHaveLength(1);
    const plan = plans.at(-1) ?? '';
    expect(plan).toContain('USING COVERING INDEX figures_by_name');
    expect(plan).toContain('statuses_visible');
    expect(plan).not.toContain('TEMP B-TREE');
  }
});
