import type { FeedId } from '../../contract/model.ts';
import type { ActivitySlot, SourceDays, SourceReport, SourcesReport } from '../../contract/source.ts';
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
  /** Articles of the last four weeks, and the id of the oldest of all; that of a source followed for longer does not matter. */
  readonly lately: number;
  readonly oldest: number | null;
}

/** `days`: place in the strip, asked, failed and added of each day that has any, with commas between. */
interface StripRow {
  readonly feedId: FeedId;
  readonly days: string;
  readonly bytes: number;
}

interface Strip {
  readonly days: SourceDays;
  readonly bytes: number;
}

/**
 * How every source does, and the engine's last day. Reads tallies, sums of days and parts of indexes: what it costs grows
 * with the sources and the news of four weeks, not with the library. With `feedIds`, of those of them that are followed.
 */
export function sourcesReport(store: Store, now: number, feedIds?: readonly FeedId[]): SourcesReport {
  const which = feedIds ? JSON.stringify(feedIds) : null;
  const holdings = new Map(holdingsOf(store, now, which).map((row) => [row.id, row]));
  const strips = stripsOf(store, now, which);
  const bookmarked = new Map(
    store.all<{ id: FeedId; count: number }>('SELECT feed_id AS id, count(*) AS count FROM statuses INDEXED BY statuses_bookmarked WHERE bookmarked = 1 GROUP BY feed_id').map((row) => [row.id, row.count]),
  );
  const holds = new Map(hostHolds(store).filter((hold) => isHolding(hold, now)).map(({ host, until }) => [host, until]));
  const sources = feedRecords(store, feedIds).map((feed): SourceReport => {
    const held = holdings.get(feed.id) ?? { ...NOTHING, id: feed.id };
    const { days, bytes: receivedBytes } = strips.get(feed.id) ?? { days: NO_DAYS, bytes: 0 };
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
  return { sources, firstDay: firstDay(now), slots: slotsOf(store, now), asOf: now };
}

const NOTHING: Omit<Holdings, 'id'> = { usualMs: null, recentAsks: 1, total: 0, whole: 0, textBytes: 0, images: 0, imageBytes: 0, lately: 0, oldest: null };

/** Whether a row of feeds is one of those asked for, by the second parameter of a statement. */
const IS_MEANT = '(?2 IS NULL OR f.id IN (SELECT value FROM json_each(?2)))';

function holdingsOf(store: Store, now: number, which: string | null): Holdings[] {
  // How far its articles reach back is asked only of a source that has not been followed for four weeks: it costs a look into the index of articles.
  return store.all<Holdings>(
    `SELECT f.id, f.usual_ms AS usualMs, f.recent_asks AS recentAsks, t.total, t.whole, t.text_bytes AS textBytes, t.images, t.image_bytes AS imageBytes,
       (SELECT count(*) FROM statuses INDEXED BY statuses_by_feed WHERE feed_id = f.id AND visible = 1 AND article_id >= ?1) AS lately,
       CASE WHEN f.subscribed_at > ?3 THEN (SELECT min(article_id) FROM statuses INDEXED BY statuses_by_feed WHERE feed_id = f.id AND visible = 1) END AS oldest
     FROM feeds f JOIN feed_tallies t ON t.feed_id = f.id WHERE f.subscribed = 1 AND ${IS_MEANT}`,
    firstIdAt(now - RATE_MS), which, now - RATE_MS,
  );
}

/** A row a source: SQLite joins the days of one, for as many rows as there are days would cost several times as much. */
function stripsOf(store: Store, now: number, which: string | null): Map<FeedId, Strip> {
  const rows = store.all<StripRow>(
    `SELECT f.id AS feedId, group_concat(CAST((d.day - ?1) / ${DAY} AS INTEGER) || ',' || d.asked || ',' || d.failed || ',' || d.added) AS days, sum(d.bytes) AS bytes
     FROM feeds f CROSS JOIN source_days d ON d.feed_id = f.id AND d.day >= ?1 WHERE f.subscribed = 1 AND ${IS_MEANT} GROUP BY f.id`,
    firstDay(now), which,
  );
  return new Map(rows.map(({ feedId, days, bytes }) => [feedId, { days: daysOf(days), bytes }]));
}

function daysOf(text: string): SourceDays {
  const days = { asked: emptyRow(), failed: emptyRow(), added: emptyRow() };
  const numbers = JSON.parse(`[${text}]`) as number[];
  for (let at = 0; at < numbers.length; at += 4) {
    const place = numbers[at] ?? DAYS;
    // A day that has not come was written under a clock that went wrong.
    if (place >= DAYS) continue;
    days.asked[place] = numbers[at + 1] ?? 0;
    days.failed[place] = numbers[at + 2] ?? 0;
    days.added[place] = numbers[at + 3] ?? 0;
  }
  return days;
}

function emptyRow(): number[] {
  return Array<number>(DAYS).fill(0);
}

function firstDay(now: number): number {
  return dayOf(now) - (DAYS - 1) * DAY;
}

const NO_DAYS: SourceDays = { asked: emptyRow(), failed: emptyRow(), added: emptyRow() };

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
