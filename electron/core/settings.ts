import { DEFAULT_KEYS } from '../contract/command-keys.ts';
import type { Settings } from '../contract/settings.ts';

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  language: 'system',
  density: 'standard',
  textSize: 18,
  articleLook: { face: 'serif', measure: 'standard', leading: 'standard', wideFigures: false, theme: 'app' },
  refreshMinutes: 30,
  keepImages: true,
  offline: { folders: [], unreadDays: 7, budgetMb: 500, evictDays: 90, evictUnasked: false },
  alerts: { quiet: true, quietFrom: 22 * 60, quietTo: 7 * 60, digestAt: 8 * 60, notify: true },
  desktop: { tray: true, closeToTray: false, trayExplained: false, startAtLogin: false, badge: true, updates: false, quietOnBattery: false, quietOnMetered: false },
  unreadOnly: false,
  welcomed: false,
  stories: true,
  readStories: true,
  readPassed: false,
  usdRate: null,
  sidebarWidth: null,
  listWidth: null,
  sidebarHidden: false,
  lensShown: false,
  closedFolders: [],
  recentSearches: [],
  recentChoices: [],
  keys: DEFAULT_KEYS,
  place: null,
};

/** Where settings live is the shell's business; what they are is the core's. */
export interface SettingsStore {
  get(): Settings;
  /** Merges and stores; rejects with `settings-failed` where the file cannot be written. */
  set(patch: Partial<Settings>): Promise<Settings>;
  /** Returns the way to stop listening. */
  onChange(listener: (settings: Settings) => void): () => void;
}
