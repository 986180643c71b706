import type { AppInfo } from '../contract/model.ts';
import type { DoorSide } from './methods/desktop.ts';
import type { DiskSpace } from './offline/disk-space.ts';
import type { Ingest } from './refresh/ingest-job.ts';
import type { Searcher } from './search/searcher.ts';
import type { SecretStore } from './secrets.ts';
import type { SettingsStore } from './settings.ts';
import type { Store } from './store/open-store.ts';

/** What a reader is made of. */
export interface ReaderParts {
  readonly store: Store;
  readonly settings: SettingsStore;
  readonly ingest: Ingest;
  /** Left out: what is secret is kept until this process ends. */
  readonly secrets?: SecretStore;
  readonly now: () => number;
  readonly info: AppInfo;
  /** Refreshes on a timer and fetches images by itself. */
  readonly unattended: boolean;
  /** Hears of faults of ours that no call answers with. */
  readonly onFault: (error: unknown) => void;
  /** Answers searches; left out, this thread does. */
  readonly searcher?: Searcher;
  /** Left out: nothing is shared, and nothing is ever to be quiet. */
  readonly door?: DoorSide;
  /** Left out: as the system tells. */
  readonly lookAtDisk?: (folder: string) => DiskSpace | null;
}
