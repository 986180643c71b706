import { expect, test } from 'vitest';
import { createNameFinder } from '../../../electron/core/entities/name-finder.ts';
import { readFigures, type FigureNames } from '../../../electron/core/figures/read-figures.ts';
import { createLensKeeper } from '../../../electron/core/lens-keeper.ts';
import type { IncomingArticle } from '../../../electron/core/normalize/incoming-article.ts';
import { entityLens } from '../../../electron/core/query/entity-lens.ts';
import { figureChoices } from '../../../electron/core/query/figure-choices.ts';
import { listFigures } from '../../../electron/core/query/list-figures.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { documentOf, follow, incoming, NOON, testStore } from '../store/library.ts';

const finder = createNameFinder();
const names: FigureNames = { mentions: (text) => finder.mentions(text), partsOf: (id) => finder.entities.get(id)?.of ?? [] };

async function withFigures(articles: readonly IncomingArticle[]): Promise<Store> {
  const store = testStore();
  storeDocument(store, follow(store).id, documentOf(articles), NOON);
  const ingest = { figures: async (jobs: readonly Parameters<typeof readFigures>[0][]) => jobs.map((job) => readFigures(job, names)) };
  await createLensKeeper({ store, ingest, announce: () => undefined, namesVersion: () => finder.version, isBusy: () => false, now: () => NOON, onFault: () => undefined, unattended: false }).settled();
  return store;
}

const published = (guid: string, at: string | null, publishedDay: string | null = null): IncomingArticle => ({
  ...incoming({ guid, title: guid, text: '<p>Lynas produced 3,500 tonnes of NdPr oxide.</p>', publishedAt: at === null ? null : Date.parse(at) }), publishedDay,
});

// Without a zone: on the calendar of the machine, by which lists show articles.
test('figures of some days are those whose article shows one of them', async () => {
  const store = await withFigures([
    // As pages in Australia and in Hawaii print a day.
    published('ahead', '2026-11-20T00:00:00+10:00', '2026-11-20'), published('behind', '2026-11-20T00:00:00-10:00', '2026-11-20'),
    published('first', '2026-11-20T00:00:00'), published('last', '2026-11-20T23:59:59'),
    published('before', '2026-11-19T23:59:59'), published('after', '2026-11-21T00:00:00'), published('far', '2026-10-01T00:00:00'), published('undated', null),
  ]);
  const all = listFigures(store, {}, { limit: 50 });
  expect(all.total).toBe(8);
  const titles = (filter: Parameters<typeof listFigures>[1]): string[] => listFigures(store, filter, { limit: 50 }).figures.map(({ source }) => source.title);
  const shown = (test: (day: string) => boolean): string[] => all.figures.filter(({ source }) => test(source.day)).map(({ source }) => source.title);
  const entityId = store.get<{ id: string }>('SELECT e.id FROM figure_entities fe CROSS JOIN entities e ON e.key = fe.entity_key')?.id ?? '';
  const [feedId = 0] = store.all<{ id: number }>('SELECT id FROM feeds').map(({ id }) => id);
  for (const by of [{}, { feedId }, { entityId }, { kinds: ['mass' as const] }, { unit: 't' }]) {
    expect(titles({ ...by, from: '2026-11-20', to: '2026-11-20' })).toEqual(shown((day) => day === '2026-11-20'));
    expect(titles({ ...by, from: '2026-11-21' })).toEqual(shown((day) => day >= '2026-11-21'));
    expect(titles({ ...by, to: '2026-11-19' })).toEqual(shown((day) => day <= '2026-11-19'));
  }
  expect(shown((day) => day === '2026-11-20').toSorted()).toEqual(['ahead', 'behind', 'first', 'last']);
  expect(figureChoices(store, { from: '2026-11-20', to: '2026-11-20' }, finder.entities).kinds).toEqual([{ kind: 'mass', count: 4 }]);
});

test('what is asked again at another time is prepared once', async () => {
  const store = await withFigures([published('one', '2026-11-20T00:00:00Z')]);
  const prepared: string[] = [];
  const prepare = store.db.prepare.bind(store.db);
  store.db.prepare = (sql) => {
    prepared.push(sql);
    return prepare(sql);
  };
  const ask = (n: number): void => {
    entityLens(store, { entityId: 'element:Nd', days: 365, now: NOON + n }, finder.entities);
    listFigures(store, { from: `2026-11-${10 + n}`, feedId: n }, { limit: 10 + n });
    figureChoices(store, { from: `2026-11-${10 + n}`, feedId: n }, finder.entities);
  };
  ask(0);
  const first = prepared.length;
  for (let n = 1; n < 10; n++) ask(n);
  expect(prepared).toHaveLength(first);
});
