import type { ErrorDetail } from '../../contract/model.ts';
import type { SourceFix, SourceState } from '../../contract/source.ts';
import { publicAddress } from '../secret-address.ts';
import type { FeedRecord } from '../store/records.ts';

const DAY = 24 * 60 * 60_000;
/** A source that publishes now and then is silent for longer than it usually is; these bounds keep holidays out. */
const QUIET_MS = 60 * DAY;
const QUIET_TIMES_USUAL = 6;
/** A gap that nobody filled is old news after this. */
const GAP_RECENT_MS = 30 * DAY;
const UNSTEADY_SHARE = 0.2;
/** Asks that must be known before they tell anything. */
const FEWEST_ASKS = 5;

export interface SourceFinding {
  readonly state: SourceState;
  readonly since: number | null;
  readonly code: string | null;
  readonly detail: ErrorDetail;
  readonly fix: SourceFix | null;
}

export interface SourceEvidence {
  /** Mean time between its articles, or null. */
  readonly usualMs: number | null;
  /** Its last 20 asks as bits, 1 where one failed, behind a leading 1. */
  readonly recentAsks: number;
  readonly now: number;
}

/** The one word for a source, since when, and what would help it. Pure. */
export function sourceState(feed: FeedRecord, evidence: SourceEvidence): SourceFinding {
  return unasked(feed) ?? failing(feed) ?? answering(feed, evidence);
}

const finding = (state: SourceState, since: number | null, fix: SourceFix | null = null, detail: ErrorDetail = {}): SourceFinding => ({ state, since, code: null, detail, fix });

const newAddress = (url: string): SourceFix => ({ kind: 'newAddress', url: publicAddress(url) });

function unasked({ paused, fetchedAt, failure, subscribedAt }: FeedRecord): SourceFinding | null {
  if (paused) return finding('paused', null, { kind: 'resume' });
  return fetchedAt === null && failure === null ? finding('new', subscribedAt) : null;
}

function failing({ failure, foundUrl, pageFound }: FeedRecord): SourceFinding | null {
  if (failure === null) return null;
  const { code, since } = failure;
  const found = foundUrl === null ? null : newAddress(foundUrl);
  const told = (state: SourceState, fix: SourceFix, detail: ErrorDetail = failure.detail): SourceFinding => ({ state, since, code, detail, fix });
  switch (code) {
    case 'gone':
      return told('gone', found ?? { kind: 'retry' });
    case 'page-shape-changed':
      return told('shapeChanged', { kind: 'reviewPage' }, { found: 0, before: pageFound, ...failure.detail });
    case 'unauthorized':
    case 'sign-in-missing':
      return told('failing', { kind: 'signIn' });
    default:
      return told('failing', found ?? { kind: 'retry' });
  }
}

function answering(feed: FeedRecord, { usualMs, recentAsks, now }: SourceEvidence): SourceFinding {
  if (feed.movedUrl !== null) return finding('moved', feed.movedSince, newAddress(feed.movedUrl), { url: publicAddress(feed.movedUrl), times: feed.movedTimes });
  if (feed.datesLostAt !== null) return finding('shapeChanged', feed.datesLostAt, { kind: 'reviewPage' }, { reason: 'no-dates', found: feed.pageFound });
  const { gap } = feed;
  if (gap !== null && now - gap.foundAt < GAP_RECENT_MS) return finding('gap', gap.foundAt, { kind: 'fillGap' }, { after: gap.after, before: gap.before });
  const { asks, failed } = countOf(recentAsks);
  if (asks >= FEWEST_ASKS && failed >= asks * UNSTEADY_SHARE) return finding('unsteady', null, null, { failed, of: asks });
  const lastNews = feed.newestAt ?? feed.subscribedAt;
  if (now - lastNews > Math.max(QUIET_MS, QUIET_TIMES_USUAL * (usualMs ?? 0))) return finding('quiet', feed.newestAt, null, { days: Math.floor((now - lastNews) / DAY) });
  return finding('healthy', null);
}

function countOf(recentAsks: number): { asks: number; failed: number } {
  const bits = recentAsks.toString(2).slice(1);
  return { asks: bits.length, failed: bits.replaceAll('0', '').length };
}
