import { recordAsk } from '../store/activity.ts';
import { paceFacts, recordNext } from '../store/pace-facts.ts';
import type { ArticleChanges, FeedRecord } from '../store/records.ts';
import { recordNotModified, storeDocument } from '../store/store-document.ts';
import type { Store } from '../store/open-store.ts';
import { feedPace } from './feed-pace.ts';
import type { IngestResult, Trip } from './ingest-job.ts';
import { nextAsk } from './next-ask.ts';

export type FreshResult = Extract<IngestResult, { kind: 'fresh' }>;
export type NotModifiedResult = Extract<IngestResult, { kind: 'notModified' }>;

export interface AnswerOptions {
  readonly now: number;
  /** As the settings say; 0 where unattended refreshes are off. */
  readonly refreshMinutes: number;
}

/** What the log shows of a trip that nobody measured. */
const UNMEASURED: Trip = { status: null, bytes: 0, ms: 0 };

export function tripOf(result: IngestResult): Trip {
  return result.trip ?? UNMEASURED;
}

/**
 * Stores a document with its validators, what the log says of it and when its feed is asked next, in one transaction.
 * Throws as storeDocument does.
 */
export function keepDocument(store: Store, feed: FeedRecord, result: FreshResult, options: AnswerOptions): ArticleChanges {
  return store.transaction(() => {
    const { feedKind, facts, articles, validators, bodyHash, knownItems, permanentUrl, pageFound, pageDates } = result;
    // The next ask is reckoned from what is stored now.
    const changes = storeDocument(store, feed.id, { feedKind, facts, articles, validators, bodyHash, knownItems, permanentUrl, pageFound, pageDates, nextAt: options.now }, options.now);
    const wishes = facts.wishes ?? null;
    keepNext(store, { ...feed, kind: feedKind, wishes }, result, options);
    recordAsk(store, feed.id, {
      at: options.now, outcome: 'fresh', code: null, detail: {}, added: changes.added.length, updated: changes.updated.length, ...tripOf(result),
    });
    return changes;
  });
}

/** Stores that nothing changed: the validators, the log, the next ask. False where the feed is followed no more. */
export function keepNotModified(store: Store, feed: FeedRecord, result: NotModifiedResult, options: AnswerOptions): boolean {
  return store.transaction(() => {
    const { validators, permanentUrl } = result;
    if (!recordNotModified(store, feed.id, { validators, permanentUrl, nextAt: options.now, at: options.now })) return false;
    keepNext(store, feed, result, options);
    recordAsk(store, feed.id, { at: options.now, outcome: 'notModified', code: null, detail: {}, added: 0, updated: 0, ...tripOf(result) });
    return true;
  });
}

function keepNext(store: Store, feed: Pick<FeedRecord, 'id' | 'kind' | 'wishes'>, { maxAgeMs }: FreshResult | NotModifiedResult, { now, refreshMinutes }: AnswerOptions): void {
  const pace = feedPace({ ...paceFacts(store, feed.id), kind: feed.kind, refreshMinutes, now });
  const next = nextAsk({ kind: 'answered', pace, wishes: feed.wishes, maxAgeMs }, { now, random: Math.random });
  recordNext(store, feed.id, { ...next, usualMs: pace.usualMs }, false);
}
