import type { AppInfo, ArticleId, RefreshProgress } from '../../contract/model.ts';
import type { Logins } from '../logins.ts';
import type { NameKeeper } from '../name-keeper.ts';
import type { DiskWatch } from '../offline/disk-space.ts';
import type { Evictor } from '../offline/evictor.ts';
import type { FullTextKeeper } from '../offline/full-text.ts';
import type { ImageKeeper } from '../offline/image-keeper.ts';
import type { Preparer } from '../offline/prepare.ts';
import type { Announce } from '../pace/announcer.ts';
import type { ThreadShare } from '../pace/thread-share.ts';
import type { Ingest } from '../refresh/ingest-job.ts';
import type { Refresher, RefreshRequest } from '../refresh/refresher.ts';
import type { SettingsStore } from '../settings.ts';
import type { Store } from '../store/open-store.ts';

/** What the methods of the contract are made of. */
export interface MethodParts {
  readonly store: Store;
  readonly settings: SettingsStore;
  readonly ingest: Ingest;
  readonly logins: Logins;
  readonly now: () => number;
  readonly info: AppInfo;
  /** Refreshes on a timer and fetches images by itself. */
  readonly unattended: boolean;
  readonly announce: Announce;
  /** Of work that takes more than a moment. */
  readonly share: ThreadShare;
  readonly images: ImageKeeper;
  readonly texts: FullTextKeeper;
  readonly preparer: Preparer;
  readonly evictor: Evictor;
  readonly disk: DiskWatch;
  readonly names: NameKeeper;
  readonly refresher: Refresher;
  readonly refreshMinutes: () => number;
  readonly isOffline: () => boolean;
  readonly progress: () => RefreshProgress;
  /** However articles come to be bookmarks, by a person or by a rule, their texts and images are to outlive their source. */
  readonly keepWhole: (articleIds: readonly ArticleId[]) => void;
  /** Work that nobody waits for: its fault is told, not answered. */
  readonly inBackground: (work: Promise<unknown>) => Promise<void>;
  /** Hears of faults of ours that no call answers with. */
  readonly onFault: (error: unknown) => void;
  readonly refreshInBackground: (request: RefreshRequest) => Promise<void>;
}
