import { describe, expect, test } from 'vitest';
import type { ReaderErrorCode } from '../../../electron/contract/errors.ts';
import type { IngestResult } from '../../../electron/core/refresh/ingest-job.ts';
import { isNetworkMissing } from '../../../electron/core/refresh/network-verdict.ts';
import { nodeTimers } from '../../../electron/core/pace/timers.ts';
import type { Outcome } from '../../../electron/core/refresh/outcome.ts';
import { createRefreshSession } from '../../../electron/core/refresh/refresh-session.ts';
import { feedRecordOf } from './feed-record.ts';

const answered = { kind: 'notModified', permanentUrl: null, validators: { etag: null, lastModified: null }, maxAgeMs: null } as const;
const failing = (code: ReaderErrorCode): IngestResult => ({ kind: 'failed', code, detail: {}, retryAt: null });

/** A session whose asks are answered by the test. */
function scripted({ total = 10, keep = outcomeOf }: { total?: number; keep?: (result: IngestResult, id: number) => Outcome } = {}) {
  const asked: number[] = [];
  const kept: number[] = [];
  const asks = new Map<number, (result: IngestResult) => void>();
  let ended = 0;
  const clock = { now: 0 };
  const session = createRefreshSession({
    limits: { total, perHost: () => 1 },
    now: () => clock.now,
    timers: nodeTimers,
    ask: (feed, signal) => {
      asked.push(feed.id);
      const { promise, resolve } = Promise.withResolvers<IngestResult>();
      asks.set(feed.id, resolve);
      signal.addEventListener('abort', () => resolve(failing('timeout')));
      return promise;
    },
    keep: (feed, result) => {
      kept.push(feed.id);
      return keep(result, feed.id);
    },
    dropped: () => null,
    held: () => null,
    proves: () => true,
    onAnswer: () => undefined,
    isNetworkMissing: (unanswered, { answered: any }) =>
      isNetworkMissing({ unanswered, answered: any, wasAll: false, offlineAlready: false, hasNetwork: true }),
    onChange: () => undefined,
    onEnd: () => {
      ended += 1;
    },
  });
  const add = (id: number, again = false): Promise<Outcome> => session.add(feedRecordOf({ id }), { again });
  const answer = async (id: number, result: IngestResult): Promise<void> => {
    asks.get(id)?.(result);
    await settle();
  };
  return { session, clock, asked, kept, add, answer, ended: () => ended };
}

/** Lets what has been answered be stored, which takes a turn of the event loop each. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

function outcomeOf(result: IngestResult): Outcome {
  if (result.kind === 'failed') return { kind: 'failed', code: result.code, detail: {} };
  return result.kind === 'fresh' ? { kind: 'fresh', added: 1, updated: 0 } : { kind: 'notModified' };
}

describe('a refresh that is joined', () => {
  test('a feed that waits or is being asked is not asked twice, whoever wants it', async () => {
    const { add, answer, asked, ended } = scripted({ total: 1 });
    const [first, second, again, joined] = [add(1), add(2), add(2, true), add(1)];
    await settle();
    await answer(1, answered);
    await answer(2, answered);
    expect(await Promise.all([first, second, again, joined])).toEqual(Array.from({ length: 4 }, () => ({ kind: 'notModified' })));
    expect(asked).toEqual([1, 2]);
    expect(ended()).toBe(1);
  });

  test('a feed that was asked is asked again only where a person names it', async () => {
    const { add, answer, asked } = scripted();
    const others = add(9);
    void add(1);
    await settle();
    await answer(1, answered);
    expect(await add(1)).toEqual({ kind: 'notModified' });
    const again = add(1, true);
    await settle();
    await answer(1, failing('not-found'));
    expect(await again).toEqual({ kind: 'failed', code: 'not-found', detail: {} });
    expect(asked).toEqual([9, 1, 1]);
    await answer(9, answered);
    await others;
  });
});

describe('a failure of the network', () => {
  test('is counted at once where a server answered meanwhile', async () => {
    const { session, add, answer } = scripted();
    const [one, two] = [add(1), add(2)];
    await settle();
    await answer(1, answered);
    await answer(2, failing('timeout'));
    expect(await Promise.all([one, two])).toEqual([{ kind: 'notModified' }, { kind: 'failed', code: 'timeout', detail: {} }]);
    expect(session.offline).toBe(false);
  });

  test('waits for an answer, which shows that the feed is at fault', async () => {
    const { session, kept, add, answer } = scripted();
    const [one, two] = [add(1), add(2)];
    await settle();
    await answer(2, failing('host-not-found'));
    expect([kept, session.done]).toEqual([[], 0]);
    await answer(1, failing('server-error'));
    expect(kept).toEqual([2, 1]);
    await Promise.all([one, two]);
    expect(new Set(session.failed.map(({ feedId }) => feedId))).toEqual(new Set([1, 2]));
  });

  test('of every feed is the missing network, and is kept against none', async () => {
    const { session, kept, add, answer, ended } = scripted();
    const asked = [add(1), add(2), add(3)];
    await settle();
    for (const id of [1, 2, 3]) await answer(id, failing('host-unreachable'));
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 3 }, () => ({ kind: 'unanswered', code: 'host-unreachable', detail: {} })));
    expect([kept, session.offline, session.failed, ended()]).toEqual([[], true, [], 1]);
  });
});

describe('a sleep of the machine', () => {
  test('a request that it killed is asked once more, and only then counted', async () => {
    const { clock, asked, kept, add, answer } = scripted();
    const [one, two] = [add(1), add(2)];
    await settle();
    await answer(2, answered);
    clock.now += 3 * 60 * 60_000;
    await answer(1, failing('timeout'));
    expect([asked, kept]).toEqual([[1, 2, 1], [2]]);
    await answer(1, answered);
    expect(await Promise.all([one, two])).toEqual([{ kind: 'notModified' }, { kind: 'notModified' }]);
  });

  test('one that fails by itself is counted at once', async () => {
    const { clock, asked, add, answer } = scripted();
    const [one, two] = [add(1), add(2)];
    await settle();
    await answer(2, answered);
    clock.now += 30_000;
    await answer(1, failing('timeout'));
    expect(await Promise.all([one, two])).toMatchObject([{ kind: 'failed' }, { kind: 'notModified' }]);
    expect(asked).toEqual([1, 2]);
  });
});

describe('the end', () => {
  test('cancelling keeps what came, skips the rest, and tells how far it came', async () => {
    const { session, kept, add, answer, ended } = scripted({ total: 2 });
    const asked = [add(1), add(2), add(3)];
    await settle();
    await answer(1, answered);
    session.cancel();
    expect(await Promise.all(asked)).toEqual([{ kind: 'notModified' }, { kind: 'skipped', reason: 'cancelled' }, { kind: 'skipped', reason: 'cancelled' }]);
    await settle();
    expect([kept, session.cancelled, session.done, ended()]).toEqual([[1], true, 1, 1]);
  });

  test('cancelling while offline is not taken for an answer', async () => {
    const { session, kept, add, answer, ended } = scripted();
    const asked = [add(1), add(2)];
    await settle();
    await answer(1, failing('timeout'));
    session.cancel();
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 2 }, () => ({ kind: 'skipped', reason: 'cancelled' })));
    expect([kept, session.offline, ended()]).toEqual([[], false, 1]);
  });

  test('a full disk ends it once, with that fault', async () => {
    const full = new Error('disk full');
    const { session, add, answer, ended } = scripted({
      keep: () => {
        throw full;
      },
    });
    const asked = [add(1), add(2), add(3)];
    await settle();
    await answer(3, failing('timeout'));
    await answer(1, answered);
    await Promise.all(asked);
    expect([session.fault, session.cancelled, ended()]).toEqual([full, false, 1]);
  });

  test('a full disk found while counting silent feeds ends it once too', async () => {
    const { session, add, answer, ended } = scripted({
      keep: () => {
        throw new Error('disk full');
      },
    });
    const asked = [add(1)];
    await settle();
    await answer(1, failing('timeout'));
    await Promise.all(asked);
    expect([session.fault instanceof Error, ended()]).toEqual([true, 1]);
  });
});
