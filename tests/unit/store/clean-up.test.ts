import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { counts } from '../../../electron/core/query/counts.ts';
import { cleanUp } from '../../../electron/core/store/clean-up.ts';
import { recordImage } from '../../../electron/core/store/images.ts';
import { setNote } from '../../../electron/core/store/notes.ts';
import { setBookmarked, setRead } from '../../../electron/core/store/status.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import type { Store } from '../../../electron/core/store/store.ts';
import { DAY, documentOf, follow, HOUR, imageKey, incoming, NOON, testStore } from './library.ts';

const img = (name: string): string => `https://img.example/${name}`;

/** Read articles of two feeds: each shows a logo, an image that it shares with one far from it, and one of its own. */
function library(count: number, clock = { time: NOON }): { store: Store; ids: number[] } {
  const store = testStore({ clock });
  const ids = ['a', 'b'].flatMap((name) =>
    storeDocument(
      store, follow(store, { url: `https://${name}.example/feed` }).id,
      documentOf(Array.from({ length: count }, (_, n) => incoming({ guid: `${name}${n}`, title: `Text ${name}${n}`, text: `<p>${name}${n}</p>`, publishedAt: NOON - n * HOUR, images: ['logo', `half-${n % (count / 2)}`, `${name}${n}`].map(img) }))),
      NOON,
    ).added,
  );
  for (const key of store.all<{ key: string }>('SELECT key FROM images')) recordImage(store, key.key, { state: 'kept', type: 'image/png', bytes: 1000 });
  setRead(store, ids, true);
  return { store, ids };
}

test('others come between the stretches of a clean-up, and what a person keeps meanwhile stays', async () => {
  const { store, ids } = library(120);
  const left = (): number[] => store.all<{ id: number }>('SELECT id FROM articles ORDER BY id').map(({ id }) => id);
  const cleaning = cleanUp(store, { before: NOON + DAY });
  const seen: number[] = [];
  let kept: number[] = [];
  while (left().length > 2) {
    seen.push(left().length);
    if (kept.length === 0 && seen.at(-1) !== ids.length) {
      kept = left().slice(-2);
      setBookmarked(store, kept[0] ?? 0, true);
      setNote(store, kept[1] ?? 0, 'Mine.');
    }
    await setImmediate();
  }
  expect(new Set(seen).size).toBeGreaterThan(3);
  expect((await cleaning).removed).toBe(238);
  expect(left()).toEqual(kept);
  expect(store.get('SELECT sum(total) AS total FROM feed_tallies')).toEqual({ total: 2 });
});

test('what it would free is counted as what it frees, whatever stretches share an image and whatever copies show it', async () => {
  const clock = { time: NOON };
  const { store, ids } = library(120, clock);
  const [copied = 0, keeper = 0, unread = 0] = ids;
  setBookmarked(store, copied, true);
  setBookmarked(store, copied, false);
  setBookmarked(store, keeper, true);
  setBookmarked(store, unread, true);
  setBookmarked(store, unread, false);
  setRead(store, [unread], false);
  clock.time += DAY;
  const all = counts(store, clock.time).offlineBytes;
  const dry = await cleanUp(store, { before: clock.time, dryRun: true });
  expect([dry.removed, counts(store, clock.time).offlineBytes]).toEqual([238, all]);
  expect(await cleanUp(store, { before: clock.time })).toEqual(dry);
  // What keeper and unread show stays, each with an image of its own and one of a half; the logo and texts of both as well.
  expect(store.get('SELECT count(*) AS n FROM images WHERE id NOT IN (SELECT image_id FROM article_images)')).toEqual({ n: 60 + 240 - 4 });
  expect(store.all('SELECT article_id AS id FROM frozen_texts')).toEqual([{ id: keeper }]);
  expect(dry.bytes - (all - counts(store, clock.time).offlineBytes)).toBe(296_000);
  expect(store.get('SELECT count(*) AS n FROM images WHERE key = ?', imageKey(img('logo')))).toEqual({ n: 1 });
});

test('the end of the engine ends it', async () => {
  const { store } = library(120);
  const cleaning = cleanUp(store, { before: NOON + DAY });
  store.close();
  await expect(cleaning).rejects.toMatchObject({ code: 'engine-stopped' });
});
