import type { ReaderEvent } from '../contract/api.ts';
import type { ArticleId } from '../contract/model.ts';
import { createArrivals, type Arrivals } from './arrivals/arrivals.ts';
import type { Announce } from './pace/announcer.ts';
import type { ThreadShare } from './pace/thread-share.ts';
import { createRuleRuns, type RuleRuns } from './rules/rule-runs.ts';
import type { SettingsStore } from './settings.ts';
import type { Store } from './store/store.ts';
import { createAlarm } from './watch/alarm.ts';
import { ownZone } from './watch/alert-time.ts';
import { nextDueAt, pruneAlerts, retimeAlerts } from './watch/alerts.ts';
import type { Finder } from './watch/finder.ts';
import { createLookBack } from './watch/look-back.ts';
import { placeNames } from './watch/place-names.ts';
import { listWatches, liveWatches, lookAgain } from './watch/watches.ts';

export interface WatchingParts {
  readonly store: Store;
  readonly finder: Finder;
  readonly settings: SettingsStore;
  readonly now: () => number;
  /** Tells at once. */
  readonly announce: Announce;
  readonly share: ThreadShare;
  readonly keepWhole: (articleIds: readonly ArticleId[]) => void;
  readonly inBackground: (work: Promise<unknown>) => Promise<void>;
  /** Tells of alerts when they are due. */
  readonly unattended: boolean;
  readonly onFault: (error: unknown) => void;
}

/** Watches, rules and alerts, joined. */
export interface Watching {
  readonly finder: Finder;
  readonly arrivals: Arrivals;
  readonly runs: RuleRuns;
  readonly lookBack: () => Promise<void>;
  /** Has every watch look through everything anew: more can be found than could. */
  lookAgain(): Promise<void>;
  /** To be called with each event before anybody hears of it. */
  before(event: ReaderEvent): void;
  close(): void;
}

/** What sources are called was not looked at, since no watch asks for it: equal to nothing that is read. */
const UNREAD = '';

/** See Watching. Goes on with what an earlier run of the engine left. */
export function createWatching({ store, finder, settings, now, announce, share, keepWhole, inBackground, unattended, onFault }: WatchingParts): Watching {
  const looks = createLookBack({ store, finder, share, onChange: () => announce({ kind: 'watch' }) });
  const alarm = createAlarm({ now, nextAt: () => nextDueAt(store), ring: () => announce({ kind: 'alerts' }) });
  const tell: Announce = (event) => {
    announce(event);
    if (event.kind === 'alerts' && unattended) alarm.set();
  };
  const arrivals = createArrivals({
    store,
    finder,
    now,
    alertSettings: () => settings.get().alerts,
    announce: tell,
    share,
    keepWhole,
    lookBack: () => void inBackground(looks.run()),
    onFault,
  });
  const runs = createRuleRuns({
    store,
    finder,
    share,
    onStretch: (articleIds, bookmarked) => {
      if (articleIds.length > 0) {
        announce({ kind: 'status', articleIds });
        arrivals.statusChanged(articleIds);
      }
      announce({ kind: 'rules' });
      keepWhole(bookmarked);
    },
  });
  let alertSettings = JSON.stringify(settings.get().alerts);
  const stopListening = settings.onChange(({ alerts }) => {
    const written = JSON.stringify(alerts);
    if (written === alertSettings) return;
    alertSettings = written;
    retimeAlerts(store, alerts, ownZone());
    tell({ kind: 'alerts' });
  });

  const today = (): string => new Date(now()).toDateString();
  let places = liveWatches(store).length === 0 ? UNREAD : placeNames(store);
  let day = today();
  /** Has the watches look again that ask for a source or folder by name, or for the days before today, where these are others now. */
  const lookAround = (kind: 'feeds' | 'refresh'): void => {
    const before = [places, day];
    // A refresh tells of each feed that was asked and, many times a second, of itself: nothing is read for nobody.
    if (kind === 'feeds') places = liveWatches(store).length === 0 ? UNREAD : placeNames(store);
    day = today();
    if (places === before[0] && day === before[1]) return;
    lookAgain(store, liveWatches(store).map(({ id }) => id));
    void inBackground(looks.run());
  };

  pruneAlerts(store);
  // What was done by a command, and what a day made old.
  if (unattended) lookAgain(store, liveWatches(store).map(({ id }) => id));
  void inBackground(arrivals.catchUp());
  void inBackground(looks.run());
  void inBackground(runs.resume());
  if (unattended) alarm.set();

  return {
    finder,
    arrivals,
    runs,
    lookBack: () => looks.run(),
    lookAgain() {
      lookAgain(store, listWatches(store).map(({ id }) => id));
      return looks.run();
    },
    before(event) {
      if (event.kind === 'articles' || event.kind === 'texts' || event.kind === 'names') {
        arrivals.settle();
        arrivals.tell();
      } else if (event.kind === 'status') {
        arrivals.settle();
        arrivals.tell();
        arrivals.statusChanged(event.articleIds);
      } else if (event.kind === 'gazetteer') {
        void inBackground(looks.run());
      }
      if (event.kind === 'feeds' || event.kind === 'refresh') lookAround(event.kind);
    },
    close() {
      alarm.close();
      stopListening();
    },
  };
}
