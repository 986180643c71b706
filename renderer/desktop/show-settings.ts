import type { AppInfo } from '../../electron/contract/model.ts';
import type { SettingsPlace } from '../../electron/contract/settings-place.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import { call } from '../client/transport.ts';
import { showFailure } from '../state/show-failure.ts';
import { closeDialog, openDialog } from '../state/ui.ts';

/** Shows the settings, at a section or setting where one is named: in their own window where the door has windows, else in a dialog of this one. */
export function showSettings(place: SettingsPlace = {}): void {
  if (queryClient.getQueryData<AppInfo>(queryKeys.appInfo)?.door !== 'electron') {
    openDialog({ kind: 'settings', ...place });
    return;
  }
  // What they were asked for from is left, as where their dialog takes its place.
  closeDialog();
  call('showSettings', place).catch(showFailure);
}
