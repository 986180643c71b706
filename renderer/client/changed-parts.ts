import type { FeedId } from '../../electron/contract/model.ts';
import { queryClient } from './query-client.ts';
import { throttle } from './throttle.ts';

/** From here on the whole answer costs little more. */
const MOST_NAMED = 1000;

export interface ChangedParts {
  /** What is known of these changed. */
  readonly some: (feedIds: readonly FeedId[]) => void;
  /** Anything in it may have changed. */
  readonly all: () => void;
}

export interface Whole<Answer> {
  readonly queryKey: readonly unknown[];
  /** The same answer for these feeds alone. */
  readonly ask: (feedIds: readonly FeedId[]) => Promise<Answer>;
  /** The answer of before with the part that was asked for anew; what was not answered for is no longer followed. */
  readonly merge: (held: Answer, asked: ReadonlySet<FeedId>, part: Answer) => Answer;
  /** How often parts, and how often the whole is asked for at most, in milliseconds. */
  readonly someEveryMs: number;
  readonly allEveryMs: number;
  /** How many times what the last whole answer took is left until the next one; 0 where a person waits for it. */
  readonly restTimes: number;
}

/**
 * Keeps a long answer about all sources true at little cost: thousands of them weigh megabytes, so that only those are asked
 * for that changed. A whole answer that comes or is asked for meanwhile is as new as that, and stands. One that nobody looks at
 * is asked for when somebody does.
 */
export function followChangedParts<Answer>({ queryKey, ask, merge, someEveryMs, allEveryMs, restTimes }: Whole<Answer>): ChangedParts {
  const changed = new Set<FeedId>();
  let isWhole = false;
  let isAsking = false;
  let tookMs = 0;

  const isSeen = (): boolean => queryClient.getQueryCache().find({ queryKey, exact: true })?.isActive() ?? false;

  /** Asks for the whole, or joins who asks for it now: one that is under way is never broken off, or a busy engine would never be done. */
  const askWhole = async (): Promise<void> => {
    const askedAt = performance.now();
    await queryClient.refetchQueries({ queryKey, exact: true }, { cancelRefetch: false });
    tookMs = performance.now() - askedAt;
  };

  const askSome = async (feedIds: readonly FeedId[]): Promise<void> => {
    const before = queryClient.getQueryState(queryKey);
    // Whoever asks first asks for all.
    if (before?.data === undefined) return;
    const part = await ask(feedIds);
    const now = queryClient.getQueryState(queryKey);
    if (now?.fetchStatus !== 'idle' || now.dataUpdateCount !== before.dataUpdateCount) return;
    queryClient.setQueryData<Answer>(queryKey, (held) => (held === undefined ? held : merge(held, new Set(feedIds), part)));
  };

  const askOnce = async (): Promise<void> => {
    // One that is under way may have been answered before the change.
    if (queryClient.getQueryState(queryKey)?.fetchStatus === 'fetching') await askWhole();
    const feedIds = [...changed];
    const wantsWhole = isWhole || feedIds.length > MOST_NAMED;
    changed.clear();
    isWhole = false;
    // What cannot be answered so is asked for as a whole, which shows the fault.
    if (isSeen()) await (wantsWhole ? askWhole() : askSome(feedIds).catch(askWhole));
    else await queryClient.invalidateQueries({ queryKey, exact: true, refetchType: 'none' });
  };
  const run = async (): Promise<void> => {
    if (isAsking || (!isWhole && changed.size === 0)) return;
    isAsking = true;
    await askOnce();
    isAsking = false;
    if (isWhole || changed.size > 0) soon();
  };
  const soon = throttle(() => void run(), someEveryMs);
  const sooner = throttle(() => void run(), () => allEveryMs + restTimes * tookMs);
  return {
    some: (feedIds) => {
      for (const id of feedIds) changed.add(id);
      if (feedIds.length > 0) soon();
    },
    all: () => {
      isWhole = true;
      sooner();
    },
  };
}
