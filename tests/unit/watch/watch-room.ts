import type { ReaderEvent } from '../../../electron/contract/api.ts';
import type { ArticleId } from '../../../electron/contract/model.ts';
import type { AlertSettings } from '../../../electron/contract/watch.ts';
import { createArrivals, type Arrivals } from '../../../electron/core/arrivals/arrivals.ts';
import { createThreadShare, type ThreadShare } from '../../../electron/core/pace/thread-share.ts';
import { createRuleRuns, type RuleRuns } from '../../../electron/core/rules/rule-runs.ts';
import { DEFAULT_SETTINGS } from '../../../electron/core/settings.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import type { Finder } from '../../../electron/core/watch/finder.ts';
import { createLookBack, type LookBack } from '../../../electron/core/watch/look-back.ts';
import { documentOf, follow, incoming, NOON, testStore, type Clock, type Draft } from '../store/library.ts';
import { likeFinder } from './like-finder.ts';

export const LOUD: AlertSettings = { ...DEFAULT_SETTINGS.alerts, quiet: false };

export interface WatchRoom {
  readonly store: Store;
  readonly clock: Clock;
  readonly finder: Finder;
  readonly arrivals: Arrivals;
  readonly looks: LookBack;
  readonly runs: RuleRuns;
  readonly share: ThreadShare;
  readonly events: ReaderEvent[];
  readonly faults: unknown[];
  readonly kept: ArticleId[];
  alerts: AlertSettings;
  /** Stores what a feed says and settles it, as the refresher does. Answers with the ids of what is new, newest first. */
  publish(drafts: readonly Draft[], feed?: string): ArticleId[];
}

/** A real library with rules and watches over it, and a plain finder. */
export function watchRoom({ profile, stories, clock = { time: NOON } }: { profile?: string; stories?: ReadonlyMap<string, number>; clock?: Clock } = {}): WatchRoom {
  const store = testStore({ clock, ...(profile === undefined ? {} : { profile }) });
  const finder = likeFinder(store, stories);
  const share = createThreadShare();
  const events: ReaderEvent[] = [];
  const faults: unknown[] = [];
  const kept: ArticleId[] = [];
  const looks = createLookBack({ store, finder, share, onChange: () => events.push({ kind: 'watch' }) });
  const room: WatchRoom = {
    store, clock, finder, looks, share, events, faults, kept,
    alerts: LOUD,
    arrivals: createArrivals({
      store, finder, share,
      now: () => clock.time,
      alertSettings: () => room.alerts,
      zone: () => 'UTC',
      announce: (event) => events.push(event),
      keepWhole: (ids) => kept.push(...ids),
      lookBack: () => void looks.run(),
      onFault: (error) => faults.push(error),
    }),
    runs: createRuleRuns({ store, finder, share, onStretch: (_changed, bookmarked) => kept.push(...bookmarked) }),
    publish(drafts, feed = 'https://metals.example/feed') {
      const row = store.get<{ id: number }>('SELECT id FROM feeds WHERE feed_url = ? AND subscribed = 1', feed);
      const feedId = row?.id ?? follow(store, { url: feed }).id;
      const { added } = store.transaction(() => {
        const changes = storeDocument(store, feedId, documentOf(drafts.map((draft) => incoming({ publishedAt: clock.time - 1000, ...draft }))), clock.time);
        room.arrivals.settle();
        return changes;
      });
      room.arrivals.tell();
      return [...added];
    },
  };
  return room;
}
