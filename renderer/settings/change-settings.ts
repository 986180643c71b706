import type { Settings } from '../../electron/contract/model.ts';
import { saveSettings } from '../client/queries.ts';
import { showFailure } from '../state/show-failure.ts';

/** Applies a change at once and stores it; where storing fails, the earlier setting comes back and a toast says why. */
export function changeSettings(patch: Partial<Settings>): void {
  saveSettings(patch).catch(showFailure);
}
