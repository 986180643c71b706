import { ReaderError, type ReaderErrorCode } from '../../contract/errors.ts';
import { recordAsk } from '../store/activity.ts';
import { WholeDocumentNeeded } from '../store/known-items.ts';
import type { Store } from '../store/open-store.ts';
import { paceFacts, recordNext } from '../store/pace-facts.ts';
import type { FeedRecord } from '../store/records.ts';
import { recordFailure } from '../store/store-document.ts';
import { storePart } from '../store/store-part.ts';
import { feedPace } from './feed-pace.ts';
import type { HostRests } from './host-rests.ts';
import type { IngestResult } from './ingest-job.ts';
import { keepDocument, keepNotModified, tripOf } from './keep-answer.ts';
import { nextAsk } from './next-ask.ts';
import type { Outcome } from './outcome.ts';

export interface KeepOptions {
  readonly now: number;
  readonly refreshMinutes: number;
  readonly rests: HostRests;
  /** 0 to 1. */
  readonly random: () => number;
  readonly onFault: (error: unknown) => void;
}

type Failure = Extract<IngestResult, { kind: 'failed' }>;

/** With these the next feed would fail as well: they end the refresh. */
const FATAL: ReadonlySet<ReaderErrorCode> = new Set<ReaderErrorCode>(['disk-full', 'database-damaged', 'search-damaged']);
/** It was unsubscribed while it was asked. */
const GONE: Outcome = { kind: 'skipped', reason: 'gone' };

/**
 * Stores what one feed brought: articles, validators, what the log says and when it is asked next, all or nothing; in a
 * transaction of its own, or as a part of one that is open.
 * What cannot be stored becomes that feed's failure, with its old validators; a full disk or a damaged database is thrown.
 * 'incomplete': nothing was stored, for the feed is to be asked for its whole document.
 */
export function keepResult(store: Store, feed: FeedRecord, result: IngestResult, options: KeepOptions): Outcome | 'incomplete' {
  try {
    return store.savepoint(() => keep(store, feed, result, options));
  } catch (error) {
    if (error instanceof WholeDocumentNeeded) return 'incomplete';
    if (error instanceof ReaderError && error.code === 'feed-missing') return GONE;
    if (error instanceof ReaderError && FATAL.has(error.code)) throw error;
    options.onFault(error);
    const { code, detail } = error instanceof ReaderError ? error : new ReaderError('internal', String(error));
    return store.savepoint(() => keepFailure(store, feed, { kind: 'failed', code, detail, retryAt: null, trip: tripOf(result) }, options));
  }
}

/**
 * The same among others, in the transaction that holds them all, which has one way back for all of them: one for each would have
 * every page that two feeds touch copied twice. What cannot be stored is thrown; then nothing of the others may stand either, and
 * each is to be stored by itself.
 */
export function keepAmong(store: Store, feed: FeedRecord, result: IngestResult, options: KeepOptions): Outcome | 'incomplete' {
  try {
    return keep(store, feed, result, options);
  } catch (error) {
    // Told before anything of the document is written.
    if (error instanceof WholeDocumentNeeded) return 'incomplete';
    throw error;
  }
}

function keep(store: Store, feed: FeedRecord, result: IngestResult, options: KeepOptions): Outcome {
  if (result.kind === 'failed') return keepFailure(store, feed, result, options);
  options.rests.release(feed.feedUrl);
  if (result.kind === 'notModified') return keepNotModified(store, feed, result, options) ? { kind: 'notModified' } : GONE;
  const changes = keepDocument(store, feed, result, options);
  return { kind: 'fresh', added: changes.added.length, updated: changes.updated.length };
}

function keepFailure(store: Store, feed: FeedRecord, failure: Failure, { now, refreshMinutes, rests, random }: KeepOptions): Outcome {
  const { code, detail, part } = failure;
  const heldUntil = rests.note(feed.feedUrl, failure);
  const { everyMs } = feedPace({ ...paceFacts(store, feed.id), kind: feed.kind, refreshMinutes, now });
  const next = nextAsk({ kind: 'failed', code, failures: feed.failures + 1, everyMs, heldUntil, wishes: feed.wishes }, { now, random });
  return store.transaction((): Outcome => {
    const changes = part ? storePart(store, feed.id, part, now) : null;
    if (!recordFailure(store, feed.id, { code, detail, nextAt: next.at }, now)) return GONE;
    recordNext(store, feed.id, next, true);
    const added = changes?.added.length ?? 0;
    const updated = changes?.updated.length ?? 0;
    recordAsk(store, feed.id, { at: now, outcome: 'failed', code, detail, added, updated, ...tripOf(failure) });
    return { kind: 'failed', code, detail, ...(added + updated > 0 && { stored: added + updated }) };
  });
}
