import type { ErrorDetail, FeedId, RefreshSummary, SkipReason } from '../../contract/model.ts';
import type { ReaderErrorCode } from '../../contract/errors.ts';
import { hostOf } from '../fetch/address.ts';
import { PROXY_CODES } from './host-rests.ts';
import type { LeftOut } from '../store/activity.ts';
import type { FeedRecord } from '../store/records.ts';

/** What became of one feed in a refresh. */
export type Outcome =
  | { readonly kind: 'fresh'; readonly added: number; readonly updated: number }
  | { readonly kind: 'notModified' }
  /** `stored`: new articles that a page whose shape changed gave all the same. */
  | { readonly kind: 'failed'; readonly code: ReaderErrorCode; readonly detail: ErrorDetail; readonly stored?: number }
  /** Failed as the whole network did: told, but counted against no feed. */
  | { readonly kind: 'unanswered'; readonly code: ReaderErrorCode; readonly detail: ErrorDetail }
  /** `until`: of a host that wants rest. */
  | { readonly kind: 'skipped'; readonly reason: SkipReason; readonly until?: number };

/** The answer of a refresh. `failed` names every feed that brought nothing, those of a missing network included. */
export function summarize(outcomes: readonly (readonly [FeedId, Outcome])[]): RefreshSummary {
  const of = <K extends Outcome['kind']>(kind: K): [FeedId, Extract<Outcome, { kind: K }>][] =>
    outcomes.flatMap(([feedId, outcome]) => (outcome.kind === kind ? [[feedId, outcome as Extract<Outcome, { kind: K }>]] : []));
  const fresh = of('fresh').map(([, outcome]) => outcome);
  const unanswered = of('unanswered');
  const skipped = of('skipped').map(([feedId, { reason }]) => ({ feedId, reason }));
  return {
    asked: outcomes.length - skipped.length,
    fresh: fresh.length,
    notModified: of('notModified').length,
    failed: [...of('failed'), ...unanswered].map(([feedId, { code, detail }]) => ({ feedId, code, detail })),
    skipped,
    added: fresh.reduce((sum, { added }) => sum + added, 0),
    updated: fresh.reduce((sum, { updated }) => sum + updated, 0),
    cancelled: skipped.some(({ reason }) => reason === 'cancelled'),
    offline: unanswered.length > 0,
  };
}

/** What the log says of a feed that was due and not asked after all, if anything. */
export function leftOutOf({ id, feedUrl }: FeedRecord, outcome: Outcome | undefined, hostHolds: ReadonlyMap<string, number>): LeftOut[] {
  const left = (reason: SkipReason, until: number | null = null): LeftOut[] => [{ feedId: id, reason, until, why: null }];
  if (outcome?.kind === 'unanswered') return left(PROXY_CODES.has(outcome.code) ? 'proxy' : 'offline');
  if (outcome?.kind !== 'skipped') return [];
  switch (outcome.reason) {
    case 'hostHeld':
      return left('hostHeld', outcome.until ?? hostHolds.get(hostOf(feedUrl)) ?? null);
    case 'offline':
    case 'proxy':
      return left(outcome.reason);
    // A person knows that they stopped it; the others were unsubscribed, or were left out before.
    case 'cancelled':
    case 'gone':
    case 'notDue':
    case 'paused':
      return [];
    default:
      return outcome.reason satisfies never;
  }
}
