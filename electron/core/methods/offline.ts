import type { OfflineApi } from '../../contract/offline.ts';
import { shortageOf } from '../offline/disk-space.ts';
import { offlinePlan } from '../offline/offline-plan.ts';
import { storageReport } from '../query/storage-report.ts';
import { setPinned } from '../store/pins.ts';
import type { MethodParts } from './method-parts.ts';

const NAMED_SOURCES = 8;

/** What must be on this device, and what it takes there. */
export function offlineMethods({ store, settings, now, announce, images, texts, preparer, evictor, disk, inBackground }: MethodParts): OfflineApi {
  return {
    offlinePlan: () => offlinePlan(store, settings.get().offline, now()),
    prepare: ({ retry = false }) => preparer.prepare({ retry }),
    async cancelPrepare() {
      preparer.cancel();
      return {};
    },
    prepareProgress: async () => preparer.progress(),
    async keepOffline({ articleId, keep }) {
      setPinned(store, articleId, keep);
      announce({ kind: 'status', articleIds: [articleId] });
      if (keep) void inBackground(texts.keep(articleId, 'opened').then(() => images.keep(articleId, { retryNow: true })));
      return { kept: keep };
    },
    async storage({ top = NAMED_SOURCES }) {
      const space = disk.space();
      return { disk: space, short: shortageOf(space), ...storageReport(store, top) };
    },
    evict: ({ dryRun = false, free = 0 }) => evictor.evict({ dryRun, free }),
  };
}
