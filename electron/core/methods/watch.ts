import type { WatchApi } from '../../contract/watch.ts';
import { listAlerts, setAlertsSeen, takeNotices } from '../watch/alerts.ts';
import { watchReport } from '../watch/watch-report.ts';
import { addWatch, changeWatch, findWatch, listWatches, moveWatch, removeWatch } from '../watch/watches.ts';
import type { Watching } from '../watching.ts';
import type { MethodParts } from './method-parts.ts';

/** What is watched across all sources, and what was told of. */
export function watchMethods({ store, now, announce, inBackground, unattended }: MethodParts, { finder, lookBack }: Watching): WatchApi {
  const tell = (): void => announce({ kind: 'watch' });
  /** The command line ends after its answer, which is to be whole then. */
  const look = async (): Promise<void> => {
    tell();
    const looking = lookBack();
    if (unattended) void inBackground(looking);
    else await looking;
  };
  return {
    watches: async () => ({ watches: listWatches(store) }),
    async addWatch(draft) {
      const { id } = addWatch(store, finder, draft);
      await look();
      return { watch: findWatch(store, id) };
    },
    async changeWatch({ watchId, ...change }) {
      changeWatch(store, finder, watchId, change);
      await look();
      return { watch: findWatch(store, watchId) };
    },
    async removeWatch({ watchId }) {
      const removed = removeWatch(store, watchId);
      tell();
      return { removed };
    },
    async moveWatch({ watchId, position }) {
      const before = moveWatch(store, watchId, position);
      tell();
      return { watches: listWatches(store), before };
    },
    watchReport: async (args) => watchReport(store, finder, { ...args, now: now() }),
    alerts: async (args) => listAlerts(store, args),
    async setAlertsSeen({ alertIds, seen }) {
      const changed = setAlertsSeen(store, alertIds, seen, now());
      if (changed.length > 0) announce({ kind: 'alerts' });
      return { changed };
    },
    takeNotices: async () => ({ notices: takeNotices(store, now()) }),
  };
}
