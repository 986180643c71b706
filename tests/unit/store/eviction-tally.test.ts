import { expect, test } from 'vitest';
import { EvictionTally } from '../../../electron/core/store/eviction-tally.ts';
import type { Store } from '../../../electron/core/store/store.ts';
import { seededRandom } from '../../seeded-random.ts';
import { testStore } from './library.ts';

/** What only these articles show. */
const ONLY_THEIRS = `state = 'kept' AND id IN (SELECT image_id FROM article_images WHERE article_id IN going)
  AND NOT EXISTS (SELECT 1 FROM article_images o WHERE o.image_id = images.id AND o.article_id NOT IN going)
  AND NOT EXISTS (SELECT 1 FROM frozen_images z WHERE z.image_id = images.id)`;

/** The same in one statement each, whose cost nobody shares. */
function naive(store: Store, chosen: readonly number[]): unknown {
  const touched = store
    .all<{ id: number }>(
      `WITH going (id) AS MATERIALIZED (SELECT value FROM json_each(?)) SELECT id FROM going WHERE id IN (SELECT article_id FROM page_texts)
         OR id IN (SELECT ai.article_id FROM article_images ai WHERE ai.image_id IN (SELECT images.id FROM images WHERE ${ONLY_THEIRS})) ORDER BY id`,
      JSON.stringify(chosen),
    )
    .map(({ id }) => id);
  const list = JSON.stringify(touched);
  const images = store.get<{ images: number; bytes: number }>(
    `WITH going (id) AS MATERIALIZED (SELECT value FROM json_each(?)), gone AS MATERIALIZED (SELECT id, hash, bytes FROM images WHERE ${ONLY_THEIRS})
     SELECT count(*) AS images, total(bytes) AS bytes FROM gone
     WHERE hash IS NULL OR NOT EXISTS (SELECT 1 FROM images o WHERE o.hash = gone.hash AND o.state = 'kept' AND o.id NOT IN (SELECT id FROM gone))`,
    list,
  );
  const texts = store.get<{ bytes: number }>('SELECT ifnull(sum(length(html)), 0) AS bytes FROM page_texts WHERE article_id IN (SELECT value FROM json_each(?))', list);
  return { ids: touched, articles: touched.length, images: images?.images, bytes: (images?.bytes ?? 0) + (texts?.bytes ?? 0) };
}

/** Articles whose images are shared, held twice by their bytes, frozen, lacking, in every mix. */
function fill(store: Store, random: () => number): number[] {
  const any = (most: number): number => Math.floor(random() * most);
  store.db.exec('PRAGMA foreign_keys = OFF');
  for (let id = 1; id <= 60; id += 1) store.run('INSERT INTO images (id, key, url, state, hash, bytes, newest_article) VALUES (?, ?, ?, ?, ?, ?, 1)', id, id.toString(16).padStart(32, '0'), `https://a.example/${id}`, random() < 0.8 ? 'kept' : 'pending', random() < 0.3 ? null : `h${any(25)}`, any(1000));
  for (let article = 1; article <= 80; article += 1) {
    if (random() < 0.4) store.run("INSERT INTO page_texts (article_id, html, facts, text_length, url, fetched_at, extractor) VALUES (?, zeroblob(?), '{}', 1, '', 1, 1)", article, any(500));
    for (let position = 0; position < any(4); position += 1) store.run('INSERT OR IGNORE INTO article_images (article_id, position, image_id) VALUES (?, ?, ?)', article, position, 1 + any(60));
  }
  for (let id = 1; id <= 60; id += 1) if (random() < 0.1) store.run('INSERT INTO frozen_images (frozen_id, image_id) VALUES (1, ?)', id);
  return Array.from({ length: 80 }, (_, at) => at + 1).filter(() => random() < 0.6);
}

test('what is counted a part at a time is what it would be at once, whatever the articles share and however they are parted', () => {
  let counted = 0;
  for (let seed = 1; seed <= 20; seed += 1) {
    const random = seededRandom(seed);
    const store = testStore();
    const chosen = fill(store, random);
    for (const part of [1, 7, 1000]) {
      const tally = new EvictionTally(store, new Set(chosen));
      for (let from = 0; from < chosen.length; from += part) tally.look(chosen.slice(from, from + part));
      while (!tally.settle(part)) continue;
      counted += tally.result().images;
      expect(tally.result(), `seed ${seed}, parts of ${part}`).toEqual(naive(store, chosen));
    }
  }
  expect(counted).toBeGreaterThan(100);
});
