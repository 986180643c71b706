import { expect, test } from 'vitest';
import { createNameFinder } from '../../../electron/core/entities/name-finder.ts';
import { readFigures, type FigureNames } from '../../../electron/core/figures/read-figures.ts';
import { createLensKeeper, type LensKeeper } from '../../../electron/core/lens-keeper.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { documentOf, follow, incoming, NOON, testStore } from '../store/library.ts';

const finder = createNameFinder();
const names: FigureNames = { mentions: (text) => finder.mentions(text), partsOf: () => [] };

function stored(store: Store, count: number): number[] {
  const feed = follow(store);
  const drafts = Array.from({ length: count }, (_, at) => incoming({ guid: `${at}`, title: `Quota ${at}`, text: '<p>The quota was 270,000 tonnes.</p>', publishedAt: NOON - at * 60_000 }));
  return [...storeDocument(store, feed.id, documentOf(drafts), NOON).added];
}

/** A keeper that says by which names each article was asked about; `meanwhile` happens once, while the next are read. */
function asking(store: Store): { keeper: LensKeeper; asked: string[]; state: { names: string; meanwhile: (() => Promise<void>) | null } } {
  const asked: string[] = [];
  const state: { names: string; meanwhile: (() => Promise<void>) | null } = { names: 'a', meanwhile: null };
  const keeper = createLensKeeper({
    store,
    ingest: {
      figures: async (jobs) => {
        asked.push(...jobs.map(({ id }) => `${id} ${state.names}`));
        const { meanwhile } = state;
        state.meanwhile = null;
        await meanwhile?.();
        return jobs.map((job) => readFigures(job, names));
      },
    },
    announce: () => undefined, namesVersion: () => state.names, isBusy: () => false, now: () => NOON, unattended: false,
    onFault: (error) => {
      throw error;
    },
  });
  return { keeper, asked, state };
}

test('a name that is saved while articles are read, and an article opened then, leave none that is not read by it', async () => {
  const store = testStore();
  const ids = stored(store, 40);
  const { keeper, asked, state } = asking(store);
  await keeper.settled();
  state.names = 'b';
  state.meanwhile = async () => {
    state.names = 'c';
    await keeper.read(ids[39] ?? 0);
  };
  await keeper.settled();
  expect(ids.filter((id) => !asked.includes(`${id} c`))).toEqual([]);
  expect(keeper.waiting()).toBe(0);
});

test('an article that was read is read anew by other names as it is opened, once, however long the others wait', async () => {
  const store = testStore();
  const [id = 0] = stored(store, 3);
  const { keeper, asked, state } = asking(store);
  await keeper.read(id);
  state.names = 'b';
  await keeper.read(id);
  await keeper.read(id);
  expect(asked).toEqual([`${id} a`, `${id} b`]);
});

test('what is read while a name is saved is not taken for what it names now', async () => {
  const store = testStore();
  const [id = 0] = stored(store, 1);
  const { keeper, asked, state } = asking(store);
  state.meanwhile = async () => {
    state.names = 'b';
  };
  await keeper.read(id);
  expect(asked).toEqual([`${id} a`, `${id} b`]);
});
