import { ReaderError, type ReaderErrorCode } from '../../contract/errors.ts';
import { findFeedByUrl } from '../store/feeds.ts';
import { WholeDocumentNeeded } from '../store/known-items.ts';
import type { Store } from '../store/open-store.ts';
import { recordFailure, recordNotModified, storeDocument } from '../store/store-document.ts';
import { storePart } from '../store/store-part.ts';
import type { FeedRecord } from '../store/records.ts';
import type { IngestResult } from './ingest-job.ts';
import { nextAsk } from './next-ask.ts';
import type { Outcome } from './outcome.ts';

export interface KeepOptions {
  readonly now: number;
  readonly refreshMinutes: number;
  readonly onFault: (error: unknown) => void;
}

/** With these the next feed would fail as well: they end the refresh. */
const FATAL: ReadonlySet<ReaderErrorCode> = new Set<ReaderErrorCode>(['disk-full', 'database-damaged']);

/**
 * Stores what one feed brought, the validators in the same transaction. What cannot be stored becomes that feed's
 * failure, with its old validators; a full disk or a damaged database is thrown. 'incomplete': nothing was stored, for
 * the feed is to be asked for its whole document.
 */
export function keepResult(store: Store, feed: FeedRecord, result: IngestResult, options: KeepOptions): Outcome | 'incomplete' {
  try {
    return keep(store, feed, result, options);
  } catch (error) {
    if (error instanceof WholeDocumentNeeded) return 'incomplete';
    if (error instanceof ReaderError && error.code === 'feed-missing') return { kind: 'skipped', reason: 'gone' };
    if (error instanceof ReaderError && FATAL.has(error.code)) throw error;
    options.onFault(error);
    return keepError(store, feed, error, options);
  }
}

function keep(store: Store, feed: FeedRecord, result: IngestResult, options: KeepOptions): Outcome {
  const { now, refreshMinutes } = options;
  if (result.kind === 'failed') return keepFailure(store, feed, result, options);
  const nextAt = nextAsk({ kind: 'answered', maxAgeMs: result.maxAgeMs }, { now, refreshMinutes }) as number;
  const permanentUrl = movesTo(store, feed, result.permanentUrl);
  if (result.kind === 'notModified') {
    recordNotModified(store, feed.id, { validators: result.validators, permanentUrl, nextAt, at: now });
    return { kind: 'notModified' };
  }
  const { feedKind, facts, articles, validators, bodyHash, knownItems, pageFound } = result;
  const changes = storeDocument(store, feed.id, { feedKind, facts, articles, validators, bodyHash, knownItems, permanentUrl, nextAt, pageFound }, now);
  return { kind: 'fresh', added: changes.added.length, updated: changes.updated.length };
}

function keepFailure(store: Store, feed: FeedRecord, failure: Extract<IngestResult, { kind: 'failed' }>, { now, refreshMinutes }: KeepOptions): Outcome {
  const { code, detail, retryAt, part } = failure;
  const nextAt = nextAsk({ kind: 'failed', code, failures: feed.failures + 1, retryAt }, { now, refreshMinutes });
  const stored = store.transaction(() => {
    const changes = part ? storePart(store, feed.id, part, now) : null;
    recordFailure(store, feed.id, { code, detail, nextAt }, now);
    return changes ? changes.added.length + changes.updated.length : 0;
  });
  return { kind: 'failed', code, detail, ...(stored > 0 && { stored }) };
}

function keepError(store: Store, feed: FeedRecord, error: unknown, options: KeepOptions): Outcome {
  const known = error instanceof ReaderError ? error : new ReaderError('internal', String(error));
  return keepFailure(store, feed, { kind: 'failed', code: known.code, detail: known.detail, retryAt: null }, options);
}

/** Two feeds that move to one address both stay: which one to give up is the person's choice. */
function movesTo(store: Store, feed: FeedRecord, permanentUrl: string | null): string | null {
  if (permanentUrl === null || permanentUrl === feed.feedUrl) return null;
  const other = findFeedByUrl(store, permanentUrl);
  return other === null || other.id === feed.id ? permanentUrl : null;
}
