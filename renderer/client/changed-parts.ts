import type { FeedId } from '../../electron/contract/model.ts';
import type { FeedsAnswer } from './queries.ts';
import { queryKeys } from './queries.ts';
import { queryClient } from './query-client.ts';
import { throttle } from './throttle.ts';
import { call } from './transport.ts';

/** How often feeds that changed are asked for: each answer of a refresh changes one. */
const SOME_EVERY_MS = 1000;
/** From here on the whole list costs little more. */
const MOST_NAMED = 1000;
/** A person waits for what they did to their sources. */
const ALL_EVERY_MS = 250;

export interface ChangedFeeds {
  /** What is known of these changed. */
  readonly some: (feedIds: readonly FeedId[]) => void;
  /** Which there are, their names or their folders may have changed. */
  readonly all: () => void;
}

/** The answer of before with the feeds that were asked for anew; those that were not answered for are no longer followed. */
function withAnswer(held: FeedsAnswer, asked: readonly FeedId[], { feeds, folders }: FeedsAnswer): FeedsAnswer {
  const gone = new Set(asked);
  const others = held.feeds.filter(({ id }) => !gone.has(id));
  return { feeds: [...others, ...feeds].toSorted((a, b) => a.id - b.id), folders };
}

/** Asks for the whole list, or joins who asks for it now: one that is under way is never broken off, or a busy engine would never be done. */
async function askWhole(): Promise<void> {
  await queryClient.refetchQueries({ queryKey: queryKeys.feeds }, { cancelRefetch: false });
}

async function askSome(feedIds: readonly FeedId[]): Promise<void> {
  const before = queryClient.getQueryState(queryKeys.feeds);
  // Whoever asks first asks for all.
  if (before?.data === undefined) return;
  const answer = await call('listFeeds', { feedIds });
  const now = queryClient.getQueryState(queryKeys.feeds);
  if (now?.fetchStatus !== 'idle' || now.dataUpdateCount !== before.dataUpdateCount) return;
  queryClient.setQueryData<FeedsAnswer>(queryKeys.feeds, (held) => (held ? withAnswer(held, feedIds, answer) : held));
}

/**
 * Keeps the list of sources true at little cost: thousands of them weigh megabytes, so that only those are asked for that
 * changed. A whole answer that comes or is asked for meanwhile is as new as that, and stands.
 */
export function followChangedFeeds(): ChangedFeeds {
  const changed = new Set<FeedId>();
  let isWhole = false;
  let isAsking = false;

  const askOnce = async (): Promise<void> => {
    // One that is under way may have been answered before the change.
    if (queryClient.getQueryState(queryKeys.feeds)?.fetchStatus === 'fetching') await askWhole();
    const feedIds = [...changed];
    const wantsWhole = isWhole || feedIds.length > MOST_NAMED;
    changed.clear();
    isWhole = false;
    // What cannot be answered so is asked for as a whole, which shows the fault.
    await (wantsWhole ? askWhole() : askSome(feedIds).catch(askWhole));
  };
  const ask = async (): Promise<void> => {
    if (isAsking || (!isWhole && changed.size === 0)) return;
    isAsking = true;
    await askOnce();
    isAsking = false;
    if (isWhole || changed.size > 0) soon();
  };
  const soon = throttle(() => void ask(), SOME_EVERY_MS);
  const sooner = throttle(() => void ask(), ALL_EVERY_MS);
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
