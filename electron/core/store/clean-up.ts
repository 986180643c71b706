import { setImmediate } from 'node:timers/promises';
import { ReaderError } from '../../contract/errors.ts';
import type { ArticleId, FeedId } from '../../contract/model.ts';
import { takenBack, thaw } from './freeze.ts';
import { freedImages, type ImagesSeen } from './freed-images.ts';
import { NOTHING_ADDED } from './nothing-added.ts';
import { recount } from './recount.ts';
import type { Store } from './store.ts';

interface Going {
  readonly id: ArticleId;
  readonly feedId: FeedId;
}

/** Of `statuses s`. */
const MAY_GO = `s.presence = 1 AND s.bookmarked = 0 AND (s.pinned_at IS NULL OR s.visible = 0) AND (s.read = 1 OR s.visible = 0) AND ${NOTHING_ADDED}`;

const LOOKED_AT = 1000;
const AT_ONCE = 50;

/**
 * Removes the articles that arrived before `before` (epoch milliseconds), are read, not bookmarked and not kept by hand, and those that no
 * list can show any more, but for what a person added something to; and the copies that bookmarks taken back before then had frozen. Their
 * statuses stay, so that they do not come back. `bytes`: text, and images that no other article shows. With `dryRun`, only counts. Other
 * work comes between, and what it keeps stays. Rejects with `engine-stopped`.
 */
export async function cleanUp(store: Store, { before, dryRun = false }: { before: number; dryRun?: boolean }): Promise<{ removed: number; bytes: number }> {
  const going = await findGoing(store, before);
  const ids = new Set(going.map(({ id }) => id));
  const copied = takenBack(store, before);
  const seen: ImagesSeen = { going: ids, thawing: new Set([...ids, ...copied]), files: new Set() };
  let removed = 0;
  let bytes = 0;
  for (const some of stretches(going)) {
    await othersFirst(store);
    const [count, freed] = store.transaction(() => removeSome(store, some, { before, dryRun, seen }));
    removed += count;
    bytes += freed;
  }
  for (const some of stretches(copied.filter((id) => !ids.has(id)))) {
    await othersFirst(store);
    bytes += store.transaction(() => thaw(store, takenBack(store, before, some), { dryRun }));
  }
  return { removed, bytes };
}

function* stretches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += AT_ONCE) yield all.slice(from, from + AT_ONCE);
}

async function othersFirst(store: Store): Promise<void> {
  await setImmediate();
  if (!store.db.isOpen) throw new ReaderError('engine-stopped', 'the engine stopped');
}

/** By feed, so that a stretch has few to count anew. */
async function findGoing(store: Store, before: number): Promise<Going[]> {
  const found: Going[] = [];
  let last = { id: -1, at: -1 };
  for (;;) {
    const rows = store.all<Going & { at: number; goes: number }>(
      `SELECT s.article_id AS id, s.feed_id AS feedId, s.arrived_at AS at, ${MAY_GO} AS goes FROM statuses s INDEXED BY statuses_arrived
       WHERE s.arrived_at < ? AND (s.arrived_at, s.article_id) > (?, ?) ORDER BY s.arrived_at, s.article_id LIMIT ?`,
      before, last.at, last.id, LOOKED_AT,
    );
    for (const { id, feedId, goes } of rows) if (goes === 1) found.push({ id, feedId });
    await othersFirst(store);
    const end = rows.at(-1);
    if (!end || rows.length < LOOKED_AT) return found.toSorted((a, b) => a.feedId - b.feedId);
    last = end;
  }
}

interface Removal {
  readonly before: number;
  readonly dryRun: boolean;
  readonly seen: ImagesSeen;
}

/** How many went, and the bytes of them. */
function removeSome(store: Store, some: readonly Going[], { before, dryRun, seen }: Removal): readonly [number, number] {
  const rows = store.all<Going>(
    `SELECT s.article_id AS id, s.feed_id AS feedId FROM statuses s WHERE s.article_id IN (SELECT value FROM json_each(?)) AND s.arrived_at < ? AND ${MAY_GO}`,
    JSON.stringify(some.map(({ id }) => id)), before,
  );
  const ids = rows.map(({ id }) => id);
  const list = JSON.stringify(ids);
  const texts = store.get<{ bytes: number }>(
    `SELECT (SELECT ifnull(sum(length(html)), 0) FROM bodies WHERE article_id IN (SELECT value FROM json_each(?1)))
       + (SELECT ifnull(sum(length(html)), 0) FROM page_texts WHERE article_id IN (SELECT value FROM json_each(?1))) AS bytes`,
    list,
  );
  const bytes = (texts?.bytes ?? 0) + freedImages(store, ids, seen) + thaw(store, ids, { dryRun });
  if (!dryRun && rows.length > 0) {
    store.run('DELETE FROM articles WHERE id IN (SELECT value FROM json_each(?))', list);
    store.run('UPDATE statuses SET presence = 0, visible = 0, kept = 0 WHERE article_id IN (SELECT value FROM json_each(?))', list);
    recount(store, [...new Set(rows.map((row) => row.feedId))]);
  }
  return [rows.length, bytes];
}
