import { settingsPlaceOf } from '../../electron/contract/settings-place.ts';
import type { SettingsPlace } from '../../electron/contract/settings-place.ts';

/** Where in the settings this page begins, where its address makes it their own window; null in the window that is read in. */
export function settingsHere(): SettingsPlace | null {
  return settingsPlaceOf(new URL(document.baseURI).search);
}
