import type { FeedId } from '../../contract/model.ts';
import type { ActivitySlot, SourceDay, SourceReport, SourcesReport } from '../../contract/source.ts';
import { dayOf } from '../store/activity.ts';
import { feedRecords } from '../store/feeds.ts';
import { hostHolds, isHolding } from '../store/host-holds.ts';
import { firstIdAt, sortAtOf } from '../store/place-article.ts';
import type { FeedRecord } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { sourceState } from './source-state.ts';

const DAY = 24 * 60 * 60_000;
const WEEK = 7 * DAY;
const DAYS = 30;
const RATE_MS = 4 * WEEK;
const SLOT_MS = 5 * 60_000;
const SLOTS = 288;

/** What tallies and indexes tell of a source. */
interface Holdings {
  readonly id: FeedId;
  readonly usualMs: number | null;
  readonly recentAsks: number;
  readonly total: number;
  readonly whole: number;
  readonly textBytes: number;
  readonly images: number;
  readonly imageBytes: number;
  /** Articles of the last four weeks, and the id of the oldest of all. */
  readonly lately: number;
  readonly oldest: number | null;
}

interface DayRow extends SourceDay {
  readonly feedId: FeedId;
  readonly bytes: number;
}

interface Strip {
  readonly days: SourceDay[];
  bytes: number;
}

/**
 * How every source does, and the engine's last day. Reads tallies, sums of days and parts of indexes: what it costs grows
 * with the sources and the news of four weeks, not with the library.
 */
export function sourcesReport(store: Store, now: number): SourcesReport {
  const holdings = new Map(holdingsOf(store, now).map((row) => [row.id, row]));
  const strips = stripsOf(store, now);
  const bookmarked = new Map(
    store.all<{ id: FeedId; count: number }>('SELECT feed_id AS id, count(*) AS count FROM statuses INDEXED BY statuses_bookmarked WHERE bookmarked = 1 GROUP BY feed_id').map((row) => [row.id, row.count]),
  );
  const holds = new Map(hostHolds(store).filter((hold) => isHolding(hold, now)).map(({ host, until }) => [host, until]));
  const sources = feedRecords(store).map((feed): SourceReport => {
    const held = holdings.get(feed.id) ?? { ...NOTHING, id: feed.id };
    const { days, bytes: receivedBytes } = strips.get(feed.id) ?? emptyStrip(now);
    return {
      feedId: feed.id,
      ...sourceState(feed, { usualMs: held.usualMs, recentAsks: held.recentAsks, now }),
      days,
      perWeek: perWeek(feed, held, now),
      fullText: held.total === 0 ? null : Math.min(1, held.whole / held.total),
      articles: held.total,
      bookmarked: bookmarked.get(feed.id) ?? 0,
      images: held.images,
      bytes: held.textBytes + held.imageBytes,
      receivedBytes,
      newestAt: feed.newestAt,
      ...nextOf(feed, holds.get(URL.parse(feed.feedUrl)?.host ?? '') ?? 0, now),
    };
  });
  return { sources, slots: slotsOf(store, now), asOf: now };
}

const NOTHING: Omit<Holdings, 'id'> = { usualMs: null, recentAsks: 1, total: 0, whole: 0, textBytes: 0, images: 0, imageBytes: 0, lately: 0, oldest: null };

function holdingsOf(store: Store, now: number): Holdings[] {
  return store.all<Holdings>(
    `SELECT f.id, f.usual_ms AS usualMs, f.recent_asks AS recentAsks, t.total, t.whole, t.text_bytes AS textBytes, t.images, t.image_bytes AS imageBytes,
       (SELECT count(*) FROM statuses INDEXED BY statuses_by_feed WHERE feed_id = f.id AND visible = 1 AND article_id >= ?) AS lately,
       (SELECT min(article_id) FROM statuses INDEXED BY statuses_by_feed WHERE feed_id = f.id AND visible = 1) AS oldest
     FROM feeds f JOIN feed_tallies t ON t.feed_id = f.id WHERE f.subscribed = 1`,
    firstIdAt(now - RATE_MS),
  );
}

function stripsOf(store: Store, now: number): Map<FeedId, Strip> {
  const first = firstDay(now);
  const rows = store.all<DayRow>(
    `SELECT d.feed_id AS feedId, d.day, d.asked, d.failed, d.added, d.bytes
     FROM feeds f CROSS JOIN source_days d ON d.feed_id = f.id AND d.day >= ? WHERE f.subscribed = 1`,
    first,
  );
  const strips = new Map<FeedId, Strip>();
  for (const { feedId, day, asked, failed, added, bytes } of rows) {
    let strip = strips.get(feedId);
    if (!strip) strips.set(feedId, (strip = emptyStrip(now)));
    const place = (day - first) / DAY;
    // A day that has not come was written under a clock that went wrong.
    if (place < DAYS) strip.days[place] = { day, asked, failed, added };
    strip.bytes += bytes;
  }
  return strips;
}

function firstDay(now: number): number {
  return dayOf(now) - (DAYS - 1) * DAY;
}

function emptyStrip(now: number): Strip {
  const first = firstDay(now);
  return { days: Array.from({ length: DAYS }, (_, index) => ({ day: first + index * DAY, asked: 0, failed: 0, added: 0 })), bytes: 0 };
}

/** A source that we have known for three days has had three days to publish in, and whatever its first document reached back. */
function perWeek({ subscribedAt }: FeedRecord, { lately, oldest }: Holdings, now: number): number {
  const known = Math.min(subscribedAt, oldest === null ? subscribedAt : sortAtOf(oldest));
  const span = Math.min(RATE_MS, Math.max(DAY, now - known));
  return (lately * WEEK) / span;
}

function nextOf({ paused, failure, nextAt, everyMs, nextReason }: FeedRecord, heldUntil: number, now: number): Pick<SourceReport, 'everyMs' | 'nextAt' | 'nextReason'> {
  if (paused) return { everyMs, nextAt: null, nextReason: 'paused' };
  if (failure?.code === 'gone') return { everyMs: null, nextAt: null, nextReason: 'gone' };
  if (heldUntil > Math.max(now, nextAt ?? 0)) return { everyMs, nextAt: heldUntil, nextReason: 'retryAfter' };
  return { everyMs, nextAt, nextReason: nextReason ?? 'floor' };
}

function slotsOf(store: Store, now: number): ActivitySlot[] {
  const first = (Math.floor(now / SLOT_MS) - SLOTS + 1) * SLOT_MS;
  const rows = store.all<{ slot: number; asked: number; failed: number }>(
    `SELECT CAST((at - ?1) / ${SLOT_MS} AS INTEGER) AS slot, count(*) AS asked, sum(outcome = 'failed') AS failed
     FROM activity INDEXED BY activity_by_time WHERE at >= ?1 AND outcome <> 'leftOut' GROUP BY slot`,
    first,
  );
  const bySlot = new Map(rows.map((row) => [row.slot, row]));
  return Array.from({ length: SLOTS }, (_, slot) => ({ at: first + slot * SLOT_MS, asked: bySlot.get(slot)?.asked ?? 0, failed: bySlot.get(slot)?.failed ?? 0 }));
}
