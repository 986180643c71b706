import type { KeySettings } from './command-keys.ts';
import type { DesktopSettings } from './desktop.ts';
import type { UsdRate } from './figures.ts';
import type { FolderId, Place } from './model.ts';
import type { OfflineSettings } from './offline.ts';
import type { ArticleLook } from './reading.ts';
import type { AlertSettings } from './watch.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Language = 'system' | 'en' | 'zh-CN';

/** How high the rows of a list are. */
export type Density = 'compact' | 'standard' | 'roomy';

export interface Settings {
  readonly theme: Theme;
  readonly language: Language;
  readonly density: Density;
  /** Pixels: 15, 16, 17, 18, 20, 22 or 24. */
  readonly textSize: number;
  readonly articleLook: ArticleLook;
  /** Minutes between unattended refreshes; 0 turns them off. */
  readonly refreshMinutes: number;
  /** Fetch the images of new articles as they arrive, not only when opened or bookmarked. */
  readonly keepImages: boolean;
  readonly offline: OfflineSettings;
  readonly alerts: AlertSettings;
  readonly desktop: DesktopSettings;
  readonly unreadOnly: boolean;
  /** The first run was gone through, or left. */
  readonly welcomed: boolean;
  /** Articles that report one event are one row. */
  readonly stories: boolean;
  /** Reading one article of a story marks the others read. */
  readonly readStories: boolean;
  /** Headlines that a person scrolls past are marked read. */
  readonly readPassed: boolean;
  /** By which prices in yuan and in dollars are shown in the other; null: in their own alone. */
  readonly usdRate: UsdRate | null;
  /** Pixels; null is the design's own width for the window. */
  readonly sidebarWidth: number | null;
  readonly listWidth: number | null;
  readonly sidebarHidden: boolean;
  /** The lens stands beside the article; in the narrow layout it is opened each time. */
  readonly lensShown: boolean;
  readonly closedFolders: readonly FolderId[];
  /** The latest first, at most eight. */
  readonly recentSearches: readonly string[];
  /** What was chosen in the palette, the latest first, at most twenty. */
  readonly recentChoices: readonly string[];
  readonly keys: KeySettings;
  readonly place: Place | null;
}
